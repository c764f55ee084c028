"""What becomes of a screen's case when somebody else has changed the stored one."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from mediation_app.domain.money import Money


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
