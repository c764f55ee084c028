"""The table of transitions: every arrow, every refusal."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.domain.irregularities import irregularities
from mediation_app.domain.lawful_changes import Hand, unlawful_change
from mediation_app.domain.moves import Move, moved
from mediation_app.domain.seals import sealed
from mediation_app.domain.stages import CLOSED, Stage, stage_of
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import (
    TABLE,
    Action,
    Duty,
    duty_of,
    lawful,
    next_action,
    refusal,
)
from tests.builders import NUMBER, a_case

DAY = date(2026, 3, 5)
ISSUED = frozenset({FormKind.AGREEMENT, FormKind.ORAL_AGREEMENT})
DRAFT = a_case(number="", agreement=None)


def take(case, action, reason="双方同意", duty=Duty.LEADER):
    """Return the case after a step that has to be lawful."""
    assert refusal(case, action, duty, reason, ISSUED) == ()
    if action is Action.REGISTER:
        return replace(case, number=NUMBER)
    if action is Action.SEAL:
        return sealed(case, datetime(2026, 3, 5, tzinfo=UTC))
    no = len(case.steps)
    step = StepTaken(f"s{no}", action.value, DAY, "刘洋", reason, stage_of(case).value)
    numbers = count()
    return moved(case, action, Move(DAY, step, lambda: f"{no}.{next(numbers)}", "某法院"))


def prepared(case, action):
    """Return the case with the facts that a person writes before such a step."""
    if action is Action.SIGN and case.agreement and not case.agreement.terms:
        return replace(case, agreement=a_case().agreement)
    if action is Action.APPLY:
        return replace(case, confirmation=replace(case.confirmation, court="某法院"))
    if action is Action.ARCHIVE and case.termination:
        return replace(
            case, termination=replace(case.termination, notice="可依法起诉", court="某法院")
        )
    return case


def after(*actions, case=DRAFT):
    """Return what lawful steps make of a draft."""
    for action in actions:
        case = take(prepared(case, action), action)
    return case


TO_REGISTERED = (Action.REGISTER,)
TO_ACCEPTED = (*TO_REGISTERED, Action.ACCEPT)
TO_AGREEMENT = (*TO_ACCEPTED, Action.MEDIATE, Action.DRAFT_AGREEMENT)
TO_SIGNED = (*TO_AGREEMENT, Action.SIGN)
TO_COURT = (*TO_SIGNED, Action.SEAL, Action.ASK_CONFIRMATION, Action.APPLY)
TO_VISITED = (*TO_SIGNED, Action.SEAL, Action.PERFORM, Action.VISIT)
TO_ARCHIVED = (*TO_VISITED, Action.ARCHIVE)
WAYS = {
    Stage.DRAFT: (),
    Stage.REGISTERED: TO_REGISTERED,
    Stage.ACCEPTED: TO_ACCEPTED,
    Stage.PREPARED: (*TO_ACCEPTED, Action.PREPARE),
    Stage.SCHEDULED: (*TO_ACCEPTED, Action.PREPARE, Action.SCHEDULE),
    Stage.MEDIATION: (*TO_ACCEPTED, Action.MEDIATE),
    Stage.AGREEMENT: TO_AGREEMENT,
    Stage.SIGNED: TO_SIGNED,
    Stage.CONFIRMATION: TO_COURT,
    Stage.PERFORMANCE: (*TO_COURT, Action.RULE),
    Stage.VISITED: TO_VISITED,
    Stage.ARCHIVED: TO_ARCHIVED,
    Stage.FAILED: (*TO_ACCEPTED, Action.FAIL),
    Stage.WITHDRAWN: (*TO_ACCEPTED, Action.WITHDRAW),
    Stage.REFUSED: (*TO_REGISTERED, Action.REFUSE),
    Stage.SUSPENDED: (*TO_ACCEPTED, Action.SUSPEND),
    Stage.TRANSFERRED: (*TO_ACCEPTED, Action.TRANSFER),
    Stage.SUPPLEMENT: (*TO_ARCHIVED, Action.SUPPLEMENT),
}
AT = {stage: after(*way) for stage, way in WAYS.items()}


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_reached_by_lawful_steps_and_is_regular(stage):
    assert stage_of(AT[stage]) is stage
    assert irregularities(AT[stage]) == ()


ARROWS = [(row, stage) for row in TABLE for stage in row.sources]


@pytest.mark.parametrize(
    ("row", "stage"), ARROWS, ids=[f"{r.action.value}-{s.value}" for r, s in ARROWS]
)
def test_every_arrow_leads_where_the_table_says_and_to_nothing_unlawful(row, stage):
    case = AT[stage]
    if row.action is Action.SEAL:
        case = replace(case, sealed=None)
    moved_on = after(row.action, case=case)
    assert stage_of(moved_on) is (row.target or stage_of(moved_on))
    assert irregularities(moved_on) == ()


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("duty", Duty)
def test_what_is_offered_is_exactly_what_is_not_refused(stage, duty):
    case = AT[stage]
    offered = {each.action for each in lawful(case, duty, ISSUED) if each.is_ready}
    taken = {each for each in Action if not refusal(case, each, duty, "因故", ISSUED)}
    assert offered == taken


@pytest.mark.parametrize("stage", Stage)
def test_the_next_step_of_an_open_case_is_offered_first(stage):
    first = next_action(AT[stage])
    if stage is Stage.ARCHIVED:
        assert first is None
    else:
        assert lawful(AT[stage], Duty.LEADER)[0].action is first


def test_what_leads_nowhere_from_here_is_absent_and_refused_with_where_it_may():
    offered = {each.action for each in lawful(AT[Stage.SIGNED], Duty.LEADER)}
    assert not offered & {Action.WITHDRAW, Action.FAIL, Action.SUSPEND, Action.ACCEPT}
    (said,) = refusal(AT[Stage.SIGNED], Action.RESUME, Duty.LEADER, "")
    assert str(said) == "“恢复调解”只能在“中止”阶段办理，本案现在是“签署”"


def test_all_that_is_missing_is_told_at_once():
    bare = replace(
        AT[Stage.AGREEMENT], mediators=(), agreement=replace(a_case().agreement, terms=())
    )
    said = "；".join(map(str, refusal(bare, Action.SIGN, Duty.READER, "")))
    for words in ("调解员、文员、站长", "协议内容", "人民调解员"):
        assert words in said
    (step,) = (each for each in lawful(bare, Duty.LEADER) if each.action is Action.SIGN)
    assert not step.is_ready
    assert [each.place for each in step.missing] == ["agreement/terms", "mediators"]


@pytest.mark.parametrize("action", [row.action for row in TABLE if row.needs_reason])
def test_a_step_that_needs_a_reason_is_not_taken_without(action):
    (stage, *_) = next(row.sources for row in TABLE if row.action is action)
    said = refusal(AT[stage], action, Duty.LEADER, "  ", ISSUED)
    assert str(said[-1]) == f"“{action.value}”要写明理由"


@pytest.mark.parametrize("duty", [Duty.READER, Duty.ADMINISTRATOR])
def test_who_does_not_handle_cases_is_offered_nothing(duty):
    assert all(lawful(case, duty) == () for case in AT.values())


def test_only_the_leader_reopens_what_is_archived():
    case = AT[Stage.ARCHIVED]
    assert Action.REOPEN not in {each.action for each in lawful(case, Duty.MEDIATOR)}
    (said,) = refusal(case, Action.REOPEN, Duty.MEDIATOR, "当事人提出异议")
    assert str(said) == "“重开”由站长办理"
    assert refusal(AT[Stage.FAILED], Action.REOPEN, Duty.MEDIATOR, "双方愿意再谈") == ()


def test_a_case_is_archived_with_its_papers_only():
    case = AT[Stage.VISITED]
    assert ["人民调解协议书" in str(e) for e in refusal(case, Action.ARCHIVE, Duty.CLERK, "")] == [
        True
    ]
    failed = AT[Stage.FAILED]
    said = [str(each) for each in refusal(failed, Action.ARCHIVE, Duty.CLERK, "")]
    assert said == ["“归档”还缺告知当事人的救济途径"]
    unsaid = replace(failed, termination=None)
    assert len(refusal(unsaid, Action.ARCHIVE, Duty.CLERK, "")) == 2
    sent = AT[Stage.TRANSFERRED]
    (lack,) = refusal(sent, Action.ARCHIVE, Duty.CLERK, "")
    assert str(lack) == "“归档”还缺移送的法院"


def test_an_oral_agreement_takes_effect_unsigned_by_parties_and_goes_to_no_court():
    oral = replace(
        AT[Stage.AGREEMENT], outcome=Outcome.ORAL_AGREEMENT, agreement=a_case().agreement
    )
    case = take(oral, Action.SIGN)
    assert {each.kind.value for each in case.agreement.signatures} == {
        "人民调解员",
        "人民调解委员会印章",
    }
    assert next_action(case) is Action.PERFORM
    assert refusal(case, Action.APPLY, Duty.LEADER, "")
    assert Action.SEAL not in {each.action for each in lawful(case, Duty.LEADER)}
    assert take(after(Action.PERFORM, Action.VISIT, case=case), Action.ARCHIVE)


def test_a_suspension_stops_the_clock_until_the_day_before_the_resumption():
    suspended = AT[Stage.SUSPENDED]
    (pause,) = suspended.course.pauses
    assert (pause.from_on, pause.to_on, pause.reason) == (DAY, None, "双方同意")
    step = StepTaken("r", Action.RESUME.value, date(2026, 3, 20))
    resumed = moved(suspended, Action.RESUME, Move(date(2026, 3, 20), step, lambda: "x"))
    assert resumed.course.pauses[0].to_on == date(2026, 3, 19)
    assert after(Action.RESUME, case=suspended).course.pauses == ()


def test_a_meeting_begins_with_the_room_and_the_needs_that_are_known():
    off = Appointment("a0", DAY, room="调解室9", cancelled_on=DAY)
    planned = Appointment("a1", DAY, room="调解室1")
    case = replace(
        AT[Stage.SCHEDULED], appointments=(off, planned), needs=("方言", "大字", "听力弱")
    )
    met = after(Action.MEDIATE, case=case)
    assert met.meetings[-1].appointment_id == "a1"
    assert met.meetings[-1].doubts == ("听力弱", "大字")
    assert met.meeting_place == "调解室1"
    written = replace(case, meeting_place="支行会议室")
    assert after(Action.MEDIATE, case=written).meeting_place == "支行会议室"


def test_a_meeting_takes_the_place_of_what_was_planned_for_its_day():
    met = after(Action.MEDIATE, case=AT[Stage.SCHEDULED])
    assert met.meetings[0].appointment_id == met.appointments[0].id
    assert after(Action.SCHEDULE, case=AT[Stage.SCHEDULED]).appointments == met.appointments


def test_a_case_that_ended_goes_on_where_it_was_when_it_is_reopened():
    reopened = after(Action.REOPEN, case=AT[Stage.FAILED])
    assert stage_of(reopened) is Stage.ACCEPTED
    assert reopened.termination.ended_on is None
    assert reopened.termination.reason == "双方同意"


@pytest.mark.parametrize(
    ("roles", "duty"),
    [
        ((), Duty.LEADER),
        (("reader",), Duty.READER),
        (("reader", "clerk"), Duty.CLERK),
        (("specialist", "leader"), Duty.LEADER),
        (("unheard of",), Duty.LEADER),
    ],
)
def test_of_several_roles_the_one_that_may_do_most_counts(roles, duty):
    assert duty_of(roles) is duty


@given(st.lists(st.sampled_from(Action), max_size=25), st.sampled_from(Duty))
def test_no_sequence_of_steps_leads_to_an_unlawful_state_and_each_is_undone(actions, duty):
    case = DRAFT
    for action in actions:
        before = prepared(case, action)
        if refusal(before, action, duty, "因故", ISSUED):
            continue
        case = take(before, action, "因故", duty)
        assert irregularities(case) == ()
        assert stage_of(case) is Stage.ARCHIVED or next_action(case) is not None
        if case.steps != before.steps:
            assert unlawful_change(case, before, Hand(duty, "刘洋", DAY, ISSUED)) == ()
            assert unlawful_change(before, case, Hand(duty, "刘洋", DAY, ISSUED)) == ()


def test_what_is_over_is_open_again_only_by_a_step():
    for stage in CLOSED:
        kinds = {each.action for each in lawful(AT[stage], Duty.LEADER)}
        assert {Action.REOPEN, Action.SUPPLEMENT} <= kinds
