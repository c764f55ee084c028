"""今日时限登记表: what a desk has to keep on a day, for each handler to initial."""

from collections.abc import Iterator
from datetime import date

from forms.house_style import DENSE_LEADING_PT, FOOT, title
from forms.typesetting.blocks import Block, Paragraph, Space
from forms.typesetting.lines import Align
from forms.typesetting.paper import Imprint, Sheet
from forms.typesetting.tables import Column, Row, Table
from forms.typesetting.text import Inlines, Run, Style
from forms.typesetting.typefaces import Role
from forms.wording import Wording
from mediation_app.domain.chinese_dates import chinese_date
from mediation_app.domain.limit_register import LimitRegister, RegisterRow

REGISTER_SHEET = Sheet(
    width_mm=297, height_mm=210, top_mm=18, left_mm=15, right_mm=15, bottom_mm=20
)
"""A4 across: eight columns."""

_TEXT = Style(Role.BODY, 10.5)
_LABEL = Style(Role.SANS_BOLD, 10.5)
_LEADING_PT = 15.0
_GAP_PT = 8.0
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
    yield _line(" ".join(part for part in (register.committee, register.station) if part))
    day = chinese_date(register.today)
    count = len(register.rows)
    yield _line(wording.text("register.day", day=day, board=register.heading, count=count))
    yield Space(_GAP_PT)
    if register.rows:
        yield _table(register, wording)
    else:
        yield _line(wording.text("register.none"))


def register_imprint(register: LimitRegister) -> Imprint:
    """Return what the foot and the properties of the sheet say."""
    return Imprint(title=f"{register.heading} {register.today}", author=register.committee)


def _table(register: LimitRegister, wording: Wording) -> Table:
    head = tuple((Run(wording.text(key), _LABEL),) for key in _HEAD)
    return Table(_COLUMNS, head, tuple(map(_row, register.rows)), _LEADING_PT)


def _row(row: RegisterRow) -> Row:
    texts = (
        row.number,
        row.parties,
        row.limit,
        _day(row.started_on),
        _day(row.due_on),
        row.source,
        row.handler,
        "",
    )
    return tuple((Run(text, _TEXT),) if text else () for text in texts)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _line(text: str) -> Paragraph:
    inlines: Inlines = (Run(text, FOOT),)
    return Paragraph(inlines, DENSE_LEADING_PT, align=Align.CENTRE, keep_with_next=True)
