import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.fields.check_field import CheckField
from ui.fields.choices import Choice
from ui.fields.option_field import OptionField
from ui.fields.text_field import ListField, LongTextField
from ui.styling import column


@pytest.fixture
def shown(qtbot, look):  # noqa: ARG001
    windows = []

    def show(field):
        window = QWidget()
        windows.append(window)
        window.setLayout(column(field, None))
        window.resize(500, 700)
        qtbot.addWidget(window)
        window.show()
        field.activate()
        return field

    return show


def test_a_long_text_grows_with_what_is_in_it(shown):
    field = shown(LongTextField("事实", least_lines=3))
    before = field.text_edit.sizeHint().height()
    field.text_edit.setPlainText("\n".join("甲乙丙" for _ in range(12)))
    assert field.text_edit.sizeHint().height() > before
    assert field.value().count("\n") == 11


def test_a_text_that_stays_keeps_its_height(shown):
    field = shown(LongTextField("事实", least_lines=3))
    field.text_edit.stay()
    before = field.text_edit.sizeHint().height()
    field.text_edit.setPlainText("\n" * 40)
    assert field.text_edit.sizeHint().height() == before


def test_tab_leaves_a_long_text_and_enter_makes_a_line(shown):
    field = shown(LongTextField("事实"))
    QTest.keyClicks(field.text_edit, "a")
    QTest.keyClick(field.text_edit, Qt.Key.Key_Return)
    QTest.keyClicks(field.text_edit, "b")
    assert field.value() == "a\nb"
    QTest.keyClick(field.text_edit, Qt.Key.Key_Tab)
    assert field.value() == "a\nb"


def test_text_shown_from_elsewhere_keeps_the_caret(shown):
    field = shown(LongTextField("事实"))
    told = []
    field.show_value("一二三四")
    field.edited.connect(told.append)
    cursor = field.text_edit.textCursor()
    cursor.setPosition(2)
    field.text_edit.setTextCursor(cursor)
    field.show_value("一二三四五")
    assert field.text_edit.textCursor().position() == 2
    assert told == []


def test_composition_reaches_a_long_text(shown):
    field = shown(LongTextField("事实"))
    QApplication.sendEvent(field.text_edit, QInputMethodEvent("shi", []))
    assert field.value() == ""
    event = QInputMethodEvent("", [])
    event.setCommitString("事实")
    QApplication.sendEvent(field.text_edit, event)
    assert field.value() == "事实"


def test_a_list_has_one_item_a_line(shown):
    field = shown(ListField("申请事项"))
    field.show_value(("减免利息", "停止催收"))
    assert field.text_edit.toPlainText() == "减免利息\n停止催收"
    field.text_edit.setPlainText("减免利息\n\n  停止催收 \n")
    assert field.value() == ("减免利息", "停止催收")


def test_an_option_is_one_of_the_list(shown):
    field = shown(OptionField("方式", [Choice(1, "甲"), Choice(2, "乙")]))
    told = []
    field.edited.connect(told.append)
    field.show_value(2)
    assert field.value() == 2
    QTest.keyClick(field.box, Qt.Key.Key_Up)
    assert field.value() == 1
    field.show_value(9)
    assert field.value() is None
    assert [each.value for each in told] == [1]


def test_a_tick_tells_whether_it_is_set(shown):
    field = shown(CheckField("司法确认", "双方申请"))
    told = []
    field.edited.connect(told.append)
    field.show_value(True)
    assert field.value() is True
    field.box.click()
    assert [each.value for each in told] == [False]


def test_a_narrower_field_grows_so_that_no_line_is_hidden(qtbot):
    holder = QWidget()
    field = LongTextField("条款内容", least_lines=2)
    holder.setLayout(column(field, None))
    qtbot.addWidget(holder)
    field.show_value("双方确认：截至今日，申请人尚欠被申请人本金、利息、违约金及费用。" * 4)
    holder.resize(900, 500)
    holder.show()
    holder.resize(420, 500)
    editor = field.text_edit
    qtbot.waitUntil(lambda: editor.height() == editor.sizeHint().height())
    lines = editor.document().firstBlock().layout().lineCount()
    assert editor.height() >= lines * editor.fontMetrics().lineSpacing()
