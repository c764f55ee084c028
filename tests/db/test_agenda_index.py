"""How the index of what is due is brought up to date."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.boards import Board, Wish
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable
from mediation_app.domain.todos import Todo
from tests.agendas import LIMITS, TODAY, a_rule
from tests.builders import a_case
from tests.db.desks import KEY
from tests.db.small_centre import OTHER, pulled
from tests.db.stored_cases import added, numbered

OVERDUE = Wish(Board.OVERDUE, TODAY)
BILL = Todo("t", "寄账单", due_on=date(2026, 11, 1))


def arranged(units, limits=LIMITS, most=500):
    with units() as work:
        left = work.agenda.arrange(limits, most)
        work.commit()
    return left


def test_cases_are_worked_out_some_at_a_time(database):
    units, queries = database.units_of_work("甲"), database.queries()
    added(units, *(numbered(serial, agreement=None, todos=(BILL,)) for serial in (1, 2, 3)))
    assert queries.unarranged(LIMITS) == 3
    assert arranged(units, most=2) == 1
    assert queries.agenda_count(OVERDUE) == 2
    assert arranged(units) == queries.unarranged(LIMITS) == 0
    assert queries.agenda_count(OVERDUE) == 3


@pytest.mark.parametrize(
    "other",
    [
        Limits(LimitTable((a_rule("x", "另一期限", "受理"),)), LIMITS.calendar),
        Limits(
            LIMITS.table,
            RestCalendar([YearTable(2027, (RestDay(date(2027, 1, 1), "元旦", is_rest=True),))]),
        ),
    ],
)
def test_other_tables_have_every_case_worked_out_again(database, other):
    units, queries = database.units_of_work("甲"), database.queries()
    added(units, a_case(agreement=None, accepted_on=TODAY))
    arranged(units)
    assert queries.unarranged(other) == 1
    arranged(units, other)
    assert queries.unarranged(other) == 0
    assert queries.unarranged(LIMITS) == 1


def test_a_day_beyond_all_sense_has_no_limit_and_stops_nothing(database):
    units, queries = database.units_of_work("甲"), database.queries()
    added(units, a_case(agreement=None, accepted_on=date(9999, 1, 1), todos=(BILL,)))
    assert arranged(units) == 0
    assert queries.agenda_count(OVERDUE) == 1


def test_what_others_saved_is_worked_out_once_it_was_pulled(a, b, shared):
    arranged(b.units)
    a.edit(todos=(BILL,))
    a.sync(shared)
    b.sync(shared)
    assert b.queries.unarranged(LIMITS) == 1
    arranged(b.units)
    assert b.queries.agenda_count(OVERDUE) == 1
    a.edit(todos=(replace(BILL, done_on=TODAY),))
    a.sync(shared)
    b.sync(shared)
    arranged(b.units)
    assert b.queries.agenda_count(OVERDUE) == 0


def test_nothing_stays_of_a_case_that_leaves_this_machine(a, b, shared):
    a.edit(todos=(BILL,))
    a.sync(shared)
    b.sync(shared)
    arranged(b.units)
    shared.move(KEY, OTHER)
    pulled(b.replica, shared)
    assert b.raw("SELECT COUNT(*) FROM agenda_item") == [(0,)]
    assert b.raw("SELECT COUNT(*) FROM agenda_stale") == [(0,)]
