"""Each promise, broken by hand: the checker must see it; nothing may be seen where all is well."""

from dataclasses import replace

import pytest

from tests.soak.checker import Tally, tally, violations
from tests.soak.evidence import Echo, Evidence, LocalOp, MachineLeft, Told
from tests.soak.handwritten import CASE, OTHER, STATION, Story
from tests.soak.reference_fold import frozen


def a_story() -> Story:
    story = Story()
    story.edit("op-1", {"facts": "甲一", "claim": 100}, canary="〔一〕")
    story.edit("op-2", {"facts": "乙一"}, seen=1, by="乙", canary="〔二〕")
    story.edit("op-3", {"facts": "甲二"}, seen=1)
    story.edit("op-4", {"issues": "乙二"}, seen=3, by="乙", sealed="ab" * 32)
    story.edit("op-5", {}, seen=4, said='{"number":"（2026）临字第1号"}')
    return story


def promises_broken(evidence: Evidence) -> set[str]:
    return {violation.invariant.split()[0] for violation in violations(evidence)}


def with_machine(evidence: Evidence, **facts) -> Evidence:
    first, *others = evidence.machines
    return replace(evidence, machines=(replace(first, **facts), *others))


def with_log(evidence: Evidence, log) -> Evidence:
    return replace(evidence, centre=replace(evidence.centre, log=tuple(log)))


def test_a_right_history_breaks_no_promise():
    evidence = a_story().end()

    assert violations(evidence) == ()
    assert tally(evidence) == Tally(edits=5, conflicts=1)


def test_an_edit_that_is_nowhere_is_missed():
    story = a_story()
    evidence = story.end()
    lost = replace(story.witness.edits["op-1"], op_id="op-lost")
    story.witness.edits["op-lost"] = lost

    assert promises_broken(evidence) == {"I1"}
    assert (
        promises_broken(
            replace(evidence, centre=replace(evidence.centre, set_aside=frozenset({"op-lost"})))
        )
        == set()
    )
    story.witness.lost_with_all_copies.add("op-lost")
    assert promises_broken(evidence) == set()


def test_an_edit_that_waits_for_ever_is_not_kept():
    story = a_story()
    evidence = story.end()
    story.witness.edits["op-x"] = replace(story.witness.edits["op-1"], op_id="op-x")
    waiting = replace(evidence.machines[0].ops["op-1"], op_id="op-x", state="pending")

    assert promises_broken(with_machine(evidence, ops={"op-x": waiting})) == {"I1"}
    refused = replace(waiting, state="rejected")
    assert promises_broken(with_machine(evidence, ops={"op-x": refused})) == set()


def test_an_edit_under_another_name_is_seen():
    story = a_story()
    story.witness.edits["op-1"] = replace(story.witness.edits["op-1"], person="乙")

    assert promises_broken(story.end()) == {"I1"}


def test_an_edit_that_was_placed_and_refused_is_seen():
    evidence = a_story().end()
    centre = replace(evidence.centre, set_aside=frozenset({"op-2"}))

    assert promises_broken(replace(evidence, centre=centre)) == {"I1"}


def test_a_refusal_that_the_centre_did_not_keep_is_seen():
    evidence = a_story().end()
    parked = replace(evidence.machines[0].ops["op-1"], op_id="op-x", state="parked")

    assert promises_broken(with_machine(evidence, ops={"op-x": parked})) == {"I1"}
    kept = replace(evidence.centre, set_aside=frozenset({"op-x"}))
    assert (
        promises_broken(replace(with_machine(evidence, ops={"op-x": parked}), centre=kept))
        == set()
    )


def test_an_operation_that_is_there_twice_is_seen():
    evidence = a_story().end()
    log = evidence.centre.log

    assert "I1" in promises_broken(with_log(evidence, [*log, replace(log[-1], seq=6)]))


def test_an_operation_that_changed_after_its_echo_is_seen():
    story = a_story()
    evidence = story.end()
    story.witness.echoes["op-2"] = Echo("op-2", b"other", 2, evidence.centre.log[1].chain, 0)

    assert promises_broken(evidence) == {"I2"}


def test_an_operation_that_went_away_after_its_echo_is_seen():
    story = a_story()
    story.witness.echoes["op-9"] = Echo("op-9", b"hash", 9, b"chain", 0)

    assert promises_broken(story.end()) == {"I2"}


