"""What the customer takes home: the slip and the receipt of a case that was just registered."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from ui.pages import Workplace
from ui.paper.output import Output

FIRST_PAPERS = (FormKind.SLIP, FormKind.INTAKE_RECEIPT)


class FirstPapers(QObject):
    """Prints both, one after the other; a case from before there were codes gets its code."""

    def __init__(self, place: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self.output = Output(place, lambda: None, window)

    def print_for(self, case: Case) -> None:
        """Issue and print the papers of a registered case."""
        give_code = self._place.desk.registration.give_code
        self._place.tasks.run(
            self, lambda: give_code(case.id).case, self._print, self.output.tell_refusal
        )

    def _print(self, case: Case) -> None:
        for kind in FIRST_PAPERS:
            self.output.print_issued(CasePaper(kind), case)
