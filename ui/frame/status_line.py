"""The line at the foot that tells the truth about saving and about where the data is."""

from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPushButton

from ui.icons import set_icon
from ui.pages import SaveState, SaveStep
from ui.sentences import spoken
from ui.styling import button, mark, row

DOT_PX = 14

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
    """Three parts, each a button to its details."""

    saving_asked = Signal(object)
    """QPushButton: somebody wants to know more about saving."""
    sync_asked = Signal(object)
    station_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="foot")
        self.saving = self._part("", "", self.saving_asked)
        self.sync = self._part(self.tr("本机数据（未连接中心库）"), "local", self.sync_asked)
        self.station = self._part("", "station", self.station_asked)
        self.setLayout(row(self.saving, self.sync, None, self.station, margins=(8, 1, 8, 1)))
        self.show_saving(None)
        self.show_station("", is_demo=False)

    def show_saving(self, state: SaveState | None) -> None:
        """Say where what was typed is; None before anything was."""
        step = SaveStep.SAVED if state is None else state.step
        self.saving.setText(self._saving_words(state))
        mark(self.saving, tone=TONES[step])
        set_icon(self.saving, "dot", DOT_PX)

    def show_station(self, name: str, *, is_demo: bool) -> None:
        """Say whose desk this is."""
        text = name or self.tr("未填写调委会")
        self.station.setText(
            self.tr("{station} · 示例数据").format(station=text) if is_demo else text
        )

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

    def _part(self, text: str, icon: str, asked: SignalInstance) -> QPushButton:
        part = button(text, lambda: asked.emit(part), kind="quiet", icon=icon)
        mark(part, tone="muted", density="small")
        return part
