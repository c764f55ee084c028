"""What an entry says about what its author had seen; merging and sync will judge by it."""

import json
from dataclasses import replace

from mediation_app.domain.cases import CaseId
from mediation_app.domain.committees import Committee
from tests.builders import a_case, a_committee
from tests.db.desks import KEY
from tests.db.stored_cases import added

FIRST = a_case()


def save(database, shown, wanted):
    with database.units_of_work("甲")() as work:
        result = work.cases.save(shown, wanted, "edit")
        work.commit()
    return result


def entries(database, record_id="c1"):
    with database._engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT * FROM op WHERE record_id = ? ORDER BY no", (record_id,)
        )
        return list(rows)


def after(entry):
    return json.loads(entry.after)


def heads(entry):
    return set(json.loads(entry.heads))


def test_the_first_entry_builds_on_nothing(database):
    added(database.units_of_work("甲"), FIRST)
    (entry,) = entries(database)
    assert (entry.base_seq, entry.base_chain, after(entry)) == (0, b"", [])
    assert heads(entry) == {entry.op_id}
    assert entry.state == "pending"
    assert (entry.seq, entry.chain) == (None, None)


def test_an_edit_names_the_entry_that_its_author_saw(database):
    added(database.units_of_work("甲"), FIRST)
    second = save(database, FIRST, replace(FIRST, facts="二"))
    save(database, second, replace(second, facts="三"))
    one, two, three = entries(database)
    assert after(two) == [one.op_id]
    assert after(three) == [two.op_id]
    assert heads(three) == {three.op_id}


def test_an_edit_from_an_old_screen_does_not_claim_to_have_seen_the_new_state(database):
    added(database.units_of_work("甲"), FIRST)
    save(database, FIRST, replace(FIRST, facts="二"))
    save(database, FIRST, replace(FIRST, facts="旧屏幕上的三"))
    one, two, three = entries(database)
    assert after(three) == [one.op_id]
    assert heads(three) == {two.op_id, three.op_id}


def test_whoever_then_sees_the_merged_state_builds_on_both(database):
    added(database.units_of_work("甲"), FIRST)
    save(database, FIRST, replace(FIRST, facts="二"))
    merged = save(database, FIRST, replace(FIRST, issues="三"))
    save(database, merged, replace(merged, facts="四"))
    _, two, three, four = entries(database)
    assert set(after(four)) == {two.op_id, three.op_id}
    assert heads(four) == {four.op_id}


def test_a_state_that_never_was_counts_as_nothing_seen(database):
    added(database.units_of_work("甲"), FIRST)
    shown = replace(FIRST, facts="从未有过")
    save(database, shown, replace(shown, facts="二"))
    _, two = entries(database)
    assert (two.base_seq, after(two)) == (0, [])


def test_a_state_that_came_again_counts_as_the_latest(database):
    added(database.units_of_work("甲"), FIRST)
    second = save(database, FIRST, replace(FIRST, facts="二"))
    save(database, second, FIRST)
    save(database, FIRST, replace(FIRST, facts="四"))
    *_, three, four = entries(database)
    assert after(four) == [three.op_id]


def test_an_edit_names_the_last_place_in_the_shared_log_that_its_author_saw(shared, a, b):
    first = a.case()
    second = a.edit(facts="二")
    b.edit(dispute="别人的")
    for each in (b, a):
        each.sync(shared)
    a.save(second, replace(second, facts="三"))
    a.edit(facts="四")
    a.save(first, replace(first, issues="旧屏幕上的五"))
    one, *_, three, four, five = entries(a.database)
    chains = {placed.seq: placed.chain[:8] for placed in shared.logs[KEY]}
    assert (three.base_seq, len(after(three))) == (1, 1)
    assert (four.base_seq, four.base_chain) == (3, chains[3])
    assert (five.base_seq, after(five)) == (0, [one.op_id])


def test_an_edit_names_what_it_meant_before_it_heard_of_a_merge(database):
    added(database.units_of_work("甲"), FIRST)
    save(database, FIRST, replace(FIRST, issues="别处"))
    typed = replace(FIRST, facts="一")
    save(database, FIRST, typed)
    save(database, typed, replace(typed, facts="二"))
    one, _, three, four = entries(database)
    assert after(three) == [one.op_id]
    assert set(after(four)) == {one.op_id, three.op_id}


def test_an_issued_document_builds_on_all_there_is(database):
    added(database.units_of_work("甲"), FIRST)
    save(database, FIRST, replace(FIRST, facts="二"))
    save(database, FIRST, replace(FIRST, issues="三"))
    with database.units_of_work("甲")() as work:
        work.cases.annotate(CaseId("c1"), {"documents/d1": 1}, "issue")
        work.commit()
    *_, two, three, issue = entries(database)
    assert set(after(issue)) == {two.op_id, three.op_id}


def test_the_committee_tells_its_causes_too(database):
    units = database.units_of_work("甲")
    for shown, wanted in (
        (Committee(), a_committee()),
        (a_committee(), replace(a_committee(), phone="1")),
        (a_committee(), replace(a_committee(), address="2")),
    ):
        with units() as work:
            work.committees.save(shown, wanted, "edit")
            work.commit()
    one, two, three = entries(database, "own")
    assert (after(one), after(two), after(three)) == ([], [one.op_id], [one.op_id])


def test_entries_of_a_device_are_numbered_without_gaps(database):
    added(database.units_of_work("甲"), FIRST, a_case(id=CaseId("c2"), number=""))
    with database.units_of_work("乙")() as work:
        work.cases.save(FIRST, replace(FIRST, facts="没有保存"), "edit")
    save(database, FIRST, replace(FIRST, facts="二"))
    with database._engine.connect() as connection:
        rows = list(connection.exec_driver_sql("SELECT no, device_id, device_seq FROM op"))
    assert [(row.no, row.device_seq) for row in rows] == [(1, 1), (2, 2), (3, 3)]
    assert {row.device_id for row in rows} == {database.device_id}


def test_an_instant_is_kept_in_utc_to_the_microsecond(database):
    added(database.units_of_work("甲"), FIRST)
    (entry,) = entries(database)
    assert entry.saved_at.startswith("2026-03-01T01:00:")
    assert entry.saved_at.endswith("+00:00")
    assert len(entry.saved_at) == len("2026-03-01T01:00:00.000000+00:00")
