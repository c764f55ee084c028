"""What the services need from synchronisation."""

from collections.abc import Callable
from typing import Protocol

from mediation_app.domain.journal import Changes
from mediation_app.domain.progress import Progress
from mediation_app.domain.syncing import (
    CentralAddress,
    Present,
    SetAside,
    SyncRound,
    SyncState,
)


class Listener(Protocol):
    """Is told, on the thread of the synchroniser, what is new; must return at once."""

    def on_state(self, state: SyncState) -> None:
        """Hear how this machine stands with the centre."""
        ...

    def on_changes(self, changes: Changes) -> None:
        """Hear that records were changed by what came in."""
        ...

    def on_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        """Hear who else has the open case open; empty when they left."""
        ...


class Synchroniser(Protocol):
    """Keeps this machine and the centre the same, beside the work, never in its way."""

    def state(self) -> SyncState:
        """Return how things stand."""
        ...

    def try_address(self, address: CentralAddress, password: str) -> tuple[str, tuple[str, ...]]:
        """Log in once; return the person's name and the names of the organisations.

        Raises:
            CentralError: It is not reachable, its certificate is not trusted, or the login or
                password is not right; the sentence says which and what would be right.
        """
        ...

    def connect(self, address: CentralAddress, password: str) -> None:
        """Keep the address and the password, and sync from now on.

        Raises:
            CentralError: As with ``try_address``; nothing was kept then.
        """
        ...

    def disconnect(self) -> None:
        """Sync no longer; what is here stays here."""
        ...

    def address(self) -> CentralAddress | None:
        """Return the address that is kept; None before the first connection."""
        ...

    def keep_numbers(self, count: int) -> None:
        """Keep so many case numbers ready for giving them offline; 0 for none."""
        ...

    def start(self, listener: Listener) -> None:
        """Begin to sync in the background, if this machine is connected."""
        ...

    def sync_now(self) -> None:
        """Begin a round at once."""
        ...

    def cancel(self) -> None:
        """End a long step; what has arrived stays, and the next round goes on from there."""
        ...

    def open_case(self, case_id: str) -> None:
        """Say which case is open, empty for none, so that others see it and news come sooner."""
        ...

    def run_round(self, on_progress: Callable[[SyncState], None] | None = None) -> SyncRound:
        """Do one whole round in the calling thread; for the command line.

        Raises:
            CentralError: There is no connection.
        """
        ...

    def ask_status(self, code: str) -> Progress | None:
        """Return how the case of a query code stands at another desk, as that one told it.

        Nothing is said where no desk tells of the code. It waits for the centre, beside a round.

        Raises:
            CentralError: There is no connection, the centre does not answer, it is too old to be
                asked, or this person asked too often.
        """
        ...

    def rounds(self, limit: int = 100) -> tuple[SyncRound, ...]:
        """Return the last rounds, latest first."""
        ...

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return the edits that the centre refused, latest first."""
        ...

    def refused_of_others(self) -> tuple[SetAside, ...]:
        """Return edits of others that came too late to cases that are here now, latest first.

        It waits for the centre, beside a round.

        Raises:
            CentralError: There is no connection, or the centre does not answer.
        """
        ...

    def answer(self, edit: SetAside) -> None:
        """Note that somebody has decided about a refused edit; it is listed no longer.

        Nothing is lost by that: it stays in the journal where it was written, and at the centre.

        Raises:
            CentralError: It is one of others, and the centre does not answer.
        """
        ...

    def stop(self) -> None:
        """End the background work, after the step in hand."""
        ...
