"""交接清单: what one colleague hands over to another, a line for each case, signed by both."""

from collections.abc import Iterator

from forms.house_style import title
from forms.listing import GAP_PT, day_text, line, listing
from forms.typesetting.blocks import Block, Space
from forms.typesetting.lines import Align
from forms.typesetting.paper import Imprint
from forms.typesetting.tables import Column
from forms.wording import Wording
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.handovers import HandoverRow, HandoverSheet

_SIGNING_GAP_PT = 24.0
_COLUMNS = (
    Column(5.0),
    Column(5.2, Align.LEFT),
    Column(1.8),
    Column(4.8, Align.LEFT),
    Column(2.9),
    Column(5.3, Align.LEFT),
    Column(4.8, Align.LEFT),
    Column(2.0),
)
_HEAD = (
    "handover.number",
    "handover.parties",
    "handover.stage",
    "handover.next_step",
    "handover.next_on",
    "handover.promised",
    "handover.waits_for",
    "handover.received",
)


def handover(sheet: HandoverSheet, wording: Wording) -> Iterator[Block]:
    """Return the sheet: from whom to whom, for which days, the cases, and where both sign."""
    yield title(wording.text("handover.title"))
    yield line(" ".join(part for part in (sheet.committee, sheet.station) if part))
    yield line(_heading(sheet, wording))
    yield Space(GAP_PT)
    if sheet.rows:
        yield listing(_COLUMNS, map(wording.text, _HEAD), map(_row, sheet.rows))
    else:
        yield line(wording.text("handover.none"))
    yield Space(_SIGNING_GAP_PT)
    yield line(wording.text("handover.signing"))


def handover_imprint(sheet: HandoverSheet, wording: Wording) -> Imprint:
    """Return what the foot and the properties of the sheet say."""
    name = f"{wording.text('handover.title')} {sheet.person} {sheet.from_on}"
    return Imprint(title=name, author=sheet.committee)


def _heading(sheet: HandoverSheet, wording: Wording) -> str:
    until = wording.text("handover.lasting")
    if sheet.to_on is not None:
        until = wording.text("handover.until", day=chinese_date(sheet.to_on))
    return wording.text(
        "handover.heading",
        person=sheet.person,
        deputy=sheet.deputy or wording.text("handover.nobody"),
        first=chinese_date(sheet.from_on),
        until=until,
        count=len(sheet.rows),
    )


def _row(row: HandoverRow) -> tuple[str, ...]:
    return (
        row.number,
        row.parties,
        row.stage,
        row.next_step,
        day_text(row.next_on),
        row.promised,
        row.waits_for,
        "",
    )
