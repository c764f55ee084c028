"""How a station stands with the centre, told to whoever listens."""

from dataclasses import replace
from threading import Event

from db.sync.courier import Courier, Station
from db.sync.line import EndedError
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Link, Present, Progress, SyncState
from mediation_app.ports.synchroniser import Listener
from mediation_app.sentences import Sentence


class Nobody:
    """Listens to nothing."""

    def on_state(self, state: SyncState) -> None:
        """Let it pass."""

    def on_changes(self, changes: Changes) -> None:
        """Let it pass."""

    def on_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        """Let it pass."""


class Telling:
    """Knows how things stand, and tells it when it changes."""

    def __init__(self, station: Station, courier: Courier) -> None:
        self._station = station
        self._courier = courier
        self._link = Link.WAITING
        self._trouble: Sentence | None = None
        self._progress: Progress | None = None
        self.listener: Listener = Nobody()

    def state(self) -> SyncState:
        """Return how things stand."""
        counts = self._station.ledger.counts()
        waits = SyncState(
            to_send=counts.to_send, conflicts=counts.conflicts, set_aside=counts.set_aside
        )
        if self._station.connection.address() is None:
            return waits
        contact = self._courier.contact()
        return replace(
            waits,
            link=self._link,
            contact_at=contact.at,
            trouble=self._trouble,
            progress=self._progress,
            person=contact.person,
            orgs=contact.orgs,
            clock_behind_s=contact.clock_behind_s,
        )

    def stands(self, link: Link, trouble: Sentence | None = None) -> None:
        """Tell how the centre stands now."""
        self._link, self._trouble, self._progress = link, trouble, None
        self.tell()

    def advanced(self, progress: Progress | None) -> None:
        """Tell how far a long step is."""
        if progress != self._progress:
            self._progress = progress
            self.tell()

    def tell(self) -> None:
        """Tell how things stand."""
        self.listener.on_state(self.state())


class RoundWatch:
    """Watches one round for those who listen, and ends it when somebody wants it."""

    def __init__(self, telling: Telling, *endings: Event) -> None:
        self._telling = telling
        self._endings = endings

    def progress(self, progress: Progress | None) -> None:
        """Pass on how far a long step is."""
        self._telling.advanced(progress)

    def changed(self, changes: Changes) -> None:
        """Pass on which records were changed."""
        self._telling.listener.on_changes(changes)

    def check(self) -> None:
        """End the round when that was wanted.

        Raises:
            EndedError: It was.
        """
        if any(ending.is_set() for ending in self._endings):
            raise EndedError
