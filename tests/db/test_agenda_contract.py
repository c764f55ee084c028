"""What may be asked of the agenda of a memory, whichever it is."""

from dataclasses import replace

import pytest

from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.boards import Board, Wish
from mediation_app.domain.cases import CaseId
from mediation_app.domain.todos import Todo
from tests.agendas import LIMITS, TODAY, in_days
from tests.builders import a_case
from tests.db.stored_cases import added, numbered


def arranged(units, most=500):
    with units() as work:
        left = work.agenda.arrange(LIMITS, most)
        work.commit()
    return left


def with_todo(serial, number_of_days, **facts):
    todo = Todo(f"t{serial}", "寄出复印件", due_on=in_days(number_of_days), **facts)
    return numbered(serial, agreement=None, todos=(todo,))


def test_a_line_tells_what_is_due_in_which_case(units, queries):
    added(units, with_todo(1, 0, owner="陆则安", promised_to="顾喆安"))
    arranged(units)
    (line,) = queries.agenda(Wish(Board.TODAY, TODAY))
    assert line.number == "（2026）云临金人调字第1号"
    assert line.applicants == ("顾喆安",)
    item = line.item
    assert (item.case_id, item.kind, item.text) == ("c1", AgendaKind.PROMISE, "寄出复印件")
    assert (item.owner, item.about, item.due_on) == ("陆则安", "顾喆安", TODAY)


def test_what_is_done_is_gone_from_the_boards(units, queries):
    case = with_todo(1, 0)
    added(units, case)
    arranged(units)
    done = replace(case, todos=(replace(case.todos[0], done_on=TODAY),))
    with units() as work:
        work.cases.save(case, done, "edit")
        work.commit()
    arranged(units)
    assert queries.agenda(Wish(Board.TODAY, TODAY)) == ()


def test_nothing_of_a_deleted_case_is_due_until_it_comes_back(units, queries):
    added(units, with_todo(1, -1))
    arranged(units)
    with units() as work:
        work.cases.delete(CaseId("c1"), "重复登记")
        work.commit()
    arranged(units)
    wish = Wish(Board.OVERDUE, TODAY)
    assert queries.agenda_count(wish) == 0
    with units() as work:
        work.cases.restore(CaseId("c1"))
        work.commit()
    arranged(units)
    assert queries.agenda_count(wish) == 1


def test_lines_come_by_the_page_in_the_order_of_the_board(units, queries):
    added(units, *(with_todo(serial, -serial) for serial in range(1, 6)))
    arranged(units)
    wish = Wish(Board.OVERDUE, TODAY)
    assert [line.item.case_id for line in queries.agenda(wish)] == ["c5", "c4", "c3", "c2", "c1"]
    assert [line.item.case_id for line in queries.agenda(wish, 2, 1)] == ["c4", "c3"]
    assert queries.agenda_count(wish) == 5


@pytest.mark.parametrize(
    ("owners", "count"), [(None, 3), (frozenset({"陆则安"}), 1), (frozenset({"陆则安", ""}), 2)]
)
def test_a_board_shows_whose_it_is_asked_for(units, queries, owners, count):
    for serial, owner in enumerate(("陆则安", "沈砚秋", ""), 1):
        added(units, replace(with_todo(serial, 0, owner=owner), mediators=()))
    arranged(units)
    assert queries.agenda_count(Wish(Board.TODAY, TODAY, owners)) == count


def test_a_board_may_be_asked_for_one_day_only(units, queries):
    added(units, with_todo(1, -1), with_todo(2, -2))
    arranged(units)
    wish = Wish(Board.OVERDUE, TODAY, due_on=in_days(-2))
    assert [line.item.case_id for line in queries.agenda(wish)] == ["c2"]


def test_a_fresh_memory_has_nothing_to_arrange(units, queries):
    assert queries.unarranged(LIMITS) == 0
    assert arranged(units) == 0
    assert all(queries.agenda_count(Wish(board, TODAY)) == 0 for board in Board)


def test_an_open_case_is_always_somewhere(units, queries):
    added(units, a_case(agreement=None))
    arranged(units)
    assert queries.agenda_count(Wish(Board.TO_ACCEPT, TODAY)) == 1


def test_limits_that_run_are_told_by_their_last_day_and_by_whose_they_are(units, queries):
    first = numbered(1, agreement=None, accepted_on=in_days(-3), handler="刘洋")
    second = numbered(2, agreement=None, accepted_on=in_days(-5), handler="周静")
    added(units, first, second)
    arranged(units)
    lines = queries.running_limits(None)
    days = [each.item.due_on for each in lines]
    assert days == sorted(days)
    assert {each.item.case_id for each in lines} == {"c1", "c2"}
    assert lines[0].number
    (mine, *_) = queries.running_limits(frozenset({"刘洋"}))
    assert mine.item.case_id == "c1"
    assert len(queries.running_limits(None, 1)) == 1


def test_a_meeting_is_on_the_boards_of_each_of_its_mediators_and_once_on_that_of_all(
    units, queries
):
    planned = Appointment("a1", TODAY, 570, mediators=("刘洋", "周静"))
    added(units, numbered(1, agreement=None, appointments=(planned,), handler="韩雪"))
    arranged(units)
    for owners in (None, {"刘洋"}, {"周静", ""}, {"刘洋", "周静"}):
        wish = Wish(Board.TODAY, TODAY, None if owners is None else frozenset(owners))
        (line,) = [each for each in queries.agenda(wish) if each.item.ref == "a1"]
        assert line.item.owner == "刘洋、周静"
    for owners in ({"刘"}, {"洋、周"}, {"韩雪"}, {""}, set()):
        assert not queries.agenda_count(Wish(Board.TODAY, TODAY, frozenset(owners)))
