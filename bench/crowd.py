"""Ten thousand machines in memory, each with the program's own rhythm; time is simulated."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from db.central.connecting import CONNECT_TIMEOUT_S
from db.sync.rhythm import ROUND_EVERY_S, Due, Rhythm

_HAIR_S = 1e-6
"""So that no rounding leaves a machine a breath before it is due."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one machine does at one moment."""

    at_s: float
    machine: int
    due: Due


class Crowd:
    """Machines that came to work within ten minutes, each after its own rhythm.

    Whoever takes a turn says how it ended: ``answered``, ``went_well`` or ``failed``.
    """

    def __init__(self, size: int, open_share: float, seed: int) -> None:
        seeds = Random(seed)  # noqa: S311 - who comes when is no secret
        self._share: Callable[[], float] = seeds.random
        self._rhythms = [Rhythm(self._chance) for _ in range(size)]
        self._cased = {each for each in range(size) if seeds.random() < open_share}
        self._since = [seeds.random() * ROUND_EVERY_S for _ in range(size)]
        self._queue = [(at, machine) for machine, at in enumerate(self._since)]
        heapq.heapify(self._queue)
        for machine in self._cased:
            self._rhythms[machine].opened(has_case=True)

    def leave_nothing_to_chance(self) -> None:
        """Let every wait be its longest from now on."""
        self._share = lambda: 1.0

    def has_case(self, machine: int) -> bool:
        """Return whether a case is open there."""
        return machine in self._cased

    def turns(self, until_s: float) -> Iterator[Turn]:
        """Give each turn before a moment; those that are waited for come back with an answer."""
        while self._queue and self._queue[0][0] < until_s:
            at, machine = heapq.heappop(self._queue)
            rhythm = self._rhythms[machine]
            rhythm.passed(at - self._since[machine] + _HAIR_S)
            self._since[machine] = at
            due = rhythm.due()
            if due is Due.NOTHING:
                self._wait(machine)
            else:
                yield Turn(at, machine, due)

    def answered(self, turn: Turn, at_s: float, next_after_s: float) -> None:
        """Let a machine hear the doorbell."""
        self._pass(turn, at_s).looked(next_after_s)
        self._wait(turn.machine)

    def went_well(self, turn: Turn, at_s: float) -> None:
        """Let a round go well."""
        self._pass(turn, at_s).went_well()
        self._wait(turn.machine)

    def failed(self, turn: Turn, at_s: float) -> None:
        """Let a machine find the line dead; a look that fails is a round that fails."""
        self._pass(turn, at_s).failed(is_refusal=False)
        self._wait(turn.machine)

    def live(self, until_s: float, next_after_s: float) -> Counter[Due]:
        """Let time pass with a centre that answers at once; return what was done."""
        done: Counter[Due] = Counter()
        for turn in self.turns(until_s):
            done[turn.due] += 1
            if turn.due is Due.LOOK:
                self.answered(turn, turn.at_s, next_after_s)
            else:
                self.went_well(turn, turn.at_s)
        return done

    def _chance(self) -> float:
        return self._share()

    def _pass(self, turn: Turn, at_s: float) -> Rhythm:
        rhythm = self._rhythms[turn.machine]
        rhythm.passed(at_s - self._since[turn.machine])
        self._since[turn.machine] = at_s
        return rhythm

    def _wait(self, machine: int) -> None:
        at = self._since[machine] + self._rhythms[machine].rest_s()
        heapq.heappush(self._queue, (at, machine))


@dataclass(frozen=True, slots=True)
class Storm:
    """How a crowd came back after an outage.

    Attributes:
        peak: So many called in the busiest second.
        back_s: Seconds until all were back.
        longest_s: The longest that one waited for the centre's answer.
        turned_away: Calls that nobody answered in time, after the outage.
    """

    peak: int
    back_s: float
    longest_s: float
    turned_away: int


def storm(crowd: Crowd, outage_s: float, calls_per_s: float) -> Storm:
    """Let the centre be away, then take so many calls a second, one after the other.

    Args:
        crowd: After its warm-up of ``ROUND_EVERY_S``.
        outage_s: For how long nobody answers.
        calls_per_s: What the centre takes; who waits longer than a call may, tries again later.
    """
    back = ROUND_EVERY_S + outage_s
    calls: Counter[int] = Counter()
    free = last = longest = back
    longest = 0.0
    turned_away = 0
    home: set[int] = set()
    for turn in crowd.turns(float("inf")):
        if turn.at_s < back:
            crowd.failed(turn, turn.at_s)
            continue
        if turn.machine in home:
            continue
        calls[int(turn.at_s)] += 1
        ready = max(free, turn.at_s) + 1 / calls_per_s
        if ready - turn.at_s > CONNECT_TIMEOUT_S:
            turned_away += 1
            crowd.failed(turn, turn.at_s + CONNECT_TIMEOUT_S)
            continue
        free = last = ready
        longest = max(longest, ready - turn.at_s)
        home.add(turn.machine)
    return Storm(max(calls.values()), last - back, longest, turned_away)
