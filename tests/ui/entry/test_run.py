"""The whole desktop, from its start to its end."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from mediation_app.bootstrap import LocalStations
from mediation_app.settings import Settings, SettingsFile
from ui.application import Start, run
from ui.languages import install_language
from ui.window import MainWindow


@pytest.fixture
def _as_before(qapp, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    qapp.setQuitOnLastWindowClosed(True)


@pytest.mark.usefixtures("_as_before")
def test_the_desktop_runs_until_its_window_is_closed(tmp_path):
    stations = LocalStations()
    stations.create_demo(tmp_path / "station", 12)
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings(language="en"))
    titles = []

    def close_when_open():
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                watch.stop()
                titles.append(window.windowTitle())
                window.close()

    watch = QTimer(interval=20)
    watch.timeout.connect(close_when_open)
    watch.start()
    assert run(stations, file, Start(tmp_path / "station")) == 0
    assert titles == ["Desk for mediating financial consumer disputes"]
    assert file.load().settings.window_place
    stations.open(tmp_path / "station", None).close()


@pytest.mark.usefixtures("_as_before")
def test_words_of_qt_itself_are_in_the_language_of_the_window(qapp):
    install_language(qapp, "zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
