"""Bringing back what was replaced, from the values that the journal keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import FieldChange, FieldValue
from mediation_app.domain.money import Money
from mediation_app.domain.seals import is_under_seal
from ui.case.places import value_at, with_value


def can_restore(case: Case, change: FieldChange) -> bool:
    """Return whether the older value of a change differs from today's and can be put back."""
    kind = type_at(change.path)
    if kind is None or (is_dataclass(kind) and kind is not Money):
        return False
    if is_under_seal(case, change.path) or change.path.split("/")[0] == "sealed":
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


def can_rebuild(case: Case, change: FieldChange) -> bool:
    """Return whether a thing that was removed is still away, and what it stood in is there."""
    is_removed = change.before is not None and change.after is None
    is_away = value_at(case, change.path) is None
    is_open = not is_under_seal(case, change.path)
    return is_removed and is_away and is_open and _is_listing_there(case, change.path)


def rebuilt(case: Case, change: FieldChange, parts: Iterable[FieldChange]) -> Case:
    """Return the case with a thing that was removed, as it was; an item of a list comes last."""
    before = {each.path: each.before for each in parts}
    listing, _, item_id = change.path.rpartition("/")
    kind = type_at(change.path)
    listed = type_at(listing) if listing else None
    if get_origin(listed) is tuple:
        kind = get_args(listed)[0]
        made = _built(kind, change.path, before, item_id)
        items = value_at(case, listing)
        result = with_value(case, listing, (*items, made))
    else:
        result = with_value(case, change.path, _built(kind, change.path, before, ""))
    assert isinstance(result, Case)
    return result


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


def _is_listing_there(case: Case, place: str) -> bool:
    listing = place.rpartition("/")[0]
    return not listing or value_at(case, listing) is not None


def _is_owner_there(case: Case, place: str) -> bool:
    owner_place = place.rpartition("/")[0]
    return not owner_place or value_at(case, owner_place) is not None
