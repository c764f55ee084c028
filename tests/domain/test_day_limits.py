"""What a day has brought to the limits of a case."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.case_limits import running_limits
from mediation_app.domain.day_limits import limits_of_day
from tests.agendas import LIMITS
from tests.builders import a_case

ACCEPTED = a_case(agreement=None, accepted_on=date(2026, 11, 23))
NOT_YET = replace(ACCEPTED, accepted_on=None)


def running(case):
    return running_limits(case, LIMITS.of_case(case))


def keys(limits):
    return [each.rule.key for each in limits]


def test_a_case_that_was_not_there_has_entered_all_that_runs():
    found = limits_of_day((), running(ACCEPTED))
    assert keys(found.entered) == ["mediation"]
    assert found.ended == ()


def test_a_limit_that_runs_no_longer_was_ended():
    found = limits_of_day(running(ACCEPTED), running(NOT_YET))
    assert found.entered == ()
    assert keys(found.ended) == ["mediation"]


def test_another_day_enters_a_limit_anew_and_nothing_else_does():
    later = replace(ACCEPTED, accepted_on=date(2026, 11, 24))
    found = limits_of_day(running(ACCEPTED), running(later))
    assert (keys(found.entered), keys(found.ended)) == (["mediation"], [])
    unchanged = limits_of_day(running(ACCEPTED), running(replace(ACCEPTED, facts="新")))
    assert (unchanged.entered, unchanged.ended) == ((), ())
