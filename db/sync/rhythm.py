"""When a machine looks for news and when it does a round; it asks no clock, it is told."""

from collections.abc import Callable
from enum import Enum

from db.sync.plan import wait_after_failures

ROUND_EVERY_S = 600.0
"""A whole round at least this often, whatever the doorbell says."""

LOOK_EVERY_S, LOOK_EVERY_IN_COMPANY_S = 30.0, 4.0
"""In company: while a case is open, or a conflict waits that somebody else may settle.

A fifth more or less is left to chance, so that 4 is at most 4.8: who else has a case open is to be
seen within 5 s.
"""
REFUSED_S = 300.0
"""Where somebody must act before it can go on, asking often helps nobody."""

_NEVER = float("inf")


class Due(Enum):
    """What is to be done now."""

    NOTHING = "nothing"
    LOOK = "look"
    """Ask the doorbell, and who else has the case open."""
    ROUND = "round"


class Rhythm:
    """Counts down to the next look and to the next round."""

    def __init__(self, share: Callable[[], float]) -> None:
        """Begin with a round.

        Args:
            share: Gives a random share between 0 and 1, so that thousands do not come at once.
        """
        self._share = share
        self._failures = 0
        self._until_round = 0.0
        self._until_look = _NEVER
        self._has_case = False
        self._has_conflict = False

    def due(self) -> Due:
        """Return what is to be done now."""
        if self._until_round <= 0:
            return Due.ROUND
        return Due.LOOK if self._until_look <= 0 else Due.NOTHING

    def rest_s(self) -> float:
        """Return for how long nothing is to be done, unless something happens."""
        return max(0.0, min(self._until_round, self._until_look))

    def passed(self, seconds: float) -> None:
        """Let time pass."""
        self._until_round -= seconds
        self._until_look -= seconds

    def asked(self) -> None:
        """Do a round at once: a person wants it, or the doorbell rang."""
        self._until_round = 0.0

    def saved(self) -> None:
        """Send at once what was saved, unless the centre does not answer."""
        if self._failures == 0:
            self._until_round = 0.0

    def opened(self, *, has_case: bool) -> None:
        """Look more often while a case is open, and at once for who else has it open."""
        self._has_case = has_case
        if self._failures == 0:
            self._until_look = 0.0

    def disputed(self, *, has_conflict: bool) -> None:
        """Look more often while a conflict waits: one of two who see it will settle it."""
        if has_conflict and not self._has_conflict and self._until_look < _NEVER:
            self._until_look = min(self._until_look, LOOK_EVERY_IN_COMPANY_S)
        self._has_conflict = has_conflict

    def looked(self, next_after_s: float) -> None:
        """Look again after a while, not before the centre wants it."""
        is_in_company = self._has_case or self._has_conflict
        every = LOOK_EVERY_IN_COMPANY_S if is_in_company else LOOK_EVERY_S
        self._until_look = max(every * (0.8 + 0.4 * self._share()), next_after_s)

    def went_well(self) -> None:
        """Go on as usual after a round that went well."""
        self._failures = 0
        self._until_round = ROUND_EVERY_S
        self.looked(0.0)

    def failed(self, *, is_refusal: bool) -> None:
        """Come back after a while, later each time."""
        self._failures += 1
        wait = wait_after_failures(self._failures, self._share())
        self._until_round = REFUSED_S if is_refusal else wait
        self._until_look = _NEVER

    def cancelled(self) -> None:
        """Leave a person in peace who ended a round."""
        self._until_round = ROUND_EVERY_S
        self._until_look = _NEVER
