"""Calendars leave as files (.ics), and come from other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mediation_app.domain.schedule import Booking
from mediation_app.errors import MediationError
from mediation_app.services.scheduling import CalendarReport
from ui.file_dialog import file_dialog
from ui.pages import Message, Tone, Workplace
from ui.paper.printing import write_pdf
from ui.sentences import spoken, told

TOPIC = "calendar"


class CalendarAsking(Protocol):
    """Asks for a calendar, or where to put one; calls on only where it is not called off."""

    def source(self, go_on: Callable[[Path], None]) -> None:
        """Ask for a calendar."""
        ...

    def target(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask where to save one."""
        ...


class CalendarDialogs:
    """Asks with the dialogs of the system, without blocking the window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def source(self, go_on: Callable[[Path], None]) -> None:
        """Ask for a calendar."""
        dialog = file_dialog(self._parent, filters="iCalendar (*.ics)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, go_on)

    def target(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask where to save one."""
        dialog = file_dialog(self._parent, name=name, filters="iCalendar (*.ics)")
        dialog.setDefaultSuffix("ics")
        self._open(dialog, go_on)

    def _open(self, dialog: QFileDialog, go_on: Callable[[Path], None]) -> None:
        dialog.fileSelected.connect(lambda path: go_on(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class CalendarFiles(QObject):
    """Writes and takes calendars; every end is told in the message bar."""

    message = Signal(object)
    taken = Signal()
    """A calendar was taken."""

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self.asking: CalendarAsking = CalendarDialogs(window)

    def save(self, name: str, bookings: tuple[Booking, ...]) -> None:
        """Write bookings into a file that other programs read."""
        scheduling = self._place.desk.scheduling

        def go_on(path: Path) -> None:
            done = self.tr("已保存为 {path}").format(path=path)
            self._place.tasks.run(
                self,
                lambda: write_pdf(scheduling.exported(bookings), path),
                lambda _: self._tell(done, Tone.OK),
                self._on_refused,
            )

        self.asking.target(f"{name}.ics", go_on)

    def take(self) -> None:
        """Ask for a calendar, and take the times that it takes."""
        self.asking.source(self._take)

    def _take(self, path: Path) -> None:
        desk = self._place.desk

        def work() -> CalendarReport:
            try:
                content = path.read_bytes()
            except OSError:
                content = b""
            return desk.scheduling.take_calendar(content, desk.author)

        self._place.tasks.run(self, work, self._on_taken, self._on_refused)

    def _on_taken(self, report: CalendarReport) -> None:
        text = self.tr("已导入：占用 {taken} 段时间，改期 {moved} 件，取消 {cancelled} 件").format(
            taken=report.taken, moved=len(report.moved), cancelled=len(report.cancelled)
        )
        if report.until_on is not None:
            text += self.tr("；重复的日程取到 {day}").format(day=report.until_on)
        if report.repeating:
            repeating = self.tr("；{count} 项重复日程只取了第一次").format(count=report.repeating)
            text += repeating
        self._tell(text, Tone.OK)
        if report.refused:
            refused = "；".join(spoken(each) for each in report.refused)
            self._tell(self.tr("没有采用：{refused}").format(refused=refused), Tone.WARNING)
        self.taken.emit()

    def _on_refused(self, error: MediationError) -> None:
        self._tell(told(error), Tone.ERROR)

    def _tell(self, text: str, tone: Tone) -> None:
        self.message.emit(Message(text, tone, topic=f"{TOPIC} {tone.value}"))
