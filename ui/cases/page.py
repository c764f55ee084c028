"""The page with the list of all cases."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QToolButton

from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import SyncRound, SyncState
from mediation_app.settings import Settings
from ui.cases.arriving import Arriving, is_empty_for_sure, was_ever_whole
from ui.cases.bulk import BulkBar
from ui.cases.model import CasesModel
from ui.cases.summary import WIDTH_PX as SUMMARY_WIDTH_PX
from ui.cases.summary import Summary
from ui.cases.table import CasesTable
from ui.empty_state import EmptyState
from ui.fields.composing import ComposingLine
from ui.measures import limit, scaled
from ui.pages import Page, Workplace
from ui.preferences import Preferences
from ui.styling import column, row, words

SUMMARY_FROM_PX = SUMMARY_WIDTH_PX + 990
FILTER_WIDTH_PX = 320
FILTER_DELAY_MS = 60


class CasesPage(Page):
    """Finds a case in the list and opens it; keeps filter, place and columns."""

    scrolls_inside = True

    def __init__(self, place: Workplace, preferences: Preferences) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("案件"))
        self._preferences = preferences
        self._chosen_id = ""
        self._wants_focus = False
        self._is_empty = False
        self.model = CasesModel(place.desk.lookup, place.tasks, self)
        self.table = CasesTable(self.model)
        self.table.set_columns(preferences.now.case_columns)
        self.table.set_measures(preferences.now.row_height)
        self.summary = Summary()
        self.filter = self._filter_field()
        self.count = words("", role="caption")
        self.bulk = BulkBar(place)
        self.shown = self._states()
        self._filter_soon = QTimer(self, singleShot=True, interval=FILTER_DELAY_MS)
        self.setLayout(self._layout())
        self._add_commands()
        self._connect()
        self.setFocusProxy(self.table)

    def enter(self, subject: str = "") -> None:
        """Fetch the list the first time; later it is as it was left."""
        del subject
        self._wants_focus = True
        if not self.model.rowCount():
            self.model.load(self.filter.text().strip())

    def leave(self) -> None:
        """Remember the columns."""
        self._preferences.change(case_columns=self.table.columns())

    def step_back(self) -> bool:
        """Take the filter off first."""
        if not self.filter.text():
            return False
        self._clear_filter()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the summary where there is room for it."""
        super().resizeEvent(event)
        self.summary.setVisible(self.width() >= scaled(SUMMARY_FROM_PX))

    # --- building -------------------------------------------------------------

    def _layout(self) -> QHBoxLayout:
        top = row(words(self.tr("案件"), role="title"), self.count, None, self.filter, spacing=12)
        left = column(top, self.bulk, self.shown, spacing=12, margins=(20, 16, 20, 0))
        left.setStretchFactor(self.shown, 1)
        whole = row(left, self.summary, spacing=0)
        whole.setStretchFactor(left, 1)
        return whole

    def _filter_field(self) -> ComposingLine:
        field = ComposingLine()
        field.setPlaceholderText(self.tr("筛选：姓名、拼音、案号、尾号"))
        field.setAccessibleName(self.tr("筛选案件"))
        field.setToolTip(self.tr("筛选案件  Ctrl+F"))
        field.setClearButtonEnabled(True)
        for cross in field.findChildren(QToolButton):
            cross.setAccessibleName(self.tr("清除筛选"))
        limit(field, minimumWidth=220, maximumWidth=FILTER_WIDTH_PX)
        return field

    def _states(self) -> QStackedWidget:
        states = QStackedWidget()
        self._nothing_yet = EmptyState(
            "cases",
            self.tr("还没有案件"),
            self.tr(
                "登记的每一件纠纷都会列在这里。登记从当事人说的第一句话开始，内容随时自动保存。"
            ),
            self.tr("登记第一件纠纷"),
            lambda: self.page_wanted.emit("intake"),
        )
        self._no_hit = EmptyState(
            "search",
            self.tr("没有符合的案件"),
            self.tr("可以用姓名、拼音首字母、案号的一部分、电话或证件号的末几位来找。"),
            self.tr("清除筛选"),
            self._clear_filter,
        )
        self._arriving = Arriving(lambda: self.page_wanted.emit("sync"))
        self._loading = QLabel()
        for each in (self._loading, self.table, self._nothing_yet, self._arriving, self._no_hit):
            states.addWidget(each)
        return states

    def _add_commands(self) -> None:
        self.add_command(self.tr("筛选案件"), "Ctrl+F", self._on_filter)
        self.add_command(self.tr("打开选中的案件"), "Ctrl+O", self._open_current)
        self.add_command(self.tr("一起办理选中的案件"), "Ctrl+J", self._on_bulk)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter_changed)
        self.filter.returnPressed.connect(self._on_filter_entered)
        self._filter_soon.timeout.connect(self._load)
        self.table.opened.connect(self._open)
        self.table.typed.connect(self._on_typed)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.selectionModel().selectionChanged.connect(self._show_bulk)
        self.bulk.message.connect(self.message)
        self.bulk.given_up.connect(self._choose_one)
        self.model.modelReset.connect(self._on_reset)
        self.model.loaded.connect(self._on_loaded)
        self.model.dataChanged.connect(self._show_summary)
        self.model.dataChanged.connect(self._show_bulk)
        self.model.modelReset.connect(self._show_bulk)
        self.summary.opened.connect(self._open_current)
        self.place.tasks.changed.connect(self._on_changed)
        self.place.news.state_changed.connect(self._on_state)
        self._preferences.changed.connect(self._on_settings)

    # --- what happens ---------------------------------------------------------

    def _on_filter_changed(self) -> None:
        self._filter_soon.start()

    def _load(self) -> None:
        first = 0 if self.filter.text().strip() != self.model.text else self._first_row()
        self.model.load(self.filter.text().strip(), first)

    def _first_row(self) -> int:
        return max(0, self.table.rowAt(0))

    def _on_changed(self, changes: Changes) -> None:
        if changes.case_ids:
            self._load()

    def _on_settings(self, settings: Settings) -> None:
        self.table.set_measures(settings.row_height)

    def _on_reset(self) -> None:
        """Find the chosen case again in the new list; without one, choose the first."""
        if self.model.rowCount():
            at = self.model.place_of(self._chosen_id)
            self.table.setCurrentIndex(self.model.index(at or 0, 0))

    def _find_chosen_again(self) -> None:
        """Follow the chosen case where it went when the rows were fetched anew."""
        at = self.model.place_of(self._chosen_id)
        if at is not None and at != self.table.currentIndex().row():
            self.table.setCurrentIndex(self.model.index(at, 0))

    def _on_loaded(self, text: str) -> None:
        count = self.model.rowCount()
        self._is_empty = not count and not text
        self.count.setText(self.tr("{count} 件").format(count=f"{count:,}"))
        self.filter.setEnabled(bool(count or text))
        if self._is_empty:
            self._tell_why_empty()
        else:
            self._show(self.table if count else self._no_hit)
        self._find_chosen_again()
        self._show_summary()

    def _show(self, wanted: CasesTable | EmptyState) -> None:
        is_focus_inside = self.shown.isAncestorOf(QApplication.focusWidget() or self)
        is_left = is_focus_inside and self.shown.currentWidget() is not wanted
        self.shown.setCurrentWidget(wanted)
        if self.isVisible() and (self._wants_focus or is_left):
            self._wants_focus = False
            button = wanted.button if isinstance(wanted, EmptyState) else wanted
            (button or self.filter).setFocus()

    # --- an empty list ----------------------------------------------------------

    def _on_state(self, state: SyncState) -> None:
        """Look again: what the round before this state brought may not be told yet."""
        if not self._is_empty:
            return
        if state.progress is None:
            self._load()
        else:
            self._tell_why_empty()

    def _tell_why_empty(self) -> None:
        """Do not say that there are no cases where they only have not come yet."""
        news = self.place.news
        if not news.is_told:
            return
        if is_empty_for_sure(news.state):
            self._show(self._nothing_yet)
        elif news.state.progress is not None:
            self._tell_of_arrival()
        else:
            rounds = self.place.desk.sync.rounds
            self.place.tasks.run_latest("rounds", self, rounds, self._on_rounds)

    def _on_rounds(self, rounds: tuple[SyncRound, ...]) -> None:
        if self._is_empty:
            if was_ever_whole(rounds):
                self._show(self._nothing_yet)
            else:
                self._tell_of_arrival()

    def _tell_of_arrival(self) -> None:
        self.count.setText("")
        self._arriving.show_state(self.place.news.state)
        self._show(self._arriving)

    # --- what is chosen ---------------------------------------------------------

    def _on_row_changed(self, current: QModelIndex) -> None:
        shown = self.model.row(current.row())
        if shown is not None:
            self._chosen_id = shown.line.id
        self._show_summary()

    def _show_summary(self) -> None:
        index = self.table.currentIndex()
        self.summary.show_row(self.model.row(index.row()) if index.isValid() else None)

    def _show_bulk(self) -> None:
        """Offer what can be done with the chosen cases together; those out of memory are left."""
        rows = (self.model.row(each) for each in self.table.chosen_rows())
        self.bulk.show_rows([each for each in rows if each is not None])

    def _on_bulk(self) -> None:
        if self.bulk.isVisible():
            self.bulk.open_menu()

    def _choose_one(self) -> None:
        row = self.model.index(max(0, self.table.currentIndex().row()), 0)
        # Whatever key is held down: selectRow() would add the row, or take it away, with Ctrl.
        wanted = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(row, wanted.ClearAndSelect | wanted.Rows)
        self.table.setFocus()

    def _open(self, row_number: int) -> None:
        shown = self.model.row(row_number)
        if shown is not None:
            self.case_chosen.emit(shown.line.id)

    def _open_current(self) -> None:
        if self.table.currentIndex().isValid():
            self._open(self.table.currentIndex().row())

    def _on_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_typed(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.setText(letters)

    def _on_filter_entered(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.table.setFocus()
