"""What became of a case, and on the list of which month it stands."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.boards import RESULTS, TASKS, Board, Wish
from mediation_app.domain.cases import Outcome, Termination
from mediation_app.domain.results import result_of
from mediation_app.domain.steps import StepTaken
from tests.builders import a_case, signed

DAY = date(2026, 11, 25)


def ended(outcome, action, **facts):
    step = StepTaken("s1", action, DAY, "刘洋", "申请人不想再谈")
    return a_case(outcome=outcome, steps=(step,), agreement=None, **facts)


def settled(**facts):
    return signed(a_case(outcome=Outcome.WRITTEN_AGREEMENT, **facts), DAY)


def boards_of(case, today):
    item = result_of(case)
    return [board for board in Board if item is not None and Wish(board, today).fits(item)]


@pytest.mark.parametrize(
    ("case", "kind", "words"),
    [
        (settled(), AgendaKind.SETTLED, "达成协议，已生效"),
        (
            settled(left_open=" 征信异议 "),
            AgendaKind.SETTLED_IN_PART,
            "部分达成，未解决：征信异议",
        ),
        (
            ended(Outcome.FAILED, "调解不成"),
            AgendaKind.NOT_SETTLED,
            "调解不成：申请人不想再谈",
        ),
        (ended(Outcome.WITHDRAWN, "撤回"), AgendaKind.WITHDRAWN, "撤回申请：申请人不想再谈"),
        (ended(Outcome.SUSPENDED, "中止"), AgendaKind.SUSPENDED, "中止调解：申请人不想再谈"),
    ],
)
def test_a_result_says_what_became_of_the_case_and_why(case, kind, words):
    item = result_of(case)
    assert item is not None
    assert (item.kind, item.since_on, item.owner) == (kind, DAY, "沈砚秋")
    assert str(words_of(item)) == words
    assert [each.value for each in boards_of(case, DAY)] == [kind.value]


@pytest.mark.parametrize(
    "case",
    [
        a_case(outcome=Outcome.PENDING),
        a_case(outcome=Outcome.WRITTEN_AGREEMENT),
        ended(Outcome.REFUSED, "不予受理"),
        ended(Outcome.TRANSFERRED, "移送人民法院"),
        a_case(outcome=Outcome.FAILED, agreement=None),
        a_case(outcome=Outcome.FAILED, agreement=None, termination=Termination()),
    ],
)
def test_what_goes_on_or_ended_on_no_known_day_is_no_result(case):
    assert result_of(case) is None


def test_the_notice_of_the_end_tells_day_and_reason_before_the_step_does():
    ending = Termination(date(2026, 10, 31), "双方各执一词", reason_code="分歧较大")
    case = ended(Outcome.FAILED, "调解不成", termination=ending)
    item = result_of(case)
    assert (item.since_on, item.text) == (date(2026, 10, 31), "分歧较大")
    only_reason = replace(case, termination=replace(ending, ended_on=None, reason_code=""))
    assert (result_of(only_reason).since_on, result_of(only_reason).text) == (DAY, "双方各执一词")


@pytest.mark.parametrize(
    ("today", "is_listed"),
    [
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 10, 31), False),
        (date(2026, 12, 1), False),
    ],
)
def test_a_result_is_counted_in_its_month_alone(today, is_listed):
    assert (boards_of(settled(), today) == [Board.SETTLED]) is is_listed


def test_a_board_is_either_about_tasks_or_about_results():
    assert {*RESULTS, *TASKS} == set(Board)
    assert not set(RESULTS) & set(TASKS)


def test_a_result_is_due_on_no_day_but_found_by_its_own():
    item = result_of(settled())
    assert item is not None
    assert item.due_on is None
    assert Wish(Board.SETTLED, DAY, due_on=DAY).fits(item)
    assert not Wish(Board.SETTLED, DAY, due_on=date(2026, 11, 24)).fits(item)
