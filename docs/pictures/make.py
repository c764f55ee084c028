"""Draws the pictures of this folder: the real window over the sample station, off-screen.

Run with ``python -m docs.pictures.make [name …]``; without names all pictures are drawn.
"""  # noqa: INP001  a tool beside the pictures, no package

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mediation_app.bootstrap import LocalStations
from mediation_app.services.desk import Desk
from mediation_app.settings import Settings, SettingsFile
from ui.application import Desktop, Start
from ui.case.case_view import CaseView
from ui.fonts import load_fonts
from ui.languages import install_language
from ui.sync.page import SyncPage
from ui.window import MainWindow

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
SIZE_PX = (1366, 768)
CASES = 480
SETTLE_MS = 900
Step = Callable[[MainWindow, Desk], object]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: how the window is set, and what is done before it is drawn."""

    name: str
    step: Step
    settings: Settings = field(default_factory=lambda: Settings(scheme="light"))
    has_conflict: bool = False


def _list(window: MainWindow, _: Desk) -> None:
    window.stack.go("cases")


def _search(window: MainWindow, _: Desk) -> None:
    window.search.open_hits()
    window.search.insert("gza")
    window.search.textEdited.emit(window.search.text())


def _intake(window: MainWindow, _: Desk) -> None:
    window.stack.go("intake")


def _settings(window: MainWindow, _: Desk) -> None:
    window.stack.go("settings")


def _case(window: MainWindow, desk: Desk) -> None:
    window.open_case(desk.lookup.lines("顾喆安", 1)[0].id)
    _settle()
    view = window.findChild(CaseView)
    assert isinstance(view, CaseView)
    view.show_section("agreement")


def _conflict(window: MainWindow, _: Desk) -> None:
    window.open_conflict()


def _disputed(window: MainWindow, desk: Desk) -> None:
    _case(window, desk)
    view = window.findChild(CaseView)
    assert isinstance(view, CaseView)
    view.show_section("facts")


def _connect(window: MainWindow, _: Desk) -> None:
    window.stack.go("sync")
    page = window.stack.page_in_front()
    assert isinstance(page, SyncPage)
    page.begin_connecting()


def disagree(stations: LocalStations, station_dir: Path) -> None:
    """Let two invented persons write about the same facts without seeing each other's."""
    reader = stations.open(station_dir, None)
    case = reader.case_files.open(reader.lookup.lines("顾喆安", 1)[0].id)
    reader.close()
    for person, facts in (
        ("刘洋", f"{case.facts}双方于2026年11月20日到场对账。"),
        ("周静", case.facts.replace("申请人", "申请人顾喆安", 1)),
    ):
        os.environ["LOGNAME"] = person
        desk = stations.open(station_dir, None)
        desk.case_files.save(case, replace(case, facts=facts))
        desk.close()


DARK = Settings(scheme="dark")
ENGLISH = Settings(scheme="light", language="en")
LARGE = Settings(scheme="light", zoom_percent=200)

PICTURES = (
    Picture("cases", _list),
    Picture("cases-dark", _list, DARK),
    Picture("cases-200", _list, LARGE),
    Picture("search", _search),
    Picture("intake", _intake),
    Picture("case", _case),
    Picture("case-dark", _case, DARK),
    Picture("settings", _settings),
    Picture("case-en", _case, ENGLISH),
    Picture("connect", _connect),
    Picture("conflict", _conflict, has_conflict=True),
    Picture("conflict-dark", _conflict, DARK, has_conflict=True),
    Picture("case-conflict", _disputed, has_conflict=True),
)


def draw(picture: Picture, stations: LocalStations, station_dir: Path) -> None:
    """Open the window as the picture wants it, and store what it looks like."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    install_language(application, picture.settings.language)
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.json")
        file.save(picture.settings)
        desktop = Desktop(application, stations, file)
        if picture.has_conflict:
            station_dir = Path(shutil.copytree(station_dir, Path(folder) / "station"))
            disagree(stations, station_dir)
        desk = stations.open(station_dir, None)
        desktop.begin(Start(station_dir, desk))
        window = desktop.window
        assert window is not None
        window.resize(*SIZE_PX)
        _settle()
        picture.step(window, desk)
        _settle()
        _settle()
        _store(window, HERE / f"{picture.name}.png")
        desktop.window = None
        window.close()
        desktop.close()


def _store(window: QWidget, path: Path) -> None:
    window.grab().toImage().save(str(path))
    sys.stdout.write(f"{path}\n")


def _settle() -> None:
    """Let the window work for a while, as a person would before looking."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def main(names: list[str]) -> int:
    """Draw the named pictures, or all."""
    application = QApplication(["pictures", "-platform", "offscreen"])
    load_fonts()
    stations = LocalStations(DAY)
    with tempfile.TemporaryDirectory() as folder:
        station_dir = Path(folder) / "station"
        stations.create_demo(station_dir, CASES)
        for picture in PICTURES:
            if not names or picture.name in names:
                draw(picture, stations, station_dir)
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
