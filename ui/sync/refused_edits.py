"""What the centre refused: one's own edits, and those of others that came too late."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.cases import CaseId
from mediation_app.domain.syncing import Link, SetAside, SyncState
from mediation_app.errors import MediationError
from mediation_app.services.desk import Desk
from ui.authority_sight import is_of_authority, may_see_authority
from ui.pages import Message, Tone, Workplace
from ui.sentences import told
from ui.styling import column, words
from ui.sync.set_aside import SetAsideList, ShownEdit

TOPIC = "refused"


class RefusedEdits(QWidget):
    """Two lists, each there only while something is in it."""

    case_chosen = Signal(str)
    message = Signal(Message)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._sync = place.desk.sync
        self._is_online = False
        self.own, self.of_others = SetAsideList(), SetAsideList()
        self._own_title = words(self.tr("未被接受的修改"), role="heading")
        self._others_title = words(self.tr("同事来晚的修改"), role="heading")
        self.setLayout(
            column(self._own_title, self.own, self._others_title, self.of_others, spacing=12)
        )
        for each in (self.own, self.of_others):
            each.case_chosen.connect(self.case_chosen)
            each.take_up_asked.connect(self._take_up)
            each.let_go_asked.connect(self._let_go)
        self._show_own(())
        self._show_others(())

    def look(self) -> None:
        """Read one's own again."""
        desk = self._place.desk
        self._place.tasks.run_latest(
            "own", self, lambda: _shown(desk, desk.sync.set_aside()), self._show_own
        )

    def ask(self) -> None:
        """Ask the centre for those of others; without an answer what is shown stays."""
        if self._place.news.state.link is Link.ONLINE:
            self._place.sync_tasks.run_latest(
                "late", self, self._sync.refused_of_others, self._on_others, lambda _: None
            )

    def show_state(self, state: SyncState) -> None:
        """Ask where the centre answers again."""
        was_online, self._is_online = self._is_online, state.link is Link.ONLINE
        if self._is_online and not was_online:
            self.ask()

    def _on_others(self, edits: tuple[SetAside, ...]) -> None:
        desk = self._place.desk
        self._place.tasks.run_latest(
            "others", self, lambda: _shown(desk, edits), self._show_others
        )

    def _show_own(self, edits: tuple[ShownEdit, ...]) -> None:
        self._show(self.own, self._own_title, edits)

    def _show_others(self, edits: tuple[ShownEdit, ...]) -> None:
        self._show(self.of_others, self._others_title, edits)

    def _show(self, shown: SetAsideList, title: QWidget, edits: tuple[ShownEdit, ...]) -> None:
        shown.show_edits(edits)
        for each in (shown, title):
            each.setVisible(bool(edits))
        self.setVisible(bool(self.own.edits or self.of_others.edits))

    # --- what is asked --------------------------------------------------------

    def _take_up(self, edit: SetAside) -> None:
        """Store it beside the other saves, then tell that it is done beside the rounds."""
        refused = self._place.desk.refused_edits
        self._place.tasks.run(
            self, lambda: refused.store(edit), lambda _: self._on_stored(edit), self._on_refused
        )

    def _on_stored(self, edit: SetAside) -> None:
        text = self.tr("已作为您的修改保存，原来的内容在流水中可以恢复")
        self.message.emit(Message(text, Tone.OK, topic=TOPIC))
        self._let_go(edit)

    def _let_go(self, edit: SetAside) -> None:
        sync = self._sync
        self._place.sync_tasks.run(
            self, lambda: sync.answer(edit), lambda _: self._on_answered(edit), self._on_refused
        )

    def _on_answered(self, edit: SetAside) -> None:
        if edit.is_of_others:
            left = (each for each in self.of_others.edits if each.edit != edit)
            self._show_others(tuple(left))
        else:
            self._place.news.look_again()
            self.look()

    def _on_refused(self, error: MediationError) -> None:
        self.message.emit(Message(told(error), Tone.ERROR, topic=TOPIC))


def _shown(desk: Desk, edits: Iterable[SetAside]) -> tuple[ShownEdit, ...]:
    """Return what who sits here may see; the bank's side decides about its authority."""
    return tuple(
        ShownEdit(each, desk.refused_edits.differences(each), desk.refused_edits.is_here(each))
        for each in edits
        if _may_see(desk, each)
    )


def _may_see(desk: Desk, edit: SetAside) -> bool:
    is_open = not any(is_of_authority(each.path) for each in edit.changes)
    return is_open or may_see_authority(desk, CaseId(edit.case_id))
