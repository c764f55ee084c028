"""Pauses, extensions and milestones in the exchange file."""

from datetime import date

import pytest

from mediation_app.domain.courses import Course
from tests.exchange.reading_room import read, sample, told

WRITTEN = {
    "中止": [{"开始": "2026-03-10", "结束": "2026-03-12", "原因": "鉴定"}, {"开始": "2026-04-01"}],
    "延长": [{"天数": 15, "同意日期": "2026-03-20", "申请人同意": True, "被申请人同意": True}],
    "起算事项": [{"事项": "收到确认裁定", "日期": "2026-05-06"}],
}


def course_of(written):
    result = read(sample() | {"期限经过": written})
    return result, result.cases[0].course if result.cases else None


def test_a_course_is_read_with_all_that_it_says():
    result, course = course_of(WRITTEN)
    assert told(result) == []
    assert [(each.from_on, each.to_on, each.reason) for each in course.pauses] == [
        (date(2026, 3, 10), date(2026, 3, 12), "鉴定"),
        (date(2026, 4, 1), None, ""),
    ]
    (extension,) = course.extensions
    assert (extension.days, extension.agreed_on) == (15, date(2026, 3, 20))
    assert extension.applicants_agree
    assert extension.respondents_agree
    (milestone,) = course.milestones
    assert (milestone.event, milestone.happened_on) == ("收到确认裁定", date(2026, 5, 6))


def test_a_case_without_one_has_an_empty_course():
    assert read(sample()).cases[0].course == Course()


def test_what_is_not_known_yet_may_be_left_out():
    result, course = course_of({"中止": [{}], "延长": [{}], "起算事项": [{}]})
    assert told(result) == []
    assert (course.pauses[0].from_on, course.extensions[0].days) == (None, 0)
    assert course.milestones[0].happened_on is None


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ({"延长": [{"天数": -1}]}, "天数"),
        ({"中止": [{"开始": "2026-02-30"}]}, "开始"),
        ({"起算事项": [{"事件": "收到确认裁定"}]}, "事件"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(written, place):
    result, _ = course_of(written)
    (refusal,) = result.refusals
    assert place in refusal.field
