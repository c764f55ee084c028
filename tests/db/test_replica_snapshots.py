"""Records that come folded: quick to store, and no different from those that were folded here."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from db.sync.sides import RecordKey
from db.sync.wire import Judgement, NumberLease, Verdict
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes, RecordKind
from mediation_app.domain.syncing import SyncRound
from mediation_app.sentences import say
from tests.builders import a_case, a_committee
from tests.db.desks import CASE, KEY
from tests.db.other_versions import with_other_rows
from tests.db.small_centre import OTHER, STATION, pulled, pushed
from tests.db.stored_cases import a_document, added, ids


def folded(desk, centre, *keys, org=STATION):
    """Take over snapshots, as a first pull does."""
    desk.replica.greet(centre.hello())
    return desk.replica.load_snapshots(org, [centre.snapshot(key) for key in keys])


def test_a_case_that_came_folded_is_the_case(shared, a, b, desk):
    with a.units() as work:
        work.documents.add(a_document())
        work.commit()
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    late = desk("c", "何苗")
    assert folded(late, shared, KEY) == Changes(frozenset({"c1"}))
    assert late.case() == a.case()
    assert late.state() == a.state()
    assert ids(late.queries.case_lines("顾喆安")) == ["c1"]
    assert late.queries.case_lines()[0].amount == a.queries.case_lines()[0].amount
    assert late.queries.similar("顾喆安", "", "15400000001")[0].id == "c1"
    assert late.queries.issued(CASE.id) == a.queries.issued(CASE.id)
    assert len(late.replica.blobs_wanted()) == 2
    (conflict,) = late.queries.conflicts()
    assert conflict.sides == a.queries.conflicts()[0].sides
    assert late.queries.history(CASE.id) == ()
    assert late.is_sound
    assert folded(late, shared, KEY) == Changes()


def test_a_settlement_of_what_came_folded_reaches_everybody(shared, a, b, desk):
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    late = desk("c", "何苗")
    folded(late, shared, KEY)
    late.settle("二", "看过")
    pushed(late.replica, shared)
    late.replica.apply_history(KEY, shared.logs[KEY][3:])
    for each in (a, b):
        each.sync(shared)
    assert a.case().facts == b.case().facts == late.case().facts == "二"
    assert late.is_sound


def test_what_comes_after_the_fold_is_folded_on(shared, a, desk):
    late = desk("c", "何苗")
    folded(late, shared, KEY)
    a.edit(facts="一")
    a.sync(shared)
    pulled(late.replica, shared)
    assert late.case().facts == "一"
    assert late.replica.place_of(KEY).seq == 2
    assert len(late.queries.history(CASE.id)) == 1
    assert late.is_sound


def test_the_log_before_the_fold_is_taken_over_when_it_comes(shared, a, desk):
    for text in "一二三":
        a.edit(facts=text)
        a.sync(shared)
    late = desk("c", "何苗")
    folded(late, shared, KEY)
    a.edit(facts="四")
    a.sync(shared)
    pulled(late.replica, shared)
    log = shared.logs[KEY]
    late.replica.apply_history(KEY, log[:2])
    late.replica.apply_history(KEY, log[2:])
    assert late.replica.log(KEY, 0) == tuple(log)
    assert late.state() == a.state()
    assert late.queries.history(CASE.id)[0].action == "begin"
    assert late.raw("SELECT from_seq, from_doc FROM record WHERE record_kind = 'case'") == [
        (0, None)
    ]
    assert late.is_sound


def test_an_entry_that_builds_on_one_before_the_fold_asks_for_the_whole_log(shared, a, b, desk):
    a.edit(facts="一")
    a.edit(facts="二")
    first, second = a.replica.outbox()
    shared.push(a.replica.device_id, [first])
    late = desk("c", "何苗")
    folded(late, shared, KEY)
    shared.push(a.replica.device_id, [second])
    pulled(late.replica, shared)
    assert late.queries.conflicts() == ()
    assert late.case().facts == "二"
    assert late.raw("SELECT from_seq FROM record WHERE record_kind = 'case'") == [(0,)]
    b.sync(shared)
    assert late.state() == b.state()


def test_so_does_one_that_is_completed_from_its_history(shared, a, desk):
    a.edit(facts="一")
    a.edit(facts="二")
    first, second = a.replica.outbox()
    shared.push(a.replica.device_id, [first])
    late = desk("c", "何苗")
    folded(late, shared, KEY)
    shared.push(a.replica.device_id, [second])
    applied = late.replica.apply_history(KEY, shared.logs[KEY][2:])
    assert applied.needs == (KEY,)
    assert late.case().facts == "一"
    assert late.replica.place_of(KEY).seq == 0
    assert late.replica.apply_history(KEY, shared.logs[KEY]).needs == ()
    assert late.case().facts == "二"
    assert late.queries.conflicts() == ()
    assert late.is_sound


def test_a_record_that_is_here_only_learns_of_the_other_feed(shared, a):
    shared.move(KEY, STATION, OTHER)
    a.sync(shared)
    assert folded(a, shared, KEY, org=OTHER) == Changes()
    assert a.raw("SELECT orgs FROM record WHERE record_kind = 'case'") == [("[3,4]",)]
    folded(a, shared, KEY, org=OTHER)
    assert a.case() == CASE


def test_a_record_that_left_comes_back_folded_under_what_was_kept(shared, b):
    b.edit(facts="没送出")
    shared.move(KEY, OTHER)
    pulled(b.replica, shared)
    shared.move(KEY, STATION)
    folded(b, shared, KEY)
    assert b.case() == replace(CASE, facts="没送出")
    assert b.is_sound
    (op,) = b.replica.outbox()
    shared.push(b.replica.device_id, [op])
    pulled(b.replica, shared)
    assert b.replica.unechoed() == ()


def test_an_answer_about_what_came_folded_needs_no_echo(shared, b):
    b.edit(facts="送出了")
    pushed(b.replica, shared)
    shared.move(KEY, OTHER)
    after = len(shared.entries())
    b.replica.apply(STATION, shared.entries()[1:after])
    shared.move(KEY, STATION)
    folded(b, shared, KEY)
    (op,) = b.replica.unechoed()
    known = Verdict(op.op_id, Judgement.KNOWN, 2, shared.logs[KEY][1].chain)
    b.replica.take_verdicts([known])
    assert b.replica.unechoed() == ()
    assert b.case().facts == "送出了"
    assert b.queries.conflicts() == ()


def test_deleted_cases_and_committees_come_folded_too(shared, a, desk):
    with a.units() as work:
        work.cases.delete(CASE.id, "")
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    a.sync(shared)
    late = desk("c", "何苗")
    committee = RecordKey(RecordKind.COMMITTEE, f"org-{STATION}")
    changes = folded(late, shared, KEY, committee)
    assert changes.is_committee_changed
    assert late.queries.count() == 0
    assert late.case() == CASE
    with late.units() as work:
        assert work.committees.get() == a_committee()
        work.cases.restore(CASE.id)
        work.commit()
    assert ids(late.queries.case_lines()) == ["c1"]
    assert late.is_sound


def test_cases_that_came_folded_are_listed_below_those_that_were_written_here(shared, a, desk):
    added(a.units, a_case(id="c2", number="", facts="第二件"))
    a.sync(shared)
    late = desk("c", "何苗")
    added(late.units, a_case(id="c3", number=""))
    folded(late, shared, KEY, RecordKey(RecordKind.CASE, "c2"))
    assert ids(late.queries.case_lines()) == ["c3", "c2", "c1"]


@pytest.mark.usefixtures("shared")
def test_numbers_are_leased_and_given(a):
    lease = NumberLease(STATION, "云临金人调字", 2026, 7, 8)
    a.replica.add_lease(lease)
    added(a.units, a_case(id="c7", number="（2026）云临金人调字第7号"))
    with a.units() as work:
        assert work.numbers.give("别的字", 2026) == "（2026）云临金人调字第8号"
        assert work.numbers.give("别的字", 2026).startswith("临-")
        work.commit()
    assert a.replica.leases() == ()
    a.replica.add_lease(replace(lease, first=20, last=30))
    with a.units() as work:
        assert work.numbers.give("别的字", 2026) == "（2026）云临金人调字第20号"
        assert work.numbers.give("别的字", 2025).startswith("临-")
        work.commit()
    assert a.replica.leases() == (replace(lease, first=21, last=30),)


def test_a_round_is_kept_for_people(a):
    at = datetime(2026, 3, 2, tzinfo=UTC)
    a.replica.note_round(SyncRound(at, at, sent=3, trouble=say("没有网络")))
    ((doc,),) = a.raw("SELECT doc FROM sync_round")
    assert '"sent":3' in doc
    assert "没有网络" in doc


def of_another_version(snapshot, change):
    """Return a snapshot with rows as another version of the program would make them."""
    doc = with_other_rows(snapshot.doc, change)
    return replace(snapshot, doc=doc, sha256=sha256(doc).digest())


def with_more(index):
    """Make rows of tomorrow: columns, stages and conflicts that nobody here knows."""
    more = {"of_tomorrow": 1}
    return index | {
        "rules": "tomorrow",
        "shows": "00" * 32,
        "line": index["line"] | more | {"stage": "新阶段"},
        "parties": [each | more for each in index["parties"]],
        "documents": [each | more for each in index["documents"]],
        "conflicts": [each | more | {"kind": "of tomorrow"} for each in index["conflicts"]],
    }


def with_less(index):
    """Make rows as they were before there were appointments."""
    return {name: each for name, each in index.items() if name not in {"rules", "appointments"}}


def with_other_conflicts(index):
    return with_more(index) | {"conflicts": [{"doc": '{"sides":[{"of":"tomorrow"}]}'}]}


@pytest.mark.parametrize("change", [with_more, with_less])
def test_a_case_that_another_version_folded_is_listed_as_this_one_does(shared, a, b, desk, change):
    with a.units() as work:
        work.documents.add(a_document())
        work.commit()
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    late = desk("c", "何苗")
    late.replica.greet(shared.hello())
    late.replica.load_snapshots(STATION, [of_another_version(shared.snapshot(KEY), change)])
    there = a.queries.case_lines()[0]
    assert late.queries.case_lines() == (
        replace(there, saved_at=late.queries.case_lines()[0].saved_at),
    )
    assert late.queries.issued(CASE.id) == a.queries.issued(CASE.id)
    assert late.queries.conflicts()[0].sides == a.queries.conflicts()[0].sides
    late.edit(issues="三")
    assert [each.path for each in late.queries.conflicts()] == ["facts"]
    assert late.is_sound


def test_who_wrote_what_is_not_known_where_another_version_tells_it_otherwise(shared, a, b, desk):
    a.edit(facts="一")
    b.edit(facts="二")
    for each in (a, b, a):
        each.sync(shared)
    late = desk("c", "何苗")
    late.replica.greet(shared.hello())
    other = of_another_version(shared.snapshot(KEY), with_other_conflicts)
    late.replica.load_snapshots(STATION, [other])
    (conflict,) = late.queries.conflicts()
    assert [(each.value, each.author) for each in conflict.sides] == [("一", ""), ("二", "")]
