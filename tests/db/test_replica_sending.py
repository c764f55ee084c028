"""What a machine sends, and what becomes of it."""

from dataclasses import replace
from datetime import date

import pytest

from db.sync.wire import Judgement, NumberWish, Place, Verdict
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from tests.builders import a_committee
from tests.db.desks import CASE, KEY
from tests.db.small_centre import OTHER, WORD, pulled, pushed, said_number
from tests.db.stored_cases import added, ids


def test_without_a_centre_nothing_is_sent(a):
    added(a.units, CASE)
    assert a.replica.outbox() == ()
    assert a.replica.unechoed() == ()
    assert a.replica.epoch() == 0
    assert a.replica.cursors() == {}


def test_an_entry_is_safe_when_it_came_back_and_not_before(a, centre):
    added(a.units, CASE)
    a.replica.greet(centre.hello())
    pushed(a.replica, centre)
    assert a.replica.outbox() == ()
    assert [op.op_id for op in a.replica.unechoed()] == [a.queries.history(CASE.id)[0].op_id]
    assert a.replica.place_of(KEY) == Place()
    pulled(a.replica, centre)
    assert a.replica.unechoed() == ()
    assert a.replica.place_of(KEY).seq == 1
    assert a.raw("SELECT placed_doc FROM record WHERE record_kind = 'case'") == [(None,)]


def test_an_echo_that_came_before_the_answer_stays_an_echo(a, centre):
    added(a.units, CASE)
    a.replica.greet(centre.hello())
    verdicts = centre.push(a.replica.device_id, a.replica.outbox())
    pulled(a.replica, centre)
    assert a.replica.take_verdicts(verdicts) == Changes()
    assert a.replica.unechoed() == ()


def test_an_answer_about_something_unknown_is_passed_over(a):
    assert a.replica.take_verdicts([Verdict("none", Judgement.PLACED, 1)]) == Changes()


def test_a_refused_entry_leaves_the_case_and_is_set_aside(shared, a):
    shared.refuse.add("c1")
    a.edit(facts="不许的")
    assert a.case().facts == "不许的"
    changes = a.replica.take_verdicts(shared.push(a.replica.device_id, a.replica.outbox()))
    assert changes == Changes(frozenset({"c1"}))
    assert a.case() == CASE
    assert a.raw("SELECT reason FROM set_aside") == [("no_access",)]
    assert a.replica.outbox() == ()
    assert a.is_sound
    a.edit(issues="接着写")
    assert a.case() == replace(CASE, issues="接着写")


def test_what_builds_on_a_refused_entry_is_folded_by_all_alike(shared, a, b):
    a.edit(facts="一")
    a.edit(facts="二")
    first, second = a.replica.outbox()
    refused = Verdict(first.op_id, Judgement.REFUSED, reason="no_access")
    (placed,) = shared.push(a.replica.device_id, [second])
    a.replica.take_verdicts([refused, placed])
    a.sync(shared)
    b.sync(shared)
    assert a.state() == b.state()
    assert a.case() == b.case()


def test_a_refused_entry_that_comes_back_all_the_same_counts_again(shared, a):
    a.edit(facts="先退后收")
    ops = a.replica.outbox()
    a.replica.take_verdicts([Verdict(ops[0].op_id, Judgement.REFUSED, reason="poison")])
    shared.push(a.replica.device_id, ops)
    pulled(a.replica, shared)
    assert a.case().facts == "先退后收"
    assert a.raw("SELECT * FROM set_aside") == []
    assert a.is_sound


def test_the_committee_is_the_record_of_its_organisation(shared, a, b):
    with a.units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    a.sync(shared)
    applied = b.sync(shared)
    assert applied.changes.is_committee_changed
    with b.units() as work:
        assert work.committees.get() == a_committee()


def test_who_moves_to_another_organisation_has_its_committee(shared, a):
    with a.units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    a.sync(shared)
    a.replica.greet(shared.hello(OTHER))
    with a.units() as work:
        assert work.committees.get() == Committee()
        work.committees.save(Committee(), Committee(name="另一个"), "edit")
        work.commit()
    assert a.replica.outbox()[0].record_id == f"org-{OTHER}"


@pytest.mark.usefixtures("shared")
def test_a_copied_disk_goes_on_under_a_new_id(a):
    a.edit(facts="一")
    before = a.replica.device_id
    assert a.replica.outbox()[0].device_seq == 2
    a.replica.become_device()
    assert a.replica.device_id != before
    a.edit(issues="二")
    assert [op.device_seq for op in a.replica.outbox()] == [0, 1]


@pytest.mark.usefixtures("shared")
def test_the_outbox_gives_what_one_call_carries_and_at_least_one(a):
    for text in ("一" * 200, "二" * 200, "三"):
        a.edit(facts=text)
    assert len(a.replica.outbox(limit=2)) == 2
    assert len(a.replica.outbox(most_bytes=10)) == 1
    assert len(a.replica.outbox()) == 3


@pytest.mark.usefixtures("shared")
def test_a_number_is_claimed_or_asked_for(a):
    a.edit(number="（2026）甲字第9号")
    assert a.replica.outbox()[-1].number == NumberWish("甲字", 2026, 9)
    a.edit(number="自编号")
    assert a.replica.outbox()[-1].number is None
    a.edit(number="临-站-1f-2", filed_on=date(2025, 12, 31))
    assert a.replica.outbox()[-1].number == NumberWish(WORD, 2025, None)
    a.edit(number="")
    assert a.replica.outbox()[-1].number is None


def test_what_the_centre_said_of_a_number_is_shown_before_the_echo(a, centre):
    added(a.units, replace(CASE, number="临-站-1f-2"))
    a.replica.greet(centre.hello())
    pushed(a.replica, centre)
    assert a.case().number == f"（2026）{WORD}第1号"
    assert a.case().provisional_number == "临-站-1f-2"
    with a.units() as work:
        assert work.cases.find("临-站-1f-2").id == "c1"
    assert ids(a.queries.case_lines("临-站-1f-2")) == ["c1"]
    assert said_number(centre.logs[KEY][0]) == a.case().number
    pulled(a.replica, centre)
    assert a.is_sound
