import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.keyboard import type_into
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice, exactly, fitting
from ui.fields.code_tables import ODD_CODE, choices_of
from ui.styling import column

TABLES = [
    "channels", "businesses", "subcategories", "causes", "sources", "disputes", "ethnicities",
    "capacities", "manners",
]  # fmt: skip


@pytest.fixture
def field(qtbot, look, request):  # noqa: ARG001
    is_closed = getattr(request, "param", True)
    made = ChoiceField("业务", choices_of("subcategories"), odd=ODD_CODE if is_closed else None)
    window = QWidget()
    window.setLayout(column(made, None))
    window.resize(500, 400)
    qtbot.addWidget(window)
    window.show()
    made.activate()
    qtbot.waitUntil(lambda: made.is_active)
    yield made
    window.close()


@pytest.mark.parametrize("table", TABLES)
def test_every_shipped_table_can_be_chosen_from(table):
    choices = choices_of(table)
    assert choices
    assert len({each.label for each in choices}) == len(choices)
    assert all(each.keys for each in choices)


def test_initials_and_parts_find_a_choice_and_beginnings_come_first():
    labels = [each.label for each in fitting(choices_of("subcategories"), "xyk")]
    assert labels[0] == "信用卡"
    assert "信用卡盗刷" in labels
    found = [each.label for each in fitting(choices_of("subcategories"), "盗刷")]
    assert found == ["借记卡盗刷", "信用卡盗刷"]
    assert fitting(choices_of("subcategories"), "没有的") == ()


def test_only_the_whole_label_is_exactly_a_choice():
    choices = [Choice("v", "信用卡")]
    assert exactly(choices, " 信用卡 ").value == "v"
    assert exactly(choices, "信用") is None


def test_typing_initials_and_tab_takes_the_first_choice(field):
    QTest.keyClicks(field.line, "xyk")
    assert field.suggestions.isVisible()
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value() == "信用卡"
    assert not field.suggestions.isVisible()


def test_arrows_and_enter_take_another_choice(field):
    picked = []
    field.picked.connect(picked.append)
    QTest.keyClicks(field.line, "xyk")
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == picked[0].label != "信用卡"


def test_escape_closes_the_list_and_keeps_the_text(field):
    type_into(field.line, "信用")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.suggestions.isVisible()
    assert field.line.text() == "信用"


def test_the_down_key_shows_everything_and_marks_the_present_value(field):
    field.show_value("信用卡")
    QTest.keyClick(field.line, Qt.Key.Key_Down)
    assert field.suggestions.count() == len(choices_of("subcategories"))
    assert field.suggestions.currentItem().text().startswith("信用卡")


def test_a_click_on_the_list_takes_the_choice(field):
    type_into(field.line, "盗刷")
    item = field.suggestions.item(1)
    field.suggestions.itemClicked.emit(item)
    assert field.value() == "信用卡盗刷"


def test_text_outside_the_table_is_kept_with_a_warning(field):
    QTest.keyClicks(field.line, "zzz")
    field._on_left()
    assert field.value() == "zzz"
    assert field.remark.property("tone") == "warning"


@pytest.mark.parametrize("field", [False], indirect=True)
def test_free_text_is_not_turned_into_a_choice_by_leaving_the_field(field):
    type_into(field.line, "信用")
    QTest.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.value() == "信用"
    assert field.remark.text() == ""


def test_the_list_is_no_popup_so_that_input_methods_work_in_it(field):
    QTest.keyClicks(field.line, "x")
    assert field.suggestions.parent() is field.window()
    assert not field.suggestions.isWindow()
    assert field.line.hasFocus()


def test_escape_belongs_to_the_open_list_before_it_belongs_to_the_window(field):
    window = field.window()
    left = []
    action = QAction("back", window)
    action.setShortcut(QKeySequence("Esc"))
    action.triggered.connect(lambda: left.append(True))
    window.addAction(action)
    QTest.keyClicks(field.line, "xyk")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.suggestions.isVisible()
    assert left == []
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert left == [True]
