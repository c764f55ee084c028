"""What a machine takes over, and what it refuses."""

from dataclasses import replace

import pytest

from db.canonical import digest
from db.journal import body_of
from db.sync.sides import RecordKey
from db.sync.wire import Cursor
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes, FieldChange, RecordKind
from mediation_app.errors import (
    BrokenFeedError,
    CaseNotFoundError,
    StorageError,
)
from tests.builders import a_committee, a_person
from tests.db.desks import CASE, KEY
from tests.db.small_centre import OTHER, STATION, pulled
from tests.db.stored_cases import ids


@pytest.mark.usefixtures("shared")
def test_a_case_travels_from_one_machine_to_another(a, b):
    assert b.case() == CASE == a.case()
    assert ids(b.queries.case_lines("顾喆安")) == ["c1"]
    (entry,) = b.queries.history(CASE.id)
    assert (entry.author, entry.device_name, entry.action) == ("刘洋", entry.device_name, "begin")
    assert entry.device_name.startswith("PC-")
    assert a.replica.outbox() == b.replica.outbox() == ()
    assert a.is_sound
    assert b.is_sound
    assert a.replica.epoch() == 1


def test_what_an_entry_builds_on_and_comes_after_it_in_the_log_counts_for_nobody(shared, a, b):
    """A centre that lost the second of three gets it back behind the third."""
    a.edit(facts="一")
    a.edit(issues="二")
    a.edit(facts="三")
    first, second, third = a.replica.outbox()
    for op in (first, third, second):
        a.replica.take_verdicts(shared.push(a.replica.device_id, [op], a.person))
    for each in (a, b):
        each.sync(shared)
        assert each.is_sound, "folding the log again says the same"
    assert a.state() == b.state()
    assert {side.value for side in b.queries.conflicts()[0].sides} == {"一", "三"}


def test_a_page_with_a_gap_is_not_taken_over(shared, a, b):
    for text in ("一", "二", "三"):
        a.edit(facts=text)
        a.sync(shared)
    entries = shared.entries(after=1)
    with pytest.raises(BrokenFeedError):
        b.replica.apply(STATION, entries[1:])
    spoilt = replace(entries[0], placed=replace(entries[0].placed, author="别人"))
    with pytest.raises(BrokenFeedError):
        b.replica.apply(STATION, [spoilt, *entries[1:]])
    assert b.case() == CASE
    assert b.replica.cursors()[STATION].fseq == 1
    assert b.replica.apply(STATION, entries).changes == Changes(frozenset({"c1"}))
    assert b.case().facts == "三"


def test_a_page_that_came_already_is_passed_over(shared, b):
    assert b.replica.apply(STATION, shared.entries()).changes == Changes()
    b.replica.reset_cursor(STATION, Cursor())
    assert b.replica.apply(STATION, shared.entries()).changes == Changes()
    assert b.case() == CASE


def test_another_history_at_a_known_place_is_refused(shared, a, b):
    a.edit(facts="一")
    a.sync(shared)
    b.sync(shared)
    key = KEY
    last = shared.logs[key].pop()
    shared.forget(key, 1)
    shared.place(key, "x" * 32, replace(last.op, op_id="f" * 32), "别人")
    b.replica.reset_cursor(STATION, Cursor())
    with pytest.raises(BrokenFeedError):
        b.replica.apply(STATION, shared.entries())
    with pytest.raises(BrokenFeedError):
        b.replica.apply_history(key, shared.logs[key])


def test_an_entry_with_another_body_under_a_known_id_is_refused(shared, a):
    a.edit(facts="真")
    (op,) = a.replica.outbox()
    body = body_of([FieldChange("facts", None, "假")])
    shared.push(a.replica.device_id, [replace(op, body=body, body_hash=digest(body))])
    with pytest.raises(BrokenFeedError):
        pulled(a.replica, shared)


