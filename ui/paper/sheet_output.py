"""A sheet that is no document of a case goes to a printer or into a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QWidget

from mediation_app.errors import MediationError
from ui.pages import Message, Tone, Workplace
from ui.paper.output import TOPIC, Asking, Dialogs
from ui.paper.printing import a4_printer, print_pdf, write_pdf
from ui.sentences import told


class SheetOutput(QObject):
    """Draws, then asks where it should go; every end is told in the message bar."""

    message = Signal(object)

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self.asking: Asking = Dialogs(window)

    def print_sheet(self, title: str, draw: Callable[[], bytes]) -> None:
        """Draw a sheet that lies across, and print it."""
        self._draw(draw, lambda pdf: self._ask_printer(title, pdf))

    def save_sheet(self, title: str, draw: Callable[[], bytes]) -> None:
        """Draw a sheet and save it."""
        self._draw(draw, lambda pdf: self._ask_file(title, pdf))

    def _draw(self, draw: Callable[[], bytes], go_on: Callable[[bytes], None]) -> None:
        # It reads the database, so it waits for what is being stored.
        self._place.tasks.run(self, draw, go_on, self._on_refused)

    def _ask_printer(self, title: str, pdf: bytes) -> None:
        printer = a4_printer(1, title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        done = self.tr("已送打印")
        self.asking.printer(printer, lambda: self._run(lambda: print_pdf(pdf, printer), done))

    def _ask_file(self, title: str, pdf: bytes) -> None:
        def go_on(path: Path) -> None:
            done = self.tr("已保存为 {path}").format(path=path)
            self._run(lambda: write_pdf(pdf, path), done)

        self.asking.file(f"{title}.pdf", go_on)

    def _run(self, work: Callable[[], None], done: str) -> None:
        message = Message(done, Tone.OK, topic=TOPIC)
        self._place.paper_tasks.run(
            self, work, lambda _: self.message.emit(message), self._on_refused
        )

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))
