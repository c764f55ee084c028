"""What all tables of rows have in common."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QTableView

from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import AgendaLine, CaseLine
from ui.styling import mark

Index = QModelIndex | QPersistentModelIndex
"""What Qt hands to a model for a place in it."""


def show_as_rows(table: QTableView) -> None:
    """Make a table a list of rows: one is chosen as a whole, and Tab leaves the table."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    mark(table, role="rows")


def masked_sides(line: CaseLine | AgendaLine) -> str:
    """Return both sides of a case with the names of people masked, as in every list."""
    sides = (line.applicants, line.respondents)
    return " ⇄ ".join("、".join(mask_name(each) for each in side) or "—" for side in sides)
