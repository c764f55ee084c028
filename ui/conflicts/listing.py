"""The conflicts of all cases, grouped by case."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from mediation_app.domain.cases import Case
from mediation_app.domain.conflicts import Conflict
from ui.conflicts.telling import Record, case_words, record_name, title_of
from ui.measures import limit

WIDEST_PX = 290
NARROWEST_PX = 190
LOW_PX = 132
_MOST_PX = 4000
"""More than any window is."""
_CONFLICT = Qt.ItemDataRole.UserRole


class ConflictList(QListWidget):
    """A heading a case, a row a conflict; arrows go from one conflict to the next."""

    conflict_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("冲突列表"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        limit(self, minimumWidth=NARROWEST_PX, maximumWidth=WIDEST_PX)
        self.currentItemChanged.connect(lambda _: self._on_current_changed())

    def show_conflicts(self, conflicts: tuple[Conflict, ...], cases: Mapping[str, Record]) -> None:
        """Show other conflicts; the chosen one stays, or the next one takes its place."""
        chosen, place = self.current(), self.currentRow()
        self.blockSignals(True)
        self.clear()
        last_case = None
        for each in conflicts:
            if each.case_id != last_case:
                self._add_heading(each, cases.get(each.case_id))
                last_case = each.case_id
            self._add_row(each, cases.get(each.case_id))
        self.blockSignals(False)
        if not self._choose_like(chosen):
            self._choose_near(place)

    def lie_above(self, *, is_above: bool) -> None:
        """Be wide and low above the conflict, or narrow and high beside it."""
        height_px = LOW_PX if is_above else _MOST_PX
        limit(self, maximumWidth=_MOST_PX if is_above else WIDEST_PX, maximumHeight=height_px)

    def current(self) -> Conflict | None:
        """Return the conflict that is chosen."""
        item = self.currentItem()
        # There is none in an empty list, whatever the type says.
        found = item.data(_CONFLICT) if item is not None else None  # type: ignore[redundant-expr]
        return found if isinstance(found, Conflict) else None

    def choose(self, case_id: str, path: str) -> None:
        """Choose a conflict; the first of the case where the path is not among them."""
        for wanted in ((case_id, path), (case_id, "")):
            for item in self._rows():
                conflict = item.data(_CONFLICT)
                if conflict.case_id == wanted[0] and wanted[1] in ("", conflict.path):
                    self.setCurrentItem(item)
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and digits to the page."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _rows(self) -> list[QListWidgetItem]:
        items = (self.item(no) for no in range(self.count()))
        return [each for each in items if each.data(_CONFLICT) is not None]

    def _choose_like(self, conflict: Conflict | None) -> bool:
        for item in self._rows():
            each = item.data(_CONFLICT)
            if conflict and (each.case_id, each.path) == (conflict.case_id, conflict.path):
                self.setCurrentItem(item)
                return True
        return False

    def _choose_near(self, place: int) -> None:
        rows = self._rows()
        if not rows:
            return
        after = [each for each in rows if self.row(each) >= place]
        self.setCurrentItem((after or rows[-1:])[0])

    def _add_heading(self, conflict: Conflict, record: Record | None) -> None:
        who = f"\n{case_words(record)}" if isinstance(record, Case) else ""
        item = QListWidgetItem(f"{record_name(conflict)}{who}")
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(item.text())
        self.addItem(item)

    def _add_row(self, conflict: Conflict, record: Record | None) -> None:
        item = QListWidgetItem(f"    {title_of(conflict, record)}")
        item.setToolTip(item.text().strip())
        item.setData(_CONFLICT, conflict)
        self.addItem(item)

    def _on_current_changed(self) -> None:
        conflict = self.current()
        if conflict is not None:
            self.conflict_chosen.emit(conflict)
