"""What of a case is due when, and who has to see to it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from mediation_app.domain.agenda import SEAL, AgendaItem, AgendaKind, agenda_of, owner_of
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import CaseId, Confirmation, Meeting, Outcome, Visit
from mediation_app.domain.courses import Course, Pause
from mediation_app.domain.materials import NEEDED, Material
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.stages import CLOSED, stage_of
from mediation_app.domain.steps import ARCHIVED, StepTaken
from mediation_app.domain.todos import Todo
from tests.agendas import LIMITS, TODAY, cases, in_days
from tests.builders import a_case, signed

ACCEPTED = a_case(agreement=None, accepted_on=in_days(-10), handler="刘洋")
MEETING = Meeting("m1", in_days(-5))
AGREED = replace(
    a_case(accepted_on=in_days(-10), meetings=(MEETING,)), outcome=Outcome.WRITTEN_AGREEMENT
)
EFFECTIVE = signed(AGREED, in_days(-4))
K = AgendaKind


def items(case, limits=LIMITS):
    return agenda_of(case, limits.of_case(case), limits.calendar)


def of_kind(case, kind):
    return [each for each in items(case) if each.kind is kind]


def only(case, kind):
    (found,) = of_kind(case, kind)
    return found


def said(case, kind):
    return str(words_of(only(case, kind)))


def test_a_running_limit_is_due_on_its_last_day_and_warned_of_before():
    limit = only(ACCEPTED, K.LIMIT)
    assert (limit.text, limit.since_on, limit.due_on) == (
        "调解期限",
        in_days(-10),
        date(2026, 12, 14),
    )
    assert limit.reminders == (date(2026, 11, 27), date(2026, 12, 7), date(2026, 12, 11))
    assert limit.source == "某规则"
    assert limit.owner == "刘洋"
    assert not limit.is_certain
    assert said(ACCEPTED, K.LIMIT) == "调解期限"


def test_a_reminder_comes_on_the_last_workday_before_a_rest_day():
    limit = only(replace(ACCEPTED, accepted_on=date(2026, 11, 20)), K.LIMIT)
    # 15 and 7 days before Monday 21 December are Sunday 6 and Monday 14.
    assert limit.due_on == date(2026, 12, 21)
    assert limit.reminders == (date(2026, 12, 4), date(2026, 12, 14), date(2026, 12, 18))


def test_while_the_clock_stands_somebody_waits_and_nothing_is_due():
    paused = replace(ACCEPTED, course=Course(pauses=(Pause("x", in_days(-3), None, "等鉴定"),)))
    assert of_kind(paused, K.LIMIT) == []
    pause = only(paused, K.PAUSE)
    assert (pause.ref, pause.since_on, pause.due_on) == ("x", in_days(-3), None)
    assert said(paused, K.PAUSE) == "时限中止：等鉴定"
    over = replace(ACCEPTED, course=Course(pauses=(Pause("x", in_days(-3), in_days(-2)),)))
    assert of_kind(over, K.PAUSE) == []


def test_what_the_parties_may_do_is_no_duty_until_they_want_it():
    assert only(EFFECTIVE, K.RIGHT).text == "司法确认申请期限"
    asked = replace(EFFECTIVE, confirmation=Confirmation(is_requested=True))
    assert only(asked, K.LIMIT).text == "司法确认申请期限"
    assert of_kind(asked, K.RIGHT) == []


def test_when_a_right_has_lapsed_nothing_is_planned_any_more():
    lapses_on = only(EFFECTIVE, K.RIGHT).due_on
    idle = only(EFFECTIVE, K.IDLE)
    assert (idle.since_on - lapses_on).days == 1


def test_the_limits_of_the_court_are_only_waited_for():
    at_court = replace(
        EFFECTIVE, confirmation=Confirmation(is_requested=True, applied_on=in_days(-1))
    )
    assert only(at_court, K.ESTIMATE).text == "法院决定"
    assert of_kind(at_court, K.IDLE) == []


def test_a_planned_meeting_is_due_until_it_is_held_or_called_off():
    planned = Appointment("a1", in_days(3), 570, room="调解室1", mediators=("陆则安",))
    case = replace(ACCEPTED, appointments=(planned,))
    item = only(case, K.APPOINTMENT)
    assert (item.due_on, item.at_min, item.owner) == (in_days(3), 570, "陆则安")
    assert item.reminders == (in_days(2),)
    assert said(case, K.APPOINTMENT) == "调解会 09:30 调解室1"
    held = replace(case, meetings=(replace(MEETING, appointment_id="a1"),))
    off = replace(case, appointments=(replace(planned, cancelled_on=TODAY),))
    undated = replace(case, appointments=(replace(planned, on=None),))
    for each in (held, off, undated):
        assert of_kind(each, K.APPOINTMENT) == []


def test_two_mediators_of_a_meeting_see_to_it_together():
    planned = Appointment("a1", in_days(3), 570, mediators=("陆则安", "", "周静"))
    item = only(replace(ACCEPTED, appointments=(planned,)), K.APPOINTMENT)
    assert (item.owner, item.owners) == ("陆则安、周静", ("陆则安", "周静"))
    alone = replace(ACCEPTED, appointments=(replace(planned, mediators=()),))
    assert only(alone, K.APPOINTMENT).owners == ("刘洋",)
    nobody = replace(alone, handler="", mediators=())
    assert only(nobody, K.APPOINTMENT).owners == ("",)


def test_who_was_invited_and_has_not_answered_is_asked_after():
    planned = Appointment("a1", in_days(3), invited=("p1", "p2", "gone"), answered=("p1",))
    case = replace(ACCEPTED, appointments=(planned,))
    item = only(case, K.ANSWER)
    assert (item.ref, item.about) == ("a1/p2", "云汀银行股份有限公司临江支行")
    assert item.owner == "刘洋"
    assert said(case, K.ANSWER) == "云汀银行股份有限公司临江支行没有回复是否到场"
    assert only(case, K.APPOINTMENT).text == "现场"


@pytest.mark.parametrize(
    ("todo", "kind", "words"),
    [
        (Todo("t", "寄账单", promised_to="顾喆安"), K.PROMISE, "寄账单（答应顾喆安）"),
        (Todo("t", "寄账单"), K.PROMISE, "寄账单"),
        (Todo("t", "寄账单", waits_for="银行"), K.WAIT, "等银行：寄账单"),
    ],
)
def test_a_promise_is_to_do_and_a_request_is_waited_for(todo, kind, words):
    case = replace(ACCEPTED, todos=(todo, replace(todo, id="done", done_on=TODAY)))
    assert only(case, kind).owner == "刘洋"
    assert said(case, kind) == words
    owned = replace(ACCEPTED, todos=(replace(todo, owner="韩雪", due_on=TODAY, asked_on=TODAY),))
    item = only(owned, kind)
    assert (item.owner, item.due_on, item.since_on) == ("韩雪", TODAY, TODAY)


def test_an_agreement_waits_for_the_signatures_that_it_lacks():
    mine = of_kind(AGREED, K.SIGNATURE)
    assert [(each.ref, each.owner) for each in mine] == [("沈砚秋", "沈砚秋"), (SEAL, "沈砚秋")]
    assert [str(words_of(each)) for each in mine] == ["协议等沈砚秋签名", "协议等加盖印章"]
    others = of_kind(AGREED, K.COUNTERSIGNATURE)
    assert [each.ref for each in others] == ["p1", "p2"]
    assert str(words_of(others[0])) == "等顾喆安签署协议"
    assert mine[0].since_on == MEETING.held_on
    pending = replace(AGREED, outcome=Outcome.PENDING)
    assert of_kind(pending, K.SIGNATURE) == of_kind(EFFECTIVE, K.SIGNATURE) == []


def test_a_case_waits_to_be_accepted_and_a_draft_to_be_registered():
    new = replace(ACCEPTED, accepted_on=None)
    assert said(new, K.ACCEPT) == "已登记，等决定是否受理"
    assert only(new, K.ACCEPT).since_on == new.filed_on
    assert said(replace(new, number=""), K.ACCEPT) == "草稿，还没有登记"


def test_an_accepted_case_is_prepared_until_somebody_says_it_is_complete():
    assert said(ACCEPTED, K.PREPARE) == "备卷，等确认材料齐全"
    bill = Material("x", "账单", need=NEEDED)
    lacking = replace(ACCEPTED, materials=(bill, Material("y", "合约", is_received=True)))
    assert said(lacking, K.PREPARE) == "备卷，还缺：账单"
    planned = replace(lacking, appointments=(Appointment("a1", in_days(1)),))
    assert of_kind(planned, K.PREPARE)
    enough = replace(planned, materials=(replace(bill, need=""),))
    assert of_kind(enough, K.PREPARE) == []


@pytest.mark.parametrize(
    ("owed_by", "words"), [("银行", "等银行提供账单"), ("", "材料未到：账单")]
)
def test_a_material_that_was_asked_for_is_due(owed_by, words):
    case = replace(ACCEPTED, materials=(Material("x", "账单", owed_by=owed_by, due_on=TODAY),))
    assert only(case, K.MATERIAL).due_on == TODAY
    assert said(case, K.MATERIAL) == words


def test_an_open_case_without_anything_planned_has_no_next_step():
    bare = replace(ACCEPTED, outcome=Outcome.SUSPENDED)
    idle = only(bare, K.IDLE)
    assert idle.since_on == bare.accepted_on
    assert "恢复调解" in str(words_of(idle))
    nothing = replace(bare, todos=(Todo("t", done_on=in_days(-1)),))
    assert only(nothing, K.IDLE).since_on == in_days(-1)


def test_a_case_that_is_over_keeps_only_what_was_promised():
    ended = replace(ACCEPTED, outcome=Outcome.FAILED, meetings=(MEETING,))
    assert items(ended) == ()
    visited = replace(EFFECTIVE, visit=Visit(TODAY))
    assert items(visited) == ()
    promised = replace(ended, todos=(Todo("t", "回电话", "刘洋"),))
    assert [each.kind for each in items(promised)] == [K.PROMISE]


def test_a_contradiction_between_the_facts_is_shown_until_it_is_cleared_up():
    odd = replace(EFFECTIVE, outcome=Outcome.WITHDRAWN)
    found = only(odd, K.IRREGULAR)
    assert (found.ref, found.text, found.about) == ("outcome/effect", "", "撤回申请")
    assert "撤回申请" in str(words_of(found))
    archived = replace(ACCEPTED, steps=(StepTaken("s", ARCHIVED),))
    assert of_kind(archived, K.IRREGULAR)


def test_a_contradiction_that_another_version_kept_as_a_text_is_read_as_it_is():
    kept = AgendaItem(
        CaseId("c1"), K.IRREGULAR, "outcome/effect", "结果写“撤回申请”，协议却已生效"
    )
    assert str(words_of(kept)) == kept.text
    assert str(words_of(replace(kept, ref="newer", text="另一种矛盾"))) == "另一种矛盾"


def test_a_case_belongs_to_its_handler_else_to_its_first_mediator():
    assert owner_of(ACCEPTED) == "刘洋"
    assert owner_of(replace(ACCEPTED, handler="")) == "沈砚秋"
    assert owner_of(replace(ACCEPTED, handler="", mediators=())) == ""


@settings(max_examples=40, deadline=None)
@given(case=cases)
def test_every_open_case_has_something_that_a_board_shows(case):
    found = items(case)
    assert all(each.case_id == case.id for each in found)
    if stage_of(case) not in CLOSED and (case.visit is None or stage_of(case).value != "回访"):
        assert found


def test_an_agenda_depends_on_nothing_but_the_case_and_the_tables():
    case = replace(ACCEPTED, id=CaseId("other"))
    assert agenda_of(case, (), RestCalendar(())) == agenda_of(case, (), RestCalendar(()))
