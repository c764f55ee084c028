"""The checklist of materials, and the files that come in and go out."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from mediation_app.domain.materials import MOST_BYTES, Material
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.case.files_of_case import Chosen, button_of, finish, names, some_files
from tests.ui.clipping import nothing_is_cut_off
from tests.ui.keyboard import press, type_text
from ui.case.sections.material_row import MaterialRow, file_words
from ui.case.sections.move_panel import MovePanel
from ui.pages import Tone


def test_an_empty_list_says_what_belongs_there_and_offers_the_usual(section, view):
    assert section.empty.isVisibleTo(section)
    assert "填入常用清单（" in section.fill.text()
    assert "身份证明复印件（顾喆安）" in section.fill.toolTip()
    section.fill.click()
    assert "身份证明复印件（顾喆安）" in names(view)
    assert not any(each.is_received for each in view.case.materials)
    assert not section.empty.isVisibleTo(section)
    assert not section.fill.isVisibleTo(section)
    view.undo()
    assert names(view) == []


def test_files_become_ticked_materials_named_after_them(section, view, place, tmp_path, messages):
    section.asking = Chosen(some_files(tmp_path, "银行流水.pdf", "合同.docx"))
    section.add_files.click()
    assert section.intake.is_busy
    assert section.progress.text().startswith("正在加入 1 / 2：银行流水.pdf")
    finish(place)
    assert names(view) == ["银行流水", "合同"]
    assert all(each.is_received for each in view.case.materials)
    assert not section.intake.is_busy
    assert [(each.text, each.tone) for each in messages] == [("已加入 2 个文件", Tone.OK)]
    assert stored(view).materials == view.case.materials
    assert "2/2" in view.list.item(list(view.list._titles).index("materials")).text()
    assert section.count.text() == "已收到 2 / 2"


def test_undo_takes_a_file_out_of_the_list_and_redo_brings_it_back(section, view, place, tmp_path):
    section.intake.add(some_files(tmp_path, "a.pdf", "b.pdf"))
    finish(place)
    both = view.case.materials
    view.undo()
    assert view.case.materials == both[:1]
    view.redo()
    assert view.case.materials == both
    assert place.desk.materials.content(both[1]) == b"invented content 1 of b.pdf"


def test_a_name_is_changed_and_a_tick_is_set_by_the_keyboard_alone(section, view):
    section.add_line.setFocus()
    press(Qt.Key.Key_Return)
    type_text("授权委托书")
    (material,) = view.case.materials
    assert (material.name, material.is_received) == ("授权委托书", False)
    tick = view.binding.field_at(f"materials/{material.id}/is_received").box
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is tick
    press(Qt.Key.Key_Space)
    assert view.case.materials[0].is_received
    assert stored(view).materials == view.case.materials


def test_a_line_is_removed_with_its_file_and_comes_back_with_it(section, view, place, tmp_path):
    section.intake.add(some_files(tmp_path, "a.pdf"))
    finish(place)
    before = view.case.materials
    button_of(section, "删除这项材料").click()
    assert view.case.materials == ()
    view.undo()
    assert view.case.materials == before
    assert place.desk.materials.content(before[0])


def test_a_file_is_attached_to_the_line_that_waits_for_it(section, view, place, tmp_path):
    waiting = (Material("m1", "身份证明复印件（顾喆安）"), Material("m2", "合同"))
    view.editing.put(replace(view.case, materials=waiting))
    section.asking = Chosen(some_files(tmp_path, "IMG_0001.jpg"))
    button_of(section, "附上文件").click()
    finish(place)
    first, second = view.case.materials
    assert (first.id, first.name) == ("m1", "身份证明复印件（顾喆安）")
    assert (first.file_name, first.is_received) == ("IMG_0001.jpg", True)
    section.intake.add(some_files(tmp_path, "合同.pdf"))
    finish(place)
    QTest.keyClick(section.slots.list, Qt.Key.Key_Return)
    assert len(view.case.materials) == 2
    assert view.case.materials[1].file_name == "合同.pdf"
    assert second.id == view.case.materials[1].id


def test_a_file_for_a_line_that_is_gone_gets_a_line_of_its_own(section, view, place, tmp_path):
    view.editing.put(replace(view.case, materials=(Material("m1", "合同"),)))
    section.intake.add(some_files(tmp_path, "照片.jpg"), "m1")
    view.editing.put(replace(view.case, materials=()))
    finish(place)
    assert names(view) == ["照片"]


def test_what_is_refused_does_not_stop_the_others(section, view, place, tmp_path, messages):
    (good,) = some_files(tmp_path, "好.pdf")
    (tmp_path / "空.pdf").touch()
    (tmp_path / "folder").mkdir()
    with (tmp_path / "大.mp4").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    paths = [tmp_path / name for name in ("空.pdf", "folder", "没有.pdf", "大.mp4")]
    section.intake.add([*paths, good])
    finish(place)
    assert names(view) == ["好"]
    (message,) = messages
    assert message.tone is Tone.ERROR
    for words in ("“空.pdf”是空文件", "“folder”是文件夹", "没有找到", "200 MB", "已加入 1 个"):
        assert words in message.text


def test_the_same_file_is_not_added_twice(section, view, place, tmp_path, messages):
    for name in ("合同.pdf", "合同 (2).pdf"):
        (tmp_path / name).write_bytes(b"same")
    section.intake.add([tmp_path / "合同.pdf", tmp_path / "合同 (2).pdf"])
    finish(place)
    assert names(view) == ["合同"]
    (message,) = messages
    assert message.tone is Tone.WARNING
    assert "已存在（同一文件）：“合同 (2).pdf”就是清单中的“合同”" in message.text


def test_stopping_leaves_out_what_was_not_begun(section, view, place, tmp_path, messages):
    section.intake.add(some_files(tmp_path, "a.pdf", "b.pdf", "c.pdf"))
    section.intake.add(some_files(tmp_path, "d.pdf"))
    assert "1 / 4" in section.progress.text()
    section.stop.click()
    finish(place)
    assert names(view) == ["a"]
    assert [each.text for each in messages] == ["已加入 1 个文件"]
    section.intake.add([])
    assert len(messages) == 1


def test_files_are_taken_in_though_the_case_was_left(
    section, view, open_case, place, tmp_path, desk
):
    case_id = view.case.id
    section.intake.add(some_files(tmp_path, "a.pdf", "b.pdf"))
    other = open_case("第3号")
    assert other is not view
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    finish(place)
    assert [each.name for each in desk.case_files.open(case_id).materials] == ["a", "b"]
    assert other.case.materials == ()


def test_a_file_that_comes_in_when_nobody_can_be_asked_goes_to_the_line_of_its_name(
    section, view, open_case, place, tmp_path, desk
):
    view.editing.put(replace(view.case, materials=(Material("m1", "合同"),)))
    stored(view)
    section.intake.add(some_files(tmp_path, "合同.pdf"))
    open_case("第3号")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    finish(place)
    (filled,) = desk.case_files.open(view.case.id).materials
    assert (filled.id, filled.file_name) == ("m1", "合同.pdf")


def test_every_file_is_confirmed_and_the_caret_comes_back_into_the_list(
    section, view, page, place, tmp_path
):
    page.activateWindow()
    lines = (Material("m0", "照片"), Material("m1", "合同"), Material("m2", "银行流水"))
    view.editing.put(replace(view.case, materials=lines))
    section.intake.add(some_files(tmp_path, "合同.pdf", "合同书.pdf", "流水.pdf", "x.pdf"))
    finish(place)
    for marked in ("合同", "单独列一项", "银行流水"):
        assert [each.text() for each in section.slots.list.selectedItems()] == [marked]
        press(Qt.Key.Key_Return)
    assert section.slots.isHidden()
    assert [each.file_name for each in view.case.materials] == [
        *("", "合同.pdf", "流水.pdf", "合同书.pdf", "x.pdf")
    ]
    assert view.binding.place_in_focus() == "materials/m1/name"


def test_the_caret_goes_to_what_came_in_but_not_away_from_somebody_who_writes(
    section, view, page, place, tmp_path
):
    page.activateWindow()
    paths = some_files(tmp_path, "甲.pdf", "乙.pdf")
    section.intake.add(paths[:1])
    finish(place)
    (first,) = view.case.materials
    assert view.binding.place_in_focus() == f"materials/{first.id}/name"
    view.go_to("receivable/total")
    section.intake.add(paths[1:])
    finish(place)
    assert view.binding.place_in_focus() == "receivable/total"


def test_the_sums_and_the_authority_have_keys(view, page):
    page.activateWindow()
    keys = {each.shortcut().toString(): each for each in page.actions()}
    keys["Ctrl+Shift+E"].trigger()
    assert view.binding.place_in_focus() == "receivable/total"
    keys["Ctrl+Shift+K"].trigger()
    assert view.binding.place_in_focus() == "authority/waives_up_to"


def test_what_is_missing_of_the_list_stands_under_its_line(section, view, page, qtbot):
    line = Material("m1", "销售录音录像", need="必须", owed_by="被申请人")
    view.editing.put(replace(view.case, materials=(line,)))
    section.complete()
    view.binding.field_at("materials/m1/is_received").show_lack("缺少销售录音录像")
    qtbot.wait(1)
    (row,) = section.findChildren(MaterialRow)
    remark = row.tick.remark
    assert (remark.text(), remark.isVisibleTo(row)) == ("缺少销售录音录像", True)
    assert remark.width() >= remark.sizeHint().width()
    nothing_is_cut_off(qtbot, page)


def test_the_file_in_whose_line_the_caret_is_is_moved_and_opened_by_key(
    section, view, page, place, tmp_path, messages
):
    page.activateWindow()
    keys = {each.shortcut().toString(): each for each in page.actions()}
    moving, opening = keys["Ctrl+Shift+M"], keys["Ctrl+Shift+O"]
    view.editing.put(replace(view.case, materials=(Material("m1", "合同"),)))
    moving.trigger()
    assert [each.text for each in messages] == ["先把光标放到一项有文件的材料上"]
    section.intake.add(some_files(tmp_path, "b.exe"))
    finish(place)
    opening.trigger()
    assert "可能是程序" in messages[-1].text
    view.go_to("materials/m1/name")
    moving.trigger()
    assert messages[-1].text == "先把光标放到一项有文件的材料上"
    view.go_to(f"materials/{view.case.materials[1].id}/name")
    moving.trigger()
    (panel,) = page.findChildren(MovePanel)
    assert "“b.exe”移到其他案件" in [each.text() for each in panel.findChildren(QLabel)]


def mime_of(paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    return data


def test_files_are_dropped_onto_the_list(section, view, place, tmp_path):
    data = mime_of(some_files(tmp_path, "a.pdf", "b.jpg"))
    at, left, none = QPoint(60, 60), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(section.viewport(), over)
    assert over.isAccepted()
    assert section.drop.property("tone") == "ok"
    QApplication.sendEvent(section.viewport(), QDragLeaveEvent())
    assert not section.drop.property("tone")
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(section.viewport(), over)
    QApplication.sendEvent(section.viewport(), drop)
    finish(place)
    assert names(view) == ["a", "b"]


def test_text_is_not_dropped_onto_the_list(section):
    data = QMimeData()
    data.setText("not a file")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    over.ignore()
    QApplication.sendEvent(section.viewport(), over)
    assert section.drop.property("tone") != "ok"


def test_files_are_pasted_wherever_the_caret_is(section, view, place, tmp_path):
    QGuiApplication.clipboard().setMimeData(mime_of(some_files(tmp_path, "a.pdf")))
    section.setFocus()
    QTest.keyClick(section, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    finish(place)
    assert names(view) == ["a"]
    name = field_of(view, f"materials/{view.case.materials[0].id}/name")
    QGuiApplication.clipboard().setMimeData(mime_of(some_files(tmp_path, "b.pdf")))
    QTest.keyClick(name.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    finish(place)
    assert names(view) == ["a", "b"]


def test_text_is_pasted_into_a_name_as_ever(section, view):
    section.add_material()
    QGuiApplication.clipboard().setText("收条")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(view) == ["收条"]
    section.setFocus()
    QTest.keyClick(section, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(section, Qt.Key.Key_PageDown)
    assert names(view) == ["收条"]


def test_the_key_of_the_page_asks_for_files(view, page, place, tmp_path):
    view.section("materials").asking = Chosen(some_files(tmp_path, "a.pdf"))
    view.show_section("facts")
    (command,) = [each for each in page.actions() if each.shortcut().toString() == "Ctrl+Shift+F"]
    command.trigger()
    finish(place)
    assert view.list.chosen == "materials"
    assert names(view) == ["a"]


def test_a_thousand_materials_leave_the_window_usable(section, view, qtbot):
    many = tuple(Material(f"m{no}", f"第{no}份") for no in range(1000))
    view.editing.put(replace(view.case, materials=many))
    assert section.count.text() == "已收到 0 / 1000"
    qtbot.wait(50)
    assert section.cards.count() < 1000


def test_the_size_is_said_as_people_say_it():
    assert file_words(Material("m", file_name="a.pdf", size_bytes=1_258_291)) == "a.pdf · 1.2 MB"
    assert file_words(Material("m", file_name="a.pdf", size_bytes=5)) == "a.pdf · 5 bytes"
    assert file_words(Material("m")) == ""


def test_what_the_name_says_already_is_not_said_again():
    named = Material("m", "流水", file_name="流水.pdf", size_bytes=1024)
    assert file_words(named) == "PDF · 1.0 kB"
    assert file_words(replace(named, name="银行流水")) == "流水.pdf · 1.0 kB"
    assert file_words(Material("m", "流水", file_name="流水", size_bytes=1024)) == "流水 · 1.0 kB"


def test_the_journal_tells_of_materials(section, view, place, tmp_path):
    section.intake.add(some_files(tmp_path, "银行流水.pdf"))
    finish(place)
    journal = view.section("journal").view
    place.tasks.finish()
    assert any("银行流水" in each.text for each in journal.model.lines)
