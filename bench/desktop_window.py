"""The real window over a station, driven from inside this process."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bench.first_paint import FirstPaint
from mediation_app.bootstrap import LocalStations
from mediation_app.services.desk import Desk
from mediation_app.settings import SettingsFile
from ui.application import Desktop, Start
from ui.case.case_view import CaseView
from ui.case.page import CasePage
from ui.fonts import load_fonts
from ui.window import MainWindow

SIZE_PX = (1366, 768)
LONGEST_WAIT_MS = 20_000
LOOK_AGAIN_MS = 1


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """The window and the services behind it."""

    window: MainWindow
    desk: Desk

    def open_case(self, case_id: str) -> CaseView:
        """Open a case; return when its form is painted."""
        self.window.open_case(case_id)
        view: CaseView | None = None

        def is_there() -> bool:
            nonlocal view
            page = self.window.stack.page_in_front()
            view = page.view if isinstance(page, CasePage) else None
            return view is not None and view.case.id == case_id

        wait_until(is_there)
        assert view is not None
        wait_for_paint(view)
        return view


@contextmanager
def desktop_window(station: Path, private: Path) -> Iterator[OpenWindow]:
    """Open the desktop on a station, with settings of its own."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([])
    load_fonts()
    stations = LocalStations()
    desktop = Desktop(application, stations, SettingsFile(private / "settings.json"))
    desk = stations.open(station, None)
    desktop.begin(Start(station, desk))
    try:
        window = desktop.window
        assert window is not None
        window.resize(*SIZE_PX)
        wait_for_paint(window)
        yield OpenWindow(window, desk)
        window.close()
    finally:
        desktop.close()


def wait_for_paint(widget: QWidget) -> None:
    """Return when the widget was painted once more."""
    is_painted = False

    def note() -> None:
        nonlocal is_painted
        is_painted = True

    FirstPaint(widget, note)
    wait_until(lambda: is_painted)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window run until something is so."""
    loop, look, limit = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    limit.timeout.connect(loop.quit)
    look.start(LOOK_AGAIN_MS)
    limit.start(LONGEST_WAIT_MS)
    loop.exec()
    look.stop()
    if not is_so():
        raise TimeoutError("the window did not come to it")


def pause(milliseconds: int) -> None:
    """Let the window run for a while, as between two key presses."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
