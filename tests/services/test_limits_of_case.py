"""The limits that run in a case."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Confirmation, Outcome
from mediation_app.domain.courses import Course, Extension, Milestone, Pause
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable, read_year_table
from resources.files import holiday_tables, limit_rules
from tests.builders import a_case, signed

SHIPPED = read_limits(limit_rules())
LIMITS = Limits(
    LimitTable(SHIPPED), RestCalendar(read_year_table(text) for text in holiday_tables())
)
RULES = {rule.key: rule for rule in SHIPPED}
ACCEPTED = date(2026, 3, 2)


def limits(desk, case):
    return {each.rule.key: each.deadline.limit_on for each in desk.limits.of_case(case)}


def by_key(case, limits=LIMITS):
    return {each.rule.key: each for each in limits.of_case(case)}


def test_limits_start_where_their_day_is_known(sample_desk):
    case = sample_desk.case_files.find("（2026）云临金人调字第1号")
    found = limits(sample_desk, case)
    assert found["confirmation"] == date(2026, 4, 7)
    assert date(2026, 3, 27) in found.values()
    bare = replace(case, accepted_on=None, complaint_received_on=None, agreement=None)
    undecided = replace(bare, confirmation=Confirmation())
    assert limits(sample_desk, undecided) == {"acceptance": date(2026, 3, 2)}
    assert limits(sample_desk, replace(undecided, number="")) == {}


def test_an_oral_agreement_starts_no_limit_for_the_court(sample_desk):
    case = sample_desk.case_files.find("第11号")
    assert case.outcome is Outcome.ORAL_AGREEMENT
    assert "confirmation" not in limits(sample_desk, case)


def test_each_fact_of_a_case_starts_its_own_limits():
    case = signed(
        a_case(
            accepted_on=ACCEPTED,
            complaint_received_on=date(2026, 2, 9),
            court_material_signed_on=date(2026, 2, 24),
        )
    )
    assert set(by_key(case)) == {
        *("confirmation", "mediation", "court_assigned"),
        *("complaint_simple", "complaint_complicated", "complaint_extended"),
    }


@pytest.mark.parametrize("rule", [rule for rule in SHIPPED if rule.key != "confirmation"])
def test_every_other_limit_can_be_started_by_a_milestone(rule):
    milestone = Milestone("m", rule.starts_from, ACCEPTED)
    draft = a_case(number="", agreement=None, course=Course(milestones=(milestone,)))
    found = by_key(draft)
    assert found[rule.key].started_on == ACCEPTED
    assert found[rule.key].follows == ""


def test_only_what_the_case_does_not_know_itself_is_asked_for():
    events = LIMITS.other_events()
    assert "收到确认裁定" in events
    assert "受理" not in events
    assert len(events) == len(set(events))


def test_a_fact_of_the_case_goes_before_a_milestone_of_the_same_name():
    course = Course(milestones=(Milestone("m", "受理", date(2020, 1, 2)),))
    case = a_case(agreement=None, accepted_on=ACCEPTED, course=course)
    assert by_key(case)["mediation"].started_on == ACCEPTED


def test_one_limit_follows_another_until_its_own_day_is_known():
    case = replace(signed(a_case()), confirmation=Confirmation(applied_on=date(2026, 3, 10)))
    found = by_key(case)
    assert found["court_acceptance"].deadline.limit_on == date(2026, 3, 13)
    decision = found["court_decision"]
    assert (decision.started_on, decision.follows) == (
        date(2026, 3, 13),
        "法院决定是否受理司法确认",
    )
    accepted = Milestone("m", "法院受理司法确认", date(2026, 3, 11))
    decision = by_key(replace(case, course=Course(milestones=(accepted,))))["court_decision"]
    assert (decision.started_on, decision.follows) == (date(2026, 3, 11), "")


def test_what_follows_an_uncertain_limit_is_uncertain():
    own = [
        replace(RULES["mediation"], key="a", starts_from="甲"),
        replace(RULES["mediation"], key="b", starts_from="乙", after="a", is_moved=False),
    ]
    course = Course(milestones=(Milestone("m", "甲", date(2026, 12, 10)),))
    found = by_key(a_case(agreement=None, course=course), LIMITS.with_own_rules(own))
    assert found["b"].deadline.unknown_years == (2027,)


def test_what_follows_a_limit_needs_an_edition_of_that_day():
    later = replace(
        RULES["mediation"], key="b", starts_from="乙", after="mediation",
        valid_from=date(2027, 1, 1),
    )  # fmt: skip
    case = a_case(agreement=None, accepted_on=ACCEPTED)
    assert set(by_key(case, LIMITS.with_own_rules([later]))) == {"mediation"}


def test_the_edition_counts_that_was_in_force_when_the_limit_started():
    new = replace(RULES["mediation"], length=20, valid_from=date(2026, 7, 1))
    own = LIMITS.with_own_rules([new])
    old_case = a_case(agreement=None, accepted_on=date(2026, 6, 30))
    new_case = a_case(agreement=None, accepted_on=date(2026, 7, 1))
    assert by_key(old_case, own)["mediation"].rule is RULES["mediation"]
    assert by_key(new_case, own)["mediation"].rule is new
    assert by_key(a_case(agreement=None, accepted_on=date(2001, 1, 1)), own) == {}


def test_pauses_and_extensions_of_the_case_count_where_the_rule_lets_them():
    course = Course(
        (Pause("p", date(2026, 3, 10), date(2026, 3, 12)),),
        (Extension("e", 5, date(2026, 3, 20), applicants_agree=True, respondents_agree=True),),
    )
    case = a_case(
        agreement=None,
        accepted_on=ACCEPTED,
        complaint_received_on=ACCEPTED,
        court_material_signed_on=ACCEPTED,
        course=course,
    )
    days = {key: (each.deadline.last_day_on - ACCEPTED).days for key, each in by_key(case).items()}
    assert days["mediation"] == 30 + 3 + 5
    assert days["court_assigned"] == 30 + 5
    assert days["complaint_complicated"] == 30


def test_other_tables_count_from_the_moment_they_are_taken_over():
    found = Limits(LIMITS.table, LIMITS.calendar)
    case = a_case(agreement=None, accepted_on=date(2026, 12, 2))
    assert by_key(case, found)["mediation"].deadline.limit_on == date(2027, 1, 1)
    new_year = YearTable(2027, (RestDay(date(2027, 1, 1), "元旦", is_rest=True),))
    found.renew(found.with_year_table(new_year))
    assert by_key(case, found)["mediation"].deadline.limit_on == date(2027, 1, 4)
    found.renew(found.with_own_rules([replace(RULES["mediation"], length=29)]))
    assert by_key(case, found)["mediation"].deadline.limit_on == date(2026, 12, 31)


PATIENT = settings(deadline=None)
"""A busy machine is no fault of the rule."""
ANY_DAY = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MAYBE = st.none() | ANY_DAY
COURSES = st.builds(
    Course,
    st.lists(st.builds(Pause, st.just("p"), MAYBE, MAYBE), max_size=2).map(tuple),
    st.lists(
        st.builds(
            Extension, st.just("e"), st.integers(-9, 99_999), MAYBE,
            st.booleans(), st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(
            Milestone, st.just("m"),
            st.sampled_from([rule.starts_from for rule in SHIPPED]) | st.text(max_size=3),
            MAYBE,
        ),
        max_size=4,
    ).map(tuple),
)  # fmt: skip


@PATIENT
@given(COURSES, MAYBE)
def test_whatever_was_typed_into_a_case_its_limits_can_be_computed(course, accepted_on):
    for limit in LIMITS.of_case(a_case(accepted_on=accepted_on, agreement=None, course=course)):
        assert limit.deadline.limit_on > limit.started_on
