"""When a machine looks for news, without a thread and without waiting."""

import pytest

from db.sync.rhythm import REFUSED_S, ROUND_EVERY_S, Due, Rhythm


def seconds_until(rhythm, due):
    for second in range(int(ROUND_EVERY_S) + 1):
        if rhythm.due() is due:
            return second
        rhythm.passed(1.0)
    return None


@pytest.fixture
def rhythm():
    return Rhythm(lambda: 0.5)


def test_it_begins_with_a_round(rhythm):
    assert rhythm.due() is Due.ROUND


def test_after_a_good_round_it_looks_every_half_minute_and_every_four_seconds_with_a_case(rhythm):
    rhythm.went_well()
    assert rhythm.due() is Due.NOTHING
    assert seconds_until(rhythm, Due.LOOK) == 30
    rhythm.opened(has_case=True)
    assert rhythm.due() is Due.LOOK
    rhythm.looked(0.0)
    assert seconds_until(rhythm, Due.LOOK) == 4
    rhythm.looked(60.0)
    assert seconds_until(rhythm, Due.LOOK) == 60


def test_while_a_conflict_waits_it_looks_every_four_seconds_since_another_may_settle_it(rhythm):
    rhythm.went_well()
    rhythm.disputed(has_conflict=True)
    assert seconds_until(rhythm, Due.LOOK) == 4
    rhythm.disputed(has_conflict=True)
    rhythm.looked(0.0)
    assert seconds_until(rhythm, Due.LOOK) == 4
    rhythm.disputed(has_conflict=False)
    rhythm.looked(0.0)
    assert seconds_until(rhythm, Due.LOOK) == 30


def test_a_conflict_does_not_hurry_a_centre_that_does_not_answer(rhythm):
    rhythm.failed(is_refusal=True)
    rhythm.disputed(has_conflict=True)
    assert seconds_until(rhythm, Due.LOOK) is None


def test_thousands_do_not_look_at_the_same_moment():
    first, second = Rhythm(lambda: 0.0), Rhythm(lambda: 1.0)
    for each in (first, second):
        each.went_well()
    assert seconds_until(first, Due.LOOK) == 24
    assert seconds_until(second, Due.LOOK) >= 36


def test_who_else_has_a_case_open_is_asked_within_five_seconds_whatever_chance_says():
    latest = Rhythm(lambda: 1.0)
    latest.went_well()
    latest.opened(has_case=True)
    latest.looked(3.0)
    assert latest.rest_s() < 5.0


def test_a_round_that_the_doorbell_rang_for_waits_for_no_glance(rhythm):
    rhythm.went_well()
    assert rhythm.rest_s() == 30
    rhythm.passed(40.0)
    assert (rhythm.due(), rhythm.rest_s()) == (Due.LOOK, 0)
    rhythm.looked(0.0)
    rhythm.asked()
    assert (rhythm.due(), rhythm.rest_s()) == (Due.ROUND, 0)


def test_ten_minutes_after_a_round_comes_the_next_whatever_the_doorbell_says(rhythm):
    rhythm.went_well()
    rhythm.looked(float("inf"))
    assert seconds_until(rhythm, Due.ROUND) == ROUND_EVERY_S


def test_what_was_saved_and_what_somebody_asks_for_is_done_at_once(rhythm):
    rhythm.went_well()
    rhythm.saved()
    assert rhythm.due() is Due.ROUND
    rhythm.went_well()
    rhythm.asked()
    assert rhythm.due() is Due.ROUND


def test_after_failures_it_comes_back_later_each_time_and_saving_does_not_hurry_it(rhythm):
    waits = []
    for _ in range(7):
        rhythm.failed(is_refusal=False)
        rhythm.saved()
        rhythm.opened(has_case=True)
        waits.append(seconds_until(rhythm, Due.ROUND))
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (2, 45)


def test_where_somebody_must_act_it_asks_seldom_but_a_person_may_hurry_it(rhythm):
    rhythm.failed(is_refusal=True)
    assert seconds_until(rhythm, Due.ROUND) == REFUSED_S
    rhythm.failed(is_refusal=True)
    rhythm.asked()
    assert rhythm.due() is Due.ROUND


def test_a_round_that_somebody_ended_is_not_begun_again_at_once(rhythm):
    rhythm.cancelled()
    assert seconds_until(rhythm, Due.ROUND) == ROUND_EVERY_S
