"""Synchronisation where there is no centre: everything stays on this machine."""

from collections.abc import Callable

from mediation_app.domain.progress import Progress
from mediation_app.domain.syncing import (
    CentralAddress,
    SetAside,
    SyncRound,
    SyncState,
)
from mediation_app.errors import CentralError
from mediation_app.ports.synchroniser import Listener
from mediation_app.sentences import say


class NoSynchroniser:
    """Answers for a station that cannot be connected, such as the one of samples."""

    def state(self) -> SyncState:
        """Return that there is no centre."""
        return SyncState()

    def try_address(self, address: CentralAddress, password: str) -> tuple[str, tuple[str, ...]]:
        """Refuse: samples never leave this machine."""
        del address, password
        raise _not_here()

    def connect(self, address: CentralAddress, password: str) -> None:
        """Refuse."""
        del address, password
        raise _not_here()

    def disconnect(self) -> None:
        """Do nothing: there is no connection."""

    def address(self) -> CentralAddress | None:
        """Return None: no address is kept."""
        return None

    def keep_numbers(self, count: int) -> None:
        """Refuse: numbers come from a centre."""
        del count
        raise _not_here()

    def start(self, listener: Listener) -> None:
        """Do nothing."""

    def sync_now(self) -> None:
        """Do nothing."""

    def cancel(self) -> None:
        """Do nothing."""

    def open_case(self, case_id: str) -> None:
        """Tell nobody."""

    def run_round(self, on_progress: Callable[[SyncState], None] | None = None) -> SyncRound:
        """Refuse."""
        del on_progress
        raise _not_here()

    def ask_status(self, code: str) -> Progress | None:
        """Refuse."""
        del code
        raise _not_here()

    def rounds(self, limit: int = 100) -> tuple[SyncRound, ...]:
        """Return none."""
        del limit
        return ()

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return none."""
        return ()

    def refused_of_others(self) -> tuple[SetAside, ...]:
        """Refuse: there are no others."""
        raise _not_here()

    def answer(self, edit: SetAside) -> None:
        """Do nothing: none is listed."""

    def stop(self) -> None:
        """Do nothing."""


def _not_here() -> CentralError:
    return CentralError(say("示例数据不能连接中心库，请先新建本站数据库"), is_refusal=True)
