"""What the steps of a round share: both sides, somebody who watches, and what was counted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from db.sync.notes import Notes
from db.sync.sides import Central, Replica
from db.sync.stride import LONGEST_S, Stride
from db.sync.wire import FeedEntry, Judgement, Verdict
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import Progress
from mediation_app.errors import BrokenFeedError, MediationError

PAGE, PAGE_S = 500, 5.0
"""How much is asked for at once at most, and how long an answer may take over a slow line."""


class EndedError(Exception):
    """Somebody ended the round; what has arrived stays."""


class Watch(Protocol):
    """Is told how a round goes, and may end it between two steps."""

    def progress(self, progress: Progress | None) -> None:
        """Hear how far a long step is; None when it is over."""
        ...

    def changed(self, changes: Changes) -> None:
        """Hear which records were changed by what came in."""
        ...

    def check(self) -> None:
        """Come up for air between two steps, where local work may go first.

        Raises:
            EndedError: The round is to end here.
        """
        ...


@dataclass(slots=True)
class Tally:
    """Counts what a round does."""

    sent: int = 0
    received: int = 0
    refused: int = 0
    given_back: int = 0
    case_ids: set[str] = field(default_factory=set)
    is_feed_broken: bool = False
    """What the centre says does not fit to what is here: the next round compares everything."""


@dataclass(slots=True)
class Leg:
    """One direction of a round; trouble in it does not stop the other."""

    trouble: MediationError | None = None

    def do(self, step: Callable[[], object]) -> bool:
        """Do a step, unless this direction was cut off; return whether it found anything."""
        if self.trouble is not None and not isinstance(self.trouble, BrokenFeedError):
            return False
        try:
            return bool(step())
        except MediationError as error:
            self.trouble = error
            return False


@dataclass(frozen=True, slots=True)
class Line:
    """Both sides for the time of one round."""

    central: Central
    replica: Replica
    notes: Notes
    watch: Watch
    tally: Tally
    stride: Stride = field(default_factory=lambda: Stride(least=8))
    """For what is taken over: some milliseconds each."""
    snapshots: Stride = field(
        default_factory=lambda: Stride(first=128, least=128, longest_s=LONGEST_S * 1.5)
    )
    """A third of a millisecond each, of which a third is reading, before the transaction."""
    pages: Stride = field(default_factory=lambda: Stride(64, PAGE, least=8, longest_s=PAGE_S))
    """What is asked for at once: the centre gives up an answer that takes half a minute."""
    verdicts: Stride = field(default_factory=lambda: Stride(least=32))

    def took_over(self, changes: Changes) -> None:
        """Count what came in, and tell of it."""
        self.tally.case_ids |= changes.case_ids
        if changes != Changes():
            self.watch.changed(changes)

    def received(self, entries: Iterable[FeedEntry]) -> None:
        """Count operations of others."""
        device_id = self.replica.device_id
        self.tally.received += sum(
            entry.placed is not None and entry.placed.device_id != device_id for entry in entries
        )

    def judged(self, verdicts: Sequence[Verdict]) -> int:
        """Keep what became of operations; return how many have a place."""
        rest = verdicts
        while rest:
            with self.verdicts as stride:
                some = stride.first_of(rest)
                self.took_over(self.replica.take_verdicts(some))
            rest = rest[len(some) :]
            self.watch.check()
        refused = sum(verdict.judgement is Judgement.REFUSED for verdict in verdicts)
        self.tally.refused += refused
        return len(verdicts) - refused
