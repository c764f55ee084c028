"""What is typed into a form is there again when the form is opened again, until it is sent off."""

import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

import ui
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.transitions import Action
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from mediation_app.services.drafts import Drafts as StoredDrafts
from tests.services.test_recovery import crash
from tests.ui.keyboard import press, type_into
from tests.ui.test_recovered import button_of, notice, panel_of, words_on
from ui.bin.deleting import DeletePanel
from ui.drafts import Drafts
from ui.pages import SaveStep

CASE = "第20号"


def finish(window):
    for _ in range(3):
        window._place.tasks.finish()


def page_of(window, key, subject=""):
    window.stack.go(key, subject)
    finish(window)
    return window.stack.page_in_front()


def view_of(window):
    return page_of(window, "case", window._place.desk.case_files.find(CASE).id).view


def planning(window):
    view = view_of(window)
    view.plan_meeting()
    finish(window)
    planner = view.section("schedule").planner
    return planner.when.line, planner.kept


def deleting(window):
    view_of(window)
    window.stack.page_in_front().ask_to_delete()
    panel = window.findChildren(DeletePanel)[-1]
    return panel.reason, panel.kept


def stepping(window):
    view = view_of(window)
    view.taking.do(Action.SUSPEND)
    return view.taking.panel.reason.text_edit, view.taking.panel.kept


def handing_over(window):
    page = page_of(window, "handover")
    return page.note.line, page.kept


def connecting(window):
    page = page_of(window, "sync")
    page.begin_connecting()
    return page.form.hosts.line, page.form.kept


FORMS = {
    "2026-12-02 14:00": planning,
    "重复登记": deleting,
    "等鉴定": stepping,
    "年假": handing_over,
    "db.example": connecting,
}


def text_of(editor):
    return editor.toPlainText() if hasattr(editor, "toPlainText") else editor.text()


def test_every_form_comes_back_as_it_was_left_and_says_so(window, place_of, desk, open_window):
    for text, opened in FORMS.items():
        editor, kept = opened(window)
        finish(window)
        assert kept.note.isHidden()
        type_into(editor, text)
    window.close()
    assert len(desk.drafts.all()) == len(FORMS)
    again = open_window(place_of(desk))
    for text, opened in FORMS.items():
        editor, kept = opened(again)
        finish(again)
        assert text_of(editor) == text
        assert "已恢复" in kept.said.text()
        assert kept.note.isVisibleTo(kept.parent())
        kept.discard.click()
        finish(again)
        assert text_of(editor) != text
        assert kept.note.isHidden()
    assert desk.drafts.all() == ()


def test_what_was_sent_off_is_kept_no_longer(window, desk):
    editor, _ = planning(window)
    type_into(editor, "2026-11-27 14:00")
    finish(window)
    press(Qt.Key.Key_Return)
    finish(window)
    assert [each.on.day for each in desk.case_files.find(CASE).appointments] == [27]
    editor, kept = stepping(window)
    type_into(editor, "等鉴定")
    kept.parent().take()
    finish(window)
    editor, kept = deleting(window)
    type_into(editor, "重复登记")
    kept.parent().delete.click()
    finish(window)
    assert desk.drafts.all() == ()


def test_a_reason_outlives_a_step_that_was_refused(window, desk):
    editor, kept = stepping(window)
    type_into(editor, "等鉴定")
    case = desk.case_files.find(CASE)
    desk.steps.take(case.id, Action.WITHDRAW, "同事已办理")
    kept.parent().take()
    window._place.drafts.store_now()
    finish(window)
    (draft,) = desk.drafts.all()
    assert dict(draft.texts) == {"reason": "等鉴定"}


def test_a_relative_day_is_kept_as_the_day_it_was(window, desk):
    editor, _ = planning(window)
    type_into(editor, "下周三 14:00")
    editor.left.emit()
    window._place.drafts.store_now()
    finish(window)
    ((_, text),) = desk.drafts.all()[0].texts
    assert re.fullmatch(r"\d{4}-\d\d-\d\d 14:00", text)


