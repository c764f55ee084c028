"""Facts that follow from what was typed elsewhere."""

from dataclasses import replace
from typing import Any

from mediation_app.domain.ages import age_on
from mediation_app.domain.cases import Case
from mediation_app.domain.identifiers.identity import identity_facts
from mediation_app.domain.intake import needs_of_age
from ui.case.places import value_at, with_value


def with_consequences(before: Case, after: Case, place: str) -> Case:
    """Return the case with what a new identity number, or birth date, tells about its holder."""
    owner_place, _, name = place.rpartition("/")
    if name not in {"identity", "born_on"}:
        return after
    was, now = value_at(before, owner_place), value_at(after, owner_place)
    facts = _told_by_number(was, now) if name == "identity" else {}
    now = replace(now, **facts)
    if "born_on" in (*facts, name):
        facts["age"] = _age(now, after)
        after = replace(after, needs=needs_of_age(_age_in(was), facts["age"], after.needs))
    for each, value in facts.items():
        after = with_value(after, f"{owner_place}/{each}", value)
    return after


def _age_in(person: Any) -> int | None:
    return getattr(person, "age", None)


def _told_by_number(was: Any, now: Any) -> dict[str, Any]:
    """Return sex and birth date where the number tells them and nobody wrote others by hand."""
    old, new = identity_facts(was.identity), identity_facts(now.identity)
    facts: dict[str, Any] = {}
    if new.sex and now.sex in {"", old.sex}:
        facts["sex"] = new.sex
    if new.born_on and hasattr(now, "born_on") and now.born_on in {None, old.born_on}:
        facts["born_on"] = new.born_on
    return facts


def _age(party: Any, case: Case) -> int | None:
    if party.born_on is None or case.filed_on is None or case.filed_on < party.born_on:
        return None
    return age_on(party.born_on, case.filed_on)
