"""今日时限登记表: what was entered today, what came to its end, and what runs."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.absences import Absence
from mediation_app.domain.committees import Committee
from tests.builders import a_case

DAY = date(2026, 11, 23)
BEFORE = a_case(
    number="（2026）云临金人调字第88号",
    agreement=None,
    filed_on=date(2026, 11, 20),
    accepted_on=None,
    handler="刘洋",
)


@pytest.fixture
def folder(tmp_path):
    """Return a station in which a case was registered on the day before."""
    folder = tmp_path / "station"
    stations = LocalStations(date(2026, 11, 22))
    stations.create_demo(folder, 0)
    desk = stations.open(folder, None)
    desk.registration.begin(BEFORE)
    desk.agenda.arrange_all()
    desk.close()
    return folder


@pytest.fixture
def desk(folder):
    opened = LocalStations(DAY).open(folder, None)
    yield opened
    opened.close()


def rows_of(desk, person=""):
    desk.agenda.arrange_all()
    rows = desk.day_register.register(person).rows
    return [(each.limit, each.standing) for each in rows]


def saved(desk, **facts):
    case = desk.case_files.find("第88号")
    return desk.case_files.save(case, replace(case, **facts)).case


def test_on_a_day_without_entries_the_register_tells_what_runs(desk):
    rows = rows_of(desk)
    assert rows
    assert {standing for _, standing in rows} == {"在办"}
    register = desk.day_register.register()
    assert register.heading == f"今日登记 0 项 · 今日办结 0 项 · 此外在办 {len(rows)} 项"
    assert (register.today, register.is_of_day) == (DAY, True)
    row = register.rows[0]
    assert (row.number, row.handler) == (BEFORE.number, "刘洋")
    assert row.started_on == date(2026, 11, 20)
    assert row.due_on
    assert row.source
    assert " / " in row.parties


def test_a_step_of_today_enters_limits_and_ends_others(desk):
    before = dict(rows_of(desk))
    saved(desk, accepted_on=DAY)
    rows = rows_of(desk)
    assert [each for _, each in rows] == sorted(
        (each for _, each in rows), key=["今日登记", "今日办结", "在办"].index
    )
    entered = {name for name, standing in rows if standing == "今日登记"}
    ended = {name for name, standing in rows if standing == "今日办结"}
    assert entered
    assert ended
    assert ended <= set(before)
    assert not entered & set(before)
    assert len(rows) == len(set(rows))


def test_another_edit_of_today_enters_nothing(desk):
    rows = rows_of(desk)
    saved(desk, facts="补写经过")
    assert rows_of(desk) == rows


def test_a_case_registered_today_is_entered_whole_and_a_draft_is_called_so(desk):
    fresh = replace(BEFORE, id="c2", number="", complaint_received_on=DAY)
    desk.registration.begin(fresh)
    desk.agenda.arrange_all()
    rows = desk.day_register.register().rows
    assert (rows[0].number, rows[0].standing) == ("草稿", "今日登记")


def test_what_is_over_or_cannot_be_reckoned_has_no_limits(desk):
    saved(desk, accepted_on=date(9999, 12, 20))
    assert {standing for _, standing in rows_of(desk)} <= {"今日办结"}


def test_a_late_limit_says_by_how_many_days(folder):
    desk = LocalStations(date(2027, 11, 23)).open(folder, None)
    assert all(standing.startswith("逾期") for _, standing in rows_of(desk))
    desk.close()


def test_a_last_day_that_a_missing_year_may_change_says_so(desk):
    saved(desk, accepted_on=date(2026, 12, 10))
    assert any("节假日表未公布" in each.source for each in desk.day_register.register().rows)


def test_a_person_sees_the_own_limits_and_those_of_whom_one_stands_in_for(desk):
    desk.setup.save(Committee(), Committee(absences=(Absence("a", "刘洋", "周静", DAY, DAY),)))
    saved(desk, accepted_on=DAY)
    everybody = rows_of(desk)
    assert rows_of(desk, "周静") == rows_of(desk, "刘洋") == everybody
    assert rows_of(desk, "何川") == []
    assert desk.day_register.register("刘洋").heading.endswith(" · 刘洋")
    assert desk.day_register.print_register().startswith(b"%PDF")


def test_after_an_import_it_says_how_many_cases_were_not_compared(desk):
    for no in range(3):
        desk.registration.begin(replace(BEFORE, id=f"d{no}", number="", complaint_received_on=DAY))
    desk.day_register.most_cases = 1
    desk.agenda.arrange_all()
    register = desk.day_register.register()
    assert "另有 2 件今天保存的案件没有核对" in register.heading
    assert {each.standing for each in register.rows} == {"今日登记", "在办"}
