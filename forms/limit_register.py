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

_COLUMNS = (
    Column(5.2),
    Column(5.4, Align.LEFT),
    Column(5.4, Align.LEFT),
    Column(2.7),
    Column(2.7),
    Column(5.6, Align.LEFT),
    Column(2.2),
    Column(3.0),
)
_HEAD = (
    "register.number",
    "register.parties",
    "register.limit",
    "register.started_on",
    "register.due_on",
    "register.source",
    "register.handler",
    "register.signature",
)


def limit_register(register: LimitRegister, wording: Wording) -> Iterator[Block]:
    """Return the sheet: whose it is, the day, and a line for each limit."""
    yield title(wording.text("register.title"))
    yield line(" ".join(part for part in (register.committee, register.station) if part))
    day = chinese_date(register.today)
    count = len(register.rows)
    yield line(wording.text("register.day", day=day, board=register.heading, count=count))
    yield Space(GAP_PT)
    if register.rows:
        yield _table(register, wording)
    else:
        yield line(wording.text("register.none"))


def register_imprint(register: LimitRegister) -> Imprint:
    """Return what the foot and the properties of the sheet say."""
    return Imprint(title=f"{register.heading} {register.today}", author=register.committee)


def _table(register: LimitRegister, wording: Wording) -> Table:
    return listing(_COLUMNS, map(wording.text, _HEAD), map(_row, register.rows))


def _row(row: RegisterRow) -> tuple[str, ...]:
    return (
        row.number,
        row.parties,
        row.limit,
        day_text(row.started_on),
        day_text(row.due_on),
        row.source,
        row.handler,
        "",
    )