def test_a_record_is_fetched_before_a_page_that_goes_on_with_it(shared, a, desk):
    a.edit(facts="一")
    a.sync(shared)
    late = desk("c", "何苗")
    shared.move(KEY, STATION, OTHER)
    applied = late.replica.apply(OTHER, shared.entries(OTHER))
    assert applied.needs == (KEY,)
    assert late.replica.cursors() == {}
    late.replica.apply_history(KEY, shared.logs[KEY])
    assert late.replica.apply(OTHER, shared.entries(OTHER)).needs == ()
    assert late.case().facts == "一"
    assert late.is_sound


def test_the_log_is_taken_over_in_parts(shared, a, b):
    for text in "一二三四":
        a.edit(facts=text)
        a.sync(shared)
    b.replica.apply_history(KEY, shared.logs[KEY][1:3])
    b.replica.apply_history(KEY, shared.logs[KEY][1:])
    assert b.case().facts == "四"
    assert b.replica.log(KEY, 2) == tuple(shared.logs[KEY][2:])
    assert b.replica.log(KEY, 0) == tuple(shared.logs[KEY])
    with pytest.raises(BrokenFeedError):
        b.replica.apply_history(RecordKey(RecordKind.CASE, "other"), shared.logs[KEY][3:])


def test_what_is_known_is_listed_by_record(shared, a):
    with a.units() as work:
        work.committees.save(Committee(), a_committee(), "edit")
        work.commit()
    a.sync(shared)
    heads = a.replica.places("", 10)
    assert [(head.kind, head.record_id, head.seq) for head in heads] == [
        (RecordKind.CASE, "c1", 1),
        (RecordKind.COMMITTEE, f"org-{STATION}", 1),
    ]
    assert a.replica.places("c1", 10) == heads[1:]


def test_a_newer_operation_is_kept_and_its_field_only_read(shared, a, b):
    a.edit(facts="旧")
    (op,) = a.replica.outbox()
    body = body_of([FieldChange("facts", CASE.facts, "新版写的"), FieldChange("x/y", None, "新")])
    newer = replace(op, v=2, body=body, body_hash=digest(body), op_id="e" * 32)
    shared.push("d" * 32, [newer])
    pulled(b.replica, shared)
    assert b.case().facts == "新版写的"
    with pytest.raises(StorageError, match=r"facts.*更新版本"):
        b.edit(facts="改")
    b.edit(issues="别的可以")
    assert b.is_sound


def test_an_operation_that_cannot_be_understood_closes_the_whole_record(shared, a, b):
    a.edit(facts="旧")
    (op,) = a.replica.outbox()
    body = '{"something":["else"]}'
    newer = replace(op, v=3, body=body, body_hash=digest(body), op_id="e" * 32)
    shared.push("d" * 32, [newer])
    pulled(b.replica, shared)
    assert b.case() == CASE
    with pytest.raises(StorageError, match="更新版本"):
        b.edit(issues="改")
    assert b.queries.history(CASE.id)[-1].changes == ()


def test_a_record_that_cannot_be_read_stops_no_page(shared, a, b):
    a.edit(facts="旧")
    (op,) = a.replica.outbox()
    body = body_of([FieldChange("parties/p1/role", "申请人", "新的角色")])
    shared.push("d" * 32, [replace(op, body=body, body_hash=digest(body), op_id="e" * 32)])
    pulled(b.replica, shared)
    assert [line.applicants for line in b.queries.case_lines()] == [()]
    with pytest.raises(StorageError, match="role"):
        b.case()
    assert b.is_sound


def test_an_erased_body_leaves_the_rest_whole(shared, a, b):
    a.edit(facts="要删的")
    a.sync(shared)
    (placed,) = shared.logs[KEY][1:]
    erased = replace(placed, op=replace(placed.op, body=""))
    b.replica.apply_history(KEY, [erased])
    assert b.case() == CASE
    assert b.is_sound


def test_a_case_of_nobody_is_not_found(a):
    with pytest.raises(CaseNotFoundError):
        a.case("none")
    assert a_person().id == "p1"
