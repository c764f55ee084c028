"""The page of today, over a real database."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.boards import Board
from mediation_app.domain.committees import Mediator
from mediation_app.domain.todos import Todo
from mediation_app.domain.transitions import Action
from mediation_app.services.agenda import View
from ui.today.rows import Column

ME = "刘洋"


def a_running_case(desk):
    line = next(each for each in desk.lookup.lines("", 130) if each.stage.value == "调解")
    return desk.case_files.open(line.id)


def keep(desk, **facts):
    case = a_running_case(desk)
    return desk.case_files.save(case, replace(case, **facts)).case


@pytest.fixture
def with_todo(desk):
    """Two things for today, one of them asked of somebody else, and an unanswered invitation."""
    today = desk.clock.today()
    case = a_running_case(desk)
    planned = Appointment("a1", today, 570, room="调解室1", invited=(case.parties[0].id,))
    todos = (
        Todo("t1", "寄账单", ME, case.parties[0].name, "", today - timedelta(days=3), today),
        Todo("t2", "说明违约金", "", "", "银行", today, today),
    )
    return keep(desk, todos=todos, appointments=(planned,))


@pytest.fixture
def page(with_todo, open_window, place, preferences):  # noqa: ARG001  the case is there first
    preferences.change(last_page="today")
    window = open_window(place)
    place.tasks.finish()
    return window.stack.page_in_front()


def look(page):
    page.place.news.agenda.look()
    page.place.tasks.finish()


def choose(page, board):
    page.choose(board)
    page.place.tasks.finish()


def choose_row(page, ref):
    for number in range(page.model.rowCount()):
        if page.model.row(number).line.item.ref == ref:
            page.table.selectRow(number)
            return
    raise AssertionError(ref)


def texts(page, column):
    at = tuple(Column).index(column)
    return [page.model.row(n).texts[at] for n in range(page.model.rowCount())]


def test_today_is_in_front_at_first_and_first_on_the_rail(open_window, place, preferences):
    preferences.change(last_page="lost")
    window = open_window(place)
    assert window.stack.key_in_front() == "today"
    window.stack.go("cases")
    next(each for each in window.actions() if each.shortcut().toString() == "Alt+1").trigger()
    assert window.stack.key_in_front() == "today"


def test_every_number_is_the_length_of_the_list_behind_it(page):
    for board, button in page.boards.buttons.items():
        choose(page, board)
        assert button.number.text() == f"{page.model.rowCount():,}"
        assert button.accessibleName().endswith(f" {page.model.rowCount()}")
        is_empty = page.model.rowCount() == 0
        assert (page.shown.currentWidget() is page.table) is not is_empty


def test_the_rail_says_how_much_is_overdue(page):
    window = page.window()
    count = page.place.desk.agenda.count(Board.OVERDUE, View())
    badge = window.rail._badges["today"]
    assert count > 99
    assert badge.isVisible()
    assert badge.text() == "99+"
    window.rail.show_count("today", 0, "")
    assert not badge.isVisible()
    window.rail.show_count("lost", 1, "")


def test_people_are_masked_and_the_days_waited_are_told(page):
    name = page.place.desk.case_files.open(page.model.row(0).line.item.case_id).parties[0].name
    assert not any(name in each for each in texts(page, Column.WHAT))
    assert "3 天" in texts(page, Column.WAITED)
    assert "今天 09:30" in texts(page, Column.WHEN)


def test_enter_opens_the_case_at_the_thing(page):
    choose_row(page, "t1")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.place.tasks.finish()
    window = page.window()
    assert window.stack.key_in_front() == "case"
    view = window.stack.page_in_front().view
    assert view.binding.field_at("todos/t1/text").value() == "寄账单"
    assert view.binding.place_in_focus() == "todos/t1/text"


def test_a_thing_is_done_from_the_board(page, qtbot):
    choose_row(page, "t1")
    assert page.done.text() == "办好了"
    QTest.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page.place.tasks.finish()
    look(page)
    qtbot.waitUntil(lambda: "t1" not in refs(page))
    case = a_running_case(page.place.desk)
    assert case.todos[0].done_on == page.place.desk.clock.today()


def refs(page):
    return [page.model.row(n).line.item.ref for n in range(page.model.rowCount())]


def test_an_answer_is_noted_from_the_board(page):
    choose(page, Board.UNANSWERED)
    page.table.selectRow(0)
    assert page.done.text() == "已答复，会到场"
    page.done.click()
    page.place.tasks.finish()
    look(page)
    assert page.model.rowCount() == 0
    assert page.shown.currentWidget() is page._empty[Board.UNANSWERED]


def test_what_cannot_be_done_from_here_is_not_offered(page):
    choose(page, Board.OVERDUE)
    page.table.selectRow(0)
    assert not page.done.isEnabled()
    page.do_done()
    choose(page, Board.TODAY)
    choose_row(page, "a1")
    assert page.open.isEnabled()


def test_a_save_elsewhere_brings_the_boards_up_to_date(page, qtbot):
    case = a_running_case(page.place.desk)
    files = page.place.desk.case_files
    wanted = replace(case, todos=())
    with qtbot.waitSignal(page.place.news.agenda.told):
        page.place.tasks.run(page, lambda: files.save(case, wanted), lambda _: None)
    page.place.tasks.finish()
    assert "t1" not in refs(page)


def test_one_may_look_at_ones_own_things_only(page, preferences):
    desk = page.place.desk
    committee = desk.setup.committee()
    roster = (*committee.mediators, Mediator("m9", ME))
    desk.setup.save(committee, replace(committee, mediators=roster))
    page.enter()
    page.place.tasks.finish()
    page.person.setCurrentIndex(page.person.findData(ME))
    page.place.tasks.finish()
    look(page)
    assert preferences.now.today_person == ME
    assert set(texts(page, Column.OWNER)) <= {ME, "无人经办"}
    page.switch_person()
    assert page.person.currentData() == ""
    assert preferences.now.today_person == "*"
    page.switch_person()
    assert page.person.currentData() == ME


def test_escape_takes_the_day_off_first(page):
    tomorrow = page.place.desk.clock.today() + timedelta(days=1)
    everything = page.model.rowCount()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.day.is_active
    page.day.line.insert(tomorrow.isoformat())
    page.day.line.textEdited.emit(tomorrow.isoformat())
    page.place.tasks.finish()
    look(page)
    assert page.model.rowCount() < everything
    assert page.step_back()
    page.place.tasks.finish()
    look(page)
    assert page.model.rowCount() == everything
    assert not page.step_back()


class _Answers:
    """Stands for the dialogs of the system."""

    def __init__(self, path):
        self.path = path
        self.names = []

    def printer(self, printer, go_on):
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        self.names.append(printer.docName())
        go_on()

    def file(self, name, go_on):
        self.names.append(name)
        go_on(self.path)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+P", "今日时限登记表"),
        ("Ctrl+Shift+P", "今日时限登记表"),
        ("Ctrl+Alt+P", "事项清单"),
    ],
)
def test_the_register_or_the_list_goes_to_paper_or_a_file(page, tmp_path, key, name):
    answers = page._output.asking = _Answers(tmp_path / "register.pdf")
    next(each for each in page.actions() if each.shortcut().toString() == key).trigger()
    page.place.tasks.finish()
    page.place.paper_tasks.finish()
    assert answers.path.read_bytes().startswith(b"%PDF")
    assert answers.names[0].startswith(name)


def test_a_register_that_cannot_be_written_is_told(page, tmp_path, qtbot):
    page._output.asking = _Answers(tmp_path / "lost" / "register.pdf")
    with qtbot.waitSignal(page.message) as told:
        page.save_register()
        page.place.tasks.finish()
        page.place.paper_tasks.finish()
    assert "register.pdf" in str(told.args[0].text)


def test_rows_beyond_the_first_windows_come_into_sight(page, qtbot):
    choose(page, Board.OVERDUE)
    last = page.model.rowCount() - 1
    assert last > 150
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.row(last) is not None)


def test_a_zoom_changes_the_rows_that_are_there(page, preferences):
    small = page.table.rowHeight(0)
    preferences.change(zoom_percent=200)
    assert page.table.rowHeight(0) == 2 * small
    preferences.change(zoom_percent=100)
    assert page.table.rowHeight(0) == small


def test_an_empty_station_is_taught_what_belongs_here(open_window, empty_place, preferences):
    preferences.change(last_page="today")
    page = open_window(empty_place).stack.page_in_front()
    assert page.shown.currentWidget() is page._empty[Board.TODAY]
    assert not page._empty[Board.TODAY].button.isVisible()
    assert not page.open.isEnabled()
    page.open_current()


def test_nothing_due_today_does_not_hide_what_is_overdue(open_window, place, preferences):
    preferences.change(last_page="today")
    page = open_window(place).stack.page_in_front()
    look(page)
    nothing = page._empty[Board.TODAY]
    assert page.shown.currentWidget() is nothing
    count = place.desk.agenda.count(Board.OVERDUE, View())
    assert nothing.button.text() == f"先看逾期的 {count:,} 项"
    nothing.button.click()
    place.tasks.finish()
    assert page.board is Board.OVERDUE
    assert page.model.rowCount() == count


def test_a_change_that_is_refused_is_told(page, qtbot):
    choose_row(page, "t1")
    case = a_running_case(page.place.desk)
    page.place.desk.case_files.delete(case.id, "重复登记")
    with qtbot.waitSignal(page.message):
        page.do_done()
        page.place.tasks.finish()


def test_each_result_of_the_month_opens_the_list_behind_its_number(page):
    case = a_running_case(page.place.desk)
    page.place.desk.steps.take(case.id, Action.FAIL, "分歧较大")
    look(page)
    for (board, button), number in zip(page.results.buttons.items(), range(1, 6), strict=True):
        key = f"Ctrl+Alt+{number}"
        next(each for each in page.actions() if each.shortcut().toString() == key).trigger()
        page.place.tasks.finish()
        assert (page.board, button.isChecked()) == (board, True)
        assert not page.boards.buttons[Board.TODAY].isChecked()
        assert button.text().endswith(f" {page.model.rowCount():,}")
        assert button.accessibleName().endswith(f" {page.model.rowCount()}")
    page.results.buttons[Board.NOT_SETTLED].click()
    page.place.tasks.finish()
    assert "调解不成：分歧较大" in texts(page, Column.WHAT)
    day = page.place.desk.clock.today()
    assert f"{day:%m-%d}" in texts(page, Column.WHEN)
    assert set(texts(page, Column.WAITED)) == {""}
    choose(page, Board.TODAY)
    assert not page.results.buttons[Board.NOT_SETTLED].isChecked()


def test_a_board_marks_the_line_that_enter_would_open(page):
    choose(page, Board.TODAY)
    page.activateWindow()
    for board in (Board.WEEK, Board.TODAY):
        choose(page, board)
        marked = page.table.selectionModel().selectedRows()
        assert [each.row() for each in marked] == [page.table.currentIndex().row()]


def ink_rows(widget, texts):
    """Return the first and the last row of the window in which a widget draws its text."""
    with_text, without = texts
    pictures = []
    for show in (with_text, without):
        show()
        widget.ensurePolished()
        pictures.append(widget.grab().toImage())
    one, other = pictures
    rows = [
        y
        for y in range(one.height())
        if any(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()))
    ]
    top = widget.mapTo(widget.window(), QPoint(0, 0)).y()
    return top + rows[0], top + rows[-1]


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_what_stands_beside_each_other_in_the_head_is_level(open_window, place, preferences, zoom):
    preferences.change(last_page="today", zoom_percent=zoom)
    page = open_window(place).stack.page_in_front()
    line = page.day.line
    printing = next(
        each for each in page._controls.findChildren(QPushButton) if each.text() == "打印登记表"
    )
    controls = (page.person, line, printing)
    places = [each.mapTo(page, QPoint(0, 0)).y() for each in controls]
    assert len({(y, each.height()) for y, each in zip(places, controls, strict=True)}) == 1
    printing.setIcon(QIcon())
    line.setPlaceholderText("")
    written = (
        (page.person, lambda text: page.person.setItemText(page.person.currentIndex(), text)),
        (line, line.setText),
        (printing, printing.setText),
    )
    rows = {
        ink_rows(each, (partial(write, "全站"), partial(write, ""))) for each, write in written
    }
    assert len(rows) == 1
