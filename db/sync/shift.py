"""The thread that syncs: from the start of the window until its end."""

import logging
from contextlib import suppress
from secrets import SystemRandom
from threading import Event, Lock, Thread
from time import monotonic

from db.sole_right import SoleRight
from db.sync.courier import Courier, Station
from db.sync.plan import has_news
from db.sync.rhythm import Due, Rhythm
from db.sync.telling import RoundWatch, Telling
from mediation_app.domain.syncing import Link, Present
from mediation_app.errors import CentralError, MediationError
from mediation_app.sentences import Sentence, say

LOG = logging.getLogger("mediation_app.sync")

_GLANCE_S = 1.0
"""How often to see whether something was saved, here or by another program."""

_BUG = say("同步时程序内部出错，稍后自动重试；本机内容不受影响")


class Shift:
    """One thread of work; another start needs another shift."""

    def __init__(
        self, station: Station, courier: Courier, telling: Telling, right: SoleRight, turn: Lock
    ) -> None:
        self._station = station
        self._courier = courier
        self._telling = telling
        self._right = right
        self._turn = turn
        self._rhythm = Rhythm(SystemRandom().random)
        self._wake, self._stop, self._cancel = Event(), Event(), Event()
        self._is_round_wanted, self._is_look_wanted = Event(), Event()
        self._open_case = ""
        self._shown_case = ""
        self._to_send = 0
        self._left = 0
        """So much the last round could not send; what it could, it has."""
        self._thread = Thread(target=self._work, name="sync", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def sync_now(self) -> None:
        """Do a round at once."""
        self._is_round_wanted.set()
        self._wake.set()

    def open_case(self, case_id: str) -> None:
        """Tell others which case is open, and look more often while one is."""
        self._open_case = case_id
        self._is_look_wanted.set()
        self._wake.set()

    def cancel(self) -> None:
        """End the round in hand."""
        self._cancel.set()

    def stop(self, timeout_s: float) -> None:
        """End after the step in hand; wait for that, but not for ever."""
        self._stop.set()
        self._wake.set()
        self._thread.join(timeout_s)

    # --- on the thread -----------------------------------------------------------

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._do_what_is_due()
            except MediationError as error:
                self._fail(error.sentence)
            except Exception:  # A bug must not end the sync of a desk for the day.
                LOG.exception("a round failed")
                self._fail(_BUG)
            self._rest()
        with self._turn:
            self._courier.hang_up()
            self._right.give_up()

    def _rest(self) -> None:
        """Wait for the next thing to do, or for somebody who wants one."""
        began = monotonic()
        self._wake.wait(min(_GLANCE_S, self._rhythm.rest_s()))
        self._wake.clear()
        self._rhythm.passed(monotonic() - began)

    def _do_what_is_due(self) -> None:
        self._notice()
        due = self._rhythm.due()
        if due is Due.NOTHING:
            return
        if not self._right.take():
            # Another program syncs this station; what it brings is in the database.
            self._rhythm.cancelled()
            self._rhythm.looked(0.0)
            self._telling.stands(Link.WAITING)
            return
        with self._turn:
            if due is Due.ROUND:
                self._do_round()
            else:
                self._look()

    def _fail(self, trouble: Sentence) -> None:
        self._courier.hang_up()
        self._rhythm.failed(is_refusal=False)
        with suppress(MediationError):
            self._telling.stands(Link.OFFLINE, trouble)

    def _notice(self) -> None:
        """Take notice of what happened since the last glance."""
        if self._is_round_wanted.is_set():
            self._is_round_wanted.clear()
            self._rhythm.asked()
        if self._is_look_wanted.is_set():
            self._is_look_wanted.clear()
            self._rhythm.opened(has_case=bool(self._open_case))
        counts = self._station.ledger.counts()
        self._rhythm.disputed(has_conflict=counts.conflicts > 0)
        if counts.to_send > self._to_send:
            self._rhythm.saved()
        self._to_send = min(counts.to_send, self._to_send)

    def _do_round(self) -> None:
        self._cancel.clear()
        self._telling.stands(Link.SYNCING)
        report = self._courier.run(RoundWatch(self._telling, self._stop, self._cancel))
        left = self._station.ledger.counts().to_send
        trouble = report.sync_round.trouble
        if report.is_ended:
            self._rhythm.cancelled()
        elif trouble is None:
            self._rhythm.went_well()
        else:
            self._rhythm.failed(is_refusal=report.link is Link.REFUSED)
        if trouble is None and left > self._left:
            # Saved after the round had looked for the last time, and nobody may save again.
            self._rhythm.saved()
        self._left = self._to_send = left
        self._telling.stands(report.link, trouble)
        if report.link is Link.ONLINE:
            self._see_who_is_here()

    def _look(self) -> None:
        """Ask the doorbell; where it does not answer, a round finds out why."""
        hello = self._courier.hello
        self._rhythm.looked(0.0)
        if hello is None:
            self._rhythm.asked()
            return
        try:
            keys = [org.bell_key for org in hello.orgs]
            heads, next_after_s = self._courier.central().bell(keys)
        except CentralError:
            self._rhythm.asked()
            return
        self._rhythm.looked(next_after_s)
        if has_news(hello.orgs, heads, self._station.replica.cursors()):
            self._rhythm.asked()
        self._see_who_is_here()

    def _see_who_is_here(self) -> None:
        """Tell others which case is open here, and the window who else has it open."""
        case_id, before = self._open_case, self._shown_case
        if not case_id and not before:
            return
        try:
            others = self._courier.central().here(self._station.replica.device_id, case_id)
        except CentralError:
            # Nobody is hindered by not knowing it.
            return
        self._shown_case = case_id
        if case_id:
            present = tuple(Present(each.person, each.device_name) for each in others)
            self._telling.listener.on_present(case_id, present)
