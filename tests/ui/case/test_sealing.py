"""A signed agreement is closed on screen, and stays closed there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from mediation_app.domain.cases import Confirmation, Unfinished
from mediation_app.errors import SealedAgreementError
from tests.builders import signed
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.keyboard import press, type_into
from ui.case.seal_question import SealQuestion
from ui.fields.field import Field
from ui.pages import Tone


@pytest.fixture
def view(open_case):
    """A case that everybody has signed, and nobody has closed."""
    made = open_case("第1号")
    case = signed(made.case)
    made.editing.put(replace(case, visit=None, confirmation=Confirmation()))
    stored(made)
    return made


def ask(view):
    view.header.primary.click()
    (question,) = view.findChildren(SealQuestion)
    return question


def seal(view):
    ask(view).yes.click()
    view.place.tasks.finish()


def test_closing_is_the_next_step_once_all_have_signed(view, desk):
    assert view.header.primary.text() == "签署完成"
    question = ask(view)
    assert question.defaultButton() is question.no
    assert "不能撤销" in question.informativeText()
    question.yes.click()
    view.place.tasks.finish()
    assert desk.case_files.open(view.case.id).sealed is not None
    assert view.case.sealed is not None
    assert view.header.primary.text() == "准备司法确认"
    assert view.list.chosen == "signing"


def test_who_thinks_better_of_it_closes_nothing(view, desk, qtbot):
    question = ask(view)
    qtbot.waitExposed(question)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    view.place.tasks.finish()
    assert desk.case_files.open(view.case.id).sealed is None


def test_enter_alone_does_not_close_anything(view, desk, qtbot):
    question = ask(view)
    qtbot.waitExposed(question)
    QTest.keyClick(question, Qt.Key.Key_Return)
    view.place.tasks.finish()
    assert desk.case_files.open(view.case.id).sealed is None


def test_what_is_typed_last_is_in_what_is_closed(view, desk):
    view.editing.put(replace(view.case, facts="最后一句"))
    seal(view)
    case = desk.case_files.open(view.case.id)
    assert (case.facts, case.sealed is not None) == ("最后一句", True)


def test_what_is_not_signed_by_all_is_not_closed_and_says_who_is_missing(view, qtbot):
    agreement = view.case.agreement
    less = replace(agreement, signatures=agreement.signatures[:-1])
    view.editing.put(replace(view.case, agreement=less))
    with qtbot.waitSignal(view.message) as told:
        view.sealing.ask()
        view.findChildren(SealQuestion)[0].yes.click()
        view.place.tasks.finish()
    (message,) = told.args
    assert message.tone is Tone.ERROR
    assert "还缺人民调解委员会印章" in message.text
    assert view.case.sealed is None


def test_a_closed_agreement_can_be_read_and_copied_but_not_changed(view):
    before = view.case.agreement
    manner = field_of(view, "agreement/manner")
    seal(view)
    term = view.case.agreement.terms[0]
    for place in ("agreement/manner", "agreement/amount", f"agreement/terms/{term.id}/text"):
        field = field_of(view, place)
        assert field.editor.isReadOnly()
        type_into(field.editor, "改")
        press(Qt.Key.Key_Backspace)
    assert not field_of(view, f"agreement/terms/{term.id}/kind").editor.isEnabled()
    type_into(manner.editor, "另一种方式")
    QTest.keyClick(manner.editor, Qt.Key.Key_Down)
    QTest.keyClick(manner.editor, Qt.Key.Key_Return)
    assert view.case.agreement == before
    manner.line.selectAll()
    assert manner.line.selectedText() == before.manner


def test_a_part_that_opens_after_the_closing_is_closed_too(open_case, view, page):
    seal(view)
    other = open_case("第17号")
    assert other is not view
    again = open_case("第1号")
    section = again.section("agreement")
    section.complete()
    still_open = [
        field.label_text
        for field in section.findChildren(Field)
        if field.editor.isEnabled() and not getattr(field.editor, "isReadOnly", bool)()
    ]
    # What was left open is the mediator's own note; nobody has signed it.
    assert still_open == ["未解决事项"]
    assert page.view is again


def test_no_button_is_left_that_would_change_what_is_closed(view):
    for key in ("agreement", "signing"):
        view.show_section(key)
        view.section(key).complete()
    seal(view)
    for key in ("agreement", "signing"):
        view.show_section(key)
        section = view.section(key)
        shown = [
            each.toolTip() or each.text()
            for each in section.findChildren(QAbstractButton)
            if each.isVisibleTo(section) and each.isEnabled() and (each.text() or each.toolTip())
        ]
        assert shown == []
        assert section.banner.isVisibleTo(section)
        assert "另立补充协议" in section.banner.words.text()


def test_a_signature_can_be_read_but_not_moved_to_another_day(view):
    view.show_section("signing")
    seal(view)
    before = view.case.agreement.signatures
    fields = view.section("signing").findChildren(Field)
    dates = [each for each in fields if each.editor.accessibleName().endswith("顾喆安")]
    assert dates
    for field in dates:
        type_into(field.editor, "2026-12-01")
    assert view.case.agreement.signatures == before
    note = field_of(view, "agreement/signing_note")
    assert note.editor.isReadOnly()


def test_what_is_typed_while_somebody_else_closes_is_kept_and_the_agreement_stays(view, desk):
    manner = field_of(view, "agreement/manner")
    before = view.case.agreement
    type_into(manner.editor, "另")
    desk.case_files.seal(view.case.id)  # as it arrives from another desk
    type_into(manner.editor, "改")
    view.editing.store_now()
    for _ in range(3):
        view.place.tasks.finish()
    case = desk.case_files.open(view.case.id)
    assert case.sealed is not None
    assert case.agreement == before
    kept = [each.sides[-1].value for each in desk.conflicts.open(case.id)]
    assert len(kept) == 1
    assert "另" in kept[0]
    assert "改" in kept[0]


def test_half_a_number_does_not_hide_what_was_closed(view, desk):
    before = view.case.agreement.amount
    other = desk.case_files.open(view.case.id)
    desk.case_files.seal(other.id)
    half = replace(other, unfinished=(Unfinished("agreement/amount", "12.3.4"),))
    desk.case_files.save(other, half)
    view.editing.take_stored(desk.case_files.open(view.case.id))
    amount = field_of(view, "agreement/amount")
    assert amount.value() == before


def test_undo_does_not_reach_behind_the_closing(view):
    view.editing.put(replace(view.case, facts="之前"))
    seal(view)
    view.undo()
    assert view.case.facts == "之前"
    assert view.case.agreement.signatures
    view.editing.put(replace(view.case, facts="之后"))
    view.undo()
    assert view.case.facts == "之前"
    view.undo()
    assert view.case.facts == "之前"
    assert stored(view).sealed is not None


def test_no_key_adds_a_term_to_what_is_closed(view, qtbot):
    seal(view)
    before = view.case.agreement
    with qtbot.waitSignal(view.message) as told:
        view.add_term()
    assert told.args[0].text == str(SealedAgreementError())
    assert view.case.agreement == before


def test_the_journal_offers_nothing_that_would_change_what_is_closed(view):
    manner = view.case.agreement.manner
    agreement = replace(view.case.agreement, manner="改过一次")
    view.editing.put(replace(view.case, agreement=agreement))
    stored(view)
    journal = view.section("journal").view
    view.show_section("journal")
    view.place.tasks.finish()
    assert any(each.can_be_restored(view.case) for each in lines_about(journal, "agreement"))
    seal(view)
    view.show_section("journal")
    view.place.tasks.finish()
    for path in ("agreement", "sealed"):
        for line in lines_about(journal, path):
            assert not line.can_be_restored(view.case)
    assert view.case.agreement.manner == "改过一次" != manner


def lines_about(journal, path):
    return [
        each
        for each in journal.model.lines
        if each.change is not None and each.change.path.split("/")[0] == path
    ]


def test_asking_again_shows_what_was_closed(view):
    seal(view)
    view.show_section("facts")
    view.sealing.ask()
    assert view.list.chosen == "signing"
    assert all(not each.isVisible() for each in view.findChildren(SealQuestion))
