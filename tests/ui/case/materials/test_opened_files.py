"""Files of a case are opened as copies, and saved."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
)
from PySide6.QtWidgets import QApplication, QFileDialog

from mediation_app.domain.materials import Material
from tests.ui.case.files_of_case import Chosen, button_of, finish, some_files
from ui.case.file_asking import FileDialogs
from ui.case.opened_files import OpenedFiles
from ui.pages import Tone


class Desktop(QObject):
    """Stands where the programs of the desktop would be asked to open a file."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop():
    made = Desktop()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # wants str
    yield made
    QDesktopServices.unsetUrlHandler("file")
    copies = QApplication.instance().findChild(OpenedFiles)
    if copies is not None:
        copies.remove()


def test_a_file_is_opened_as_a_copy_that_cannot_be_written(section, place, tmp_path, desktop):
    section.intake.add(some_files(tmp_path, "流水.pdf"))
    finish(place)
    button_of(section, "打开").click()
    place.tasks.finish()
    (copy,) = desktop.opened
    assert copy.name == "流水.pdf"
    assert copy.read_bytes() == b"invented content 0 of \xe6\xb5\x81\xe6\xb0\xb4.pdf"
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.parent.stat().st_mode & 0o777 == 0o700
    assert copy.parent.parent != tmp_path
    button_of(section, "打开").click()
    place.tasks.finish()
    assert desktop.opened[1] != copy
    QApplication.instance().findChild(OpenedFiles).remove()
    assert not copy.exists()
    assert not copy.parent.parent.exists()


def test_what_could_be_a_program_is_only_saved(section, place, tmp_path, desktop, messages):
    section.intake.add(some_files(tmp_path, "合同.pdf.exe"))
    finish(place)
    messages.clear()
    section.asking = Chosen(target=tmp_path / "saved.bin")
    button_of(section, "打开").click()
    place.tasks.finish()
    assert desktop.opened == []
    (message,) = messages
    assert message.tone is Tone.WARNING
    message.on_action()
    place.tasks.finish()
    assert (tmp_path / "saved.bin").read_bytes() == (tmp_path / "合同.pdf.exe").read_bytes()
    assert section.asking.name == "合同.pdf.exe"
    assert messages[-1].text == f"已保存为 {tmp_path / 'saved.bin'}"


def test_contents_that_did_not_arrive_yet_are_said_to_be_elsewhere(
    section, view, place, desktop, messages, tmp_path
):
    elsewhere = Material("m1", "流水", file_name="流水.pdf", size_bytes=3, blob_id="0" * 64)
    view.editing.put(replace(view.case, materials=(elsewhere,)))
    section.open_file("m1")
    place.tasks.finish()
    section.asking = Chosen(target=tmp_path / "x.pdf")
    section.save_file("m1")
    place.tasks.finish()
    assert desktop.opened == []
    assert [each.tone for each in messages] == [Tone.ERROR, Tone.ERROR]
    assert all("尚未从中心库取回" in each.text for each in messages)
    assert not (tmp_path / "x.pdf").exists()


def test_a_desktop_without_a_program_for_the_file_is_told(section, messages):
    section._launch(Path("/nowhere/at/all/流水.pdf"))
    assert messages[-1].tone is Tone.WARNING
    assert "没有能打开这种文件的程序" in messages[-1].text


def test_the_dialogs_of_the_system_ask_for_files_and_places(qtbot, section, tmp_path):
    (path,) = some_files(tmp_path, "a.pdf")
    told = []
    dialogs = FileDialogs(section)
    dialogs.files(told.append)
    (asking,) = section.findChildren(QFileDialog)
    asking.filesSelected.emit([str(path)])
    asking.done(0)
    qtbot.waitUntil(lambda: section.findChildren(QFileDialog) == [])
    dialogs.target("材料.pdf", told.append)
    (asking,) = section.findChildren(QFileDialog)
    assert asking.selectedFiles()[0].endswith("材料.pdf")
    asking.fileSelected.emit(str(path))
    asking.done(0)
    assert told == [[path], path]


@pytest.mark.skipif(os.name == "nt", reason="the sweep is tried with a signal")
def test_copies_that_a_crash_left_behind_go_at_the_next_opening(qapp):  # noqa: ARG001
    program = (
        "import sys, os, signal\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from ui.case.opened_files import OpenedFiles\n"
        "app = QCoreApplication(sys.argv)\n"
        "print(OpenedFiles().write('a.pdf', b'x'), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    left = Path(done.stdout.strip())
    assert left.is_file()
    mine = OpenedFiles()
    kept = mine.write("b.pdf", b"y")
    assert not left.parent.parent.exists()
    other = OpenedFiles()
    other.write("c.pdf", b"z")
    assert kept.is_file()
    mine.remove()
    mine.remove()
    other.remove()
    assert not kept.exists()
