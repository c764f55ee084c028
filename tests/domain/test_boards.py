"""Which things of the agenda the boards of a day show."""

import pytest

from mediation_app.domain.absences import Absence
from mediation_app.domain.agenda import AgendaItem, AgendaKind
from mediation_app.domain.boards import (
    DATED_BOARDS,
    KINDS,
    Board,
    Wish,
    days_waited,
    last_day_of_week,
    place_of,
    seen_by,
)
from mediation_app.domain.cases import CaseId
from tests.agendas import TODAY, in_days


def an_item(kind=AgendaKind.PROMISE, **facts):
    return AgendaItem(CaseId("c1"), kind, **facts)


def boards_of(item, **wish):
    return {board for board in Board if Wish(board, TODAY, **wish).fits(item)}


@pytest.mark.parametrize(
    ("days", "boards"),
    [
        (-1, {Board.OVERDUE}),
        (0, {Board.TODAY, Board.WEEK}),
        (6, {Board.WEEK}),
        (7, set()),
    ],
)
def test_what_is_due_is_on_the_boards_of_its_day(days, boards):
    assert boards_of(an_item(due_on=in_days(days))) == boards


def test_what_has_no_day_is_on_no_board_of_days():
    assert boards_of(an_item()) == set()


def test_a_reminder_shows_on_its_day_though_the_limit_is_far():
    limit = an_item(AgendaKind.LIMIT, due_on=in_days(15), reminders=(TODAY,))
    assert boards_of(limit) == {Board.TODAY}
    assert boards_of(an_item(AgendaKind.LIMIT, due_on=in_days(-1), reminders=(TODAY,))) == {
        Board.OVERDUE
    }


def test_a_right_that_lapsed_is_not_overdue():
    assert boards_of(an_item(AgendaKind.RIGHT, due_on=in_days(-1))) == set()


@pytest.mark.parametrize(
    ("kind", "board"),
    [
        (AgendaKind.ANSWER, Board.UNANSWERED),
        (AgendaKind.SIGNATURE, Board.TO_SIGN),
        (AgendaKind.COUNTERSIGNATURE, Board.WAITING),
        (AgendaKind.ESTIMATE, Board.WAITING),
        (AgendaKind.PAUSE, Board.WAITING),
        (AgendaKind.ACCEPT, Board.TO_ACCEPT),
        (AgendaKind.PREPARE, Board.TO_PREPARE),
        (AgendaKind.IDLE, Board.IDLE),
        (AgendaKind.IRREGULAR, Board.IDLE),
    ],
)
def test_what_belongs_to_no_day_has_a_board_of_its_own(kind, board):
    assert boards_of(an_item(kind)) == {board}


def test_what_somebody_waits_for_is_on_two_boards_once_it_is_late():
    assert boards_of(an_item(AgendaKind.WAIT, due_on=in_days(-1))) == {
        Board.OVERDUE,
        Board.WAITING,
    }


def test_a_case_is_idle_from_its_day_on():
    assert boards_of(an_item(AgendaKind.IDLE, since_on=in_days(1))) == set()
    assert boards_of(an_item(AgendaKind.IDLE, since_on=TODAY)) == {Board.IDLE}


def test_a_board_shows_only_whose_and_which_day_it_is_asked_for():
    item = an_item(due_on=TODAY, owner="刘洋")
    assert boards_of(item, owners=frozenset({"刘洋"}))
    assert not boards_of(item, owners=frozenset({"周静", ""}))
    assert boards_of(item, due_on=TODAY)
    assert not boards_of(item, due_on=in_days(1))
    shared = an_item(due_on=TODAY, owner="刘洋、周静")
    for names in ({"刘洋"}, {"周静", ""}, {"刘洋", "周静"}):
        assert boards_of(shared, owners=frozenset(names)) == boards_of(shared)
    assert not boards_of(shared, owners=frozenset({"刘", "洋、周", ""}))


def test_every_kind_of_thing_has_a_board_and_one_pile_at_most():
    assert frozenset().union(*KINDS.values()) == frozenset(AgendaKind)
    piles = [kind for board in Board if board not in DATED_BOARDS for kind in KINDS[board]]
    assert len(piles) == len(set(piles))


def test_a_week_ends_on_sunday():
    assert last_day_of_week(TODAY) == in_days(6)
    assert last_day_of_week(in_days(6)) == in_days(6)


def test_days_are_counted_from_the_day_on_which_it_was_asked():
    assert days_waited(an_item(since_on=in_days(-3)), TODAY) == 3
    assert days_waited(an_item(since_on=in_days(3)), TODAY) == 0
    assert days_waited(an_item(), TODAY) is None


def test_a_deputy_sees_what_he_stands_in_for_and_what_nobody_owns():
    away = (Absence("a", "刘洋", "周静", in_days(-1), in_days(1)),)
    assert seen_by("周静", away, TODAY) == {"周静", "刘洋", ""}
    assert seen_by("周静", away, in_days(2)) == {"周静", ""}
    assert seen_by("刘洋", away, TODAY) == {"刘洋", ""}


def test_lines_stand_in_the_order_of_what_their_board_is_about():
    early, late = an_item(due_on=in_days(-2)), an_item(due_on=in_days(-1), since_on=in_days(-9))
    assert place_of(early, Board.OVERDUE) < place_of(late, Board.OVERDUE)
    assert place_of(early, Board.WAITING) < place_of(late, Board.WAITING)
    at_nine, at_two = (an_item(due_on=TODAY, at_min=each) for each in (540, 840))
    assert place_of(at_nine, Board.TODAY) < place_of(at_two, Board.TODAY)
