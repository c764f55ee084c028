"""What all tables of rows have in common."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.styling import mark


def show_as_rows(table: QTableView) -> None:
    """Make a table a list of rows: one is chosen as a whole, and Tab leaves the table."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    mark(table, role="rows")
