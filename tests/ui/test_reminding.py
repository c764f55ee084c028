"""Meetings are told of on the workday before, at the start and when a day begins."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.committees import Mediator
from tests.ui.schedule import cast
from ui.reminding import TOPIC, Reminding


class TurningClock:
    """Stands at half past eleven at night until somebody turns it."""

    def __init__(self, day):
        self.day = day

    def now(self):
        local = datetime.combine(self.day, time(23, 30)).astimezone()
        return local.astimezone(UTC)

    def today(self):
        return self.day


@pytest.fixture
def clock():
    return TurningClock(cast.DAY - timedelta(days=2))


@pytest.fixture
def desk(sample_station, tmp_path, clock):
    """A desk on whose clock the test has its hand, two days before two meetings."""
    cast.furnished(sample_station, tmp_path / "station").close()
    stations = LocalStations()
    stations.clock = clock
    opened = stations.open(tmp_path / "station", None)
    yield opened
    opened.close()


def planned(desk, number, **facts):
    case = desk.case_files.find(number)
    usual: dict[str, Any] = {
        "id": "n1",
        "on": cast.DAY,
        "begins_min": 570,
        "room": "调解室1",
        "mediators": ("周静", "刘洋"),
    }
    appointments = (Appointment(**(usual | facts)),)
    desk.case_files.save(case, replace(case, appointments=appointments))
    desk.agenda.arrange_all()


def told(window):
    return [each.message for each in window.messages.notices() if each.message.topic == TOPIC]


def midnight(window, clock):
    """Let the timer of the window strike, as the clock of the machine does."""
    clock.day += timedelta(days=1)
    reminding = window.findChild(Reminding)
    reminding._midnight.timeout.emit()
    for _ in range(3):
        window._place.tasks.finish()


def opened(open_window, place):
    window = open_window(place)
    for _ in range(3):
        place.tasks.finish()
    return window


def test_a_day_that_begins_while_the_window_stays_open_reminds(desk, place_of, open_window, clock):
    planned(desk, cast.SUN)
    window = opened(open_window, place_of(desk))
    assert told(window) == []
    timer = window.findChild(Reminding).findChild(QTimer)
    assert 30 * 60_000 < timer.interval() < 31 * 60_000
    midnight(window, clock)
    (message,) = told(window)
    assert f"{cast.DAY:%m-%d}" in message.text
    assert "9:30 调解室1" in message.text
    message.on_action()
    assert window.stack.key_in_front() == "today"
    assert timer.isActive()
    # The same day reminds once, however often the boards are counted.
    window.messages.clear_topic(TOPIC)
    window._place.news.agenda.look()
    for _ in range(3):
        window._place.tasks.finish()
    assert told(window) == []
    midnight(window, clock)
    assert len(told(window)) == 1


def test_who_opens_the_window_on_the_day_before_is_told_of_own_meetings_alone(
    desk, place_of, open_window, clock
):
    planned(desk, cast.SUN)
    planned(desk, cast.WANG, id="n2", mediators=("何川",))
    committee = desk.setup.committee()
    roster = (*committee.mediators, Mediator("me", desk.author))
    desk.setup.save(committee, replace(committee, mediators=roster))
    clock.day = cast.DAY - timedelta(days=1)
    window = opened(open_window, place_of(desk))
    assert told(window) == []
    mine = replace(desk, author="刘洋")
    window = opened(open_window, place_of(mine))
    assert "n2" not in told(window)[0].text
    assert "共" not in told(window)[0].text


def test_more_meetings_than_fit_are_counted(desk, place_of, open_window, clock):
    case = desk.case_files.find(cast.SUN)
    many = tuple(Appointment(f"n{no}", cast.DAY, 540 + 60 * no, 30, "调解室1") for no in range(5))
    desk.case_files.save(case, replace(case, appointments=many))
    clock.day = cast.DAY
    desk.agenda.arrange_all()
    window = opened(open_window, place_of(desk))
    assert "；共 " in told(window)[0].text
