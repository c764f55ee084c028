"""Documents leave the window: issued or as drafts, to a printer or into a file."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind, IssuedLine
from mediation_app.domain.effect import copies_of
from mediation_app.domain.materials import safe_file_name
from mediation_app.errors import MediationError
from mediation_app.services.paper import Issue
from ui.file_dialog import file_dialog
from ui.pages import Message, Tone, Workplace
from ui.paper.printing import a4_printer, print_pdf, write_pdf
from ui.sentences import term, told

TOPIC = "paper"


class Asking(Protocol):
    """Asks the person where a document should go; calls on only where it is not called off."""

    def printer(self, printer: QPrinter, go_on: Callable[[], None]) -> None:
        """Ask for the printer and its settings."""
        ...

    def file(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask for a file."""
        ...


class Dialogs:
    """Asks with the dialogs of the system, without blocking the window, one after the other."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._waiting: deque[tuple[QDialog, QPrinter]] = deque()
        """The dialog that is open and those after it; a dialog does not keep its printer alive."""

    def printer(self, printer: QPrinter, go_on: Callable[[], None]) -> None:
        """Ask for the printer and its settings; the dialog says what is going to be printed."""
        dialog = QPrintDialog(printer, self._parent)
        dialog.setWindowTitle(printer.docName())
        dialog.accepted.connect(go_on)
        dialog.finished.connect(lambda _: self._show_next())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._waiting.append((dialog, printer))
        if len(self._waiting) == 1:
            dialog.show()

    def _show_next(self) -> None:
        """Go on to the next paper once the person has settled one."""
        settled, _ = self._waiting.popleft()
        settled.deleteLater()
        for dialog, _ in list(self._waiting)[:1]:
            dialog.show()

    def file(self, name: str, go_on: Callable[[Path], None]) -> None:
        """Ask for a file."""
        dialog = file_dialog(self._parent, name=name, filters="PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: go_on(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class Output(QObject):
    """Issues, prints and saves; every end is told in the message bar."""

    message = Signal(object)

    def __init__(self, place: Workplace, store_now: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self._store_now = store_now
        self.asking: Asking = Dialogs(window)

    def print_issued(self, paper: CasePaper, case: Case) -> None:
        """Issue the form and print it."""
        self._issue(paper, case, lambda pdf: self._ask_printer(paper.kind, case, pdf))

    def save_issued(self, paper: CasePaper, case: Case) -> None:
        """Issue the form and save it as a file."""
        self._issue(paper, case, lambda pdf: self._ask_file(paper.kind, case, pdf, paper.label))

    def print_draft(self, paper: CasePaper, case: Case, pdf: bytes) -> None:
        """Print what is on screen, with its watermark."""
        self._ask_printer(paper.kind, case, pdf)

    def save_draft(self, paper: CasePaper, case: Case, pdf: bytes) -> None:
        """Save what is on screen, with its watermark."""
        self._ask_file(paper.kind, case, pdf, paper.label)

    def print_again(self, issued: IssuedLine, case: Case) -> None:
        """Print a document as it was issued."""
        self._fetch(issued, lambda pdf: self._ask_printer(issued.kind, case, pdf))

    def save_again(self, issued: IssuedLine, case: Case) -> None:
        """Save a document as it was issued."""
        self._fetch(issued, lambda pdf: self._ask_file(issued.kind, case, pdf))

    def _fetch(self, issued: IssuedLine, go_on: Callable[[bytes], None]) -> None:
        paper = self._place.desk.paper
        self._place.tasks.run(
            self,
            lambda: paper.document(issued.id),
            lambda document: go_on(document.pdf),
            self.tell_refusal,
        )

    def _issue(self, wanted: CasePaper, case: Case, go_on: Callable[[bytes], None]) -> None:
        # The same thread stores and issues, one after the other, so what is typed is in it.
        self._store_now()
        paper = self._place.desk.paper

        def issue() -> Issue:
            return paper.issue(wanted.kind, case.id, wanted.about)

        self._place.tasks.run(
            self, issue, lambda issued: go_on(issued.document.pdf), self.tell_refusal
        )

    def _ask_printer(self, kind: FormKind, case: Case, pdf: bytes) -> None:
        copies = copies_of(case) if kind is FormKind.AGREEMENT else 1
        printer = a4_printer(copies, f"{kind.title} {case.number}".strip())
        if kind is FormKind.SLIP:
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))

        def go_on() -> None:
            self._place.paper_tasks.run(
                self,
                lambda: print_pdf(pdf, printer),
                lambda _: self._on_printed(kind),
                self.tell_refusal,
            )

        self.asking.printer(printer, go_on)

    def _ask_file(self, kind: FormKind, case: Case, pdf: bytes, label: str = "") -> None:
        def go_on(path: Path) -> None:
            self._place.paper_tasks.run(
                self,
                lambda: write_pdf(pdf, path),
                lambda _: self._on_saved(path),
                self.tell_refusal,
            )

        self.asking.file(safe_file_name(f"{kind.title}{label}{case.number}.pdf"), go_on)

    def _on_printed(self, kind: FormKind) -> None:
        self._tell(self.tr("已送打印：{form}").format(form=term(kind.title)), Tone.OK)

    def _on_saved(self, path: Path) -> None:
        self._tell(self.tr("已保存为 {path}").format(path=path), Tone.OK)

    def tell_refusal(self, error: MediationError) -> None:
        """Say why something did not get onto paper."""
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))

    def _tell(self, text: str, tone: Tone) -> None:
        self.message.emit(Message(text, tone, topic=TOPIC))
