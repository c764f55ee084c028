"""What becomes of a screen's case when somebody else has changed the stored one."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from mediation_app.domain.money import Money


def taken_back(after: Any, before: Any, now: Any) -> tuple[Any, tuple[str, ...]]:
    """Return now with what an edit changed as it was before, and where that was not possible.

    What differs from the state after the edit was changed by somebody since, and stays as it is;
    its places are told. Where nothing was changed since, this is the exact state before.
    """
    return _taken_back(after, before, now, "")


def _taken_back(after: Any, before: Any, now: Any, place: str) -> tuple[Any, tuple[str, ...]]:
    if before in (after, now):
        return now, ()
    if now == after:
        return before, ()
    if _are_listed(after, before, now):
        return _items_taken_back(after, before, now, place)
    if not _is_record(now) or not (type(before) is type(after) is type(now)):
        return now, (place,)
    values: dict[str, Any] = {}
    contested: list[str] = []
    for name in (each.name for each in fields(now)):
        was, wanted, is_now = (getattr(one, name) for one in (after, before, now))
        at = f"{place}/{name}".lstrip("/")
        values[name], places = _taken_back(was, wanted, is_now, at)
        contested.extend(places)
    return replace(now, **values), tuple(contested)


def _items_taken_back(
    after: Any, before: Any, now: Any, place: str
) -> tuple[Any, tuple[str, ...]]:
    """Take back what happened to a list whose items have ids; others may have added some."""
    was, is_wanted, is_now = ({each.id: each for each in one} for one in (after, before, now))
    kept: list[Any] = []
    contested: list[str] = []
    for item_id in [*is_wanted, *(each for each in is_now if each not in is_wanted)]:
        at = f"{place}/{_escaped(item_id)}"
        item, places = _taken_back(
            was.get(item_id), is_wanted.get(item_id), is_now.get(item_id), at
        )
        contested.extend(places)
        if item is not None:
            kept.append(item)
    if [each for each in was if each in is_wanted] == [each for each in is_wanted if each in was]:
        # The order was not part of it: what others moved stays where they put it.
        ranks = {item_id: rank for rank, item_id in enumerate(is_now)}
        kept = _in_order(kept, ranks)
    return tuple(kept), tuple(contested)


def _escaped(item_id: str) -> str:
    return item_id.replace("~", "~0").replace("/", "~1")


def _in_order(items: list[Any], ranks: dict[str, int]) -> list[Any]:
    """Return the items in an order in which new ones stay behind the one before them."""
    keyed, last = [], -1
    for each in items:
        last = ranks.get(each.id, last)
        keyed.append((last, each))
    return [each for _, each in sorted(keyed, key=lambda pair: pair[0])]


def _are_listed(*values: Any) -> bool:
    return all(isinstance(each, tuple) for each in values) and all(
        hasattr(item, "id") for each in values for item in each
    )


def merged(base: Any, mine: Any, theirs: Any) -> Any:
    """Return theirs with what I changed since the base; where both changed, mine stays."""
    if mine == base:
        return theirs
    if theirs in (base, mine):
        return mine
    if isinstance(mine, tuple):
        return _merged_tuples(base, mine, theirs)
    if not _is_record(mine) or not (type(base) is type(mine) is type(theirs)):
        return mine
    names = [each.name for each in fields(mine)]
    return replace(
        mine,
        **{n: merged(getattr(base, n), getattr(mine, n), getattr(theirs, n)) for n in names},
    )


def _is_record(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Money)


def _merged_tuples(base: Any, mine: Any, theirs: Any) -> Any:
    if not all(hasattr(each, "id") for each in (*base, *mine, *theirs)):
        return mine
    before = {each.id: each for each in base}
    other = {each.id: each for each in theirs}
    kept = []
    for each in mine:
        if each.id in other:
            kept.append(merged(before.get(each.id, each), each, other[each.id]))
        elif each.id not in before or each != before[each.id]:
            kept.append(each)
    known = {each.id for each in mine} | set(before)
    return (*kept, *(each for each in theirs if each.id not in known))
