"""Syncs a station with its centre, beside the work or once by command."""

from collections.abc import Callable
from threading import Event, Lock

from db.sole_right import SoleRight
from db.sync import refused_edits
from db.sync.asking import ask_status
from db.sync.bells import is_elsewhere, know_centre, known_bells
from db.sync.courier import NUMBERS_AHEAD, Courier, Station
from db.sync.plan import Here, plan_round
from db.sync.shift import Shift
from db.sync.telling import Nobody, RoundWatch, Telling
from db.sync.wire import Hello
from mediation_app.domain.progress import Progress
from mediation_app.domain.syncing import (
    CentralAddress,
    Link,
    SetAside,
    SyncRound,
    SyncState,
)
from mediation_app.errors import CentralError
from mediation_app.ports.synchroniser import Listener
from mediation_app.sentences import say

_STOP_S = 10.0
_TRIES, _TRY_S = 60, 0.5
"""How often, and how long apart, a command asks whether another program is done syncing."""


class BackgroundSynchroniser:
    """Keeps a station and its centre the same, never in the way of the work."""

    def __init__(self, station: Station, right: SoleRight) -> None:
        self._station = station
        self._right = right
        self._courier = Courier(station)
        self._telling = Telling(station, self._courier)
        self._turn = Lock()
        self._shift: Shift | None = None
        self._is_started = False

    def state(self) -> SyncState:
        """Return how things stand."""
        return self._telling.state()

    def person(self) -> str:
        """Return who one is at the centre; empty without a connection."""
        return self._courier.contact().person

    def roles(self) -> tuple[str, ...]:
        """Return one's roles at the centre; none without a connection, or before the first."""
        return self._courier.contact().roles

    def try_address(self, address: CentralAddress, password: str) -> tuple[str, tuple[str, ...]]:
        """Log in once; return the person's name and the names of the organisations."""
        hello, _ = self._introduce(address, password)
        return hello.person, tuple(org.name for org in hello.orgs)

    def connect(self, address: CentralAddress, password: str) -> None:
        """Keep the address and the password, and sync from now on."""
        hello, salt = self._introduce(address, password)
        self._end_shift()
        self._courier.forget()
        know_centre(self._station.notes, salt)
        self._station.connection.keep(address, password)
        self._courier.keep_contact(hello, self._station.clock.now())
        self._telling.stands(Link.WAITING)
        self._begin_shift()

    def disconnect(self) -> None:
        """Sync no longer; what is here stays here."""
        self._end_shift()
        self._station.connection.forget()
        self._courier.forget()
        self._telling.stands(Link.NONE)

    def address(self) -> CentralAddress | None:
        """Return the address that is kept; None before the first connection."""
        return self._station.connection.address()

    def keep_numbers(self, count: int) -> None:
        """Keep so many case numbers ready for giving them offline; 0 for none."""
        self._station.notes.put(NUMBERS_AHEAD, str(count))

    def start(self, listener: Listener) -> None:
        """Begin to sync in the background, if this machine is connected."""
        self._telling.listener = listener
        self._is_started = True
        self._telling.tell()
        self._begin_shift()

    def sync_now(self) -> None:
        """Begin a round at once."""
        if self._shift is not None:
            self._shift.sync_now()

    def cancel(self) -> None:
        """End a long step; the next round goes on from there."""
        if self._shift is not None:
            self._shift.cancel()

    def open_case(self, case_id: str) -> None:
        """Say which case is open, empty for none."""
        if self._shift is not None:
            self._shift.open_case(case_id)

    def run_round(self, on_progress: Callable[[SyncState], None] | None = None) -> SyncRound:
        """Do one whole round in the calling thread."""
        if self.address() is None:
            raise CentralError(say("本机还没有连接中心库"), is_refusal=True)
        listener = self._telling.listener
        with self._turn:
            self._wait_for_others()
            self._telling.listener = _Telltale(on_progress) if on_progress else listener
            try:
                report = self._courier.run(RoundWatch(self._telling))
                self._telling.stands(report.link, report.sync_round.trouble)
            finally:
                self._telling.listener = listener
                if self._shift is None:
                    self._courier.hang_up()
                    self._right.give_up()
        return report.sync_round

    def ask_status(self, code: str) -> Progress | None:
        """Return how the case of a query code stands at another desk; waits for no round."""
        return ask_status(self._courier.another_line(), code)

    def rounds(self, limit: int = 100) -> tuple[SyncRound, ...]:
        """Return the last rounds, latest first."""
        return self._station.ledger.rounds(limit)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return the edits that the centre refused, latest first."""
        return self._station.ledger.set_aside()

    def refused_of_others(self) -> tuple[SetAside, ...]:
        """Return edits of others that came too late to cases that are here; waits for no round."""
        line = self._courier.another_line()
        return refused_edits.refused_of_others(line, self._station.ledger.number_of)

    def answer(self, edit: SetAside) -> None:
        """Note that somebody has decided about a refused edit; it is listed no longer."""
        if edit.is_of_others:
            refused_edits.answer(self._courier.another_line(), edit)
        else:
            self._station.replica.let_go(edit.op_id)
            self._telling.tell()

    def stop(self) -> None:
        """End the background work, after the step in hand."""
        self._is_started = False
        self._end_shift()

    def _introduce(self, address: CentralAddress, password: str) -> tuple[Hello, bytes]:
        """Return what the centre says of itself, and by what it is known again."""
        station = self._station
        central = station.call(address, password)
        try:
            hello = central.hello(station.replica.device_id, station.device_name, {})
            salt = central.status_salt() if hello.orgs else b""
        finally:
            central.close()
        is_other = is_elsewhere(station.notes, hello.orgs, salt)
        plan = plan_round(hello, Here(bells=known_bells(station.notes), is_elsewhere=is_other))
        if plan.refusal is not None:
            raise CentralError(plan.refusal, is_refusal=True, about=plan.about)
        return hello, salt

    def _begin_shift(self) -> None:
        if self._is_started and self._shift is None and self.address() is not None:
            self._shift = Shift(
                self._station, self._courier, self._telling, self._right, self._turn
            )
            self._shift.start()

    def _end_shift(self) -> None:
        if self._shift is not None:
            self._shift.stop(_STOP_S)
            self._shift = None

    def _wait_for_others(self) -> None:
        patience = Event()
        for _ in range(_TRIES):
            if self._right.take():
                return
            patience.wait(_TRY_S)
        raise CentralError(say("本机的另一个程序正在同步，请稍后再试"))


class _Telltale(Nobody):
    """Passes on how things stand, to a command."""

    def __init__(self, on_progress: Callable[[SyncState], None]) -> None:
        self._on_progress = on_progress

    def on_state(self, state: SyncState) -> None:
        """Pass it on."""
        self._on_progress(state)
