"""Which limits of a case are shown, how serious they look, and how they explain themselves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.case_limits import running_limits
from mediation_app.domain.cases import Confirmation, Outcome, Visit
from mediation_app.domain.courses import Course, Extension, Milestone, Pause
from tests.builders import a_case, signed
from ui.case.limit_button import LimitButton, words_of_limit
from ui.case.running_limits import tone_of
from ui.frame.details import Details

ACCEPTED = date(2026, 3, 2)
UNSIGNED = a_case(accepted_on=ACCEPTED, agreement=None)
SIGNED = signed(a_case(accepted_on=ACCEPTED))
APPLIED = replace(SIGNED, confirmation=Confirmation(applied_on=date(2026, 3, 10)))
PAUSED = replace(UNSIGNED, course=Course((Pause("p", date(2026, 3, 10)),)))


def running(desk, case):
    return running_limits(case, desk.limits.of_case(case))


def keys(desk, case):
    return [each.rule.key for each in running(desk, case)]


def limit_of(desk, case, key="mediation"):
    return next(each for each in desk.limits.of_case(case) if each.rule.key == key)


def test_each_step_ends_the_limits_of_the_one_before(desk):
    assert keys(desk, UNSIGNED) == ["mediation"]
    assert keys(desk, SIGNED) == ["confirmation"]
    assert keys(desk, APPLIED) == ["court_acceptance", "court_decision", "court_closing"]
    assert keys(desk, replace(SIGNED, visit=Visit())) == []
    assert keys(desk, replace(UNSIGNED, outcome=Outcome.FAILED)) == []


def test_a_limit_that_began_after_the_last_step_runs_beside_it(desk):
    course = Course(milestones=(Milestone("m", "收到确认裁定", date(2026, 3, 20)),))
    assert "party_objection" in keys(desk, replace(APPLIED, course=course))


@pytest.mark.parametrize(
    ("days_ahead", "tone"), [(8, "muted"), (7, "warning"), (0, "warning"), (-1, "error")]
)
def test_a_limit_warns_from_the_last_week_on(desk, days_ahead, tone):
    limit = limit_of(desk, UNSIGNED)
    assert tone_of(limit, limit.deadline.limit_on - timedelta(days=days_ahead)) == tone


def test_an_uncertain_limit_warns_and_a_short_one_always_does(desk):
    far = replace(UNSIGNED, accepted_on=date(2031, 1, 1))
    assert tone_of(limit_of(desk, far), date(2031, 1, 2)) == "warning"
    course = Course(milestones=(Milestone("m", "小额快速机制受理", date(2026, 3, 2)),))
    short = limit_of(desk, replace(UNSIGNED, course=course), "first_contact")
    assert tone_of(short, date(2026, 3, 2)) == "warning"


def test_what_stands_still_or_is_for_others_to_keep_never_alarms(desk):
    assert tone_of(limit_of(desk, PAUSED), date(2027, 1, 1)) == "muted"
    assert tone_of(limit_of(desk, APPLIED, "court_decision"), date(2027, 1, 1)) == "muted"


def test_a_limit_that_stands_still_says_how_much_is_left(desk):
    limit = limit_of(desk, PAUSED)
    assert words_of_limit(limit, date(2026, 5, 1)) == "调解期限 中止，剩 23 天"


def test_a_click_tells_each_pause_extension_and_skipped_day(window, desk):
    course = Course(
        (Pause("p", date(2026, 3, 10), date(2026, 3, 11), "鉴定"),),
        (Extension("e", 1, date(2026, 3, 12), applicants_agree=True, respondents_agree=True),),
    )
    button = LimitButton(limit_of(desk, replace(UNSIGNED, course=course)), date(2026, 3, 5))
    button.setParent(window)
    button.show()
    button.click()
    (details,) = [each for each in window.findChildren(Details) if each.isVisible()]
    told = [each.text() for each in details.findChildren(QLabel)]
    assert "2026-03-10 至 2026-03-11 中止（鉴定），2 天不计入" in told
    assert "双方 2026-03-12 同意延长 1 天" in told
    assert "跳过 2026-04-04 清明节；跳过 2026-04-05 清明节；跳过 2026-04-06 清明节" in told


def test_a_great_many_skipped_days_are_counted_instead_of_listed(desk, qapp):  # noqa: ARG001
    rule = replace(limit_of(desk, UNSIGNED).rule, length=300, unit=_working(desk))
    limits = desk.limits.with_own_rules([rule])
    (limit,) = [each for each in limits.of_case(UNSIGNED) if each.rule.key == "mediation"]
    said = "".join(LimitButton(limit, ACCEPTED).sentences())
    assert f"共跳过 {len(limit.deadline.skipped)} 天" in said


def _working(desk):
    return desk.limits.table.rule("department_answer", ACCEPTED).unit
