"""今日时限登记表: what a desk has to keep on a day, for each handler to initial."""

from collections.abc import Iterator

from forms.house_style import title
from forms.listing import GAP_PT, day_text, line, listing
from forms.typesetting.blocks import Block, Space
from forms.typesetting.lines import Align
from forms.typesetting.paper import Imprint
from forms.typesetting.tables import Column, Table
from forms.wording import Wording
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.limit_register import LimitRegister, RegisterRow

_OF_LIST = (
    *(Column(5.2), Column(5.4, Align.LEFT), Column(5.4, Align.LEFT)),
    *(Column(2.7), Column(2.7), Column(5.6, Align.LEFT), Column(2.2), Column(3.0)),
)
_OF_DAY = (
    *(Column(5.2), Column(5.0, Align.LEFT), Column(4.6, Align.LEFT)),
    *(Column(2.7), Column(2.7), Column(4.8, Align.LEFT), Column(2.2), Column(2.6), Column(2.4)),
)
_HEAD = (
    "register.number",
    "register.parties",
    "register.limit",
    "register.started_on",
    "register.due_on",
    "register.source",
    "register.handler",
)


def limit_register(register: LimitRegister, wording: Wording) -> Iterator[Block]:
    """Return the sheet: whose it is, the day, and a line for each limit."""
    yield title(_title(register, wording))
    yield line(" ".join(part for part in (register.committee, register.station) if part))
    day = chinese_date(register.today)
    count = len(register.rows)
    yield line(wording.text("register.day", day=day, board=register.heading, count=count))
    yield Space(GAP_PT)
    if register.rows:
        yield _table(register, wording)
    else:
        yield line(wording.text("register.none" if register.is_of_day else "register.no_rows"))


def register_imprint(register: LimitRegister, wording: Wording) -> Imprint:
    """Return what the foot and the properties of the sheet say."""
    about = _title(register, wording) if register.is_of_day else register.heading
    return Imprint(title=f"{about} {register.today}", author=register.committee)


def _title(register: LimitRegister, wording: Wording) -> str:
    return wording.text("register.title" if register.is_of_day else "register.list_title")


def _table(register: LimitRegister, wording: Wording) -> Table:
    of_day = register.is_of_day
    names = ("register.standing", "register.signature") if of_day else ("register.signature",)
    head = map(wording.text, (*_HEAD, *names))
    return listing(
        _OF_DAY if of_day else _OF_LIST,
        head,
        [_row(each, of_day=of_day) for each in register.rows],
    )


def _row(row: RegisterRow, *, of_day: bool) -> tuple[str, ...]:
    return (
        *(row.number, row.parties, row.limit),
        *(day_text(row.started_on), day_text(row.due_on)),
        *(row.source, row.handler),
        *((row.standing, "") if of_day else ("",)),
    )
