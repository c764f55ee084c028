from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.rest_days import RestDay, YearTable, read_year_table
from mediation_app.domain.year_doubts import doubts_about
from resources.files import holiday_tables

SHIPPED = {table.year: table for table in map(read_year_table, holiday_tables())}


@pytest.mark.parametrize("year", SHIPPED)
def test_a_shipped_table_raises_no_doubt(year):
    assert doubts_about(SHIPPED[year]) == ()


def told(*days, year=2026):
    return [str(doubt) for doubt in doubts_about(YearTable(year, days))]


def test_a_make_up_day_that_is_a_workday_anyway_is_doubted():
    table = SHIPPED[2026]
    wrong = RestDay(date(2026, 11, 24), "国庆节", is_rest=False)
    said = [str(each) for each in doubts_about(replace(table, days=(*table.days, wrong)))]
    assert said == ["2026-11-24 是星期二，本来就是工作日，却写成调休上班"]


def test_a_day_that_the_decree_fixes_is_missed():
    said = told(RestDay(date(2026, 10, 1), "国庆节", is_rest=True))
    assert "2026-10-02 是国庆节，表中没有写成休息" in said
    assert "2026-10-01 是国庆节，表中没有写成休息" not in said
    assert "春节至少休息 4 天，表中有 0 天" in said


def test_years_before_the_decree_are_not_measured_by_it():
    assert told(RestDay(date(2024, 1, 1), "元旦", is_rest=True), year=2024) == []
