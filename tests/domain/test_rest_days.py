import json
from datetime import date

import pytest

from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable, read_year_table
from mediation_app.errors import InvalidValueError
from resources.files import holiday_tables

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 10, 1), "国庆节"),
        (date(2026, 4, 4), "清明节"),
        (date(2026, 11, 21), "星期六"),
        (date(2026, 11, 22), "星期日"),
        (date(2026, 11, 23), ""),
        (date(2026, 10, 10), ""),
        (date(2026, 9, 20), ""),
        (date(2026, 2, 28), ""),
        (date(2022, 12, 31), "元旦"),
        (date(2027, 10, 1), ""),
        (date(2027, 10, 2), "星期六"),
    ],
)
def test_a_rest_day_has_a_reason_and_a_made_up_workday_has_none(day, reason):
    assert CALENDAR.reason(day) == reason
    assert CALENDAR.is_rest(day) is bool(reason)


def test_the_shipped_tables_cover_2022_to_2026():
    assert CALENDAR.years == (2022, 2023, 2024, 2025, 2026)


def test_the_next_working_day_comes_after_the_holiday_and_its_weekend():
    assert CALENDAR.next_working_day(date(2026, 9, 30)) == date(2026, 10, 8)
    assert CALENDAR.next_working_day(date(2026, 10, 8)) == date(2026, 10, 9)
    assert CALENDAR.next_working_day(date(2026, 10, 9)) == date(2026, 10, 10)


def test_the_last_week_of_december_waits_for_the_table_of_the_next_year():
    assert CALENDAR.unknown_years([date(2026, 12, 24)]) == ()
    assert CALENDAR.unknown_years([date(2026, 12, 25)]) == (2027,)
    assert CALENDAR.unknown_years([date(2027, 12, 31)]) == (2027, 2028)


def test_the_notice_of_a_year_overrules_the_table_of_the_year_before():
    day = date(2022, 12, 31)
    old = YearTable(2022, (RestDay(day, "调休", False),))
    new = YearTable(2023, (RestDay(day, "元旦", True),))
    assert RestCalendar([new, old]).reason(day) == "元旦"


def test_a_table_imported_later_replaces_the_shipped_one_of_its_year():
    wrong = YearTable(2026, (RestDay(date(2026, 10, 1), "国庆节", False),))
    shipped = [read_year_table(text) for text in holiday_tables()]
    assert not RestCalendar([*shipped, wrong]).is_rest(date(2026, 10, 1))


A_DAY = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}


def a_file(**change):
    return json.dumps({"year": 2027, "days": [A_DAY | change]})


def test_a_table_is_read_with_its_make_up_workdays():
    table = read_year_table(a_file(isOffDay=False))
    assert table == YearTable(2027, (RestDay(date(2027, 1, 1), "元旦", False),))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "节假日文件不是有效的 JSON，请重新下载或导出"),
        ("[" * 100_000, "节假日文件不是有效的 JSON，请重新下载或导出"),
        ("[]", "节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式"),
        (
            '{"year": true, "days": [1]}',
            "节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式",
        ),
        (
            '{"year": 2027, "days": []}',
            "节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式",
        ),
        (
            '{"year": 2027, "days": {}}',
            "节假日文件缺少年份“year”或者日期列表“days”，请核对文件格式",
        ),
        (
            '{"year": 2027, "days": [1]}',
            "节假日文件第1项缺少名称“name”或者是否休息“isOffDay”（true 或 false）",
        ),
        (a_file(name=" "), "节假日文件第1项缺少名称“name”或者是否休息“isOffDay”（true 或 false）"),
        (
            a_file(isOffDay="yes"),
            "节假日文件第1项缺少名称“name”或者是否休息“isOffDay”（true 或 false）",
        ),
        (
            a_file(date="2027-02-30"),
            "节假日文件第1项的日期“2027-02-30”不正确，应写成 2026-10-01 的样子",
        ),
        (
            a_file(date="2027-W01-1"),
            "节假日文件第1项的日期“2027-W01-1”不正确，应写成 2026-10-01 的样子",
        ),
        (
            json.dumps({"year": 2027, "days": [A_DAY, A_DAY | {"name": "春节"}]}),
            "节假日文件第2项的日期 2027-01-01 与第1项重复，请删去一项",
        ),
        (a_file(date=None), "节假日文件第1项的日期“None”不正确，应写成 2026-10-01 的样子"),
        (a_file(date="2028-01-01"), "2027年节假日表中有其他年份的日期 2028-01-01，请核对文件"),
        (a_file(date="2026-12-24"), "2027年节假日表中有其他年份的日期 2026-12-24，请核对文件"),
    ],
)
def test_a_file_in_another_layout_is_refused_and_the_place_is_named(text, sentence):
    with pytest.raises(InvalidValueError) as refusal:
        read_year_table(text)
    assert str(refusal.value) == sentence


def test_a_table_may_reach_back_into_the_last_week_of_december():
    assert read_year_table(a_file(date="2026-12-31")).days[0].on == date(2026, 12, 31)
