"""Judges what a history left behind against the invariants that the program promises."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tests.soak.check_access import seen_by_the_wrong
from tests.soak.check_contents import stuck_contents
from tests.soak.check_kept import changed_after_echo, not_kept, refused_without_a_trace
from tests.soak.check_log import broken_chains, broken_signatures, gaps
from tests.soak.check_numbers import wrong_numbers
from tests.soak.check_views import disagreeing, silently_overwritten
from tests.soak.evidence import Edit, Evidence


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that was broken, and how one sees it."""

    invariant: str
    detail: str


_CHECKS: dict[str, Callable[[Evidence], Iterator[str]]] = {
    "I1 saved is kept": not_kept,
    "I1 refused is set aside": refused_without_a_trace,
    "I2 echoed stays": changed_after_echo,
    "I3 all agree": disagreeing,
    "I4 seen by the right ones only": seen_by_the_wrong,
    "I5 one row for a signature": broken_signatures,
    "I6 chains hold": broken_chains,
    "I7 no gaps": gaps,
    "I8 nothing is overwritten unseen": silently_overwritten,
    "I10 numbers": wrong_numbers,
    "I12 contents arrive": stuck_contents,
}
"""I9 and I11 are seen while a history runs; a witness writes them down."""


def violations(evidence: Evidence) -> tuple[Violation, ...]:
    """Return every broken promise, what was seen on the way first."""
    on_the_way = [Violation(*each) for each in evidence.witness.seen_amiss]
    found = [
        Violation(name, detail) for name, check in _CHECKS.items() for detail in check(evidence)
    ]
    return tuple(on_the_way + found)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a history held; added up over many, it shows that they were not empty."""

    edits: int = 0
    conflicts: int = 0
    false_conflicts: int = 0
    set_aside: int = 0
    excused: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.edits + other.edits,
            self.conflicts + other.conflicts,
            self.false_conflicts + other.false_conflicts,
            self.set_aside + other.set_aside,
            self.excused + other.excused,
        )


def tally(evidence: Evidence) -> Tally:
    """Count what happened."""
    shown = {each for machine in evidence.machines for each in machine.conflicts}
    real = _really_concurrent(evidence)
    return Tally(
        edits=len(evidence.witness.edits),
        conflicts=len(shown),
        false_conflicts=len(shown - real),
        set_aside=len(evidence.centre.set_aside),
        excused=len(evidence.witness.lost_with_all_copies),
    )


def _really_concurrent(evidence: Evidence) -> set[tuple[str, str]]:
    """Return the fields that two people wrote without having seen each other's entry."""
    writers = defaultdict(list)
    for edit in evidence.witness.edits.values():
        for path in edit.writes:
            writers[edit.record_id, path].append(edit)
    return {
        field
        for field, edits in writers.items()
        if any(_unseen(*pair) for pair in combinations(edits, 2))
    }


def _unseen(one: Edit, other: Edit) -> bool:
    return one.op_id not in other.saw_ops and other.op_id not in one.saw_ops
