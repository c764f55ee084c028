"""Reading and changing one fact of a case by its place, such as ``parties/<id>/name``."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from mediation_app.domain.agreements import Agreement, InstalmentPlan
from mediation_app.domain.cases import Case, Termination, Unfinished, Visit
from mediation_app.domain.receivables import Receivable
from mediation_app.domain.sessions import Authority, Deal

Record = TypeVar("Record")
_NEW: Mapping[str, Any] = MappingProxyType(
    {
        "agreement": Agreement(),
        "authority": Authority(),
        "deal": Deal(),
        "plan": InstalmentPlan(),
        "receivable": Receivable(),
        "termination": Termination(),
        "visit": Visit(),
    }
)
"""What comes into being when the first fact inside it is written."""


def value_at(record: Any, place: str, absent: Any = None) -> Any:
    """Return the fact at a place; ``absent`` where there is nothing on the way to it."""
    for step in place.split("/"):
        if isinstance(record, tuple):
            record = next((each for each in record if each.id == step), None)
        else:
            record = getattr(record, step, None)
        if record is None:
            return absent
    return record


def with_value(record: Any, place: str, value: Any) -> Any:
    """Return the record with another fact at a place; an item that is gone stays gone."""
    step, _, rest = place.partition("/")
    if isinstance(record, tuple):
        items = (with_value(each, rest, value) if each.id == step else each for each in record)
        return type(record)(items)
    if not rest:
        return replace(record, **{step: value})
    inner = getattr(record, step)
    inner = _NEW[step] if inner is None else inner
    return replace(record, **{step: with_value(inner, rest, value)})


def unfinished_at(case: Case, place: str) -> str | None:
    """Return the text at a place that could not be read, or None."""
    return next((each.text for each in case.unfinished if each.id == place), None)


def with_unfinished(case: Case, place: str, text: str | None) -> Case:
    """Return the case with another unreadable text at a place; None takes it away."""
    others = tuple(each for each in case.unfinished if each.id != place)
    if text is None:
        return case if len(others) == len(case.unfinished) else replace(case, unfinished=others)
    return replace(case, unfinished=(*others, Unfinished(place, text)))


def moved(items: tuple[Record, ...], item_id: str, steps: int) -> tuple[Record, ...]:
    """Return the items with one of them further up or down."""
    listed = list(items)
    at = next((no for no, each in enumerate(listed) if _id(each) == item_id), None)
    if at is None or not 0 <= at + steps < len(listed):
        return items
    listed.insert(at + steps, listed.pop(at))
    return tuple(listed)


def without(items: tuple[Record, ...], item_id: str) -> tuple[Record, ...]:
    """Return the items but one."""
    return tuple(each for each in items if _id(each) != item_id)


def _id(item: Any) -> str:
    return str(item.id)
