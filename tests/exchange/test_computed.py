from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mediation_app.domain.agreements import InstalmentPlan, PlannedLine
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.money import Money
from mediation_app.domain.rest_days import RestCalendar, read_year_table
from mediation_app.exchange.computed import computed
from tests.exchange.reading_room import EXPECTED, ROOT, SAMPLES, read, sample


def _files(folder):
    return sorted(Path(ROOT / "resources" / folder).glob("2*.json"))


LIMITS = Limits(
    LimitTable(read_limits((ROOT / "resources/limits/limits.json").read_text("utf-8"))),
    RestCalendar(read_year_table(file.read_text("utf-8")) for file in _files("holidays")),
)


def _computed(case):
    return computed(case, ((each.rule, each.deadline) for each in LIMITS.of_case(case)))


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda case: case["案件编号"][-4:])
def test_every_expected_value_comes_out(expected):
    number = expected["案件编号"]
    (given,) = [case for case in SAMPLES["案例"] if case["案件编号"] == number]
    (case,) = read(given).cases
    assert {"案件编号": number} | _computed(case) == expected


def _sample_case(serial=1):
    (case,) = read(sample(serial)).cases
    return case


def _with_plan(plan):
    case = _sample_case()
    return replace(case, agreement=replace(case.agreement, plan=plan))


def test_a_case_without_days_and_amounts_computes_nothing_but_whether_it_is_requested():
    case = replace(_sample_case(20), claim=None, accepted_on=None, complaint_received_on=None)
    assert _computed(case) == {"期限": {}, "司法确认": {"是否申请": False}}


def test_a_limit_beyond_the_tables_of_rest_days_is_told_to_be_checked():
    case = replace(_sample_case(20), accepted_on=date(2031, 3, 3))
    assert "2031年" in str(_computed(case)["提示"])


def test_a_plan_that_cannot_be_carried_out_is_told_and_stops_nothing():
    plan = InstalmentPlan(Money(5), 60, date(2026, 3, 31))
    assert "不足 0.01 元" in _computed(_with_plan(plan))["分期计划"]["提示"]


def test_an_unfinished_plan_computes_no_instalments():
    assert _computed(_with_plan(InstalmentPlan()))["分期计划"] == {}


def test_a_short_plan_has_no_twelfth_instalment():
    plan = InstalmentPlan(Money(1000), 3, date(2026, 1, 31))
    assert _computed(_with_plan(plan))["分期计划"] == {
        "总额": "10.00",
        "期数": 3,
        "首期到期": "2026-01-31",
        "每期": "3.33",
        "末期": "3.34",
        "合计校验": "10.00",
        "第2期到期": "2026-02-28",
        "末期到期": "2026-03-31",
    }


def test_agreed_lines_are_shown_as_agreed():
    lines = (PlannedLine("l1", date(2026, 5, 6), Money(100)),)
    plan = _computed(_with_plan(InstalmentPlan(lines=lines)))["分期计划"]
    assert plan == {"第1期": "2026-05-06 1.00"}


def test_an_agreement_without_an_amount_still_tells_its_copies():
    case = _sample_case(3)
    case = replace(case, agreement=replace(case.agreement, amount=None))
    assert _computed(case)["协议"] == {"协议份数": 3}
