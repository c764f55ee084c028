"""The page of synchronisation: connecting, how it stands, and what happened so far."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import CentralAddress, Link, SyncRound, SyncState
from mediation_app.pem import read_pem
from ui.empty_state import EmptyState
from ui.measures import limit
from ui.pages import Message, Page, Tone, Workplace
from ui.sides import Sides
from ui.styling import column, row, words
from ui.sync.connect_form import ConnectForm
from ui.sync.refused_edits import RefusedEdits
from ui.sync.rounds import RoundsModel, RoundsTable
from ui.sync.standing import Standing

WIDTH_PX = 860
FORM_PX = 620
WHOLE = 1000
"""A stretch that leaves nothing to the margin until the column is as wide as it may be."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is read from the database for this page."""

    address: CentralAddress | None
    rounds: tuple[SyncRound, ...]


class SyncPage(Page):
    """Shows one of: nothing is connected, the first connection, how it stands.

    Until the database has told which of them is so, nothing is claimed.
    """

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("同步"))
        self._sync = place.desk.sync
        self._is_connecting = False
        self._address: CentralAddress | None = None
        self.nothing = self._samples_stay() if place.desk.is_demo else self._nothing_yet()
        self.form = ConnectForm(place.drafts)
        self.standing = Standing()
        self.model = RoundsModel()
        self.table = RoundsTable(self.model)
        self.only_troubled = QCheckBox(self.tr("只看有问题的"))
        self.refused = RefusedEdits(place)
        self.no_rounds = words(self.tr("还没有同步过"), tone="muted")
        self._untold = words("")
        self._connecting = self._column(self._form_side(), FORM_PX)
        self._standing = self._overview()
        self.shown = Sides(self._untold, self.nothing, self._connecting, self._standing)
        self.setLayout(column(self.shown, spacing=0))
        self._connect()
        self._show_state(place.news.state)
        self._show_conflicts()
        self._show_record(Record(None, ()))

    def enter(self, subject: str = "") -> None:
        """Read what happened since."""
        del subject
        self._load()
        self.refused.ask()
        self.setFocusProxy(self._first())

    def step_back(self) -> bool:
        """Leave the question or the first connection first."""
        if self.standing.step_back():
            return True
        if self._is_connecting:
            self._end_connecting()
            return True
        return False

    def begin_connecting(self) -> None:
        """Ask for the address and the login."""
        self._is_connecting = True
        self._choose_side()
        self.form.kept.begin(FormPlace("sync"), self.tr("连接中心库"))
        self.form.hosts.activate()

    def _connect_again(self) -> None:
        """Ask anew, beginning with what was right so far; what is kept stays until it is tried."""
        if self._address is not None:
            self.form.show_address(self._address)
        self.begin_connecting()
        self.form.password.activate()

    # --- building -------------------------------------------------------------

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            "sync",
            self.tr("还没有连接中心库"),
            self.tr(
                "现在案件只存放在这台电脑上，照常可以登记、调解、打印。"
                "连接后，修改自动上传，同事的修改自动接收，断网也不影响工作。"
            ),
            self.tr("连接中心库"),
            self.begin_connecting,
        )

    def _samples_stay(self) -> EmptyState:
        return EmptyState(
            "sync",
            self.tr("示例数据不会同步"),
            self.tr("这里的案件都是虚构的，只存放在这台电脑上。新建本站数据库后可以连接中心库。"),
        )

    def _form_side(self) -> QWidget:
        side = QWidget()
        side.setLayout(
            column(words(self.tr("连接中心库"), role="title"), self.form, None, spacing=16)
        )
        return side

    def _overview(self) -> QWidget:
        head = row(words(self.tr("同步记录"), role="heading"), None, self.only_troubled)
        side = QWidget()
        layout = column(
            words(self.tr("同步"), role="title"),
            self.standing,
            self.refused,
            head,
            self.no_rounds,
            self.table,
            None,
            spacing=12,
        )
        layout.setStretchFactor(self.table, WHOLE)
        side.setLayout(layout)
        return self._column(side, WIDTH_PX)

    def _column(self, inside: QWidget, width_px: int) -> QWidget:
        limit(inside, maximumWidth=width_px)
        line = row(inside, spacing=0, margins=(20, 16, 20, 16))
        line.setStretchFactor(inside, WHOLE)
        line.addStretch(1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _connect(self) -> None:
        news = self.place.news
        news.state_changed.connect(self._show_state)
        news.conflicts_changed.connect(self._show_conflicts)
        self.place.tasks.changed.connect(self._on_changed)
        self.form.back_asked.connect(self._end_connecting)
        self.form.trial_wanted.connect(self._try)
        self.form.connection_wanted.connect(self._keep)
        self.form.certificate_chosen.connect(self._read_certificate)
        self.standing.sync_asked.connect(self._on_sync_asked)
        self.standing.cancel_asked.connect(self._on_cancel_asked)
        self.standing.work_asked.connect(lambda: self.page_wanted.emit("cases"))
        self.standing.conflicts_asked.connect(lambda: self.conflict_chosen.emit("", ""))
        self.standing.connection_asked.connect(self._connect_again)
        self.standing.disconnect_asked.connect(self._on_disconnect_asked)
        self.refused.case_chosen.connect(self.case_chosen)
        self.refused.message.connect(self.message)
        self.only_troubled.toggled.connect(self._on_filter)

    # --- how it stands --------------------------------------------------------

    def _show_state(self, state: SyncState) -> None:
        self.standing.show_state(state)
        self._choose_side()
        if self.isVisible():
            self.refused.show_state(state)
            self._load()

    def _show_conflicts(self) -> None:
        self.standing.show_conflicts(len(self.place.news.conflicts))

    def _choose_side(self) -> None:
        side = self._side()
        if side is self.shown.currentWidget():
            return
        self.shown.setCurrentWidget(side)
        if self.isVisible():
            self._first().setFocus()

    def _side(self) -> QWidget:
        if self._is_connecting:
            return self._connecting
        if self.place.desk.is_demo:
            return self.nothing
        if not self.place.news.is_told:
            return self._untold
        return self.nothing if self.place.news.state.link is Link.NONE else self._standing

    def _first(self) -> QWidget:
        if self.shown.currentWidget() is self._connecting:
            return self.form.hosts.line
        if self.shown.currentWidget() is self._standing:
            return self.standing.first()
        return self.nothing.button or self.shown

    def _on_changed(self, changes: Changes) -> None:
        del changes
        if self.isVisible():
            self._load()

    def _load(self) -> None:
        sync = self._sync
        self.place.tasks.run_latest(
            "sync",
            self,
            lambda: Record(sync.address(), sync.rounds()),
            self._show_record,
        )
        self.refused.look()

    def _show_record(self, record: Record) -> None:
        self._address = record.address
        self.standing.show_address(record.address)
        if record.rounds != self.model.all_rounds:
            self.model.show_rounds(record.rounds)
        self._show_or_hide_rounds()

    def _on_filter(self) -> None:
        self.model.show_only_troubled(is_wanted=self.only_troubled.isChecked())
        self._show_or_hide_rounds()

    def _show_or_hide_rounds(self) -> None:
        is_filtered = self.only_troubled.isChecked()
        nothing = self.tr("没有需要处理的记录") if is_filtered else self.tr("还没有同步过")
        self.no_rounds.setText(nothing)
        self.no_rounds.setVisible(not self.model.rounds)
        self.table.setVisible(bool(self.model.rounds))

    # --- what is asked --------------------------------------------------------

    def _on_sync_asked(self) -> None:
        self.place.sync_tasks.run(self, self._sync.sync_now, lambda _: None)

    def _on_cancel_asked(self) -> None:
        # Not in the thread for the network: it is busy with what is to be ended.
        self.place.tasks.run(self, self._sync.cancel, lambda _: None)

    def _on_disconnect_asked(self) -> None:
        self.place.sync_tasks.run(self, self._sync.disconnect, lambda _: self._on_disconnected())

    def _on_disconnected(self) -> None:
        self._is_connecting = False
        self.place.news.look_again()
        text = self.tr("已断开中心库，本机的案件都在，可以照常办理")
        self.message.emit(Message(text, Tone.OK, topic="sync"))

    # --- the first connection -------------------------------------------------

    def _end_connecting(self) -> None:
        self._is_connecting = False
        self._choose_side()

    def _read_certificate(self, path: Path) -> None:
        self.place.tasks.run(
            self,
            lambda: read_pem(path),
            lambda text: self.form.take_certificate(path.name, text),
            self.form.show_error,
        )

    def _try(self, address: CentralAddress, password: str) -> None:
        self.place.sync_tasks.run_latest(
            "try",
            self,
            lambda: self._sync.try_address(address, password),
            lambda found: self.form.show_result(*found),
            self.form.show_error,
        )

    def _keep(self, address: CentralAddress, password: str) -> None:
        self.place.sync_tasks.run(
            self,
            lambda: self._sync.connect(address, password),
            lambda _: self._on_connected(),
            self.form.show_error,
        )

    def _on_connected(self) -> None:
        self._is_connecting = False
        self.form.show_busy("")
        self.form.forget_password()
        self.form.kept.done()
        self._choose_side()
        self.place.news.look_again()
        self._load()
