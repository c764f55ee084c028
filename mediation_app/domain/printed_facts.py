"""What of a case each kind of form may speak of: what is left out here can be on no paper.

The forms of the first version of the program take the case as it is, without what no form prints;
each later form takes only the facts that it was made for, so that another fact neither gets on the
paper nor makes a new version of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from mediation_app.domain.cases import Case, Meeting, Termination
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind
from mediation_app.domain.masks import mask_name
from mediation_app.domain.parties import Agent, Guardian, Party

FIRST_FORMS = frozenset(
    {
        FormKind.APPLICATION,
        FormKind.AGREEMENT,
        FormKind.ORAL_AGREEMENT,
        FormKind.CONFIRMATION,
    }
)
_WHO = ("number", "dispute", "mediators")
_KEPT: Mapping[FormKind, tuple[str, ...]] = MappingProxyType(
    {
        FormKind.SLIP: ("number", "filed_on"),
        FormKind.INTAKE_RECEIPT: ("number", "filed_on", "dispute", "requests", "claim"),
        FormKind.MEETING_NOTICE: _WHO,
        FormKind.SERVICE_RECEIPT: _WHO,
        FormKind.RECORD: (*_WHO, "recorder", "meeting_place"),
        FormKind.PLAIN_SUMMARY: (*_WHO, "agreement"),
        FormKind.TERMINATION: (*_WHO, "filed_on", "accepted_on", "requests", "claim"),
        FormKind.UNDISPUTED_FACTS: (*_WHO, "recorder"),
        FormKind.OTHER_WAYS: ("number", "dispute"),
        FormKind.VOLUME: (*_WHO, "recorder", "filed_on", "outcome"),
    }
)
_WITH_MEETING_DAYS = frozenset({FormKind.TERMINATION, FormKind.UNDISPUTED_FACTS, FormKind.VOLUME})
_WITH_LINES = frozenset({*FIRST_FORMS, FormKind.PLAIN_SUMMARY})


def printed_case(kind: FormKind, case: Case) -> Case:
    """Return what the form may speak of; a note at the table makes no new agreement."""
    days = tuple(Meeting(each.id, each.held_on) for each in case.meetings)
    if kind in FIRST_FORMS:
        return replace(case, unfinished=(), meetings=days)
    return Case(
        id=case.id,
        parties=tuple(_PARTY.get(kind, _named)(party) for party in case.parties),
        meetings=days if kind in _WITH_MEETING_DAYS else (),
        termination=_termination(kind, case.termination),
        **{name: getattr(case, name) for name in _KEPT[kind]},
    )


def printed_committee(kind: FormKind, committee: Committee) -> Committee:
    """Return what the form may say of the committee: a new colleague makes no new version."""
    if kind in FIRST_FORMS:
        return replace(committee, rooms=(), absences=())
    return Committee(
        name=committee.name,
        station=committee.station,
        address=committee.address,
        phone=committee.phone,
        seal_name=committee.seal_name,
        court=committee.court,
    )


def speaks_of_agreement(kind: FormKind) -> bool:
    """Say whether the form speaks of instalments, copies and the day of effect."""
    return kind in _WITH_LINES


def _named(party: Party) -> Party:
    """Return who the party is and who acts for it, without all that identifies them further."""
    return Party(
        id=party.id,
        role=party.role,
        kind=party.kind,
        name=party.name,
        representative=party.representative,
        representative_post=party.representative_post,
        agents=tuple(
            Agent(each.id, each.name, capacity=each.capacity, powers=each.powers)
            for each in party.agents
        ),
        guardians=tuple(
            Guardian(each.id, each.name, relationship=each.relationship)
            for each in party.guardians
        ),
    )


def _masked(party: Party) -> Party:
    return Party(id=party.id, role=party.role, kind=party.kind, name=mask_name(party.name))


def _reachable(party: Party) -> Party:
    return replace(_named(party), address=party.address, phone=party.phone)


def _termination(kind: FormKind, termination: Termination | None) -> Termination | None:
    if termination is None:
        return None
    if kind is FormKind.TERMINATION:
        return replace(termination, notice="", undisputed=(), materials=())
    if kind is FormKind.UNDISPUTED_FACTS:
        return Termination(ended_on=termination.ended_on, undisputed=termination.undisputed)
    if kind is FormKind.OTHER_WAYS:
        return Termination(ended_on=termination.ended_on, court=termination.court)
    return None


_PARTY: Mapping[FormKind, Callable[[Party], Party]] = MappingProxyType(
    {FormKind.SLIP: _masked, FormKind.SERVICE_RECEIPT: _reachable}
)
