"""Bringing back what was replaced, from the values that the journal keeps."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import FieldChange, FieldValue
from mediation_app.domain.money import Money
from ui.case.places import value_at, with_value


def can_restore(case: Case, change: FieldChange) -> bool:
    """Return whether the older value of a change differs from today's and can be put back."""
    kind = type_at(change.path)
    if kind is None or (is_dataclass(kind) and kind is not Money):
        return False
    if change.path in {"id", "number"} or not _is_owner_there(case, change.path):
        return False
    value = typed(kind, change.before, _default(change.path))
    return bool(value != value_at(case, change.path))


def restored(case: Case, change: FieldChange) -> Case:
    """Return the case with the older value of a change."""
    kind = type_at(change.path)
    value = typed(kind, change.before, _default(change.path))
    result = with_value(case, change.path, value)
    assert isinstance(result, Case)
    return result


def type_at(place: str) -> Any:
    """Return the type of the fact at a place, or None where there is none."""
    kind: Any = Case
    for step in place.split("/"):
        if get_origin(kind) is tuple:
            kind = get_args(kind)[0]
            continue
        hints = get_type_hints(kind) if is_dataclass(kind) else {}
        if step not in hints:
            return None
        kind = _plain(hints[step])
    return kind


def typed(kind: Any, raw: FieldValue, default: Any) -> Any:
    """Return a value of the journal in its type; the default where it was absent."""
    if raw is None:
        return default
    if get_origin(kind) is tuple:
        return tuple(raw) if isinstance(raw, list) else default
    if kind is Money:
        return Money(int(str(raw)))
    if kind is date:
        return date.fromisoformat(str(raw))
    is_written = kind is Decimal or (isinstance(kind, type) and issubclass(kind, Enum))
    return kind(raw) if is_written else raw


def _plain(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint


def _default(place: str) -> Any:
    owner_place, _, name = place.rpartition("/")
    owner = type_at(owner_place) if owner_place else Case
    if get_origin(owner) is tuple:
        owner = get_args(owner)[0]
    for each in fields(owner) if is_dataclass(owner) else ():
        if each.name == name:
            return each.default
    return None


def _is_owner_there(case: Case, place: str) -> bool:
    owner_place = place.rpartition("/")[0]
    return not owner_place or value_at(case, owner_place) is not None
