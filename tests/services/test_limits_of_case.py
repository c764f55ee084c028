"""The limits that run in a case."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.cases import Outcome


def limits(desk, case):
    return {each.rule.key: each.deadline.limit_on for each in desk.limits.of_case(case)}


def test_limits_start_where_their_day_is_known(sample_desk):
    case = sample_desk.case_files.find("（2026）云临金人调字第1号")
    found = limits(sample_desk, case)
    assert found["confirmation"] == date(2026, 4, 7)
    assert date(2026, 3, 27) in found.values()
    bare = replace(case, accepted_on=None, complaint_received_on=None, agreement=None)
    assert limits(sample_desk, bare) == {}


def test_an_oral_agreement_starts_no_limit_for_the_court(sample_desk):
    case = sample_desk.case_files.find("第11号")
    assert case.outcome is Outcome.ORAL_AGREEMENT
    assert "confirmation" not in limits(sample_desk, case)
