"""The line at the foot that tells the truth about saving and about where the data is."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame

from mediation_app.domain.syncing import Link, SyncState
from ui.elided import ElidedButton
from ui.icons import set_icon
from ui.pages import SaveState, SaveStep
from ui.sentences import spoken
from ui.styling import mark, row
from ui.sync_words import icon_of, short_words, tone_of

DOT_PX = 14
ICON_PX = 16
SMALLEST_PX = 64
COUNT_PX = 110
IMPORTANT_PX = 300

TONES = {SaveStep.SAVING: "warning", SaveStep.SAVED: "ok", SaveStep.FAILED: "error"}


def worst_of(states: tuple[SaveState, ...]) -> SaveState | None:
    """Return what is true of the window when its pages say these things of themselves."""
    for step in (SaveStep.FAILED, SaveStep.SAVING):
        for state in states:
            if state.step is step:
                return state
    dated = [state for state in states if state.saved_at is not None]
    return max(dated, key=_saved_at) if dated else None


def _saved_at(state: SaveState) -> datetime:
    assert state.saved_at is not None
    return state.saved_at


class StatusLine(QFrame):
    """Parts about saving, syncing and the station, each a button to its details."""

    saving_asked = Signal(object)
    """QPushButton: somebody wants to know more about saving."""
    sync_asked = Signal(object)
    to_send_asked = Signal(object)
    conflicts_asked = Signal(object)
    refused_asked = Signal(object)
    station_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="foot")
        self._is_connected = False
        self._conflict_count = 0
        self.saving = self._part("", self.saving_asked, IMPORTANT_PX)
        self.sync = self._part("local", self.sync_asked, IMPORTANT_PX)
        self.to_send = self._part("", self.to_send_asked, COUNT_PX)
        self.conflicts = self._part("", self.conflicts_asked, COUNT_PX)
        self.refused = self._part("warning", self.refused_asked, COUNT_PX)
        self.station = self._part("station", self.station_asked, SMALLEST_PX)
        counts = (self.to_send, self.conflicts, self.refused)
        parts = (self.saving, self.sync, *counts, None, self.station)
        self.setLayout(row(*parts, spacing=4, margins=(8, 1, 8, 1)))
        self.show_saving(None)
        self.show_link(SyncState())
        # Nothing is said of the centre before the database has told it.
        self.sync.hide()
        self.show_conflicts(0)
        self.show_station("", is_demo=False)

    def show_saving(self, state: SaveState | None) -> None:
        """Say where what was typed is; None before anything was."""
        step = SaveStep.SAVED if state is None else state.step
        self.saving.say(self._saving_words(state))
        mark(self.saving, tone=TONES[step])
        set_icon(self.saving, "dot", DOT_PX)

    def show_link(self, state: SyncState) -> None:
        """Say how this machine stands with the centre, and what waits to be sent."""
        self.sync.say(short_words(state))
        # How far a long step is stands at its end.
        is_long = state.progress is not None
        dots = Qt.TextElideMode
        self.sync.cut(dots.ElideLeft if is_long else dots.ElideRight)
        self.sync.show()
        mark(self.sync, tone=tone_of(state))
        set_icon(self.sync, icon_of(state), ICON_PX)
        is_connected = state.link is not Link.NONE
        self.to_send.setVisible(is_connected)
        self.to_send.say(self.tr("待上传 {count}").format(count=f"{state.to_send:,}"))
        self.refused.setVisible(is_connected and state.set_aside > 0)
        self.refused.say(self.tr("未被接受 {count}").format(count=f"{state.set_aside:,}"))
        mark(self.refused, tone="warning")
        set_icon(self.refused, "warning", ICON_PX)
        self._is_connected = is_connected
        self.show_conflicts(self._conflict_count)

    def show_conflicts(self, count: int) -> None:
        """Say how many fields hold more than one value."""
        self._conflict_count = count
        self.conflicts.say(self.tr("冲突 {count}").format(count=f"{count:,}"))
        mark(self.conflicts, tone="warning" if count else "muted")
        set_icon(self.conflicts, "conflict", ICON_PX)
        self.conflicts.setVisible(self._is_connected or count > 0)

    def show_station(self, name: str, *, is_demo: bool) -> None:
        """Say whose desk this is."""
        text = name or self.tr("未填写调委会")
        self.station.say(self.tr("{station} · 示例数据").format(station=text) if is_demo else text)

    def _saving_words(self, state: SaveState | None) -> str:
        if state is None:
            return self.tr("没有未保存的内容")
        if state.step is SaveStep.SAVING:
            return self.tr("正在保存…")
        if state.step is SaveStep.FAILED:
            reason = spoken(state.reason)
            return (
                self.tr("未能保存：{reason}").format(reason=reason)
                if reason
                else self.tr("未能保存")
            )
        if state.saved_at is None:
            return self.tr("已保存")
        time = state.saved_at.astimezone().strftime("%H:%M:%S")
        return self.tr("已保存 {time}").format(time=time)

    def _part(self, icon: str, asked: SignalInstance, least_px: int) -> ElidedButton:
        part = ElidedButton(least_px)
        part.clicked.connect(lambda: asked.emit(part))
        mark(part, kind="quiet", tone="muted", density="small")
        if icon:
            set_icon(part, icon, ICON_PX)
        return part
