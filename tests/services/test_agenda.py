"""The boards of a day, over a real encrypted database."""

import json
from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.absences import Absence
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.boards import Board
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.todos import Todo
from mediation_app.services.agenda import BOARD_NAMES, View
from tests.agendas import TODAY, in_days
from tests.own_tables import LIMIT


@pytest.fixture
def agenda(sample_desk):
    sample_desk.agenda.arrange_all()
    return sample_desk.agenda


def first_case(desk):
    line = next(each for each in desk.lookup.lines() if each.stage.value == "调解")
    return desk.case_files.open(line.id)


def kept(desk, **facts):
    case = first_case(desk)
    saved = desk.case_files.save(case, replace(case, **facts)).case
    desk.agenda.arrange_all()
    return saved


def test_each_number_is_the_length_of_its_list(agenda):
    counts = agenda.counts(View())
    assert set(counts) == set(Board) == set(BOARD_NAMES)
    assert sum(counts.values())
    for board, count in counts.items():
        assert len(agenda.lines(board, View(), 1000)) == count == agenda.count(board, View())


def test_a_saved_case_is_worked_out_when_somebody_looks(sample_desk, agenda):
    assert agenda.arrange() == 0
    case = first_case(sample_desk)
    todo = Todo("t", "寄账单", due_on=TODAY)
    sample_desk.case_files.save(case, replace(case, todos=(todo,)))
    assert agenda.count(Board.TODAY, View()) == 0
    agenda.arrange_all()
    (line,) = agenda.lines(Board.TODAY, View())
    assert (line.item.ref, line.number) == ("t", case.number)


def test_a_thing_that_is_done_leaves_its_board_and_says_when(sample_desk, agenda):
    case = kept(sample_desk, todos=(Todo("t", "寄账单", due_on=TODAY), Todo("u")))
    saved = agenda.finish(case.id, "t").case
    assert [each.done_on for each in saved.todos] == [TODAY, None]
    agenda.arrange_all()
    assert agenda.count(Board.TODAY, View()) == 0


def test_an_answer_takes_the_party_off_the_unanswered(sample_desk, agenda):
    case = first_case(sample_desk)
    party = case.parties[0]
    planned = Appointment("a1", in_days(1), invited=(party.id,), mediators=case.mediators[:1])
    case = kept(sample_desk, appointments=(planned, replace(planned, id="a2", invited=())))
    (line,) = agenda.lines(Board.UNANSWERED, View())
    assert line.item.about == party.name
    saved = agenda.note_answer(case.id, line.item.ref).case
    assert [each.answered for each in saved.appointments] == [(party.id,), ()]


def test_a_person_sees_what_is_his_and_what_he_stands_in_for(sample_desk, agenda):
    kept(sample_desk, todos=(Todo("t", "寄账单", owner="刘洋", due_on=TODAY),))
    assert agenda.count(Board.TODAY, View("刘洋")) == 1
    assert agenda.count(Board.TODAY, View("周静")) == 0
    committee = sample_desk.setup.committee()
    absence = Absence("x", "刘洋", "周静", in_days(-1), in_days(1))
    sample_desk.setup.save(committee, replace(committee, absences=(absence,)))
    assert agenda.count(Board.TODAY, View("周静")) == 1


def test_a_view_may_be_of_one_day(sample_desk, agenda):
    days = (in_days(0), in_days(1))
    kept(sample_desk, todos=tuple(Todo(f"t{each}", due_on=each) for each in days))
    assert agenda.count(Board.WEEK, View()) == 2
    assert agenda.count(Board.WEEK, View(due_on=in_days(1))) == 1


def test_the_people_are_those_of_the_roster_and_who_stands_in(sample_desk, agenda):
    sample_desk.setup.save(
        sample_desk.setup.committee(),
        Committee(
            mediators=(Mediator("m", "刘洋"), Mediator("n", "")),
            recorder="程小满",
            absences=(Absence("x", "刘洋", "周静"), Absence("y", "周静", "刘洋")),
        ),
    )
    assert agenda.people() == ("刘洋", "程小满", "周静")


def test_new_tables_have_every_limit_worked_out_again(sample_desk, agenda):
    kept(sample_desk, accepted_on=date(2026, 11, 20))
    assert "mediation" not in refs(agenda, Board.TODAY)
    text = json.dumps({"limits": [LIMIT | {"length": 3}]})
    sample_desk.tables.import_limits(text)
    agenda.arrange_all()
    assert "mediation" in refs(agenda, Board.TODAY)


def refs(agenda, board):
    return {each.item.ref for each in agenda.lines(board, View(), 500)}


def test_a_register_has_a_line_for_each_thing_of_the_board(sample_desk, agenda):
    case = kept(sample_desk, todos=(Todo("t", "寄账单", "刘洋", "顾喆安", "", TODAY, TODAY),))
    register = agenda.register(Board.TODAY, View("刘洋"))
    (row,) = register.rows
    assert (row.number, row.limit, row.handler) == (case.number, "寄账单（答应顾喆安）", "刘洋")
    assert (row.started_on, row.due_on, row.source) == (TODAY, TODAY, "")
    assert " / " in row.parties
    assert (register.heading, register.today) == ("今天 · 刘洋", TODAY)
    assert agenda.register(Board.WEEK, View()).heading == "本周"
    assert agenda.register(Board.SETTLED, View()).heading == "本月结果 · 成功"
    assert agenda.print_register(Board.TODAY, View()).startswith(b"%PDF")


def test_meetings_of_today_and_those_of_which_today_reminds_are_told_to_whom_they_are(
    sample_desk, agenda
):
    planned = (
        Appointment("today", TODAY, mediators=("周静",)),
        Appointment("tomorrow", in_days(1), mediators=("刘洋", "周静")),
        Appointment("later", in_days(2), mediators=("周静",)),
    )
    kept(sample_desk, appointments=planned, meetings=())
    sample_desk.setup.save(
        sample_desk.setup.committee(), Committee(mediators=(Mediator("m", "刘洋"),))
    )
    refs = [each.item.ref for each in agenda.meetings_ahead("刘洋")]
    assert refs == ["tomorrow"]
    assert {"today", "tomorrow"} <= {each.item.ref for each in agenda.meetings_ahead("root")}
