"""Chinese is composed in every kind of field: nothing half composed is stored, moved or lost."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

import ui
from mediation_app.domain.committees import Mediator
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from tests.ui.keyboard import press
from ui.bin.deleting import DeletePanel
from ui.case.page import CasePage
from ui.case.sections.clause_picker import ClausePicker
from ui.case.sections.move_panel import MovePanel
from ui.cases.page import CasesPage
from ui.entry.recover import Recover
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.identity_field import IdentityField
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader, MoneyReader, PhoneReader, WholeReader
from ui.fields.text_field import ListField, LongTextField
from ui.intake.page import IntakePage
from ui.search.search_box import SearchBox
from ui.settings.roster import RosterLine
from ui.styling import column

TODAY = date(2026, 11, 23)
OF_INPUT_METHOD = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab),
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space),
)
CHOICES = [Choice(each, each) for each in ("信用卡", "信用卡息费")]

FIELDS = {
    "line": lambda: LineField("姓名"),
    "long text": lambda: LongTextField("事实"),
    "list": lambda: ListField("诉求"),
    "amount": lambda: LineField("金额", MoneyReader()),
    "date": lambda: LineField("日期", DateReader(lambda: TODAY)),
    "whole number": lambda: LineField("期数", WholeReader()),
    "phone": lambda: LineField("电话", PhoneReader()),
    "identity number": lambda: IdentityField("证件号码", lambda: TODAY),
    "choice": lambda: ChoiceField("业务", CHOICES),
}


def compose(widget, preedit="", commit="", replaces=0):
    """Send one event of an input method; ``replaces`` characters before the caret go."""
    event = QInputMethodEvent(preedit, [])
    if commit or replaces:
        event.setCommitString(commit, -replaces, replaces)
    QApplication.sendEvent(widget, event)


def text_of(widget):
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def composes_as_it_should(widget):
    """Go through every step of a composition in a widget that has the focus."""
    before = text_of(widget)
    compose(widget, preedit="ni")
    compose(widget, preedit="nihao")
    assert text_of(widget) == before
    for key in OF_INPUT_METHOD:
        QTest.keyClick(widget, key)
        assert widget.hasFocus()
        assert widget.is_composing
    assert text_of(widget) == before
    compose(widget)
    assert (text_of(widget), widget.is_composing) == (before, False)
    compose(widget, preedit="nihao")
    compose(widget, commit="你好")
    assert text_of(widget) == f"{before}你好"
    compose(widget, preedit="ma")
    compose(widget, commit="您", replaces=2)
    assert text_of(widget) == f"{before}您"


@pytest.fixture
def shown(qtbot, look):  # noqa: ARG001
    windows = []

    def show(field):
        window = QWidget()
        windows.append(window)
        window.setLayout(column(field, None))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_composes_and_tells_only_what_was_committed(shown, kind):
    field = FIELDS[kind]()
    shown(field)
    told = []
    field.edited.connect(lambda entry: told.append(entry.text))
    field.activate()
    composes_as_it_should(field.editor)
    assert set(told) == {"你好", "您"}


@pytest.mark.parametrize("kind", ["line", "amount", "identity number", "long text"])
def test_a_value_from_elsewhere_waits_and_what_is_committed_wins(shown, kind):
    field = FIELDS[kind]()
    shown(field)
    field.activate()
    field.show_text("12")
    compose(field.editor, preedit="ni")
    field.show_text("34")
    assert text_of(field.editor) == "12"
    compose(field.editor)
    assert text_of(field.editor) == "34"
    compose(field.editor, preedit="ni")
    field.show_text("56")
    compose(field.editor, commit="７")
    assert "56" not in text_of(field.editor)
    assert set("7７") & set(text_of(field.editor))


@pytest.mark.parametrize("kind", ["line", "long text"])
def test_leaving_a_field_ends_the_composition(shown, kind):
    field, other = FIELDS[kind](), LineField("其他")
    both = QWidget()
    both.setLayout(column(field, other))
    shown(both)
    field.activate()
    compose(field.editor, preedit="ni")
    field.show_text("甲")
    other.activate()
    assert not getattr(field.editor, "is_composing", True)
    assert text_of(field.editor) == "甲"


def test_full_width_digits_from_an_input_method_are_an_amount(shown):
    field = FIELDS["amount"]()
    shown(field)
    field.activate()
    compose(field.editor, preedit="6200.08")
    compose(field.editor, commit="６２００．０８")
    assert field.value() == Money(620_008)
    assert field.remark.text() == "陆仟贰佰元零捌分"


def test_the_search_box_the_filter_and_the_settings_compose(qtbot, place, preferences, look):  # noqa: ARG001
    search = SearchBox(place.desk, place.tasks, place.sync_tasks, list)
    cases = CasesPage(place, preferences)
    mediator = RosterLine(Mediator("m1", "沈砚秋"))
    recovery = Recover()
    for widget, editor in (
        (search, search),
        (cases, cases.filter),
        (mediator, mediator.findChildren(QLineEdit)[0]),
        (recovery, recovery.code),
        (recovery, recovery.password.line),
    ):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        editor.setFocus()
        composes_as_it_should(editor)


def test_the_hits_stay_open_and_nothing_is_chosen_while_a_search_is_composed(window):
    window.search.open_hits()
    compose(window.search, preedit="shezhi")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(window.search, key)
        assert window.search.are_hits_open()
    compose(window.search, commit="设置")
    assert window.search.text() == "设置"
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.are_hits_open()


@pytest.fixture
def view(qtbot, place, desk, look):  # noqa: ARG001
    page = CasePage(place)
    qtbot.addWidget(page)
    page.resize(1294, 672)
    page.show()
    page.activateWindow()
    page.enter(desk.case_files.find("第1号").id)
    place.tasks.finish()
    return page.view


def stored(view):
    view.editing.store_now()
    view.place.tasks.finish()
    return view.place.desk.case_files.open(view.case.id)


def test_a_line_of_a_table_composes_and_stores_only_what_was_committed(view):
    view.editing.put(replace(view.case, materials=(Material("m1", "流水"),)))
    view.go_to("materials/m1/name")
    line = view.binding.field_at("materials/m1/name").line
    line.setCursorPosition(2)
    compose(line, preedit="er")
    assert stored(view).materials[0].name == "流水"
    composes_as_it_should(line)
    assert stored(view).materials[0].name == "流水您"


def test_a_colleagues_edit_does_not_disturb_what_is_being_composed(view, place):
    view.go_to("facts")
    text = view.binding.field_at("facts").editor
    before = text.toPlainText()
    compose(text, preedit="nihao")
    case = place.desk.case_files.open(view.case.id)
    edited = replace(case, facts="同事改了", issues="争议也改了")
    place.tasks.run(view, lambda: place.desk.case_files.save(case, edited), lambda _: None)
    place.tasks.finish()
    assert text.toPlainText() == before
    assert text.is_composing
    compose(text, commit="你好")
    assert "你好" in text.toPlainText()


def test_the_picker_of_clauses_composes(view, qtbot):
    picker = ClausePicker(view)
    picker.open_at(view.header)
    qtbot.waitUntil(picker.line.hasFocus)
    composes_as_it_should(picker.line)
    assert picker.isVisible()


def test_intake_composes_and_enter_goes_nowhere_meanwhile(qtbot, place, look):  # noqa: ARG001
    page = IntakePage(place)
    qtbot.addWidget(page)
    page.resize(1294, 640)
    page.show()
    page.activateWindow()
    page.enter()
    place.tasks.finish()
    qtbot.waitUntil(lambda: page.form is not None and page.form.number_field.is_active)
    press(Qt.Key.Key_Tab)
    name = QApplication.focusWidget()
    compose(name, preedit="chenguoqiang")
    assert page.editing.case.parties[0].name == ""
    composes_as_it_should(name)
    assert page.editing.case.parties[0].name == "您"


def test_the_panels_of_a_case_compose_and_nothing_is_chosen_meanwhile(view):
    view.show_section("journal")
    view.section("journal").view.filter.setFocus()
    composes_as_it_should(view.section("journal").view.filter)
    moving = MovePanel(view, view.place, view.case.id, "合约.pdf")
    chosen = []
    moving.chosen.connect(chosen.append)
    deleting = DeletePanel(view, "第1号", view.place.drafts, chosen.append)
    for panel, line in ((moving, moving.line), (deleting, deleting.reason)):
        panel.open_at(view.header)
        line.setFocus()
        composes_as_it_should(line)
        assert panel.isVisible()
        panel.close_panel()
    assert chosen == []


def written_in(folder):
    """Yield each name that the code of the window uses, with where it stands."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = {ast.Name: "id", ast.Attribute: "attr"}
            if type(node) in names:
                yield path.relative_to(folder).as_posix(), getattr(node, names[type(node)])


def test_whatever_takes_text_composes_and_none_lives_in_a_popup():
    """An editor of Qt itself loses what is composed, and a popup has no input method."""
    of_qt = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QInputDialog", "QCompleter"}
    used = list(written_in(Path(ui.__file__).parent))
    assert [(at, name) for at, name in used if name in {"Popup", "setEditable"}] == [
        ("search/hit_list.py", "setEditable")  # an item of a list, which is not to be edited
    ]
    where = {at for at, name in used if name in of_qt}
    built_on = {"fields/line_edit.py", "fields/composing.py"}
    asked_for_their_kind = {"fields/locking.py", "fields/field.py", "entry/screen.py"}
    assert where <= built_on | asked_for_their_kind | {"sync/connect_form.py", "errors.py"}
