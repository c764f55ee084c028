"""Who may see how far the agent of the bank may go, and what the others are shown instead.

A counter-party who learned the most that the bank may give would never settle for less, so nobody
is shown it who does not need it: the bank's side, and the mediator.
"""

from collections.abc import Iterable
from dataclasses import replace

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import JournalEntry
from mediation_app.domain.syncing import Link
from mediation_app.domain.transitions import Duty
from mediation_app.services.desk import Desk

AUTHORITY = "authority"
_MAY_SEE = frozenset({Duty.MEDIATOR, Duty.SPECIALIST})


def may_see_authority(desk: Desk, case_id: CaseId) -> bool:
    """Return whether who sits here may: the bank's side and the mediator, or who is alone."""
    return desk.sync.state().link is Link.NONE or desk.worker.duty(case_id) in _MAY_SEE


def without_authority(entries: Iterable[JournalEntry]) -> tuple[JournalEntry, ...]:
    """Return the journal without what was said of the authority."""
    return tuple(
        replace(each, changes=tuple(one for one in each.changes if not is_of_authority(one.path)))
        for each in entries
    )


def shown_conflicts(desk: Desk, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return the conflicts that who sits here may see; the bank's side settles the others."""
    return tuple(
        each
        for each in conflicts
        if not is_of_authority(each.path) or may_see_authority(desk, CaseId(each.case_id))
    )


def is_of_authority(path: str) -> bool:
    """Return whether a place of a case is the authority or belongs to it."""
    return path.partition("/")[0] == AUTHORITY
