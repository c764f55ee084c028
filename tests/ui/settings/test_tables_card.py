"""Taking over tables in the window: first it is shown what changes, then a person decides."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.own_tables import LIMIT, TABLE


@pytest.fixture
def page(window):
    window.stack.go("settings")
    window._place.tasks.finish()
    return window.stack.page_in_front()


@pytest.fixture
def card(page):
    return page.tables


@pytest.fixture
def running(desk):
    """Return how to make cases accepted on a day."""

    def make(day, count=1):
        for _ in range(count):
            blank = desk.registration.blank(desk.setup.committee())
            desk.registration.begin(replace(blank, accepted_on=day))

    return make


def file_of(tmp_path, content):
    path = tmp_path / "table.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def look(card, way, path):
    way(path)
    card._place.tasks.finish()
    return card.told.text()


def test_the_page_says_which_year_is_missing(card, desk):
    year = desk.clock.today().year
    missing = "、".join(str(each) for each in (year, year + 1) if each > 2026)
    assert (f"{missing}年的还没有" in card.known.text()) is bool(missing)
    assert "2022、2023、2024、2025、2026年" in card.known.text()
    assert "本站自己的时限：0 项" in card.known.text()
    assert not card.take_button.isVisible()


def test_a_year_is_looked_at_and_counts_only_when_taken(card, desk, running, tmp_path):
    running(date(2026, 12, 2))
    path = file_of(tmp_path, TABLE)
    said = look(card, card.look_at_year, path)
    assert "2027年节假日表：休息 1 天，调休上班 1 天" in said
    assert "2027-05-01 是劳动节，表中没有写成休息" in said
    assert "草稿 调解期限：2027-01-01（待定） → 2027-01-03" in said
    assert desk.limits.calendar.years[-1] == 2026
    assert card.take_button.isVisible()
    card.take_button.click()
    card._place.tasks.finish()
    assert desk.limits.calendar.years[-1] == 2027
    assert card.told.text() == "已采用，1 个期限随之更新。"
    assert "2027年" in card.known.text()
    assert not card.take_button.isVisible()


def test_what_is_not_taken_changes_nothing(card, desk, tmp_path):
    look(card, card.look_at_year, file_of(tmp_path, TABLE))
    card.leave_button.click()
    assert (card.told.isVisible(), card.take_button.isVisible()) == (False, False)
    card.take()
    card._place.tasks.finish()
    assert desk.limits.calendar.years[-1] == 2026


def test_limits_of_the_station_are_looked_at_and_taken(card, desk, running, tmp_path):
    running(date(2026, 11, 2), count=21)
    own = LIMIT | {"key": "own", "name": "首次联系"}
    said = look(card, card.look_at_limits, file_of(tmp_path, {"limits": [own]}))
    assert said.startswith("本站时限表，共 1 项\n")
    assert "个期限有变化，先列出 20 个：" in said
    assert "首次联系：无 → 2026-11-23" in said
    card.take()
    card._place.tasks.finish()
    assert [rule.key for rule in desk.limits.table.own] == ["own"]


def test_a_table_that_changes_no_limit_says_so(card, tmp_path):
    last = {"year": 2028, "days": [{"name": "元旦", "date": "2028-01-01", "isOffDay": True}]}
    assert "没有期限因此变化。" in look(card, card.look_at_year, file_of(tmp_path, last))


@pytest.mark.parametrize("content", [{"year": 2027}, None])
def test_a_wrong_or_missing_file_is_told(card, tmp_path, content):
    path = tmp_path / "none.json" if content is None else file_of(tmp_path, content)
    said = look(card, card.look_at_year, path)
    assert "无法读取" in said if content is None else "节假日文件缺少" in said
    assert not card.take_button.isVisible()


@pytest.mark.parametrize("name", ["year_button", "limits_button"])
def test_a_button_asks_for_the_file(card, tmp_path, name, qtbot):
    path = file_of(tmp_path, TABLE if name == "year_button" else {"limits": [LIMIT]})
    getattr(card, name).click()
    (dialog,) = card.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    card._place.tasks.finish()
    assert card.take_button.isVisible()
