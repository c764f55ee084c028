"""The notices of a meeting and their receipts of service, one after the other to the printer."""

from collections.abc import Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from ui.pages import Message, Tone, Workplace
from ui.paper.output import TOPIC, Asking, Dialogs
from ui.paper.printing import a4_printer, print_pdf
from ui.paper.rasters import opened
from ui.sentences import term, told

_KINDS = (FormKind.MEETING_NOTICE, FormKind.SERVICE_RECEIPT)


@dataclass(frozen=True, slots=True)
class _Issued:
    pdfs: tuple[bytes, ...]
    changes: Changes


class Notices(QObject):
    """Issues what tells the parties of a meeting, and prints all of it at once."""

    message = Signal(object)

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self.asking: Asking = Dialogs(window)

    def print_all(self, case: Case, appointment_id: str) -> None:
        """Print a notice with its receipt of service for each party that is invited."""
        papers = notices_of(case, self._place.desk.paper.papers_for(case), appointment_id)
        if not papers:
            text = self.tr("这次调解会没有选择通知谁，请先在“通知”中勾选")
            self.message.emit(Message(text, Tone.WARNING, topic=TOPIC))
            return
        paper, case_id = self._place.desk.paper, case.id

        def issue() -> _Issued:
            issued = [paper.issue(each.kind, case_id, each.about) for each in papers]
            changed = frozenset[str]().union(*(each.changes.case_ids for each in issued))
            return _Issued(tuple(each.document.pdf for each in issued), Changes(changed))

        title = f"{term(FormKind.MEETING_NOTICE.title)} {case.number}".strip()
        self._place.tasks.run(
            self, issue, lambda issued: self._ask_printer(title, issued.pdfs), self._on_refused
        )

    def _ask_printer(self, title: str, pdfs: tuple[bytes, ...]) -> None:
        printer = a4_printer(1, title)
        self.asking.printer(printer, lambda: self._print(pdfs, printer))

    def _print(self, pdfs: tuple[bytes, ...], printer: QPrinter) -> None:
        done = Message(self.tr("已送打印"), Tone.OK, topic=TOPIC)
        self._place.paper_tasks.run(
            self,
            lambda: print_pdf(joined(pdfs), printer),
            lambda _: self.message.emit(done),
            self._on_refused,
        )

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))


def notices_of(
    case: Case, papers: Iterable[CasePaper], appointment_id: str
) -> tuple[CasePaper, ...]:
    """Return the notices of one meeting, each followed by its receipt of service."""
    order = [each.id for each in case.parties]
    found = [
        each
        for each in papers
        if each.kind in _KINDS and each.about.appointment_id == appointment_id
    ]
    return tuple(sorted(found, key=lambda each: order.index(each.about.party_id)))


def joined(pdfs: Iterable[bytes]) -> bytes:
    """Return documents as one, page after page; in the paper thread only, as with pictures."""
    with ExitStack() as stack, closing(pypdfium2.PdfDocument.new()) as whole:
        for pdf in pdfs:
            whole.import_pages(stack.enter_context(opened(pdf)))
        file = BytesIO()
        whole.save(file)
    return file.getvalue()
