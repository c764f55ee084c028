"""Respondents of earlier cases, so that nobody types a bank's particulars twice."""

from collections.abc import Callable
from dataclasses import replace

from mediation_app.domain.cases import CaseId
from mediation_app.domain.parties import Party, PartyKind, PartyRole
from mediation_app.services.desk import Desk
from ui.fields.choices import Choice

_LINES = 60
_MOST_CHOICES = 12
_BRANCH_ENDS = ("支行", "分行", "分公司", "中心", "营业部", "分理处")


def earlier_respondents(desk: Desk, typed: str) -> tuple[Choice, ...]:
    """Return names of respondents that fit what was typed, latest first; runs beside the window.

    The origin of a choice is the id of the case that it was read from.
    """
    found: dict[str, Choice] = {}
    for line in desk.lookup.lines(typed.strip(), _LINES):
        for name in line.respondents:
            # A draft knows no more than the name.
            if line.number and name not in found and _fits(name, typed, line.applicants):
                found[name] = Choice(name, name, note=line.number, origin=line.id)
    return tuple(found.values())[:_MOST_CHOICES]


def particulars_of(desk: Desk, case_id: CaseId, name: str) -> Party | None:
    """Return the party of this name in an earlier case; runs beside the window."""
    parties = desk.case_files.open(case_id).parties_in(PartyRole.RESPONDENT)
    return next((each for each in parties if each.name == name), None)


def adopted(party: Party, earlier: Party, new_id: Callable[[], str]) -> Party:
    """Return the party with the particulars of an earlier one; agents are new records."""
    if earlier.kind is PartyKind.NATURAL:
        return party
    agents = tuple(replace(each, id=new_id()) for each in earlier.agents)
    return replace(earlier, id=party.id, role=party.role, agents=agents)


def kind_by_name(name: str) -> PartyKind:
    """Return whether an institution is a branch or a company of its own, judged by its name."""
    return PartyKind.BRANCH if name.strip().endswith(_BRANCH_ENDS) else PartyKind.COMPANY


def _fits(name: str, typed: str, applicants: tuple[str, ...]) -> bool:
    """Return whether the case was found by this name and not by another of its words."""
    wanted = typed.strip()
    return wanted in name or not any(wanted in each for each in applicants)
