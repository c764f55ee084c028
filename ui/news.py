"""What comes in beside the work: how the centre stands, foreign edits, conflicts, who is here.

The synchroniser speaks on threads of its own. What it says waits in a queue until the thread of
the window has time for it, so no widget is ever touched from outside.
"""

from dataclasses import replace
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Link, Present, SyncState
from mediation_app.services.desk import Desk
from ui.agenda_watch import AgendaWatch
from ui.authority_sight import shown_conflicts
from ui.tasks import Tasks

TOGETHER_MS = 250
"""Foreign edits that come in within this time are shown in one go."""
SHORT_ROUND_MS = 700
"""A round that is over sooner is not mentioned, so that the status line stays calm."""
ONE_BY_ONE = 20
"""Where more cases than this changed, all conflicts are read again."""


class News(QObject):
    """Listens to the synchroniser and tells the window, in the window's own thread."""

    state_changed = Signal(object)
    """SyncState: how this machine stands with the centre."""
    conflicts_changed = Signal()
    present_changed = Signal(str, object)
    """The id of a case, and a tuple of ``Present``: who else has it open."""
    _said = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = SyncState()
        self.is_told = False
        """True as soon as ``state`` is more than what is so before anybody was asked."""
        self.conflicts: tuple[Conflict, ...] = ()
        self.agenda = AgendaWatch(desk, tasks, self)
        self._desk = desk
        self._tasks = tasks
        self._heard: SimpleQueue[SyncState | Changes | tuple[str, tuple[Present, ...]]]
        self._heard = SimpleQueue()
        self._case_ids: set[str] = set()
        self._is_committee_changed = False
        self._present: dict[str, tuple[Present, ...]] = {}
        self._said.connect(self._take_heard, Qt.ConnectionType.QueuedConnection)
        self._tell_soon = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._tell_soon.timeout.connect(self._tell_changes)
        self._round_state = self.state
        self._round_lasts = QTimer(self, singleShot=True, interval=SHORT_ROUND_MS)
        self._round_lasts.timeout.connect(lambda: self._tell_state(self._round_state))
        tasks.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Find out how things stand, and listen from now on."""
        sync = self._desk.sync
        self._load_all_conflicts()
        self._load_state()
        self.agenda.look()
        self._tasks.run(self, lambda: sync.start(self), lambda _: None)

    def look_again(self) -> None:
        """Ask how things stand: the person has connected or disconnected."""
        self._load_state()

    def present_at(self, case_id: str) -> tuple[Present, ...]:
        """Return who else has a case open."""
        return self._present.get(case_id, ())

    def conflicts_of(self, case_id: str) -> tuple[Conflict, ...]:
        """Return the open conflicts of one case."""
        return tuple(each for each in self.conflicts if each.case_id == case_id)

    # --- called on the thread of the synchroniser ------------------------------

    def on_state(self, state: SyncState) -> None:
        """Hear how this machine stands with the centre."""
        self._hear(state)

    def on_changes(self, changes: Changes) -> None:
        """Hear that records were changed by what came in."""
        self._hear(changes)

    def on_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        """Hear who else has the open case open."""
        self._hear((case_id, others))

    def _hear(self, what: SyncState | Changes | tuple[str, tuple[Present, ...]]) -> None:
        self._heard.put(what)
        self._said.emit()

    # --- in the window's thread --------------------------------------------------

    def _take_heard(self) -> None:
        while True:
            try:
                heard = self._heard.get_nowait()
            except Empty:
                return
            if isinstance(heard, SyncState):
                self._show_state(heard)
            elif isinstance(heard, Changes):
                self._collect(heard)
            else:
                self._show_present(*heard)

    def _show_state(self, state: SyncState) -> None:
        is_begun = state.link is Link.SYNCING and state.progress is None
        if is_begun and self.state.link is Link.ONLINE:
            self._round_state = state
            if not self._round_lasts.isActive():
                self._round_lasts.start()
            state = replace(state, link=Link.ONLINE, trouble=self.state.trouble)
        else:
            self._round_lasts.stop()
        self._tell_state(state)

    def _tell_state(self, state: SyncState) -> None:
        if state != self.state or not self.is_told:
            self.is_told = True
            self.state = state
            self.state_changed.emit(state)

    def _collect(self, changes: Changes) -> None:
        self._case_ids |= changes.case_ids
        self._is_committee_changed |= changes.is_committee_changed
        if not self._tell_soon.isActive():
            self._tell_soon.start()

    def _tell_changes(self) -> None:
        changes = Changes(frozenset(self._case_ids), self._is_committee_changed)
        self._case_ids.clear()
        self._is_committee_changed = False
        if changes != Changes():
            self._tasks.changed.emit(changes)

    def _show_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        if others == self.present_at(case_id):
            return
        self._present = {case_id: others} if others else {}
        self.present_changed.emit(case_id, others)

    def _on_changed(self, changes: Changes) -> None:
        """Read again what a commit may have changed, whoever made it."""
        if self.state.link is not Link.NONE:
            self._load_state()
        if len(changes.case_ids) <= ONE_BY_ONE and not changes.is_committee_changed:
            for case_id in changes.case_ids:
                self._load_conflicts_of(case_id)
        else:
            self._load_all_conflicts()

    def _load_state(self) -> None:
        self._tasks.run_latest("state", self, self._desk.sync.state, self._show_state)

    def _load_all_conflicts(self) -> None:
        self._tasks.run_latest("conflicts", self, self._desk.conflicts.open, self._show_conflicts)

    def _load_conflicts_of(self, case_id: str) -> None:
        conflicts = self._desk.conflicts

        def show(found: tuple[Conflict, ...]) -> None:
            others = (each for each in self.conflicts if each.case_id != case_id)
            self._show_conflicts((*others, *found))

        self._tasks.run_latest(
            f"conflicts {case_id}", self, lambda: conflicts.open(CaseId(case_id)), show
        )

    def _show_conflicts(self, conflicts: tuple[Conflict, ...]) -> None:
        ordered = tuple(sorted(shown_conflicts(self._desk, conflicts), key=_place_in_list))
        if ordered != self.conflicts:
            self.conflicts = ordered
            self.conflicts_changed.emit()


def _place_in_list(conflict: Conflict) -> tuple[str, str, str]:
    return conflict.case_number, conflict.case_id, conflict.path
