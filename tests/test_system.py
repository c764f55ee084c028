"""The machine's time and ids."""

from datetime import UTC, date

from mediation_app.system import DayClock, SystemClock, TimeOrderedIds


def test_ids_ascend_and_never_repeat():
    ids = TimeOrderedIds()
    made = [ids.new() for _ in range(5000)]
    assert made == sorted(set(made))


def test_an_id_is_a_uuid_of_version_7():
    made = TimeOrderedIds().new()
    assert len(made) == 32
    assert made[12] == "7"
    assert made[16] in "89ab"


def test_two_sources_never_give_the_same_id():
    first, second = TimeOrderedIds(), TimeOrderedIds()
    assert not {first.new() for _ in range(1000)} & {second.new() for _ in range(1000)}


def test_instants_are_in_utc_and_days_are_local():
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.today() == clock.now().astimezone().date()


def test_a_frozen_day_keeps_the_time_of_day():
    clock = DayClock(date(2026, 11, 23), SystemClock())
    assert clock.today() == date(2026, 11, 23)
    assert clock.now().date() == date(2026, 11, 23)
    assert clock.now() <= clock.now()
