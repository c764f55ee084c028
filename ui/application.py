"""The running desktop: first the way in, then the window, until it is closed."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from mediation_app.services.desk import Desk, Stations
from mediation_app.settings import SettingsFile
from ui.entry.window import EntryWindow
from ui.errors import CrashReporter
from ui.fonts import load_fonts
from ui.garbage import GarbageCollection
from ui.languages import install_language
from ui.look import Look
from ui.news import News
from ui.pages import Message, Tone, Workplace
from ui.preferences import Preferences
from ui.rail_pages import page_entries
from ui.tasks import Tasks
from ui.window import MainWindow

WARM_AFTER_MS = 1000
"""When the list has been shown for long and nobody has opened a case yet."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the desktop was asked to start.

    Attributes:
        data_dir: The folder of the station to open.
        desk: A database that is open already; nobody is asked for anything then.
    """

    data_dir: Path
    desk: Desk | None = None


class Desktop(QObject):
    """Leads from the way in to the window, and back where another database is wanted."""

    def __init__(self, application: QApplication, stations: Stations, file: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        application.setQuitOnLastWindowClosed(False)
        self._stations = stations
        self.crashes = CrashReporter(self)
        self._garbage = GarbageCollection(self)
        self.tasks = self._new_tasks("database")
        self.preferences = Preferences(file, self.tasks, self)
        self.look = Look(application, self.preferences)
        self.entry: EntryWindow | None = None
        self.window: MainWindow | None = None
        self._paper_tasks: Tasks | None = None
        self._sync_tasks: Tasks | None = None
        self._desk: Desk | None = None
        self._warm_soon = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._warm_soon.timeout.connect(self._warm_paper)

    def begin(self, start: Start) -> None:
        """Open the window at once, or find out what is needed first."""
        if start.desk is not None:
            self.open_window(start.desk)
            return
        self._make_entry(start.data_dir).begin()

    def open_window(self, desk: Desk) -> None:
        """Show the desk."""
        self._desk = desk
        self._paper_tasks = self._new_tasks("paper")
        self._sync_tasks = self._new_tasks("network")
        news = News(desk, self.tasks, self)
        place = Workplace(desk, self.tasks, self._paper_tasks, self._sync_tasks, news)
        entries = page_entries(place, self.preferences)
        self.window = MainWindow(place, self.preferences, entries)
        # With its window it goes: else it would go on asking a database that was given back.
        news.setParent(self.window)
        self.window.own_station_wanted.connect(self._on_own_station_wanted)
        self.window.gone.connect(self._on_window_gone)
        self.window.show()
        self.window.begin()
        if self.entry is not None and self.entry.is_forgetful:
            self.window.messages.show_message(Message(self._forgetful_words(), Tone.WARNING))
        self._drop_entry()
        self._warm_soon.start()

    def close(self) -> None:
        """Finish what is being done and give the database back."""
        self._close_desk()
        self.tasks.close()
        self._garbage.stop()

    def _warm_paper(self) -> None:
        """Load the library and the fonts of the paper, so that the first page comes at once."""
        desk = self._desk
        if desk is not None and self._paper_tasks is not None:
            self._paper_tasks.run(self, lambda: desk.paper.missing_glyphs("字"), lambda _: None)

    def _make_entry(self, data_dir: Path) -> EntryWindow:
        self.entry = EntryWindow(self._stations, self.tasks, data_dir)
        self.entry.opened.connect(self.open_window)
        self.entry.gone.connect(self._application.quit)
        return self.entry

    def _drop_entry(self) -> None:
        if self.entry is not None:
            self.entry.hide()
            self.entry.deleteLater()
            self.entry = None

    def _forgetful_words(self) -> str:
        return self.tr("这台电脑没有可用的密钥环，下次启动仍需输入密码")

    def _on_own_station_wanted(self) -> None:
        """Leave the samples and begin, or open, a database of one's own."""
        window, self.window = self.window, None
        if window is None or not window.close():
            self.window = window
            return
        window.deleteLater()
        self._close_desk()
        self._make_entry(self._stations.default_dir()).begin(wants_own=True)

    def _on_window_gone(self) -> None:
        if self.window is not None:
            self._application.quit()

    def _close_desk(self) -> None:
        self._warm_soon.stop()
        if self._paper_tasks is not None:
            self._paper_tasks.close()
            self._paper_tasks = None
        if self._desk is not None and self._sync_tasks is not None:
            # A step that waits for the network gives up first; what it fetched stays.
            self._desk.sync.cancel()
            self._sync_tasks.run(self, self._desk.sync.stop, lambda _: None)
            self._sync_tasks.close()
            self._sync_tasks = None
        self.tasks.finish()
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _new_tasks(self, name: str) -> Tasks:
        tasks = Tasks(name, self)
        tasks.crashed.connect(self.crashes.report)
        return tasks


def run(stations: Stations, settings: SettingsFile, start: Start) -> int:
    """Show the desktop until its window is closed; return the exit status."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("mediation-app")
    load_fonts()
    install_language(application, settings.load().settings.language)
    desktop = Desktop(application, stations, settings)
    desktop.crashes.catch_all()
    desktop.begin(start)
    status = application.exec()
    desktop.close()
    return status
