"""Bringing back what was replaced, from the values that the journal keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange, FieldValue
from mediation_app.domain.money import Money
from mediation_app.domain.seals import is_under_seal
from ui.case.places import value_at, with_value

Record = TypeVar("Record", Case, Committee)
_ELSEWHERE = frozenset({"absences"})
"""What is planned on a page of its own, with its own rules."""


def can_restore(record: Case | Committee, change: FieldChange) -> bool:
    """Return whether the older value of a change differs from today's and can be put back."""
    kind = type_at(change.path, type(record))
    if kind is None or (is_dataclass(kind) and kind is not Money):
        return False
    if not _is_open(record, change.path) or change.path.split("/")[0] == "sealed":
        return False
    if change.path in {"id", "number"} or not _is_owner_there(record, change.path):
        return False
    value = typed(kind, change.before, _default(change.path, type(record)))
    return bool(value != value_at(record, change.path))


def restored(record: Record, change: FieldChange) -> Record:
    """Return the case, or the committee, with the older value of a change."""
    kind = type_at(change.path, type(record))
    value = typed(kind, change.before, _default(change.path, type(record)))
    result = with_value(record, change.path, value)
    assert isinstance(result, type(record))
    return result


def can_rebuild(record: Case | Committee, change: FieldChange) -> bool:
    """Return whether a thing that was removed is still away, and what it stood in is there."""
    is_removed = change.before is not None and change.after is None
    is_away = value_at(record, change.path) is None
    is_open = _is_open(record, change.path)
    return is_removed and is_away and is_open and _is_listing_there(record, change.path)


def rebuilt(record: Record, change: FieldChange, parts: Iterable[FieldChange]) -> Record:
    """Return the record with a thing that was removed, as it was; an item of a list comes last."""
    before = {each.path: each.before for each in parts}
    listing, _, item_id = change.path.rpartition("/")
    kind = type_at(change.path, type(record))
    listed = type_at(listing, type(record)) if listing else None
    if get_origin(listed) is tuple:
        kind = get_args(listed)[0]
        made = _built(kind, change.path, before, item_id)
        items: Any = value_at(record, listing)
        result = with_value(record, listing, (*items, made))
    else:
        result = with_value(record, change.path, _built(kind, change.path, before, ""))
    assert isinstance(result, type(record))
    return result


def _is_open(record: Case | Committee, place: str) -> bool:
    """Return whether a place may be changed from its history."""
    if isinstance(record, Case):
        return not is_under_seal(record, place)
    return place.split("/", maxsplit=1)[0] not in _ELSEWHERE


def _built(kind: Any, place: str, before: Mapping[str, FieldValue], item_id: str) -> Any:
    facts: dict[str, Any] = {"id": item_id} if item_id else {}
    hints = get_type_hints(kind)
    for each in fields(kind):
        path = f"{place}/{each.name}"
        hint = _plain(hints[each.name])
        below = [other for other in before if other.startswith(f"{path}/")]
        if get_origin(hint) is tuple and is_dataclass(get_args(hint)[0]):
            facts[each.name] = _built_items(get_args(hint)[0], path, before)
        elif is_dataclass(hint) and hint is not Money:
            if below or path in before:
                facts[each.name] = _built(hint, path, before, "")
        elif before.get(path) is not None:
            facts[each.name] = typed(hint, before[path], None)
    return kind(**facts)


def _built_items(kind: Any, listing: str, before: Mapping[str, FieldValue]) -> tuple[Any, ...]:
    depth = listing.count("/") + 1
    places = [
        path for path in before if path.startswith(f"{listing}/") and path.count("/") == depth
    ]
    ranked = sorted(places, key=lambda path: int(str(before[path])))
    return tuple(_built(kind, path, before, path.rpartition("/")[2]) for path in ranked)


def type_at(place: str, record: type[Case | Committee] = Case) -> Any:
    """Return the type of the fact at a place of such a record, or None where there is none."""
    kind: Any = record
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


def _default(place: str, record: type[Case | Committee]) -> Any:
    owner_place, _, name = place.rpartition("/")
    owner = type_at(owner_place, record) if owner_place else record
    if get_origin(owner) is tuple:
        owner = get_args(owner)[0]
    for each in fields(owner) if is_dataclass(owner) else ():
        if each.name == name:
            return each.default
    return None


def _is_listing_there(record: Case | Committee, place: str) -> bool:
    listing = place.rpartition("/")[0]
    return not listing or value_at(record, listing) is not None


def _is_owner_there(record: Case | Committee, place: str) -> bool:
    owner_place = place.rpartition("/")[0]
    return not owner_place or value_at(record, owner_place) is not None
