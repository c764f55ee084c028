from dataclasses import replace
from datetime import date

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPageSize, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.documents import FormKind
from mediation_app.domain.query_codes import new_query_code
from tests.ui.clipping import cut_off
from tests.ui.to_files import ToFiles
from ui.pages import Tone
from ui.paper.pane import PaperPane
from ui.paper.printing import PrintingError, a4_printer, write_pdf


@pytest.fixture
def messages():
    return []


@pytest.fixture
def empty_pane(qtbot, place, look, messages):  # noqa: ARG001
    made = PaperPane(place, lambda: None)
    qtbot.addWidget(made)
    made.message.connect(messages.append)
    return made


@pytest.fixture
def pane(empty_pane, case, committee, tmp_path):
    made = empty_pane
    made.output.asking = ToFiles(tmp_path)
    made.resize(470, 600)
    made.show()
    made.show_case(case, committee)
    finish(made)
    return made


def finish(pane):
    for _ in range(4):
        pane._place.tasks.finish()
        pane._place.paper_tasks.finish()


def read(pane):
    pane.live._reading.timeout.emit()
    finish(pane)


def words_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(
        page.get_textpage().get_text_range()
        for page in (document[no] for no in range(len(document)))
    )
    document.close()
    return "".join(text.split())


def test_the_agreement_of_the_case_is_shown(pane):
    assert pane.kind is FormKind.AGREEMENT
    assert pane.view.page_count > 1
    assert pane.page_label.text() == f"1 / {pane.view.page_count}"
    assert pane.view.is_fitted
    assert cut_off(pane) == []


def test_what_is_typed_is_on_the_paper(pane, case, committee):
    shown = []
    pane.shown.connect(shown.append)
    changed = replace(case, facts="崭新的事实写在这里。")
    pane.show_case(changed, committee)
    finish(pane)
    assert shown[-1] == changed
    assert "崭新的事实写在这里" in words_of(pane.live.pdf)


def test_of_many_wishes_the_last_one_is_shown(pane, case, committee):
    for number in range(6):
        pane.show_case(replace(case, facts=f"第{number}稿"), committee)
    finish(pane)
    assert "第5稿" in words_of(pane.live.pdf)


def test_the_place_on_the_paper_is_kept_while_one_types(pane, case, committee):
    bar = pane.view.verticalScrollBar()
    bar.setValue(700)
    pane.show_case(replace(case, facts=case.facts + "补充。"), committee)
    finish(pane)
    assert bar.value() == 700
    assert pane.view.current_page == 1


def test_every_page_in_view_gets_its_picture(pane):
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    finish(pane)
    for page in pane.view.visible_pages():
        assert isinstance(pane.view._images[page], QImage)


def test_the_words_of_the_field_in_focus_are_marked_and_in_view(pane):
    read(pane)
    pane.view.verticalScrollBar().setValue(pane.view.verticalScrollBar().maximum())
    pane.follow("facts")
    assert pane.view._spots
    assert pane.view.verticalScrollBar().value() < pane.view.verticalScrollBar().maximum()
    pane.follow("no/such/place")
    assert pane.view._spots == ()


def test_a_click_on_a_word_leads_to_its_field(pane):
    read(pane)
    chosen = []
    pane.place_chosen.connect(chosen.append)
    pane.follow("facts")
    rect = pane.view._layout.spot_rect(pane.view._spots[0])
    point = (rect.center() - pane.view._origin()).toPoint()
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert chosen == ["facts"]


def test_the_pages_are_zoomed_and_fitted_again(pane):
    before = pane.view.scale
    pane.view.zoom_by(2)
    assert pane.view.scale > before
    assert pane.view.horizontalScrollBar().maximum() > 0
    finish(pane)
    pane.view.fit_width()
    assert pane.view.scale == pytest.approx(before, rel=0.05)
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane.view.viewport(), wheel)
    assert pane.view.scale > before
    QTest.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.verticalScrollBar().value() == pane.view.verticalScrollBar().maximum()
    QTest.keyClick(pane.view, Qt.Key.Key_Home)
    assert pane.view.verticalScrollBar().value() == 0
    finish(pane)


