"""What a customer hears who shows the code."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.query_codes import group_query_code, new_query_code
from mediation_app.errors import InvalidValueError
from tests.builders import a_case, a_committee


@pytest.fixture
def case(desk):
    desk.setup.save(desk.setup.committee(), a_committee(phone="0999-8123456"))
    draft = a_case(
        id=desk.ids.new(), number="", agreement=None, filed_on=date(2026, 11, 23), mediators=()
    )
    desk.registration.begin(draft)
    return desk.registration.register(draft.id).case


def lines(desk, case):
    return [str(each) for each in desk.progress.of_code(case.query_code).lines()]


def changed(desk, case, **facts):
    return desk.case_files.save(case, replace(case, **facts)).case


def test_registering_gives_a_code_and_only_once(desk, case):
    assert len(case.query_code) == 9
    assert desk.registration.register(case.id).case.query_code == case.query_code
    assert desk.registration.give_code(case.id).case.query_code == case.query_code


def test_a_case_from_before_there_were_codes_gets_one(desk, case):
    bare = changed(desk, case, query_code="")
    given = desk.registration.give_code(bare.id).case
    assert len(given.query_code) == 9
    draft = desk.registration.begin(a_case(id=desk.ids.new(), number="")).case
    assert desk.registration.give_code(draft.id).case.query_code == ""


def test_the_code_tells_four_neutral_lines(desk, case):
    said = lines(desk, case)
    assert said == [
        "收到日期：2026-11-23",
        "现在哪一步：登记",
        "下一日期：2026-11-30 受理决定",
        "找谁：云汀银行临江支行金融消费纠纷调解工作站 0999-8123456",
    ]
    names = [part for party in case.parties for part in (party.name, party.phone, party.address)]
    assert not any(name in line for name in names for line in said if name)


def test_a_code_is_read_however_it_is_typed(desk, case):
    typed = f" {group_query_code(case.query_code).lower()} "
    assert desk.progress.of_code(typed).case_id == case.id


def test_the_next_day_is_the_nearest_that_lies_not_behind(desk, case):
    met = tuple(
        Appointment(f"m{no}", on, cancelled_on=off)
        for no, (on, off) in enumerate(
            (
                (date(2026, 11, 20), None),
                (date(2026, 11, 24), date(2026, 11, 23)),
                (None, None),
                (date(2026, 11, 25), None),
            )
        )
    )
    met_case = changed(desk, case, appointments=met, handler="刘洋")
    told = desk.progress.of_code(met_case.query_code)
    assert (told.next_on, told.next_what) == (date(2026, 11, 25), "调解")
    assert "刘洋" in told.contact


def test_where_nothing_is_known_a_dash_stands(desk, case):
    desk.setup.save(desk.setup.committee(), a_committee(station="", name="", phone=""))
    bare = changed(desk, case, filed_on=None)
    said = lines(desk, bare)
    assert said[0] == "收到日期：—"
    assert said[2:] == ["下一日期：—", "找谁：—"]


@pytest.mark.parametrize("text", ["", "12345", "陈国强"])
def test_what_is_no_code_is_told(desk, text):
    with pytest.raises(InvalidValueError, match="不是查询码"):
        desk.progress.of_code(text)


@pytest.mark.usefixtures("case")
def test_a_code_that_nobody_has_finds_nothing(desk):
    with pytest.raises(InvalidValueError, match="本站没有查询码"):
        desk.progress.of_code(new_query_code("of nobody"))
