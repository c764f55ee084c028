"""What no lawful way leads to is told in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.agreements import Sealed
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import (
    Confirmation,
    Meeting,
    Outcome,
    Termination,
    Unfinished,
    Visit,
)
from mediation_app.domain.demands import (
    Dossier,
    all_readable,
    all_signed,
    mediators_named,
    meeting_held,
    terms_written,
)
from mediation_app.domain.documents import FormKind
from mediation_app.domain.irregularities import facts_skipped, irregularities
from mediation_app.domain.lawful_changes import Hand, is_resting, unlawful_change
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import Action, Duty, lawful, next_action, refusal
from tests.builders import a_case, signed

DAY = date(2026, 3, 2)
REGISTERED = a_case(agreement=None)
ACCEPTED = a_case(agreement=None, accepted_on=DAY, meetings=(Meeting("m", DAY),))
SIGNED = signed(replace(ACCEPTED, agreement=a_case().agreement))


def stepped(case, action):
    return replace(case, steps=(StepTaken("s", action),))


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (replace(ACCEPTED, number=""), ["没有登记编号，却写了受理日期"]),
        (
            replace(SIGNED, number=""),
            ["没有登记编号，却写了受理日期", "没有登记编号，却已签署协议"],
        ),
        (
            replace(REGISTERED, number="", outcome=Outcome.WITHDRAWN),
            ["没有登记编号，却已写“撤回申请”"],
        ),
        (replace(ACCEPTED, accepted_on=None), ["没有受理日期，却已开过调解会"]),
        (
            replace(SIGNED, accepted_on=None, meetings=()),
            ["没有受理日期，却已签署协议", "没有调解会，却已签署协议"],
        ),
        (replace(REGISTERED, outcome=Outcome.FAILED), ["没有受理日期，却已写“调解不成”"]),
        (
            replace(ACCEPTED, confirmation=Confirmation(applied_on=DAY)),
            ["协议没有生效，却已申请司法确认"],
        ),
        (stepped(ACCEPTED, "开始履行"), ["协议没有生效，却已开始履行"]),
        (replace(ACCEPTED, visit=Visit(DAY)), ["协议没有生效，却已回访"]),
        (
            replace(SIGNED, confirmation=Confirmation(ruled_on=DAY)),
            ["没有申请日期，却写了法院裁定的日期"],
        ),
        (
            replace(
                SIGNED,
                outcome=Outcome.ORAL_AGREEMENT,
                confirmation=Confirmation(applied_on=DAY),
            ),
            ["口头协议不能申请司法确认，却写了申请日期"],
        ),
        (
            replace(SIGNED, outcome=Outcome.WITHDRAWN),
            ["结果写“撤回申请”，协议却已由各方签署生效"],
        ),
        (replace(ACCEPTED, outcome=Outcome.REFUSED), ["结果写“不予受理”，却有受理日期"]),
        (stepped(ACCEPTED, "归档"), ["案件还没有办完，却已归档"]),
        (stepped(replace(SIGNED, visit=Visit(DAY)), "归档"), []),
        (stepped(replace(ACCEPTED, outcome=Outcome.FAILED), "归档"), []),
        (replace(REGISTERED, appointments=(Appointment("a", DAY),)), []),
        (SIGNED, []),
    ],
)
def test_each_contradiction_is_named(case, said):
    assert [str(each.sentence) for each in irregularities(case)] == said


def test_a_case_that_comes_in_whole_needs_what_registration_needs():
    bare = replace(ACCEPTED, facts="")
    assert [str(each.sentence) for each in facts_skipped(bare)] == ["已登记的案件缺少纠纷简要情况"]
    assert list(facts_skipped(replace(REGISTERED, number="", facts=""))) == []


def test_a_new_party_of_a_signed_agreement_is_written_down_before_it_signs():
    visited = replace(SIGNED, visit=Visit(DAY))
    third = replace(visited.parties[1], id="p3")
    more = replace(visited, parties=(*visited.parties, third))
    assert unlawful_change(visited, more, Hand()) == ()
    assert [each.key for each in irregularities(more)] == ["visited"]


def test_an_edit_that_does_nothing_is_lawful_even_for_a_reader():
    assert unlawful_change(SIGNED, SIGNED, Hand(Duty.READER)) == ()


def test_two_steps_at_once_are_no_edit():
    twice = replace(SIGNED, steps=(StepTaken("a", "开始履行"), StepTaken("b", "归档")))
    said, *_ = unlawful_change(SIGNED, twice, Hand())
    assert str(said) == "办理步骤只能逐一办理，不能直接改写"


def test_what_is_noted_beside_a_case_that_is_over_depends_on_how_far_it_is_over():
    ended = replace(ACCEPTED, outcome=Outcome.FAILED, termination=Termination(DAY, "分歧"))
    assert not is_resting(ended, "termination/notice")
    assert is_resting(ended, "facts")
    archived = stepped(ended, "归档")
    assert is_resting(archived, "termination/notice")
    assert not is_resting(archived, "materials/m/is_received")
    assert not is_resting(SIGNED, "facts")


def test_demands_name_what_is_missing():
    bare = Dossier(replace(a_case(), mediators=(" ",), agreement=None))
    assert [str(each.sentence) for each in mediators_named(bare)] == ["人民调解员"]
    assert [str(each.sentence) for each in terms_written(bare)] == ["协议内容"]
    assert [str(each.sentence) for each in all_signed(bare)] == ["当事人、调解员签名和盖章的日期"]
    assert list(all_signed(Dossier(SIGNED))) == []
    assert [each.place for each in meeting_held(bare)] == ["meetings"]
    half = Dossier(replace(SIGNED, unfinished=(Unfinished("claim", "一万"),)))
    assert [str(each.sentence) for each in all_readable(half)] == ["把“一万”填完整"]


def test_a_day_typed_too_early_is_refused_with_what_its_step_lacks():
    bare = replace(ACCEPTED, mediators=(), agreement=a_case().agreement)
    signing = replace(SIGNED.agreement, signatures=SIGNED.agreement.signatures[:1])
    (said,) = unlawful_change(bare, replace(bare, agreement=signing), Hand())
    assert str(said) == "“登记签署”还缺人民调解员"


def test_a_written_agreement_is_closed_before_its_case_is_archived():
    visited = replace(SIGNED, visit=Visit(DAY))
    said = refusal(visited, Action.ARCHIVE, Duty.CLERK, "", frozenset({FormKind.AGREEMENT}))
    assert [str(each) for each in said] == ["“归档”还缺签署完成（锁定协议）"]


def test_what_was_asked_for_at_the_court_is_applied_for_next():
    asked = Confirmation(is_requested=True, court="某法院")
    closed = replace(
        SIGNED, confirmation=asked, sealed=Sealed(datetime(2026, 3, 9, tzinfo=UTC), "")
    )
    assert next_action(closed) is Action.APPLY


def test_the_seal_and_the_wish_for_confirmation_are_offered_once():
    asked = replace(SIGNED, confirmation=Confirmation(is_requested=True, court="某法院"))
    offered = {each.action for each in lawful(asked, Duty.LEADER)}
    assert Action.ASK_CONFIRMATION not in offered
    assert refusal(asked, Action.ASK_CONFIRMATION, Duty.LEADER, "")
    assert refusal(SIGNED, Action.APPLY, Duty.LEADER, "")
