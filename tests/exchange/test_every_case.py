"""Whatever the desk can put into a registered case survives the exchange file."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mediation_app.domain.agreements import Sealed, Signature, SignatureKind
from mediation_app.domain.cases import CaseId
from mediation_app.domain.courses import Course
from mediation_app.domain.effect import signatures_needed
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.seals import agreement_digest
from mediation_app.exchange.schema import cases_schema
from mediation_app.exchange.sides import by_sides
from mediation_app.exchange.writing import write_case
from tests.exchange import invented
from tests.exchange.invented_appointments import nameless, with_appointments
from tests.exchange.invented_sessions import people_in, with_sessions
from tests.exchange.reading_room import read, told

VALIDATOR = Draft202012Validator(cases_schema())


@st.composite
def registered_cases(draw):
    """Return a case with both sides, its agreement signed by nobody, some or all."""
    case = draw(invented.cases)
    sides = tuple(
        replace(draw(invented.persons | invented.bodies), role=role)
        for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
    )
    case = by_sides(replace(case, parties=(*sides, *case.parties)))
    case = draw(with_appointments(draw(with_sessions(case))))
    if case.agreement is None:
        return case
    day, sealed = sorted(draw(st.tuples(invented.days, invented.days)))
    all_signed = tuple(
        Signature(draw(invented.ids), kind, signer, sealed if kind is SignatureKind.SEAL else day)
        for kind, signer in signatures_needed(case)
    )
    some_signed = draw(invented.signatures(case))
    signed = draw(st.sampled_from([all_signed, some_signed, ()]))
    case = replace(case, agreement=replace(case.agreement, signatures=signed))
    sealed_at = draw(st.none() | invented.instants)
    known = {party.id for party in case.parties}
    told = [e for e in signed if e.kind is not SignatureKind.PARTY or e.signer in known]
    if sealed_at is None or not told or case.agreement is None:
        return case
    return replace(case, sealed=Sealed(sealed_at, agreement_digest(case.agreement)))


def _without_ids(case):
    """Return the case with places instead of ids; the order of signatures says nothing."""
    places = {party.id: f"p{number}" for number, party in enumerate(case.parties)}
    case = replace(
        case,
        id=CaseId(""),
        parties=tuple(
            replace(
                party,
                id=places[party.id],
                agents=tuple(replace(agent, id="") for agent in party.agents),
                guardians=tuple(replace(guardian, id="") for guardian in party.guardians),
            )
            for party in case.parties
        ),
        meetings=tuple(_session(meeting, case) for meeting in case.meetings),
        appointments=nameless(case),
        offers=tuple(
            replace(offer, id="", meeting_id=_place(case.meetings, offer.meeting_id))
            for offer in case.offers
        ),
        termination=case.termination
        and replace(case.termination, signers=_called(case, case.termination.signers)),
        materials=tuple(replace(material, id="") for material in case.materials),
        links=_nameless(case.links),
        steps=_nameless(case.steps),
        course=Course(*(_nameless(getattr(case.course, name)) for name in Course.__slots__)),
        # The digest covers the ids; see test_what_is_sealed_comes_back_sealed.
        sealed=case.sealed and replace(case.sealed, digest=""),
    )
    return case if case.agreement is None else replace(case, agreement=_plain(case, places))


def _session(meeting, case):
    deal = meeting.deal
    return replace(
        meeting,
        id="",
        appointment_id=_place(case.appointments, meeting.appointment_id),
        present=_called(case, meeting.present),
        rights_told_to=_called(case, meeting.rights_told_to),
        notes=_nameless(meeting.notes),
        deal=deal and replace(deal, offer_id=_place(case.offers, deal.offer_id)),
    )


def _called(case, ids):
    """Return the places of these people among all in the case."""
    everybody = people_in(case)
    return tuple(str(everybody.index(each)) for each in ids)


def _place(records, record_id):
    places = (str(number) for number, each in enumerate(records) if each.id == record_id)
    return next(places, "")


def _nameless(records):
    return tuple(replace(record, id="") for record in records)


def _plain(case, places):
    agreement = case.agreement
    signatures = sorted(
        (each.kind.value, places.get(each.signer, each.signer), str(each.signed_on))
        for each in agreement.signatures
    )
    plan = agreement.plan
    return replace(
        agreement,
        terms=tuple(replace(term, id="") for term in agreement.terms),
        plan=plan and replace(plan, lines=tuple(replace(line, id="") for line in plan.lines)),
        signatures=tuple(signatures),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(registered_cases())
def test_a_registered_case_is_read_back_as_it_was(case):
    written = json.loads(json.dumps(write_case(case), ensure_ascii=False))
    result = read(written)
    assert told(result) == []
    assert _without_ids(result.cases[0]) == _without_ids(case)
    assert write_case(result.cases[0]) == written
    VALIDATOR.validate(written)
