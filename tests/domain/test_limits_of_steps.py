"""Each step starts and stops exactly the limits that the table of transitions says."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.case_limits import Limits, running_limits
from mediation_app.domain.cases import Outcome
from mediation_app.domain.courses import Course, Milestone
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.stages import Stage
from mediation_app.domain.transitions import EVERY, TABLE, Action
from resources.files import limit_rules
from tests.domain.test_transitions import DAY, DRAFT, TO_ACCEPTED, WAYS, after

LIMITS = Limits(LimitTable(tuple(read_limits(limit_rules()))), RestCalendar(()))
COMPLAINED = replace(
    DRAFT, complaint_received_on=date(2026, 2, 20), court_material_signed_on=date(2026, 2, 21)
)
"""With limits that others set, and that run beside those of the centre."""

ENDS = (Action.FAIL, Action.WITHDRAW, Action.REFUSE, Action.TRANSFER)
FAILED_AND_FILED = (*TO_ACCEPTED, Action.FAIL, Action.ARCHIVE)
ROWS = {f"{row.action.value}-{row.sources[0].value}": row for row in TABLE}


def running(case):
    """Return the keys of the limits that run, and do not stand still."""
    return {
        each.rule.key
        for each in running_limits(case, LIMITS.of_case(case))
        if not each.deadline.is_standing
    }


def before_the_end(way):
    """Return the steps before a case ended without agreement, and all before it was archived."""
    taken = [each for each in way if each is not Action.ARCHIVE]
    return taken[:-1] if taken and taken[-1] in ENDS else taken


def arrows(row):
    """Yield what ran before the last step, before this one, and after it, for each way to it."""
    for stage in row.sources:
        ways = [WAYS[stage]] if stage is not Stage.ARCHIVED else [WAYS[stage], FAILED_AND_FILED]
        for base in (DRAFT, COMPLAINED):
            for way in ways:
                case = after(*way, case=base)
                if row.action is Action.SEAL:
                    case = replace(case, sealed=None)
                earlier = after(*before_the_end(way), case=base) if EVERY in row.starts else case
                yield running(earlier), running(case), running(after(row.action, case=case))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_step_stops_what_the_table_says_and_nothing_else(row):
    for _, before, now in arrows(row):
        stopped = before if EVERY in row.stops else before & set(row.stops)
        assert before - now == stopped


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_step_starts_what_the_table_says_and_nothing_else(row):
    seen = set()
    for earlier, before, now in arrows(row):
        seen |= now - before
        if EVERY in row.starts:
            assert now == earlier
        else:
            assert now - before <= set(row.starts)
    assert seen >= set(row.starts) - {EVERY}
    assert bool(seen) == bool(row.starts)


def test_a_suspension_lets_the_clock_of_the_centre_stand_and_no_other():
    case = after(*TO_ACCEPTED, case=COMPLAINED)
    assert {"mediation", "court_assigned", "complaint_simple"} <= running(case)
    suspended = after(Action.SUSPEND, case=case)
    assert running(case) - running(suspended) == {"mediation"}
    assert running(after(Action.RESUME, case=suspended)) == running(case)


def test_the_ruling_ends_what_the_court_was_waited_for_and_begins_the_time_to_object():
    ruled = after(*WAYS[Stage.PERFORMANCE])
    assert running(ruled) == set()
    received = Course(milestones=(Milestone("m1", "收到确认裁定", DAY),))
    assert running(replace(ruled, course=received)) == {"party_objection"}
    assert running(replace(ruled, outcome=Outcome.FAILED, course=received)) == set()
