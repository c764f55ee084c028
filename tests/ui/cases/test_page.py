"""The list of cases."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from ui.cases.rows import Column


def settled(window, qtbot, page):
    """Wait until the list shows what the filter says."""
    qtbot.waitUntil(lambda: page.model.text == page.filter.text().strip())
    window._place.tasks.finish()
    return page


def test_the_list_shows_how_many_there_are_and_the_latest_first(window):
    page = window.stack.page_in_front()
    assert page.count.text() == "130 件"
    assert page.model.rowCount() == 130
    lines = window._place.desk.lookup.lines("", 130)
    assert page.model.row(0).line == lines[0]


def test_rows_beyond_the_first_windows_are_fetched_when_they_come_into_sight(window, qtbot):
    page = window.stack.page_in_front()
    assert page.model.row(129) is None
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.row(129) is not None)
    assert page.model.row(129).line == window._place.desk.lookup.lines("", 1, 129)[0]


def test_people_are_masked_and_organisations_are_not(window):
    page = window.stack.page_in_front()
    line = page.model.row(0).line
    shown = page.model.row(0).texts[tuple(Column).index(Column.PARTIES)]
    assert not any(name in shown for name in line.applicants if len(name) <= 4)
    assert all(name in shown for name in line.respondents if "银行" in name)


def test_enter_opens_the_chosen_case(window, qtbot):
    page = window.stack.page_in_front()
    page.case_chosen.disconnect()
    page.table.selectRow(3)
    with qtbot.waitSignal(page.case_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [page.model.row(3).line.id]


def test_typing_filters_and_escape_takes_the_filter_off(window, qtbot):
    page = window.stack.page_in_front()
    number = page.model.row(5).line.number
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filter.hasFocus()
    page.filter.setText(number)
    settled(window, qtbot, page)
    assert [page.model.row(n).line.number for n in range(page.model.rowCount())] == [number]
    QTest.keyClick(page.filter, Qt.Key.Key_Escape)
    settled(window, qtbot, page)
    assert page.model.rowCount() == 130


def test_letters_typed_in_the_table_go_to_the_filter(window, qtbot):
    page = window.stack.page_in_front()
    page.table.setFocus()
    QTest.keyClicks(page.table, "y")
    assert page.filter.hasFocus()
    assert page.filter.text() == "y"
    settled(window, qtbot, page)


def test_no_hit_says_what_one_can_look_for(window, qtbot):
    page = window.stack.page_in_front()
    page.filter.setText("没有这样的人")
    settled(window, qtbot, page)
    assert page.shown.currentWidget() is page._no_hit
    page._no_hit.button.click()
    settled(window, qtbot, page)
    assert page.shown.currentWidget() is page.table


def test_an_empty_list_teaches_and_leads_to_the_first_case(empty_place, open_window, qtbot):
    page = open_window(empty_place).stack.page_in_front()
    page.page_wanted.disconnect()
    assert page.shown.currentWidget() is page._nothing_yet
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page._nothing_yet.button.click()
    assert wanted.args == ["intake"]


def test_a_change_elsewhere_shows_in_the_list_and_the_chosen_case_stays_chosen(window):
    page, place = window.stack.page_in_front(), window._place
    page.table.selectRow(4)
    chosen = page.model.row(4).line.id
    shown = place.desk.case_files.open(page.model.row(9).line.id)
    wanted = replace(shown, dispute="新的纠纷名称")
    place.tasks.run(window, lambda: place.desk.case_files.save(shown, wanted), lambda _: None)
    place.tasks.finish()
    disputes = [page.model.row(n).line.dispute for n in range(12)]
    assert "新的纠纷名称" in disputes
    at = page.table.currentIndex().row()
    assert page.model.row(at).line.id == chosen


def test_a_new_case_appears_without_losing_the_chosen_one(window):
    page, place = window.stack.page_in_front(), window._place
    page.table.selectRow(2)
    chosen = page.model.row(2).line.id
    registration, committee = place.desk.registration, place.desk.setup.committee()
    draft = registration.blank(committee)
    place.tasks.run(window, lambda: registration.begin(draft), lambda _: None)
    place.tasks.finish()
    assert page.count.text() == "131 件"
    assert page.model.row(page.table.currentIndex().row()).line.id == chosen


def test_the_summary_shows_the_chosen_case_with_its_amount_in_capitals(window):
    page = window.stack.page_in_front()
    page.table.selectRow(1)
    words = " ".join(label.text() for label in page.summary._facts.values())
    line = page.model.row(1).line
    assert line.number in page.summary._number.text()
    assert f"¥{line.amount.grouped}" in words
    assert "人民币" in words


def test_the_summary_gives_way_where_there_is_no_room(window):
    page = window.stack.page_in_front()
    assert page.summary.isVisible()
    window.resize(900, 600)
    assert not page.summary.isVisible()


def test_columns_are_remembered(window, open_window, place, preferences):
    page = window.stack.page_in_front()
    page.table.setColumnWidth(3, 222)
    window.stack.go("settings")
    window.stack.go("cases")
    assert preferences.now.case_columns
    again = open_window(place).stack.page_in_front()
    assert again.table.columnWidth(3) == 222


def test_rows_are_as_high_as_the_setting_says(window, preferences):
    page = window.stack.page_in_front()
    preferences.change(row_height="large")
    assert page.table.rowHeight(0) == 44
    preferences.change(row_height="compact")
    assert page.table.rowHeight(0) == 28


def test_every_cell_that_is_cut_off_can_be_read_as_a_tip(window):
    page = window.stack.page_in_front()
    index = page.model.index(0, 2)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip == index.data(Qt.ItemDataRole.DisplayRole)
    assert page.summary.findChildren(QAbstractButton)
