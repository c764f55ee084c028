"""When an agreement takes effect, and its copies."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.agreements import SignatureKind
from mediation_app.domain.cases import Outcome
from mediation_app.domain.effect import (
    COURT_ASSIGNMENT,
    copies_of,
    effective_on,
    parties_signed_on,
    signatures_needed,
)
from mediation_app.domain.parties import PartyRole
from tests.builders import a_branch, a_case, a_person, an_agreement, signed


def without(case, kind):
    kept = tuple(each for each in case.agreement.signatures if each.kind is not kind)
    return replace(case, agreement=replace(case.agreement, signatures=kept))


def test_an_agreement_takes_effect_with_the_latest_signature():
    case = signed(a_case(), date(2026, 3, 5), sealed_on=date(2026, 3, 9))
    assert effective_on(case) == date(2026, 3, 9)
    assert parties_signed_on(case.agreement) == date(2026, 3, 5)


def test_no_signature_no_effect():
    assert effective_on(a_case()) is None
    assert effective_on(a_case(agreement=None)) is None
    assert parties_signed_on(an_agreement()) is None


def test_an_agreement_without_seal_mediator_or_a_party_has_no_effect():
    case = signed(a_case())
    for kind in (SignatureKind.SEAL, SignatureKind.MEDIATOR, SignatureKind.PARTY):
        assert effective_on(without(case, kind)) is None


def test_a_guarantor_must_sign_too():
    guarantor = a_person(id="p3", role=PartyRole.GUARANTOR)
    case = signed(a_case())
    late = replace(case, parties=(*case.parties, guarantor))
    assert (SignatureKind.PARTY, "p3") in signatures_needed(late)
    assert effective_on(late) is None


def test_a_seal_counts_under_whatever_name_it_was_recorded():
    case = signed(a_case())
    seal = next(e for e in case.agreement.signatures if e.kind is SignatureKind.SEAL)
    named = replace(seal, signer="调解委员会")
    both = without(case, SignatureKind.SEAL).agreement.signatures
    case = replace(case, agreement=replace(case.agreement, signatures=(*both, named)))
    assert effective_on(case) == date(2026, 3, 5)


def test_an_oral_agreement_takes_effect_when_it_is_recorded():
    case = replace(signed(a_case()), outcome=Outcome.ORAL_AGREEMENT)
    assert effective_on(without(case, SignatureKind.PARTY)) == date(2026, 3, 5)


def test_each_party_and_the_committee_get_a_copy():
    assert copies_of(a_case()) == 3
    second = a_branch(id="p3")
    assert copies_of(a_case(parties=(a_person(), a_branch(), second))) == 4


def test_a_court_that_sent_the_case_gets_a_copy_too():
    assert copies_of(a_case(source=COURT_ASSIGNMENT)) == 4


def test_a_number_of_copies_agreed_upon_goes_before_the_rule():
    assert copies_of(a_case(agreement=an_agreement(copies=7))) == 7


def test_an_oral_agreement_and_no_agreement_have_no_copies():
    assert copies_of(a_case(outcome=Outcome.ORAL_AGREEMENT)) == 0
    assert copies_of(a_case(agreement=None)) == 0
