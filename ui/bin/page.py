"""The page of the bin: thirty days to think again."""

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView

from mediation_app.domain.bins import KEPT_DAYS, Binned
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.services.saved import SavedCase
from ui.bin.model import REASON, RESTORE, WHEN, WHO, BinModel
from ui.empty_state import EmptyState
from ui.measures import scaled
from ui.pages import Message, Page, Tone, Workplace
from ui.rows import show_as_rows
from ui.sentences import told
from ui.styling import column, row, words

_ROW_PX, _FOLDED_ROW_PX = 32, 52
_WIDE_PX = 820
_NAME = 1


class BinPage(Page):
    """Lists what was deleted.

    Enter, or a click on 恢复, brings a case back with all that hung on it, a file to its slot.
    """

    scrolls_inside = True

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("回收站"))
        self.model = BinModel()
        self.table = self._table()
        empty = EmptyState(
            "trash",
            self.tr("回收站是空的"),
            self.tr(
                "删除的案件，以及从案件中移出的文件，在这里保留 {days} 天。"
                "恢复时，案件的文件、待办、会期和关联都一起回来。"
            ).format(days=KEPT_DAYS),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(self.table)
        self.hint = words(
            self.tr("保留 {days} 天后不能再恢复；流水始终保留。回车或点“恢复”取回一项。").format(
                days=KEPT_DAYS
            ),
            tone="muted",
            wraps=True,
        )
        title = words(self.tr("回收站"), role="title")
        self.setLayout(
            column(row(title, None), self.hint, self.stack, spacing=8, margins=(20, 16, 20, 16))
        )
        self.setFocusProxy(self.table)
        self.add_command(self.tr("恢复选中的一项"), "Ctrl+Return", self._restore_current)
        place.tasks.changed.connect(self._on_changed)

    def enter(self, subject: str = "") -> None:
        """Read what is in the bin."""
        del subject
        self._load()

    def restore(self, entry: Binned) -> None:
        """Bring one thing back."""
        restore = self.place.desk.bin.restore
        self.place.tasks.run(
            self,
            lambda: restore(entry.id),
            lambda saved: self._on_restored(entry, saved),
            self._on_refused,
        )

    def _load(self) -> None:
        entries = self.place.desk.bin.entries
        self.place.tasks.run_latest("bin", self, entries, self._show)

    def _show(self, entries: tuple[Binned, ...]) -> None:
        self.model.show_entries(entries, self.place.desk.clock.now())
        self.hint.setVisible(bool(entries))
        self.stack.setCurrentIndex(1 if entries else 0)
        if entries:
            self.table.selectRow(0)

    def _on_changed(self, changes: Changes) -> None:
        if changes.case_ids and self.isVisible():
            self._load()

    def _on_restored(self, entry: Binned, saved: SavedCase) -> None:
        case_id = saved.case.id
        self.message.emit(
            Message(
                self.tr("已恢复：{name}").format(name=entry.case_number or entry.name),
                Tone.OK,
                self.tr("打开案件"),
                lambda: self.case_chosen.emit(case_id),
                topic="bin",
            )
        )

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic="bin"))
        self._load()

    def _restore_current(self) -> None:
        self._on_activated(self.table.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.restore(self.model.entries[index.row()])

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == RESTORE:
            self._on_activated(index)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the columns where they would be too narrow to say anything."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        is_folded = self.width() < scaled(_WIDE_PX)
        self.model.fold(is_folded=is_folded)
        for column_no in (WHO, WHEN):
            self.table.setColumnHidden(column_no, is_folded)
        height_px = scaled(_FOLDED_ROW_PX if is_folded else _ROW_PX)
        self.table.verticalHeader().setDefaultSectionSize(height_px)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("回收站"))
        show_as_rows(table)
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wide in (_NAME, REASON):
            header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.activated.connect(self._on_activated)
        table.clicked.connect(self._on_clicked)
        return table
