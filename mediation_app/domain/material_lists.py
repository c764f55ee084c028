"""Which materials a case usually needs, as dated data rather than code."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from mediation_app.domain.cases import Case
from mediation_app.domain.materials import NEEDED, OPTIONAL
from mediation_app.domain.parties import Agent, Guardian, Party, PartyKind
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say


class Owner(Enum):
    """Whom a material is about: there is one line for each of them."""

    CASE = "case"
    PARTY = "party"
    AGENT = "agent"
    GUARDIAN = "guardian"


class Ground(Enum):
    """Why a material is on the list."""

    VERIFIED = "V"
    """Read in the official text."""
    SEEN = "S"
    """Seen in secondary material."""
    REMEMBERED = "M"
    """From memory: a lawyer must check it."""
    HABIT = "H"
    """No rule, only what such a desk usually asks for."""


@dataclass(frozen=True, slots=True)
class MaterialRule:
    """One edition of a usual material; empty conditions always hold.

    Attributes:
        name: What it is called.
        need: 必须 or 按需.
        owed_by: Who is to bring it; empty for papers of a person, which that side brings.
        party_kinds: Only for parties of these kinds, or for those who act for them.
        disputes: Only where the dispute's name contains one of these words.
        sources: Only for cases that came this way.
        source: The rule behind it, or that it is a habit.
        valid_from: First day of this edition; None where it is not established.
    """

    name: str
    owner: Owner
    ground: Ground
    source: str
    valid_from: date | None = None
    party_kinds: tuple[PartyKind, ...] = ()
    disputes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    need: str = OPTIONAL
    owed_by: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line that the checklist may get, the rule that suggests it, and who is to bring it."""

    name: str
    rule: MaterialRule
    owed_by: str = ""


def read_material_rules(text: str) -> tuple[MaterialRule, ...]:
    """Read a file of usual materials.

    Raises:
        InvalidValueError: The sentence names the entry that is wrong.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise InvalidValueError(say("材料清单文件不是有效的 JSON，请重新下载或导出")) from fault
    entries = found.get("materials") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise InvalidValueError(say("材料清单文件缺少列表“materials”，请核对文件格式"))
    return tuple(_rule(no, entry) for no, entry in enumerate(entries, start=1))


def suggested_materials(
    case: Case, rules: Iterable[MaterialRule], today: date
) -> tuple[Suggestion, ...]:
    """Return what such a case usually needs and its list does not hold yet."""
    known = {material.name.strip() for material in case.materials}
    in_force = (each for each in rules if each.valid_from is None or each.valid_from <= today)
    found: dict[str, Suggestion] = {}
    for rule in in_force:
        for name, owed_by in _names(rule, case) if _applies(rule, case) else ():
            found.setdefault(name, Suggestion(name, rule, owed_by))
    return tuple(each for name, each in found.items() if name not in known)


def _applies(rule: MaterialRule, case: Case) -> bool:
    is_of_dispute = not rule.disputes or any(word in case.dispute for word in rule.disputes)
    return is_of_dispute and (not rule.sources or case.source in rule.sources)


def _names(rule: MaterialRule, case: Case) -> Iterator[tuple[str, str]]:
    """Yield what a material is called, for each that it is about, and who is to bring it."""
    if rule.owner is Owner.CASE:
        yield rule.name, rule.owed_by
        return
    for party in case.parties:
        if rule.party_kinds and party.kind not in rule.party_kinds:
            continue
        for person in _people(rule.owner, party):
            name = f"{rule.name}（{person.name.strip() or party.role.value}）"
            yield name, rule.owed_by or party.role.value


def _people(owner: Owner, party: Party) -> tuple[Party | Agent | Guardian, ...]:
    if owner is Owner.PARTY:
        return (party,)
    return party.agents if owner is Owner.AGENT else party.guardians


def _rule(no: int, entry: Any) -> MaterialRule:
    try:
        valid_from = entry.get("valid_from")
        return MaterialRule(
            name=_text(entry["name"]),
            owner=Owner(entry["owner"]),
            ground=Ground(entry["mark"]),
            source=_text(entry["source"]),
            valid_from=None if valid_from is None else date.fromisoformat(valid_from),
            party_kinds=tuple(PartyKind(each) for each in entry.get("party_kinds", ())),
            disputes=tuple(_text(each) for each in entry.get("disputes", ())),
            sources=tuple(_text(each) for each in entry.get("sources", ())),
            need=_need(entry.get("need", OPTIONAL)),
            owed_by=_text(entry["owed_by"]) if "owed_by" in entry else "",
        )
    except (AttributeError, KeyError, TypeError, ValueError) as fault:
        raise InvalidValueError(
            say("材料清单文件第{number}项缺少内容或者写法不对，请核对", number=no)
        ) from fault


def _need(value: Any) -> str:
    if value not in {NEEDED, OPTIONAL}:
        raise ValueError(value)
    return str(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()
