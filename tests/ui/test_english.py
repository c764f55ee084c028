"""In English no words of the program are left in Chinese; the facts of a case stay as they are."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from resources.looks import FOLDER, translation_path
from resources.translations.catalogue import read_catalogue
from ui.case.case_view import CaseView


@pytest.fixture
def _english(qapp):
    translator = QTranslator()
    assert translator.load(str(translation_path("en")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(scope="module")
def chinese():
    catalogue = read_catalogue(FOLDER / "translations" / "app_en.ts")
    return {source.text for source, text in catalogue.items() if text != source.text}


def said(window):
    widgets = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    texts = {text for each in widgets for text in (each.text(), each.toolTip())}
    fields = window.findChildren(QLineEdit)
    texts |= {text for each in fields for text in (each.placeholderText(), each.toolTip())}
    return texts | {action.text() for action in window._all_actions()}


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(
    "key", ["today", "cases", "schedule", "intake", "settings", "sync", "conflicts"]
)
def test_no_words_of_a_page_are_left_in_chinese(window, chinese, key):
    window.stack.go(key)
    window._place.tasks.finish()
    assert said(window) & chinese == set()


@pytest.mark.usefixtures("_english")
def test_no_words_of_a_case_are_left_in_chinese(window, chinese):
    window.open_case(window._place.desk.lookup.lines("顾喆安", 1)[0].id)
    window._place.tasks.finish()
    view = window.findChild(CaseView)
    for key in view._titles():
        view.show_section(key)
        window._place.tasks.finish()
        assert said(window) & chinese == set()
