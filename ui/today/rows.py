"""A thing of the agenda as a row: texts made once, when the row is fetched."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.agenda import AgendaItem, AgendaKind
from mediation_app.domain.agenda_words import time_of, words_of
from mediation_app.domain.boards import DUTIES, RESULT_KINDS, days_waited
from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import AgendaLine
from ui.rows import masked_sides
from ui.sentences import spoken, term

NEAR_DAYS = 3
_UNCOUNTED = frozenset({AgendaKind.LIMIT, AgendaKind.RIGHT}) | RESULT_KINDS
"""Of what runs, the days that are left are told, not those that went by; a result runs no more."""


class Column(Enum):
    """The columns in their order; the value is the width at 100 %."""

    WHEN = 170
    WHAT = 260
    NUMBER = 236
    PARTIES = 160
    WAITED = 76
    OWNER = 92


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to be shown."""

    line: AgendaLine
    texts: tuple[str, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at the rows, and when: what somebody stands in for is marked."""

    today: date
    person: str = ""


def column_titles() -> tuple[str, ...]:
    """Return the titles of the columns."""
    translate = QCoreApplication.translate
    return (
        translate("Today", "何时"),
        translate("Today", "事项"),
        translate("Today", "案号"),
        translate("Today", "当事人"),
        translate("Today", "已等"),
        translate("Today", "经办人"),
    )


def row_of(line: AgendaLine, looker: Looker) -> Row:
    """Return the row of a line; people are masked, as in every list."""
    item = replace(line.item, about=mask_name(line.item.about))
    texts = (
        when_words(item, looker.today),
        _what(item),
        line.number or QCoreApplication.translate("Today", "尚未编号"),
        masked_sides(line),
        _waited(item, looker.today),
        _owner(item, looker),
    )
    return Row(line, texts, tone_of(item, looker.today))


def when_words(item: AgendaItem, today: date) -> str:
    """Return the day of a thing, and how far it is from today."""
    due_on = item.since_on if item.kind in RESULT_KINDS else item.due_on
    if due_on is None:
        return ""
    day = due_on.isoformat() if due_on.year != today.year else f"{due_on:%m-%d}"
    return day if item.kind in RESULT_KINDS else _counted(item, day, (due_on - today).days)


def _counted(item: AgendaItem, day: str, left: int) -> str:
    translate = QCoreApplication.translate
    if left == 0:
        at = "" if item.at_min is None else f" {time_of(item.at_min)}"
        return translate("Today", "今天") + at
    if left > 0:
        return translate("Today", "{day} 剩 {days} 天").format(day=day, days=left)
    if item.kind in DUTIES:
        return translate("Today", "{day} 逾期 {days} 天").format(day=day, days=-left)
    return translate("Today", "{day} 已过 {days} 天").format(day=day, days=-left)


def tone_of(item: AgendaItem, today: date) -> str:
    """Return how serious a thing is."""
    if item.kind is AgendaKind.IRREGULAR:
        return "error"
    if item.due_on is None:
        return ""
    left = (item.due_on - today).days
    if left < 0:
        return "error" if item.kind in DUTIES else "muted"
    return "warning" if left <= NEAR_DAYS or not item.is_certain else ""


def _what(item: AgendaItem) -> str:
    words = spoken(words_of(item))
    if item.is_certain:
        return words
    return QCoreApplication.translate("Today", "{what}（节假日表未导入，日期可能变化）").format(
        what=words
    )


def _waited(item: AgendaItem, today: date) -> str:
    waited = None if item.kind in _UNCOUNTED else days_waited(item, today)
    if waited is None:
        return ""
    return QCoreApplication.translate("Today", "{days} 天").format(days=waited)


def _owner(item: AgendaItem, looker: Looker) -> str:
    if not item.owner:
        return QCoreApplication.translate("Today", "无人经办")
    if looker.person and looker.person not in item.owners:
        return QCoreApplication.translate("Today", "代 {name}").format(name=term(item.owner))
    return item.owner


_PLACES = {
    AgendaKind.LIMIT: "course",
    AgendaKind.RIGHT: "confirmation/applied_on",
    AgendaKind.ESTIMATE: "confirmation/applied_on",
    AgendaKind.PAUSE: "course/pauses/{ref}/to_on",
    AgendaKind.APPOINTMENT: "appointments/{ref}/on",
    AgendaKind.ANSWER: "appointments",
    AgendaKind.PROMISE: "todos/{ref}/text",
    AgendaKind.WAIT: "todos/{ref}/text",
    AgendaKind.SIGNATURE: "agreement/signatures",
    AgendaKind.COUNTERSIGNATURE: "agreement/signatures",
    AgendaKind.MATERIAL: "materials/{ref}/name",
    AgendaKind.PREPARE: "materials",
    AgendaKind.ACCEPT: "accepted_on",
}


def place_in_case(item: AgendaItem) -> str:
    """Return the place of the case at which somebody sees to a thing; empty for the case."""
    return _PLACES.get(item.kind, "").format(ref=item.ref)
