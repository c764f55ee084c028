"""The page of settings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_app.errors import StorageError
from mediation_app.sentences import say
from tests.ui.input_method import compose
from ui.pages import SaveStep


@pytest.fixture
def page(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.stack.go("settings")
    window._place.tasks.finish()
    return window.stack.page_in_front()


def saved(page):
    page.leave()
    page.place.tasks.finish()
    return page.place.desk.setup.committee()


def test_the_page_shows_what_is_stored(page):
    stored = page.place.desk.setup.committee()
    assert page.committee.fields["name"].text() == stored.name
    assert page.roster.mediators() == stored.mediators


def test_what_is_typed_is_stored_by_itself(page, qtbot):
    states = []
    page.save_state.connect(lambda state: states.append(state.step))
    phone = page.committee.fields["phone"]
    phone.clear()
    QTest.keyClicks(phone, "0532-88887777")
    qtbot.waitUntil(lambda: SaveStep.SAVED in states)
    assert states[0] is SaveStep.SAVING
    assert page.place.desk.setup.committee().phone == "0532-88887777"


def test_leaving_the_page_stores_at_once(page, window):
    court = page.committee.fields["court"]
    court.clear()
    compose(court, "临江区人民法院")
    window.stack.go("cases")
    window._place.tasks.finish()
    assert page.place.desk.setup.committee().court == "临江区人民法院"


def test_what_was_changed_elsewhere_stays(page):
    setup = page.place.desk.setup
    shown = setup.committee()
    setup.save(shown, replace(shown, recorder="程小雨"))
    compose(page.committee.fields["address"], "一楼")
    stored = saved(page)
    assert stored.recorder == "程小雨"
    assert stored.address.endswith("一楼")


def test_mediators_are_added_and_removed(page):
    before = page.place.desk.setup.committee().mediators
    page.roster.add.click()
    line = page.roster.lines()[-1]
    assert line.name.hasFocus()
    compose(line.name, "何观澜")
    QTest.keyClicks(line.number, "L-009")
    assert [(each.name, each.number) for each in saved(page).mediators][-1] == ("何观澜", "L-009")
    page.roster.lines()[0].remove.click()
    assert next(iter(saved(page).mediators)).id == before[1].id


def test_a_line_without_a_name_is_not_kept(page):
    before = page.place.desk.setup.committee().mediators
    page.roster.add.click()
    QTest.keyClicks(page.roster.lines()[-1].number, "L-010")
    assert saved(page).mediators == before


def test_an_empty_roster_says_what_it_is_for(page):
    for line in page.roster.lines():
        line.remove.click()
    assert page.roster._nobody.isVisible()
    assert saved(page).mediators == ()


def test_the_number_word_shows_how_numbers_will_read(page):
    word = page.committee.fields["case_word"]
    word.clear()
    compose(word, "观澜调字")
    assert "观澜调字第1号" in page.committee.number.text()


def test_what_cannot_be_stored_is_said_and_sent_again(page):
    states = []
    shown = page._stored
    compose(page.committee.fields["address"], "一楼")
    page.leave()
    page.save_state.connect(states.append)
    page._on_refused(shown, StorageError(say("磁盘已满")))
    assert (states[0].step, str(states[0].reason)) == (SaveStep.FAILED, "磁盘已满")
    assert "一楼" in saved(page).address


@pytest.mark.parametrize(
    ("box", "value", "setting"),
    [
        ("scheme", "dark", "scheme"),
        ("zoom", 125, "zoom_percent"),
        ("rows", "large", "row_height"),
        ("language", "en", "language"),
    ],
)
def test_a_choice_of_look_holds_and_is_remembered(page, preferences, box, value, setting):
    choice = getattr(page.appearance, box)
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())
    assert getattr(preferences.now, setting) == value
    preferences._tasks.finish()
    assert getattr(preferences._file.load().settings, setting) == value


def test_a_new_language_says_when_it_holds(page):
    choice = page.appearance.language
    choice.setCurrentIndex(choice.findData("en"))
    choice.activated.emit(1)
    assert "下次启动" in page.appearance.note.text()


def test_a_size_that_was_set_by_key_shows_in_the_choice(page, window):
    QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert page.appearance.zoom.currentText() == "110 %"
