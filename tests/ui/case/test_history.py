from dataclasses import replace

from tests.builders import a_case
from ui.case.history import MOST_STEPS, SAME_STEP_MS, History, Step


def typed(history, case, text, at_ms, place="facts"):
    after = replace(case, **{place: text})
    history.add(Step(case, after, place, at_ms))
    return after


def test_typing_on_in_one_field_is_one_step():
    history, case = History(), a_case(facts="")
    after = typed(history, case, "a", 0)
    after = typed(history, after, "ab", 200)
    undone, place = history.undo(after)
    assert (undone, place) == (case, "facts")
    assert not history.can_undo


def test_a_pause_or_another_field_begins_a_new_step():
    history, case = History(), a_case(facts="", issues="")
    after = typed(history, case, "a", 0)
    after = typed(history, after, "ab", SAME_STEP_MS + 1)
    after = typed(history, after, "x", SAME_STEP_MS + 2, place="issues")
    after, _ = history.undo(after)
    assert (after.facts, after.issues) == ("ab", "")
    after, _ = history.undo(after)
    assert after.facts == "a"


def test_what_was_undone_can_be_done_again_until_something_new_is_typed():
    history, case = History(), a_case(facts="")
    after = typed(history, case, "a", 0)
    back, _ = history.undo(after)
    assert history.can_redo
    again, _ = history.redo(back)
    assert again.facts == "a"
    back, _ = history.undo(again)
    typed(history, back, "b", 9000)
    assert not history.can_redo


def test_undoing_leaves_alone_what_others_did_meanwhile():
    history, case = History(), a_case(facts="", issues="")
    after = typed(history, case, "mine", 0)
    now = replace(after, issues="theirs")
    undone, _ = history.undo(now)
    assert (undone.facts, undone.issues) == ("", "theirs")


def test_many_steps_are_kept_and_the_oldest_are_dropped():
    history, case = History(), a_case(facts="")
    for number in range(MOST_STEPS + 10):
        case = typed(history, case, str(number), number * 10_000)
    steps = 0
    while history.can_undo:
        case, _ = history.undo(case)
        steps += 1
    assert steps == MOST_STEPS >= 50
