"""Who works at this desk, and in what quality: in each case that of its organisation."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from mediation_app.domain.cases import CaseId
from mediation_app.domain.documents import FormKind
from mediation_app.domain.lawful_changes import Hand
from mediation_app.domain.transitions import Duty, duty_of

Duties: TypeAlias = Callable[[Collection[CaseId]], Mapping[CaseId, Duty]]
"""Tells in what quality somebody works on each of some cases."""


def everywhere(duty: Callable[[], Duty]) -> Duties:
    """Return the duties of somebody who works in one quality, whosever case it is."""
    return lambda case_ids: dict.fromkeys(case_ids, duty())


def by_organisation(
    roles: Callable[[], tuple[str, ...]],
    roles_in: Callable[[Collection[CaseId]], Mapping[CaseId, frozenset[str]]],
) -> Duties:
    """Return the duties of a person at a centre: each case is looked up by its organisation.

    Args:
        roles: All roles that he has at the centre; none without a centre, where one person does
            everything.
        roles_in: Tells, for each case, those in its organisation and above it.
    """

    def duties(case_ids: Collection[CaseId]) -> Mapping[CaseId, Duty]:
        anywhere = roles()
        if len(set(anywhere)) <= 1:  # the usual person: nothing has to be looked up
            return dict.fromkeys(case_ids, duty_of(anywhere))
        found = roles_in(case_ids)
        return {each: duty_of(found[each] or anywhere) for each in case_ids}

    return duties


def _alone(case_ids: Collection[CaseId]) -> Mapping[CaseId, Duty]:
    return dict.fromkeys(case_ids, Duty.LEADER)


@dataclass(frozen=True, slots=True)
class Worker:
    """The person at the desk, asked anew each time: the centre may change a role at any moment.

    Attributes:
        duties: In what quality he works; at a desk without a centre one person does everything.
        name: As steps and the journal bear it.
    """

    duties: Duties = _alone
    name: Callable[[], str] = str

    def duty(self, case_id: CaseId) -> Duty:
        """Return in what quality he works on a case."""
        return self.duties((case_id,))[case_id]

    def hand(self, case_id: CaseId, on: date, issued: frozenset[FormKind] = frozenset()) -> Hand:
        """Return him as the one who edits a case on a day."""
        return Hand(self.duty(case_id), self.name(), on, issued)


ALONE = Worker()
"""The only one at a desk: he may do everything."""