def test_another_form_is_chosen(pane):
    pane.choose_kind(FormKind.CONFIRMATION)
    finish(pane)
    assert "司法确认" in words_of(pane.live.pdf)
    pane.choose_kind(FormKind.ORAL_AGREEMENT)
    assert pane.kind is FormKind.CONFIRMATION


def with_a_notice(case):
    people = tuple(party.id for party in case.parties)
    planned = Appointment("ap1", date(2026, 11, 26), room="调解室1", invited=people)
    return replace(case, appointments=(planned,), query_code=new_query_code("a test"))


def test_each_paper_is_listed_with_whom_it_is_for(pane, case, committee):
    pane.show_case(with_a_notice(case), committee)
    finish(pane)
    titles = [pane.form_box.itemText(at) for at in range(pane.form_box.count())]
    names = [party.name for party in case.parties]
    assert titles[:2] == ["收件凭条", "收件回执"]
    for name in names:
        assert f"调解通知书（{name}）" in titles
        assert f"送达回证（{name}）" in titles
    assert pane.kind is FormKind.SLIP


def test_large_print_is_chosen_and_stays_chosen_while_people_type(pane, case, committee):
    usual = pane.view.page_count
    pane.large_box.click()
    finish(pane)
    assert pane.view.page_count > usual
    pane.show_case(replace(case, facts="改过的事实。"), committee)
    finish(pane)
    assert pane.large_box.isChecked()
    renamed = replace(case.parties[0], name="顾喆平")
    pane.show_case(replace(case, parties=(renamed, *case.parties[1:])), committee)
    finish(pane)
    assert pane.large_box.isChecked()
    pane.choose_kind(FormKind.PLAIN_SUMMARY)
    assert not pane.large_box.isEnabled()
    assert not pane.large_box.isChecked()
    finish(pane)


def test_a_slip_is_printed_on_a6(pane, desk, case, committee):
    stored = desk.case_files.save(case, with_a_notice(case)).case
    pane.show_case(stored, committee)
    pane.choose_kind(FormKind.SLIP)
    finish(pane)
    pane.print_paper()
    finish(pane)
    with pypdfium2.PdfDocument(pane.output.asking.printed.read_bytes()) as document:
        assert tuple(map(round, document[0].get_size())) == (298, 420)
    assert pane.output.asking.page_size == QPageSize.PageSizeId.A6


def test_what_is_missing_is_listed_as_links(pane, case, committee):
    pane.show_case(replace(case, facts="", recorder="", mediators=()), committee)
    finish(pane)
    line = pane.missing_line
    assert "出具前还缺 3 项" in line.text()
    chosen = []
    pane.place_chosen.connect(chosen.append)
    line.linkActivated.emit("0")
    assert chosen == ["facts"]
    pane.show_case(case, committee)
    finish(pane)
    assert line.isHidden()


def test_a_long_list_of_missing_facts_opens_on_demand(pane, case, committee):
    parties = tuple(
        replace(each, name="", address="", representative="", credit_code="", agents=())
        for each in case.parties
    )
    bare = replace(case, parties=parties, facts="", issues="", mediators=(), recorder="")
    pane.show_case(bare, committee)
    finish(pane)
    assert "还有" in pane.missing_line.text()
    pane.missing_line.linkActivated.emit("more")
    assert "还有" not in pane.missing_line.text()


def test_a_complete_form_is_issued_and_printed_in_its_copies(pane, desk, case, messages):
    pane.print_paper()
    finish(pane)
    asked = pane.output.asking
    (issued,) = [each for each in desk.paper.issued(case.id) if each.kind is FormKind.AGREEMENT]
    assert asked.copies == 3
    text = words_of(asked.printed.read_bytes())
    assert issued.content_digest[:8] in text.lower()
    assert messages[-1].tone is Tone.OK


def test_a_complete_form_is_issued_and_saved(pane, desk, case):
    pane.save_paper()
    finish(pane)
    assert pane.output.asking.saved.name == f"人民调解协议书{case.number}.pdf"
    assert "顾喆安" in words_of(pane.output.asking.saved.read_bytes())
    assert desk.paper.issued(case.id)


