"""A signed agreement is immutable at every desk, whoever hears of it when."""

from dataclasses import replace

import pytest

from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.seals import agreement_digest
from mediation_app.errors import SealedAgreementError
from tests.builders import an_agreement, signed
from tests.sync.machines import meet


@pytest.fixture
def signed_pair(pair):
    """Return two computers that know the same signed case."""
    here, there = pair
    case = here.new_case(mediators=("沈砚秋",))
    with here.database.units_of_work("沈砚秋")() as work:
        # Not by steps, as a desk would: only the agreement matters here.
        work.cases.save(case, signed(replace(case, agreement=an_agreement())), "edit")
        work.commit()
    agree(here, there)  # the centre gives the number
    case = here.case(case.id)
    assert there.case(case.id) == case
    return here, there, case


def agree(*machines):
    """Let all of them hear of each other."""
    for _ in range(2):
        meet(*machines)


def manner(case, words):
    return replace(case.agreement, manner=words)


def test_what_one_desk_seals_is_closed_at_the_other(signed_pair):
    here, there, case = signed_pair
    closed = here.files.seal(case.id).case
    agree(here, there)
    arrived = there.case(case.id)
    assert arrived == closed
    assert arrived.sealed.digest == agreement_digest(arrived.agreement)
    with pytest.raises(SealedAgreementError):
        there.edit(case.id, agreement=manner(arrived, "现金"))
    assert there.edit(case.id, facts="补充").sealed == closed.sealed


@pytest.mark.parametrize("is_sealed_first", [True, False])
def test_what_was_written_offline_stands_beside_the_sealed_agreement(signed_pair, is_sealed_first):
    here, there, case = signed_pair
    closed = here.files.seal(case.id).case
    there.edit(case.id, agreement=manner(case, "现金"), facts="离线补充的事实")
    order = (here, there) if is_sealed_first else (there, here)
    agree(*order)
    assert here.case(case.id) == there.case(case.id)
    stored = here.case(case.id)
    assert (stored.agreement, stored.sealed) == (closed.agreement, closed.sealed)
    assert stored.facts == "离线补充的事实"
    for machine in (here, there):
        (conflict,) = machine.open_conflicts()
        assert (conflict.kind, conflict.path) == (ConflictKind.SEALED, "agreement/manner")
        assert [each.value for each in conflict.sides] == [closed.agreement.manner, "现金"]


def test_such_a_conflict_ends_with_what_was_signed_everywhere(signed_pair):
    here, there, case = signed_pair
    closed = here.files.seal(case.id).case
    there.edit(case.id, agreement=manner(case, "现金"))
    agree(here, there)
    (conflict,) = there.open_conflicts()
    with pytest.raises(SealedAgreementError):
        there.conflicts.resolve(conflict, "现金", "按后来说的")
    there.conflicts.resolve(conflict, conflict.sides[0].value, "以签署的为准")
    agree(there, here)
    assert here.open_conflicts() == there.open_conflicts() == ()
    assert here.case(case.id).agreement == there.case(case.id).agreement == closed.agreement


def test_two_desks_that_seal_at_once_agree_on_one_agreement(signed_pair):
    here, there, case = signed_pair
    here.files.seal(case.id)
    there.files.seal(case.id)
    agree(here, there)
    one, other = here.case(case.id), there.case(case.id)
    assert one == other
    assert one.agreement == case.agreement
    assert one.sealed.digest == agreement_digest(case.agreement)


def test_the_other_desk_that_sealed_another_agreement_finds_its_words_beside(signed_pair):
    here, there, case = signed_pair
    there.edit(case.id, agreement=manner(case, "现金"))
    mine = here.files.seal(case.id).case
    there.files.seal(case.id)
    agree(here, there)
    one, other = here.case(case.id), there.case(case.id)
    assert one == other
    assert one.agreement in (mine.agreement, manner(case, "现金"))
    assert one.sealed.digest == agreement_digest(one.agreement)
    assert {each.path for each in here.open_conflicts()} >= {"agreement/manner"}
