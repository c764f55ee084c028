"""Does rounds for a station: keeps the line open between them, and remembers how they went."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from db.sync.connection import Connection
from db.sync.line import EndedError, Line, Tally, Watch
from db.sync.notes import CLOCK_BEHIND, Notes
from db.sync.round import Depth, Intent, Round
from db.sync.sides import Central, Replica
from db.sync.statuses import Statuses
from db.sync.wire import Hello
from mediation_app.domain.syncing import CentralAddress, Link, SetAside, SyncRound
from mediation_app.errors import BrokenFeedError, CentralError, RejectedCallError
from mediation_app.ports.environment import Clock
from mediation_app.sentences import say

LOG = logging.getLogger("mediation_app.sync")

NUMBERS_AHEAD = "numbers_ahead"
"""The note that says how many case numbers this machine wants for giving them offline."""

_ENDED = say("已取消，或者程序已关闭；收到的内容保留，下次接着收")

_CONTACT, _COMPARED, _BROKEN = "sync_contact", "sync_compared_at", "sync_is_broken"
_KEEP_EVERY = timedelta(minutes=1)
_COMPARE_EVERY = timedelta(days=1)
_AGAIN_EVERY = timedelta(hours=1)

Call: TypeAlias = Callable[[CentralAddress, str], Central]
"""Calls the centre at an address with a password."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits: edits to be sent, fields in conflict, edits that were refused."""

    to_send: int
    conflicts: int
    set_aside: int


class Ledger(Protocol):
    """What the station's database tells about synchronisation."""

    def counts(self) -> Counts:
        """Return how much waits."""
        ...

    def rounds(self, limit: int) -> tuple[SyncRound, ...]:
        """Return the last rounds, latest first."""
        ...

    def set_aside(self) -> tuple[SetAside, ...]:
        """Return the edits that the centre refused, latest first."""
        ...

    def number_of(self, case_id: str) -> str | None:
        """Return the number of a case that is here, None of one that is not."""
        ...


@dataclass(frozen=True, slots=True)
class Station:
    """What a round needs of this machine."""

    replica: Replica
    ledger: Ledger
    notes: Notes
    connection: Connection
    call: Call
    clock: Clock
    device_name: str
    statuses: Statuses | None = None
    """Tells other stations how cases stand; None where nobody is told."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The last time that the centre answered."""

    at: datetime | None = None
    person: str = ""
    orgs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    clock_behind_s: int = 0
    """By how much this machine's clock was behind the centre's; negative where it was ahead."""


@dataclass(frozen=True, slots=True)
class Report:
    """How a round went."""

    sync_round: SyncRound
    link: Link
    contact: Contact
    is_ended: bool


