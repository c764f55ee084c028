"""The messages above the page are answered and closed without a mouse."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.keyboard import press
from ui.frame.message_bar import MessageBar
from ui.pages import Message, Tone

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def said():
    return []


@pytest.fixture
def bar(window, said):
    messages = window.findChild(MessageBar)
    for name in ("甲", "乙"):
        messages.show_message(Message(name, Tone.OK, name, partial(said.append, name)))
    messages.show_message(Message("没有可做的", Tone.NEWS))
    return messages


def texts(bar):
    return [each.message.text for each in bar.notices()]


def test_alt_enter_does_what_the_newest_message_with_a_button_offers(bar, said):
    press(Qt.Key.Key_Return, ALT)
    assert (said, texts(bar)) == (["乙"], ["没有可做的", "甲"])
    press(Qt.Key.Key_Return, ALT, times=2)
    assert (said, texts(bar)) == (["乙", "甲"], ["没有可做的"])


def test_shift_esc_closes_the_newest_message_and_does_nothing_else(window, bar, said):
    before = window.stack.key_in_front()
    press(Qt.Key.Key_Escape, SHIFT, times=4)
    assert (said, texts(bar), bar.isHidden()) == ([], [], True)
    assert window.stack.key_in_front() == before


def test_the_buttons_of_a_message_say_their_keys(bar):
    newest = bar.notices()[1]
    assert [each.toolTip() for each in newest.findChildren(QPushButton)] == ["Alt+Enter"]
