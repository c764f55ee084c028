"""A signed agreement is closed once and for all."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.agreements import (
    Agreement,
    InstalmentPlan,
    PlannedLine,
    Sealed,
    SignatureKind,
    Term,
)
from mediation_app.domain.cases import Outcome, Unfinished
from mediation_app.domain.effect import effective_on
from mediation_app.domain.money import Money
from mediation_app.domain.seals import (
    agreement_digest,
    is_under_seal,
    refuse_edit_of_sealed,
    require_unchanged,
    sealed,
)
from mediation_app.errors import InvalidValueError, SealedAgreementError
from tests.builders import a_case, a_person, an_agreement, signed

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
SIGNED = signed(a_case())
CLOSED = sealed(SIGNED, AT)
SEAL = Sealed(AT, agreement_digest(SIGNED.agreement))


def without(case, kind):
    kept = tuple(each for each in case.agreement.signatures if each.kind is not kind)
    return replace(case, agreement=replace(case.agreement, signatures=kept))


def test_sealing_keeps_the_moment_and_the_digest_of_what_was_agreed():
    assert CLOSED.sealed.sealed_at == AT
    assert CLOSED.sealed.digest == agreement_digest(SIGNED.agreement)
    assert replace(CLOSED, sealed=None) == SIGNED


def test_what_is_sealed_stays_sealed_as_it_was():
    assert sealed(CLOSED, datetime(2027, 1, 1, tzinfo=UTC)) is CLOSED


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        (SignatureKind.SEAL, "人民调解委员会印章"),
        (SignatureKind.MEDIATOR, "沈砚秋"),
        (SignatureKind.PARTY, "顾喆安、云汀银行股份有限公司临江支行"),
    ],
)
def test_nothing_is_sealed_before_all_have_signed(kind, who):
    with pytest.raises(InvalidValueError, match=f"还缺{who}的签名"):
        sealed(without(SIGNED, kind), AT)


def test_without_an_agreement_there_is_nothing_to_seal():
    with pytest.raises(InvalidValueError, match="还没有协议"):
        sealed(a_case(agreement=None), AT)


def test_the_parties_need_not_sign_an_oral_agreement_that_is_sealed():
    oral = replace(without(SIGNED, SignatureKind.PARTY), outcome=Outcome.ORAL_AGREEMENT)
    assert sealed(oral, AT).sealed is not None
    with pytest.raises(InvalidValueError, match="还缺沈砚秋"):
        sealed(without(oral, SignatureKind.MEDIATOR), AT)


def test_an_agreement_that_nobody_has_to_sign_is_not_sealed_unsigned():
    nobody = a_case(parties=(), mediators=())
    with pytest.raises(InvalidValueError, match="印章"):
        sealed(nobody, AT)


def test_what_cannot_be_read_yet_is_not_sealed_over():
    open_field = replace(SIGNED, unfinished=(Unfinished("agreement/amount", "12.345"),))
    with pytest.raises(InvalidValueError, match="没填完整"):
        sealed(open_field, AT)
    elsewhere = replace(SIGNED, unfinished=(Unfinished("claim", "1.2.3"),))
    assert sealed(elsewhere, AT).sealed is not None


def test_a_party_without_a_name_is_called_by_its_side():
    nameless = replace(SIGNED, parties=(*SIGNED.parties, a_person(id="p9", name="")))
    with pytest.raises(InvalidValueError, match="还缺申请人的签名"):
        sealed(nameless, AT)


def test_a_sealed_agreement_keeps_its_day_when_the_parties_change_afterwards():
    more = (*CLOSED.parties, a_person(id="p9"))
    assert effective_on(replace(SIGNED, parties=more)) is None
    assert effective_on(replace(CLOSED, parties=more)) == date(2026, 3, 5)


EDITS = {
    "a term": lambda a: replace(a, terms=(replace(a.terms[0], text="别的"),)),
    "no term": lambda a: replace(a, terms=()),
    "the amount": lambda a: replace(a, amount=Money(1)),
    "a plan": lambda a: replace(a, plan=InstalmentPlan()),
    "a signature less": lambda a: replace(a, signatures=a.signatures[1:]),
    "a day of signing": lambda a: replace(
        a, signatures=(replace(a.signatures[0], signed_on=date(2026, 3, 6)), *a.signatures[1:])
    ),
    "a note": lambda a: replace(a, signing_note="后补"),
    "all of it": lambda _: None,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_no_edit_of_a_sealed_agreement_passes(edit):
    wanted = replace(CLOSED, agreement=edit(CLOSED.agreement))
    with pytest.raises(SealedAgreementError, match="另立补充协议"):
        refuse_edit_of_sealed(CLOSED, CLOSED, wanted)


def test_who_could_not_know_of_the_seal_is_not_refused():
    wanted = replace(SIGNED, agreement=an_agreement(manner="现金"))
    refuse_edit_of_sealed(CLOSED, SIGNED, wanted)


@pytest.mark.parametrize(
    "wanted",
    [
        SIGNED,
        replace(CLOSED, sealed=replace(SEAL, digest="0" * 64)),
        replace(CLOSED, sealed=replace(SEAL, sealed_at=datetime(2027, 1, 1, tzinfo=UTC))),
    ],
)
def test_the_seal_itself_cannot_be_edited(wanted):
    with pytest.raises(SealedAgreementError):
        refuse_edit_of_sealed(CLOSED, CLOSED, wanted)


def test_an_edit_cannot_put_a_seal_on():
    with pytest.raises(SealedAgreementError):
        refuse_edit_of_sealed(SIGNED, SIGNED, CLOSED)


def test_no_action_may_leave_another_agreement_behind():
    require_unchanged(SIGNED, a_case(agreement=None))
    require_unchanged(CLOSED, replace(CLOSED, facts="新的事实"))
    for changed in (replace(CLOSED, agreement=None), SIGNED):
        with pytest.raises(SealedAgreementError):
            require_unchanged(CLOSED, changed)


def test_half_typed_text_does_not_reach_a_sealed_agreement():
    wanted = replace(CLOSED, unfinished=(Unfinished("agreement/amount", "x"),))
    with pytest.raises(SealedAgreementError):
        refuse_edit_of_sealed(CLOSED, CLOSED, wanted)


def test_everything_else_of_a_sealed_case_can_still_be_edited():
    wanted = replace(CLOSED, facts="补充的事实", unfinished=(Unfinished("claim", "1.x"),))
    refuse_edit_of_sealed(CLOSED, CLOSED, wanted)


def test_a_screen_that_is_behind_may_save_what_is_not_the_agreement():
    refuse_edit_of_sealed(CLOSED, SIGNED, replace(SIGNED, facts="新的事实"))
    older = replace(SIGNED, agreement=an_agreement())
    refuse_edit_of_sealed(CLOSED, older, CLOSED)


def test_before_the_seal_an_agreement_is_free():
    refuse_edit_of_sealed(SIGNED, SIGNED, replace(SIGNED, agreement=None))


def test_the_paths_under_a_seal_are_those_of_the_agreement():
    for path in ("agreement", "agreement/terms/t1/text", "sealed", "sealed/sealed_at"):
        assert is_under_seal(CLOSED, path)
        assert not is_under_seal(SIGNED, path)
    assert not is_under_seal(CLOSED, "facts")
    assert not is_under_seal(CLOSED, "agreements")


def test_the_digest_tells_agreements_apart_by_every_part():
    whole = SIGNED.agreement
    others = [edit(whole) for name, edit in EDITS.items() if name != "all of it"]
    assert len({agreement_digest(each) for each in (whole, *others)}) == len(others) + 1


def test_the_digest_of_an_agreement_never_changes_with_the_program():
    agreement = Agreement(
        terms=(Term("t1", text="退还人民币100.00元。"),),
        amount=Money(10000),
        plan=InstalmentPlan(
            total=Money(10000),
            annual_rate=Decimal("0.0385"),
            lines=(PlannedLine("l1", date(2026, 3, 31), Money(10000)),),
        ),
    )
    assert (
        agreement_digest(agreement)
        == "4fa589a34a117d915b6c2e6e4dfa2353f16ce672fad124ab4a68f12e3ca8d3f5"
    )


@given(st.text(max_size=20), st.text(max_size=20))
def test_text_cannot_move_from_one_field_to_the_next_unnoticed(manner, period):
    one = an_agreement(manner=manner, period=period)
    other = an_agreement(manner=period, period=manner)
    assert (agreement_digest(one) == agreement_digest(other)) == (manner == period)
