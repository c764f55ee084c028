"""The panel in which a clause is chosen by typing a part of it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.clauses import Clause, read_clauses
from resources.wordings import clause_library
from ui.fields.choosing_panel import ChoosingPanel
from ui.measures import limit
from ui.sentences import term
from ui.styling import column, words

EDITION = "2026-01"
_SHOWN_LENGTH = 60


class ClausePicker(ChoosingPanel):
    """A line to filter with, and the clauses that fit; a ``Clause`` is chosen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._clauses = (*read_clauses(clause_library(EDITION)), Clause(TermKind.FREE, "", "qt"))
        self.line.setPlaceholderText(self.tr("条款名称、拼音首字母或其中的字，例如 fqhk"))
        self.line.setAccessibleName(self.tr("查找条款"))
        self.line.textChanged.connect(self._show_fitting)
        self.list.setAccessibleName(self.tr("条款"))
        heading = words(self.tr("添加条款"), role="heading")
        self.setLayout(column(heading, self.line, self.list, margins=16))
        limit(self, minimumWidth=460, maximumWidth=460, minimumHeight=420)
        self._show_fitting("")

    def _show_fitting(self, typed: str) -> None:
        fitting = fitting_clauses(self._clauses, typed)
        self.show_choices((_words_of(each), each) for each in fitting)


def _words_of(clause: Clause) -> str:
    plain = clause.text.replace("{", "").replace("}", "")
    return f"{term(clause.kind.value)}　{plain[:_SHOWN_LENGTH]}"


def fitting_clauses(clauses: Iterable[Clause], typed: str) -> tuple[Clause, ...]:
    """Return the clauses that fit, those whose name or initials begin with it first."""
    wanted = typed.strip().casefold()

    def rank(clause: Clause) -> int:
        name = term(clause.kind.value).casefold()
        if name.startswith(wanted) or clause.initials.startswith(wanted):
            return 0
        return 1 if wanted in name or wanted in clause.initials else 2

    fitting = (each for each in clauses if rank(each) < 2 or wanted in each.text)  # noqa: PLR2004
    return tuple(sorted(fitting, key=rank))
