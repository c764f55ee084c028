"""Numbers that were leased for a year that is over go back, unless a case has them."""

from datetime import UTC, date, datetime

import pytest

from db.central.client import PostgresCentral
from db.sync.courier import NUMBERS_AHEAD
from db.sync.notes import Notes
from tests.fakes.environment import SteppingClock
from tests.sync.cutting import Scissors
from tests.sync.machines import surroundings

LAST_DAY = datetime(2026, 12, 31, 2, 0, tzinfo=UTC)
NEW_YEAR = datetime(2027, 1, 4, 1, 0, tzinfo=UTC)


class Office:
    """A machine with five leased numbers, of which one is used, on the last day of a year."""

    def __init__(self, machine, centre, station):
        self.clock, self.scissors = SteppingClock(LAST_DAY), Scissors()
        self.centre, self.station = centre, station
        self.here = machine(call=self._call, around=surroundings(self.clock))
        Notes(self.here.database.engine).put(NUMBERS_AHEAD, "5")
        self.here.round()
        self.case = self.here.new_case()

    def _call(self, *given):
        return self.scissors.line(PostgresCentral(*given))

    def explained(self, year=2026):
        """Return the states of the numbers up to the head, as the administrator is told."""
        asked = "SELECT state FROM sync.explain_numbers(%s, %s) ORDER BY serial"
        with self.centre.database.connect() as connection:
            return [state for (state,) in connection.execute(asked, (self.station, year))]

    def years_leased(self):
        return [each.year for each in self.here.replica.leases()]


@pytest.fixture
def office(machine, centre, station):
    return Office(machine, centre, station)


def test_the_first_round_of_a_year_returns_what_was_not_used_or_not_yet_sent(office):
    office.clock.jump_to(NEW_YEAR)
    office.here.round()

    assert office.explained() == ["case", *["free"] * 4]
    assert office.years_leased() == [2027]
    assert office.here.case(office.case.id).number == office.case.number


def test_a_return_whose_answer_is_lost_is_done_again_and_nothing_is_given_meanwhile(office):
    office.here.round()
    office.clock.jump_to(NEW_YEAR)
    names = count_calls(office)
    office.clock.jump_to(LAST_DAY)
    lease_again(office)
    office.clock.jump_to(NEW_YEAR)
    office.scissors.cut_call(names.index("return_numbers") + 1, is_after=True)

    assert office.here.sync.run_round().trouble is not None
    late = office.here.new_case(filed_on=date(2026, 12, 31))
    assert late.number.startswith("临-")
    office.scissors.rest()
    office.here.round()

    assert "leased" not in office.explained()
    assert office.here.case(late.id).number.startswith("（2026）")


def count_calls(office):
    """Return the calls of a first round in the new year."""
    office.scissors.calls.clear()
    office.here.round()
    return list(office.scissors.calls)


def lease_again(office):
    """Take numbers of the old year once more, as a clock that was put right does."""
    office.here.round()
    assert 2026 in office.years_leased()


def test_while_the_centre_is_being_restored_the_numbers_wait(office, centre):
    office.here.round()
    office.clock.jump_to(NEW_YEAR)
    with centre.database.connect() as connection:
        connection.execute("SELECT sync.begin_recovery(%s)", (centre.centre_id,))
    office.here.round()
    assert "leased" in office.explained()

    with centre.database.connect() as connection:
        connection.execute("SELECT sync.end_recovery(%s)", (centre.centre_id,))
    office.here.round()
    assert "leased" not in office.explained()