def test_an_incomplete_form_is_not_issued_but_offered_as_a_draft(
    pane, desk, case, committee, messages
):
    pane.show_case(replace(case, facts=""), committee)
    finish(pane)
    before = desk.paper.issued(case.id)
    pane.print_paper()
    assert "缺少：纠纷主要事实" in messages[-1].text
    messages[-1].on_action()
    finish(pane)
    assert pane.output.asking.printed.exists()
    pane.save_paper()
    finish(pane)
    assert pane.output.asking.saved.exists()
    assert desk.paper.issued(case.id) == before


def test_a_character_without_a_font_is_named_in_the_bar(pane, case, committee, messages):
    pane.show_case(replace(case, facts="\U000e0041字"), committee)
    finish(pane)
    if messages:
        assert messages[-1].tone is Tone.ERROR
        assert "U+E0041" in messages[-1].text


def test_a_file_that_cannot_be_written_is_said(pane, tmp_path, messages):
    class IntoNowhere:
        def file(self, name, go_on):
            go_on(tmp_path / "no" / name)

    pane.output.asking = IntoNowhere()
    pane.save_paper()
    finish(pane)
    assert messages[-1].tone is Tone.ERROR
    assert "写不进去" in messages[-1].text
    with pytest.raises(PrintingError):
        write_pdf(b"", tmp_path / "no" / "x.pdf")


def test_a_form_that_has_just_come_into_being_is_shown(pane, case, committee):
    confirmation = replace(case.confirmation, is_requested=False)
    without_court = replace(case, confirmation=confirmation)
    pane.show_case(replace(without_court, agreement=None), committee)
    assert pane.kind is FormKind.APPLICATION
    pane.show_case(without_court, committee)
    assert pane.kind is FormKind.AGREEMENT
    pane.show_case(case, committee)
    assert pane.kind is FormKind.CONFIRMATION
    finish(pane)


def test_an_oral_agreement_and_a_plain_case_show_their_own_forms(empty_pane, desk, committee):
    pane = empty_pane
    assert pane.kind is None
    pane.print_paper()
    pane.save_paper()
    pane.show_case(desk.case_files.find("第11号"), committee)
    assert pane.kind is FormKind.ORAL_AGREEMENT
    pane.form_box.setCurrentIndex(0)
    pane.form_box.activated.emit(0)
    assert pane.kind is FormKind.APPLICATION
    finish(pane)


def test_an_older_picture_and_older_words_are_not_shown(pane, case, committee):
    live = pane.live
    sheets = live._sheets
    live._on_pictured(replace(sheets, pdf=b"older"))
    assert live._sheets is sheets
    live._read()
    live._sheets = replace(sheets, pdf=bytes(sheets.pdf) + b" ")
    told = []
    live.read.connect(told.append)
    pane._place.paper_tasks.finish()
    assert told == []
    pane.show_case(case, committee)
    finish(pane)


def test_the_dialogs_of_the_system_are_shown_and_can_be_left(qtbot, empty_pane, tmp_path):
    empty_pane.show()
    asking = empty_pane.output.asking
    went_on = []
    asking.file("协议.pdf", went_on.append)
    dialog = empty_pane.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "x.pdf"))
    dialog.reject()
    assert went_on == [tmp_path / "x.pdf"]
    asking.printer(a4_printer(1, "x"), lambda: went_on.append("printed"))
    print_dialog = empty_pane.findChild(QPrintDialog)
    assert print_dialog.isVisible()
    print_dialog.reject()
    qtbot.wait(10)
    assert went_on == [tmp_path / "x.pdf"]


def test_one_paper_is_asked_for_after_the_other_and_the_dialog_names_it(empty_pane):
    empty_pane.show()
    asking, went_on = empty_pane.output.asking, []

    def noting(name):
        return lambda: went_on.append(name)

    for name in ("收件凭条", "收件回执"):
        asking.printer(a4_printer(1, name), noting(name))
    first, second = empty_pane.findChildren(QPrintDialog)
    assert [each.windowTitle() for each in (first, second)] == ["收件凭条", "收件回执"]
    assert [first.isVisible(), second.isVisible()] == [True, False]
    first.reject()
    assert second.isVisible()
    second.accept()
    assert went_on == ["收件回执"]