def test_an_operation_that_all_forgot_to_be_safe_may_be_set_aside_anew():
    story = a_story()
    story.witness.echoes["op-9"] = Echo("op-9", b"hash", 9, b"chain", 0)
    story.witness.centre_age = story.witness.disks_copied = 1
    evidence = story.end()
    refused = LocalOp("op-9", CASE, "rejected", None, None, b"hash", is_own=True)

    def after(op):
        return promises_broken(
            with_machine(evidence, ops={**evidence.machines[0].ops, "op-9": op})
        )

    assert "I2" not in after(refused)
    assert "I2" in after(replace(refused, state="echoed"))
    story.witness.disks_copied = 0
    assert "I2" in after(refused)


def test_an_operation_may_move_only_when_the_centre_was_put_back():
    story = a_story()
    evidence = story.end()
    story.witness.echoes["op-2"] = Echo("op-2", story.log[1].body_hash, 3, b"chain", 0)

    assert promises_broken(evidence) == {"I2"}
    story.witness.centre_age = 1
    assert promises_broken(evidence) == set()


def test_a_machine_that_shows_something_else_is_seen():
    evidence = a_story().end()
    state = dict(evidence.machines[0].states[CASE]) | {"claim": ((frozen(7), 1),)}

    assert "I3" in promises_broken(with_machine(evidence, states={CASE: state}))


def test_a_machine_that_shows_the_other_value_first_is_seen():
    evidence = a_story().end()
    state = dict(evidence.machines[0].states[CASE])
    state["facts"] = tuple(reversed(state["facts"]))

    assert promises_broken(with_machine(evidence, states={CASE: state})) == {"I3"}


@pytest.mark.parametrize("facts", [{"states": {}}, {"conflicts": frozenset()}])
def test_a_machine_that_lacks_a_case_or_hides_a_conflict_is_seen(facts):
    assert promises_broken(with_machine(a_story().end(), **facts)) == {"I3"}


def test_a_mark_on_a_machine_that_never_could_see_the_case_is_seen():
    evidence = a_story().end()
    stranger = MachineLeft("strange", "丙", frozenset({OTHER}), canaries=frozenset({"〔一〕"}))

    assert promises_broken(replace(evidence, machines=(stranger,))) == {"I4"}


def test_what_left_leaves_nothing_of_others_behind():
    story = a_story()
    evidence = story.end()
    story.witness.granted[CASE] = {STATION, OTHER}
    story.witness.granted_now[CASE] = {OTHER}
    marked = frozenset({"〔一〕", "〔二〕"})

    assert promises_broken(with_machine(evidence, canaries=marked, states={})) == {"I4"}
    own = with_machine(evidence, canaries=frozenset({"〔一〕"}), states={})
    assert promises_broken(own) == set()


def test_an_own_entry_may_name_what_it_replaced():
    story = a_story()
    story.witness.granted_now[CASE] = {OTHER}
    story.witness.edits["op-3"] = replace(
        story.witness.edits["op-3"], saw_values={"facts": frozenset({frozen("〔二〕")})}
    )
    marked = frozenset({"〔一〕", "〔二〕"})

    assert promises_broken(with_machine(story.end(), canaries=marked, states={})) == set()


def test_what_an_adversary_was_told_is_seen():
    evidence = replace(
        a_story().end(), adversary_saw=frozenset({"〔一〕"}), adversary_orgs=frozenset({OTHER})
    )

    assert promises_broken(evidence) == {"I4"}


@pytest.mark.parametrize("signatures", [(), ("op-4", "op-4"), ("op-4", "op-5")])
def test_a_signature_without_exactly_one_row_is_seen(signatures):
    evidence = a_story().end()
    centre = replace(evidence.centre, signatures=signatures)

    assert promises_broken(replace(evidence, centre=centre)) == {"I5"}


@pytest.mark.parametrize(
    "change",
    [{"said": '{"number":"（2026）临字第9号"}'}, {"author": "丙"}, {"body": '{"changes":[]}'}],
)
def test_a_log_that_was_rewritten_is_seen(change):
    evidence = a_story().end()
    log = list(evidence.centre.log)
    log[0] = replace(log[0], **change)

    assert "I6" in promises_broken(with_log(evidence, log))


def test_a_base_in_another_log_is_seen():
    evidence = a_story().end()
    log = list(evidence.centre.log)
    log[4] = replace(log[4], base_chain=b"another")

    assert "I6" in promises_broken(with_log(evidence, log))


def test_a_feed_that_was_rewritten_is_seen():
    evidence = a_story().end()
    feed = list(evidence.centre.feed)
    feed[2] = replace(feed[2], event=2)
    centre = replace(evidence.centre, feed=tuple(feed))

    assert promises_broken(replace(evidence, centre=centre)) == {"I6"}


