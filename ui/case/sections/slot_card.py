"""The card that asks which line of the checklist a file is for; Enter takes the proposal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from mediation_app.domain.cases import Case
from mediation_app.domain.material_slots import open_slots, proposed_slot
from ui.buttons import is_enter
from ui.measures import scaled
from ui.styling import column, mark, words

_ROW_PX = 26
_MOST_ROWS = 7
_FRAME_PX = 4


class SlotList(QListWidget):
    """Lines that wait for a file; Enter chooses, Esc leaves the file a line of its own."""

    chosen = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, leave with Esc."""
        if is_enter(event):
            self.choose_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.chosen.emit("")
        else:
            super().keyPressEvent(event)

    def choose_current(self) -> None:
        """Choose what is marked."""
        for item in self.selectedItems():
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class SlotCard(QFrame):
    """Goes through the files that came in, one after the other."""

    placed = Signal(str, str)
    """The id of the file's own line, and the id of the line it goes to; empty for its own."""
    settled = Signal()
    """Every file that came in has its line: the caret has to go somewhere else."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="notice", tone="accent")
        self._waiting: list[str] = []
        self._case: Case | None = None
        self.heading = words("", role="strong", wraps=True)
        self.list = SlotList()
        self.list.setAccessibleName(self.tr("放进清单的哪一项"))
        self.list.setToolTip(self.tr("Enter 确认　↑↓ 另选　Esc 单独列一项"))
        self.list.chosen.connect(self._on_chosen)
        self.list.itemClicked.connect(lambda _: self.list.choose_current())
        hint = words(self.tr("Enter 确认　↑↓ 另选　Esc 单独列一项"), tone="muted")
        self.setLayout(column(self.heading, self.list, hint, spacing=6, margins=(12, 10, 12, 10)))
        self.hide()

    def ask(self, case: Case, material_ids: list[str]) -> None:
        """Ask for those of these files that are called like a line that waits for one.

        Args:
            case: The case.
            material_ids: The own lines that the files have until they are placed.
        """
        self._case = case
        names = {each.id: each.file_name for each in case.materials}
        self._waiting += [
            each for each in material_ids if each in names and proposed_slot(case, names[each])
        ]
        self._show()

    @property
    def is_asking(self) -> bool:
        """Whether a file waits for an answer."""
        return bool(self._waiting)

    def show_case(self, case: Case) -> None:
        """Offer what is open now; files that are gone are no longer asked for."""
        self._case = case
        there = {each.id for each in case.materials}
        left = [each for each in self._waiting if each in there]
        if left != self._waiting:
            self._waiting = left
            self._show()

    def _show(self) -> None:
        case = self._case
        self.setVisible(bool(self._waiting) and case is not None)
        if case is None or not self._waiting:
            return
        own = next(each for each in case.materials if each.id == self._waiting[0])
        # Judged anew for each: what another file took is open no more.
        slot_id = proposed_slot(case, own.file_name)
        self.heading.setText(
            self.tr("“{name}”放进清单的哪一项？还有 {count} 个").format(
                name=own.file_name, count=len(self._waiting)
            )
        )
        self.list.clear()
        slots = [(each.name, each.id) for each in open_slots(case)]
        for name, at in (*slots, (self.tr("单独列一项"), "")):
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, at)
            self.list.addItem(item)
        rows = [at for _, at in slots]
        self.list.setCurrentRow(rows.index(slot_id) if slot_id in rows else len(rows))
        row_px = max(self.list.sizeHintForRow(0), scaled(_ROW_PX))
        self.list.setFixedHeight(row_px * min(len(rows) + 1, _MOST_ROWS) + scaled(_FRAME_PX))
        self.list.setFocus()

    def _on_chosen(self, slot_id: str) -> None:
        if self._waiting:
            self.placed.emit(self._waiting.pop(0), slot_id)
            self._show()
            if not self._waiting:
                self.settled.emit()