def test_what_is_chosen_without_typing_is_kept_too(window, desk, place_of, open_window):
    _, kept = planning(window)
    planner = kept.parent()
    planner.way.box.setCurrentIndex(2)
    planner.way.box.activated.emit(2)
    (first, *_) = planner.invited.boxes
    was = first.isChecked()
    first.click()
    window.close()
    again = open_window(place_of(desk))
    _, kept = planning(again)
    assert kept.parent().way.value() == "电话"
    assert not kept.parent().room.isEnabled()
    assert kept.parent().invited.boxes[0].isChecked() is not was


def test_after_a_crash_forms_are_told_and_led_to(window, desk, place_of, open_window):
    for opened in (stepping, deleting, planning):
        editor, _ = opened(window)
        type_into(editor, next(text for text, each in FORMS.items() if each is opened))
    window._place.drafts.store_now()
    finish(window)
    crash(desk)
    place = place_of(desk)
    again = open_window(place)
    assert "其中没有提交的表单 3 份" in notice(again).text
    panel = panel_of(again)
    told = words_on(panel)
    assert re.search(f"没有提交：排期.*{CASE}", told)
    assert "重复登记" in told
    button_of(panel, "没有提交：排期").click()
    finish(again)
    planner = again.stack.page_in_front().view.section("schedule").planner
    assert planner.isVisible()
    assert planner.when.line.text() == "2026-12-02 14:00"
    case_id = desk.case_files.find(CASE).id
    again.stack.open_form(FormPlace("case", case_id, "delete"))
    (panel,) = again.findChildren(DeletePanel)
    assert panel.reason.text() == "重复登记"
    again.stack.open_form(FormPlace("case", case_id, f"step/{Action.SUSPEND.value}"))
    taking = again.stack.page_in_front().view.taking
    assert taking.panel.reason.entry().text == "等鉴定"
    again.stack.open_form(FormPlace("handover"))
    assert again.stack.key_in_front() == "handover"


def test_what_could_not_be_stored_is_said_and_tried_again(window, desk):
    drafts: Drafts = window._place.drafts
    place = FormPlace("handover")
    states = []
    window._keeping.save_state.connect(states.append)

    class Full(StoredDrafts):
        def __init__(self):
            pass

        def keep(self, _):
            raise StorageError(say("磁盘已满"))

    real, drafts._desk = drafts._desk, replace(drafts._desk, drafts=Full())
    drafts.type(place, "代班", "note", "年假")
    drafts.store_now()
    finish(window)
    assert [each.step for each in states] == [SaveStep.SAVING, SaveStep.FAILED]
    drafts._desk = real
    assert drafts._timer.isActive()
    drafts._timer.timeout.emit()
    finish(window)
    assert states[-1].step is SaveStep.SAVED
    assert dict(desk.drafts.all()[0].texts) == {"note": "年假"}


KEPT = {
    "form": """bin/deleting case/sections/schedule case/step_panel conflicts/view handover/page
        schedule/planner session/ending_pane sync/connect_form""",
    "case": """case/sections/agreement case/sections/confirmation case/sections/course_card
        case/sections/facts case/sections/material_row case/sections/mediation
        case/sections/overview case/sections/person_fields
        case/sections/plan_card case/sections/preparation case/sections/signing
        case/sections/term_card case/sections/todo_card case/sections/visit intake/form
        session/deal_pane session/offers_pane session/record_pane session/table_pane""",
    "committee": "settings/committee_form settings/roster",
    "apart, with the private notes": "session/note_line",
    "nowhere, as it only looks for something": "case/journal_view cases/page today/page",
    "nowhere, as it is secret": "entry/recover entry/screen",
}
"""Where what is typed is kept, by the files that make editors."""
_MAKING = re.compile(r"\b(LineField|LongTextField|ListField|LineEdit|ComposingLine|ChoiceField)\(")


def test_every_editor_says_where_its_text_is_kept():
    """A file with a new editor has to be entered above: what is typed is never lost."""
    folder = Path(ui.__file__).parent
    base = re.compile(r"^class .*", re.MULTILINE)
    making = {
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*.py")
        if _MAKING.search(base.sub("", path.read_text(encoding="utf-8")))
    }
    known = {name for names in KEPT.values() for name in names.split()}
    fields = {each for each in making if each.startswith("fields/")}
    assert making - fields == known
