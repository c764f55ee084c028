"""Who works at this desk, and in what quality."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.documents import FormKind
from mediation_app.domain.lawful_changes import Hand
from mediation_app.domain.transitions import Duty


def _alone() -> Duty:
    return Duty.LEADER


@dataclass(frozen=True, slots=True)
class Worker:
    """The person at the desk, asked anew each time: the centre may change a role at any moment.

    Attributes:
        duty: In what quality he works; at a desk without a centre one person does everything.
        name: As steps and the journal bear it.
    """

    duty: Callable[[], Duty] = _alone
    name: Callable[[], str] = str

    def hand(self, on: date, issued: frozenset[FormKind] = frozenset()) -> Hand:
        """Return him as the one who edits a case on a day."""
        return Hand(self.duty(), self.name(), on, issued)


ALONE = Worker()
"""The only one at a desk: he may do everything."""
