"""Where a dialog for a file begins."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.file_dialog import documents_folder, file_dialog


def test_a_file_is_asked_for_among_the_persons_documents(qtbot, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    parent = QWidget()
    qtbot.addWidget(parent)
    saving = file_dialog(parent, name="协议书.pdf", filters="PDF (*.pdf)")
    opening = file_dialog(parent)
    for each in (saving, opening):
        assert Path(each.directory().absolutePath()) == documents_folder() != tmp_path
    assert saving.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert [Path(each).name for each in saving.selectedFiles()] == ["协议书.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system, not HOME")
def test_without_a_folder_of_documents_it_begins_at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert documents_folder() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert documents_folder() == tmp_path / "Documents"
