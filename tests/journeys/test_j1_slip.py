"""J1, the customer's test: the slip is shown at another station, and tells four lines there."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.query_codes import group_query_code
from tests.builders import a_branch, a_case, a_person
from tests.sync.program import PASSWORD, Program
from ui.frame.details import Details

FILED_ON, SHOWN_ON = date(2026, 11, 23), date(2026, 11, 27)
PHONE = "13700000021"


@pytest.fixture
def programs(centre, tmp_path):
    """Return the computers of 韩雪, who filed the case, and of a clerk at another station."""
    here = centre.org("崂山工作站", case_word="云临金人调字")
    there = centre.org("李沧工作站", case_word="云沧金人调字")
    return (
        Program(tmp_path / "PC-A", centre, centre.person("韩雪", here, "clerk")),
        Program(tmp_path / "PC-B", centre, centre.person("林芳", there, "clerk")),
    )


def opened(program, today):
    """Open the desk of a computer on a day, connected with the centre."""
    desk = LocalStations(today).open(program.folder, PASSWORD)
    person = program.person
    desk.sync.connect(program.centre.database.address(person.login), person.password)
    return desk


def filed(program):
    """File 陈国强's dispute; return the case."""
    desk = opened(program, FILED_ON)
    committee = desk.setup.committee()
    desk.setup.save(committee, replace(committee, station="崂山工作站", phone="0532-8123456"))
    customer = a_person(id=desk.ids.new(), name="陈国强", phone=PHONE)
    draft = a_case(
        id=desk.ids.new(),
        number="",
        agreement=None,
        filed_on=FILED_ON,
        mediators=(),
        parties=(customer, a_branch(id=desk.ids.new())),
    )
    desk.registration.begin(draft)
    case = desk.registration.register(draft.id).case
    assert desk.sync.run_round().trouble is None
    desk.close()
    return case


def told_in(window):
    (details,) = [each for each in window.findChildren(Details) if each.isVisible()]
    return [label.text() for label in details.findChildren(QLabel)]


def test_another_station_tells_four_lines_by_the_slip_and_reads_nothing_else(
    programs, place_of, open_window
):
    first, second = programs
    case = filed(first)
    desk = opened(second, SHOWN_ON)
    assert desk.sync.run_round().trouble is None
    place = place_of(desk)
    window = open_window(place)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.search, group_query_code(case.query_code).lower())
    place.tasks.finish()
    assert [hit.detail for hit in window.search.hits.hits()] == ["看办理进度"]
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    place.tasks.finish()
    assert "正在向中心库查询" in " ".join(told_in(window))
    place.sync_tasks.finish()
    lines = [
        "收到日期：2026-11-23",
        "现在哪一步：登记",
        "下一日期：2026-11-30 受理决定",
        "找谁：崂山工作站 0532-8123456",
    ]
    said = [text for text in told_in(window) if text]
    assert said == ["办理进度", *lines]
    secrets = (case.number, case.facts, *(party.name for party in case.parties), PHONE)
    assert not any(secret in text for secret in secrets for text in said)
    assert desk.lookup.count() == 0
    desk.close()

    told = second("status", case.query_code, "--today", SHOWN_ON)
    assert (told["received"], told["step"], told["next"]) == ("2026-11-23", "登记", "2026-11-30")
    assert set(told) == {"received", "step", "next", "next_what", "contact"}