def test_a_machine_that_finds_its_own_journal_broken_is_believed():
    assert promises_broken(with_machine(a_story().end(), trouble="op-1")) == {"I6"}


def test_gaps_are_seen():
    evidence = a_story().end()
    centre = replace(evidence.centre, feed=evidence.centre.feed[:2] + evidence.centre.feed[3:])

    assert "I7" in promises_broken(replace(evidence, centre=centre))
    assert "I7" in promises_broken(with_log(evidence, evidence.centre.log[1:]))


def test_two_machines_under_one_id_are_seen():
    evidence = a_story().end()
    log = list(evidence.centre.log)
    log[1] = replace(log[1], device_id=log[0].device_id, device_seq=log[0].device_seq)

    assert "I7" in promises_broken(with_log(evidence, log))


def test_a_content_that_does_not_arrive_is_seen():
    story = a_story()
    story.edit("op-6", {"materials/m1": 0, "materials/m1/blob_id": "ab"}, seen=5)
    evidence = story.end()
    whole = frozenset({(CASE, "ab")})

    assert promises_broken(evidence) == set()
    assert promises_broken(with_machine(evidence, contents=whole)) == {"I12"}
    centre = replace(evidence.centre, contents=whole)
    assert promises_broken(replace(evidence, centre=centre)) == {"I12"}


def test_a_value_that_nobody_had_seen_must_not_go_out_of_sight():
    story = a_story()
    story.edit("op-6", {"facts": "乙三"}, seen=3, by="乙")
    story.witness.edits["op-6"] = replace(
        story.witness.edits["op-6"], saw_ops=frozenset({"op-1", "op-2"})
    )

    assert promises_broken(story.end()) == {"I8"}


@pytest.mark.parametrize(
    "facts",
    [
        {"saw_values": {"facts": frozenset({frozen("甲二")})}},
        {"writes": {"facts": frozen("甲二")}},
    ],
)
def test_a_value_may_go_when_it_had_stood_on_the_screen(facts):
    story = a_story()
    story.edit("op-6", {"facts": "甲二"}, seen=3, by="乙")
    story.witness.edits["op-6"] = replace(
        story.witness.edits["op-6"], saw_ops=frozenset({"op-1", "op-2"}), **facts
    )

    assert promises_broken(story.end()) == set()


def test_what_was_seen_on_the_way_is_told():
    story = a_story()
    story.witness.seen_amiss.append(("I9 own writes are read", "op-3"))

    assert promises_broken(story.end()) == {"I9"}


def test_a_number_whose_every_copy_was_lost_binds_nobody():
    story = a_story()
    story.witness.told.append(Told(CASE, "（2026）临字第2号", "machine of 甲", "op-lost"))
    assert promises_broken(story.end()) == {"I10"}
    story.witness.lost_with_all_copies.add("op-lost")
    assert promises_broken(story.end()) == set()


@pytest.mark.parametrize(
    "told",
    [
        Told(CASE, "（2026）临字第2号", "machine of 甲"),
        Told("case-2", "（2026）临字第1号", "machine of 乙"),
    ],
)
def test_a_number_that_changed_or_was_given_twice_is_seen(told):
    story = a_story()
    story.witness.told.append(told)

    assert promises_broken(story.end()) == {"I10"}


def test_a_number_that_was_printed_holds_while_no_disk_was_copied():
    story = a_story()
    story.edit("op-6", {"number": "（2026）临字第2号"}, seen=5)
    story.witness.printed.append(Told(CASE, "（2026）临字第2号", "machine of 甲"))
    evidence = story.end()

    assert "I10" in promises_broken(evidence)
    story.edit("op-7", {"number": "（2026）临字第1号"}, seen=6, by="乙")
    assert promises_broken(story.end()) == set()
    story.witness.edits.pop("op-7")
    story.witness.disks_copied = 1
    assert "I10" not in promises_broken(story.end())


def test_a_number_may_be_given_twice_by_a_centre_that_was_put_back_in_silence():
    story = a_story()
    story.witness.told.append(Told("case-2", "（2026）临字第1号", "machine of 乙"))
    story.witness.silent_restores = 1

    assert promises_broken(story.end()) == set()


@pytest.mark.parametrize("serials", [(1,), (1, 3), (1, 1, 2)])
def test_a_series_that_is_not_dense_is_seen(serials):
    evidence = a_story().end()
    centre = replace(evidence.centre, serials={(STATION, 2026): serials})

    assert promises_broken(replace(evidence, centre=centre)) == {"I10"}
