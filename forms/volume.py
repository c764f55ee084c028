"""卷宗: the cover and the contents that stand before the papers of a case.

Source: 卷宗封面 and 卷内目录 of 司发通〔2010〕239号, with the fields that other programs print.
"""

from collections.abc import Iterator

from forms.entries import day_entry, known, name
from forms.house_style import (
    BODY,
    COVER_TITLE,
    COVER_TITLE_LEADING_PT,
    DENSE,
    DENSE_LABEL,
    DENSE_LEADING_PT,
    GAP_PT,
    body,
    title,
)
from forms.letters import addressee_of, letterhead, subject_of
from forms.register_form import wide_entry
from forms.typesetting.blocks import Block, Paragraph, Space
from forms.typesetting.lines import Align
from forms.typesetting.tables import Column, Row, Table
from forms.typesetting.text import Inlines, Run
from forms.wording import Wording, joined
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.documents import Snapshot, VolumeLine

_OVER_TITLE_PT = 110.0
_UNDER_TITLE_PT = 70.0
_RANGE, _NO_PAGES = "–", "—"


def cover(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the cover on one page."""
    yield from letterhead(snapshot)
    yield Space(_OVER_TITLE_PT)
    yield Paragraph(
        (Run(wording.text("volume.title"), COVER_TITLE),),
        COVER_TITLE_LEADING_PT,
        align=Align.CENTRE,
        keep_with_next=True,
    )
    yield Space(_UNDER_TITLE_PT)
    for key, texts in _cover_rows(snapshot, wording):
        yield wide_entry(wording.text(key), texts, wording)


def contents(snapshot: Snapshot, wording: Wording) -> Iterator[Block]:
    """Return the list of what is bound in, with the pages of the volume."""
    lines = subject_of(snapshot).contents
    yield title(wording.text("volume.contents"))
    yield Space(GAP_PT)
    keys = ("volume.no", "volume.what", "volume.page", "volume.remark")
    yield Table(
        (Column(1), Column(6, Align.LEFT), Column(2), Column(2, Align.LEFT)),
        tuple((Run(wording.text(key), DENSE_LABEL),) for key in keys),
        tuple(_row(number, line) for number, line in enumerate(lines, start=1)),
        DENSE_LEADING_PT,
    )
    yield Space(GAP_PT)
    count = max((line.last_page for line in lines), default=0)
    yield body(wording.text("volume.pages", count=count))
    if subject_of(snapshot).is_masked:
        addressee = addressee_of(snapshot)
        who = name(addressee.name if addressee else "")
        yield body(wording.inlines("volume.masked", BODY, who=who))


def pages_of(line: VolumeLine) -> str:
    """Return the pages of a line as the contents print them, as in 4–9 or 10."""
    if not line.first_page:
        return _NO_PAGES
    if line.first_page == line.last_page:
        return str(line.first_page)
    return f"{line.first_page}{_RANGE}{line.last_page}"


def _row(number: int, line: VolumeLine) -> Row:
    texts = (str(number), line.title, pages_of(line), line.note)
    return tuple((Run(text, DENSE),) if text else () for text in texts)


def _cover_rows(snapshot: Snapshot, wording: Wording) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    case = snapshot.case
    parties = "与".join(party.name.strip() for party in case.parties if party.name.strip())
    called = wording.text("volume.name_value", parties=parties, dispute=case.dispute.strip())
    days = [chinese_date(meeting.held_on) for meeting in case.meetings]
    yield "volume.name", ((known(called),),)
    yield "volume.number", ((known(case.number),),)
    mediators = tuple(name(each) for each in case.mediators or ("",))
    yield "volume.mediators", (joined(mediators, "、", BODY),)
    yield "volume.days", (_days(days, wording),)
    yield "volume.filer", ((name(case.recorder),),)
    yield "volume.filed_on", ((day_entry(None),),)
    yield "volume.kept", ((known(""),),)
    yield "volume.note", ((known(""),),)


def _days(days: list[str], wording: Wording) -> Inlines:
    if not days:
        return (day_entry(None),)
    if len(days) == 1:
        return (Run(days[0], BODY),)
    return (Run(wording.text("volume.days_value", first=days[0], last=days[-1]), BODY),)