class Courier:
    """Does one round after the other over a line that stays open as long as it is good."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._central: Central | None = None
        self._last_noted: SyncRound | None = None
        self._contact: Contact | None = None
        self.hello: Hello | None = None
        """What the centre said last; None before the first contact."""

    def central(self) -> Central:
        """Return the open line, or open one.

        Raises:
            CentralError: There is no address, no password, or no answer.
        """
        if self._central is None:
            self._central = self.another_line()
        return self._central

    def another_line(self) -> Central:
        """Return a line for whoever cannot wait until a round is over; hang it up.

        Raises:
            CentralError: There is no address or no password.
        """
        connection = self._station.connection
        address, password = connection.address(), connection.password()
        if address is None:
            raise CentralError(say("本机还没有连接中心库"), is_refusal=True)
        if password is None:
            raise CentralError(
                say("这台电脑上没有中心库的密码，请重新连接"), is_refusal=True, about="password"
            )
        return self._station.call(address, password)

    def hang_up(self) -> None:
        """Close the line; the next round opens another."""
        if self._central is not None:
            self._central.close()
            self._central = None

    def contact(self) -> Contact:
        """Return what is remembered of the last contact, also from before this start."""
        if self._contact is None:
            notes = self._station.notes
            behind_s = int(notes.get(CLOCK_BEHIND) or 0)
            self._contact = replace(_read_contact(notes.get(_CONTACT)), clock_behind_s=behind_s)
        return self._contact

    def forget(self) -> None:
        """Forget the contact: this machine is disconnected."""
        self.hang_up()
        self.hello = None
        self._contact = None
        self._station.notes.drop(_CONTACT)

    def run(self, watch: Watch) -> Report:
        """Do a round; what goes wrong is in the report."""
        station = self._station
        began_at = station.clock.now()
        before = station.ledger.counts()
        tally = Tally()
        try:
            line = Line(self.central(), station.replica, station.notes, watch, tally)
        except CentralError as error:
            sync_round = SyncRound(began_at, station.clock.now(), trouble=error.sentence)
            return self._reported(sync_round, _link((error,)), is_ended=False)
        depth = self._depth(began_at)
        the_round = Round(line, self._intent(depth))
        the_round.run()
        troubles = the_round.troubles()
        if any(map(_is_line_bad, troubles)):
            self.hang_up()
        if the_round.hello is not None:
            self.keep_contact(the_round.hello, began_at)
        if not troubles and not the_round.is_ended:
            self._tell_statuses(line)
        self._keep_depth(depth, tally, began_at, is_good=not troubles and not the_round.is_ended)
        sync_round = SyncRound(
            began_at,
            station.clock.now(),
            sent=tally.sent,
            received=tally.received,
            cases_changed=len(tally.case_ids),
            conflicts_new=max(0, station.ledger.counts().conflicts - before.conflicts),
            refused=tally.refused,
            given_back=tally.given_back,
            trouble=the_round.sentence() or (_ENDED if the_round.is_ended else None),
        )
        link = Link.WAITING if the_round.is_ended and not troubles else _link(troubles)
        return self._reported(sync_round, link, is_ended=the_round.is_ended)

    def _tell_statuses(self, line: Line) -> None:
        """Tell how cases stand; trouble is the next round's, which tells what is left."""
        statuses, hello = self._station.statuses, self.hello
        if statuses is None or hello is None or hello.is_replica or hello.is_recovering:
            return
        try:
            statuses.tell(line.central, hello.epoch, line.watch.check)
        except CentralError as error:
            LOG.info("statuses were not told: %s", type(error).__name__)
            self.hang_up()
        except EndedError:
            return

    def _reported(self, sync_round: SyncRound, link: Link, *, is_ended: bool) -> Report:
        if self._is_worth_noting(sync_round):
            self._station.replica.note_round(sync_round)
            self._last_noted = sync_round
        return Report(sync_round, link, self.contact(), is_ended)

    def _is_worth_noting(self, sync_round: SyncRound) -> bool:
        """Return whether people want to read of it: not each look that found nothing."""
        last = self._last_noted
        quiet = SyncRound(sync_round.began_at, sync_round.ended_at, trouble=sync_round.trouble)
        return sync_round != quiet or last is None or last.trouble != sync_round.trouble

    def _intent(self, depth: Depth) -> Intent:
        station = self._station
        wanted = int(station.notes.get(NUMBERS_AHEAD) or 0)
        return Intent(station.device_name, station.clock.today().year, wanted, depth)

    def keep_contact(self, hello: Hello, at: datetime) -> None:
        """Remember that the centre answered, and who one is there."""
        self.hello = hello
        contact = Contact(
            at,
            hello.person,
            tuple(org.name for org in hello.orgs),
            tuple(dict.fromkeys(org.role for org in hello.orgs)),
            round((hello.server_at - at).total_seconds()),
        )
        before = self.contact()
        self._contact = contact
        if (
            replace(before, at=at, clock_behind_s=contact.clock_behind_s) == contact
            and before.at
            and at - before.at < _KEEP_EVERY
        ):
            return
        kept = [at.isoformat(), contact.person, contact.orgs, contact.roles]
        self._station.notes.put(_CONTACT, json.dumps(kept, ensure_ascii=False))

    # --- how deep to look ------------------------------------------------------

    def _depth(self, now: datetime) -> Depth:
        since = now - self._compared_at(now)
        if self._station.notes.get(_BROKEN) and since >= _AGAIN_EVERY:
            return Depth.AGAIN
        return Depth.COMPARE if since >= _COMPARE_EVERY else Depth.NEWS

    def _compared_at(self, now: datetime) -> datetime:
        kept = self._station.notes.get(_COMPARED)
        if kept is None:
            # Somebody who never compared has just taken over everything.
            self._station.notes.put(_COMPARED, (now - _AGAIN_EVERY).isoformat())
            return now - _AGAIN_EVERY
        return datetime.fromisoformat(kept)

    def _keep_depth(self, depth: Depth, tally: Tally, now: datetime, *, is_good: bool) -> None:
        notes = self._station.notes
        if tally.is_feed_broken:
            notes.put(_BROKEN, "1")
        elif is_good and notes.get(_BROKEN):
            notes.drop(_BROKEN)
        if depth is Depth.AGAIN or (depth is Depth.COMPARE and is_good):
            notes.put(_COMPARED, now.isoformat())


def _read_contact(kept: str | None) -> Contact:
    if kept is None:
        return Contact()
    at, person, orgs, *roles = json.loads(kept)
    return Contact(
        datetime.fromisoformat(at),
        person,
        tuple(orgs),
        tuple(each for some in roles for each in some),
    )


def _is_line_bad(error: Exception) -> bool:
    return isinstance(error, CentralError) and not isinstance(
        error, BrokenFeedError | RejectedCallError
    )


def _link(troubles: tuple[Exception, ...]) -> Link:
    """Return how the centre stands after these troubles."""
    bad = [each for each in troubles if isinstance(each, CentralError) and _is_line_bad(each)]
    if not bad:
        return Link.ONLINE
    return Link.REFUSED if any(each.is_refusal for each in bad) else Link.OFFLINE
