"""Buttons that Enter presses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from ui.styling import button, icon_button

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", ["words", "icon"])
def test_enter_and_space_press_the_button_in_focus(qtbot, key, kind):
    pressed = []
    made = (
        button("登记", lambda: pressed.append(True))
        if kind == "words"
        else icon_button("eye", "显示", lambda: pressed.append(True))
    )
    qtbot.addWidget(made)
    qtbot.keyClick(made, key)
    assert pressed == [True]


def test_enter_with_another_key_held_presses_nothing(qtbot):
    pressed = []
    made = button("登记", lambda: pressed.append(True))
    qtbot.addWidget(made)
    qtbot.keyClick(made, Qt.Key.Key_Return, SHIFT)
    assert pressed == []


def test_enter_opens_the_menu_of_a_button(qtbot):
    made = button("其他", lambda: None)
    menu = QMenu(made)
    menu.addAction("打印")
    made.setMenu(menu)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(menu.aboutToShow):
        qtbot.keyClick(made, Qt.Key.Key_Return)
    menu.close()
