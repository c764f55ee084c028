"""One round: read both sides, plan, act.

What comes in and what goes out are two legs; trouble in one does not stop the other. Whatever is
cut off is done again by the next round, and every step may be done twice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from db.sync import first_pull, leases
from db.sync.bells import know_bells, known_bells
from db.sync.blobs import fetch_blobs, send_blobs
from db.sync.first_pull import FirstPull, FirstPulls
from db.sync.line import EndedError, Leg, Line
from db.sync.plan import Here, Plan, plan_round
from db.sync.pulling import nothing, pull_feeds
from db.sync.pushing import Pushing
from db.sync.recovery import compare_records
from db.sync.wire import Cursor, Hello, OrgHead
from mediation_app.errors import CentralError, MediationError
from mediation_app.sentences import Sentence, say

_BATCHES = 10
"""After so many batches what others did is taken over before the next ones are sent."""

_CHUNKS = 8
"""After so many portions of a long transfer what others did is taken over."""

_COMPARING = "comparing"
"""The note that stands while records are compared after a restore; it outlives a cut."""


class Depth(Enum):
    """How much a round checks."""

    NEWS = "news"
    COMPARE = "compare"
    """Each record as well, once a day."""
    AGAIN = "again"
    """Each record, and the feeds from their beginning: something did not fit together."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What a round is to do beside the exchange.

    Attributes:
        device_name: What the machine is called.
        year: Whose case numbers are taken ahead.
        numbers_ahead: How many case numbers this machine wants for giving them offline.
    """

    device_name: str
    year: int
    numbers_ahead: int = 0
    depth: Depth = Depth.NEWS


class Round:
    """One round over one line; ``run`` never raises what can be expected to go wrong."""

    def __init__(self, line: Line, intent: Intent) -> None:
        self._line = line
        self._intent = intent
        self._portions = 0
        self.sending, self.receiving = Leg(), Leg()
        self.hello: Hello | None = None
        """What the centre said; None where it did not answer."""
        self.trouble: MediationError | None = None
        """Why there was no exchange at all."""
        self.is_ended = False
        """True where somebody ended the round."""

    def run(self) -> None:
        """Do the round as far as it goes."""
        try:
            self._run()
        except EndedError:
            self.is_ended = True
        except MediationError as error:
            self.trouble = error

    def troubles(self) -> tuple[MediationError, ...]:
        """Return what went wrong, the same thing once."""
        found = (self.trouble, self.receiving.trouble, self.sending.trouble)
        by_words = {str(each): each for each in found if each is not None}
        return tuple(by_words.values())

    def sentence(self) -> Sentence | None:
        """Return what went wrong in one sentence; None where nothing did."""
        troubles = self.troubles()
        if len(troubles) > 1:
            return say(
                "接收时：{received}；发送时：{sent}", received=troubles[0], sent=troubles[1]
            )
        return troubles[0].sentence if troubles else None

    def _run(self) -> None:
        hello = self._introduce()
        self.hello = hello
        plan = plan_round(hello, self._here())
        if plan.refusal is not None:
            raise CentralError(plan.refusal, is_refusal=True, about=plan.about)
        again = self._recover(hello, plan)
        self._begin(hello, plan)
        self._line.replica.greet(hello)
        know_bells(self._line.notes, hello.orgs)
        self._pushing = Pushing(self._line, self._greet_again, may_park=not hello.is_recovering)
        self._may_push = plan.may_push
        self._heads = {org.org_id: org for org in hello.orgs}
        self._orgs = tuple(self._heads)
        is_usual = plan.may_push and not (plan.must_compare or again or hello.is_recovering)
        self._receive_first(dict.fromkeys((*plan.feeds, *again)), may_send=is_usual)
        if plan.may_push:
            self._tidy(hello)
            self._send()
        self._go_on(hello)

    def _go_on(self, hello: Hello) -> None:
        """Do what takes long, with room for news between its portions."""
        unfinished = {org for org, each in self._first_pulls.all().items() if not each.is_whole}
        for org in hello.orgs:
            if org.org_id in unfinished:
                self.receiving.do(partial(first_pull.go_on, self._line, org, self._between))
        if self._may_push and self.sending.do(lambda: send_blobs(self._line, self._between)):
            # An agreement is sealed at the centre when all that belongs to it is there.
            self._pushing.ask_again()
            self._exchange()
        self.receiving.do(lambda: fetch_blobs(self._line, self._between))
        if self._may_push and not hello.is_recovering:
            self.sending.do(lambda: self._mind_numbers(hello.orgs))
        if self._may_push and self._intent.depth is Depth.COMPARE:
            self.receiving.do(lambda: compare_records(self._line, self._orgs, is_rollback=False))

    # --- the beginning ---------------------------------------------------------

    @property
    def _first_pulls(self) -> FirstPulls:
        return FirstPulls(self._line.notes)

    def _introduce(self) -> Hello:
        replica = self._line.replica
        return self._line.central.hello(
            replica.device_id, self._intent.device_name, replica.cursors()
        )

    def _greet_again(self) -> None:
        self._line.replica.greet(self._introduce())

    def _here(self) -> Here:
        first_pulls = self._first_pulls.all()
        replica = self._line.replica
        bells = known_bells(self._line.notes)
        return Here(replica.epoch(), replica.cursors(), frozenset(first_pulls), bells)

    def _recover(self, hello: Hello, plan: Plan) -> Iterable[int]:
        """Compare the records where the centre was put back; return which feeds begin anew.

        The new epoch is noted after this only: a round that is cut off here does it again. It does
        so too where the feeds look right by then, since others have given back what was lost; what
        was rolled back here is then found by reading them from the beginning.
        """
        notes = self._line.notes
        is_cut_off = notes.get(_COMPARING) is not None
        is_again = plan.may_push and (is_cut_off or self._intent.depth is Depth.AGAIN)
        if not plan.must_compare and not is_again:
            return ()
        notes.put(_COMPARING, "")
        org_ids = tuple(org.org_id for org in hello.orgs)
        self._line.replica.doubt_contents()
        compare_records(self._line, org_ids, is_rollback=plan.must_compare)
        anew = org_ids if is_again else tuple(plan.doubts)
        for org_id in anew:
            self._first_pulls.keep(org_id, FirstPull(is_whole=True))
            self._line.replica.reset_cursor(org_id, Cursor())
        notes.drop(_COMPARING)
        return anew

    def _begin(self, hello: Hello, plan: Plan) -> None:
        begun = self._first_pulls.all()
        for org in hello.orgs:
            if org.org_id in plan.first and first_pull.begin(self._line, org):
                continue
            if org.org_id not in begun and plan.may_push:
                self._first_pulls.keep(org.org_id, FirstPull(is_whole=True))

    # --- the exchange ----------------------------------------------------------

    def _receive(self, org_ids: Iterable[int], between: Callable[[], None] = nothing) -> None:
        self.receiving.do(lambda: pull_feeds(self._line, org_ids, self._heads, between))

    def _receive_first(self, org_ids: Iterable[int], *, may_send: bool) -> None:
        """Take over what is new, however long it takes, with room for what is saved meanwhile."""
        tally = self._line.tally
        before = tally.sent, tally.refused
        self._receive(org_ids, self._send_early if may_send else nothing)
        if (tally.sent, tally.refused) != before:
            # What is read to its head already has what was sent behind that.
            self._receive(self._orgs)

    def _send_early(self) -> None:
        """Send what was saved before and during a long pull; it comes back further on.

        To the centre it is as if the rest of the feed had been written after the pull had ended:
        what is sent says itself on what it builds. Not while something is to be given back, which
        goes first, and nothing is sent once more before the feeds were read to their heads.
        """
        if not self._line.replica.held():
            self.sending.do(lambda: self._pushing.push_outbox(_BATCHES))

    def _tidy(self, hello: Hello) -> None:
        """Let go of records that were fetched for a page which a restore has undone since."""
        if self.receiving.trouble is None and not hello.is_recovering:
            self._line.took_over(self._line.replica.drop_unfed())

    def _send(self) -> None:
        """Send what waits; what has a place and is not echoed then is sent once more.

        What the centre has lost goes before what is new: into the places where it was, and with
        the case numbers that were told.
        """
        if self.sending.do(self._pushing.give_back):
            self._receive(self._orgs)
        self._push_again()
        self._exchange()
        self._push_again()

    def _push_again(self) -> None:
        """Send once more what did not come back, if all that came back was taken over."""
        if self.receiving.trouble is None and self.sending.do(self._pushing.push_again):
            self._receive(self._orgs)

    def _exchange(self) -> None:
        """Send the outbox, and take over what comes back, until it is empty."""
        tally = self._line.tally
        is_more = True
        while is_more:
            before = tally.sent, tally.refused
            is_more = self.sending.do(lambda: self._pushing.push_outbox(_BATCHES))
            if (tally.sent, tally.refused) != before:
                self._receive(self._orgs)

    def _between(self) -> None:
        """Let what was saved meanwhile go first, and now and then look for news."""
        self._portions += 1
        if self._may_push:
            self._exchange()
        if self._portions % _CHUNKS == 0:
            self._receive(self._orgs)

    def _mind_numbers(self, orgs: Iterable[OrgHead]) -> None:
        """Return the case numbers of a year that is over, and take some of this one ahead."""
        intent = self._intent
        leases.give_back(self._line, orgs, intent.year)
        own = next((org for org in orgs if org.can_write), None)
        if own is not None and intent.numbers_ahead:
            leases.top_up(self._line, own, intent.year, intent.numbers_ahead)
