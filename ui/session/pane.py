"""What the panes of the session desk have in common."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.sessions import Offer
from ui.case.sections.section import CaseContext, Section


@dataclass(frozen=True, slots=True)
class Table:
    """The session that is going on: what the panes read, and what they ask of the desk.

    Attributes:
        show_offer: Lets the customer see an offer.
        take_offer: Makes an offer the deal that is being written down.
        fix_deal: Writes the deal into the agreement.
        fail: Ends the mediation.
    """

    context: CaseContext
    meeting_id: str
    show_offer: Callable[[Offer], None]
    take_offer: Callable[[Offer], None]
    fix_deal: Callable[[], None]
    fail: Callable[[], None]

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        return self.context.case

    @property
    def place(self) -> str:
        """Where the session stands in the case."""
        return f"meetings/{self.meeting_id}"

    @property
    def meeting(self) -> Meeting:
        """The session as it is on screen; an empty one where it was taken away elsewhere."""
        found = (each for each in self.case.meetings if each.id == self.meeting_id)
        return next(found, None) or Meeting(self.meeting_id, self.today())

    def today(self) -> date:
        """Return the local date."""
        return self.context.place.desk.clock.today()

    def put(self, **facts: object) -> None:
        """Change facts of the session."""
        changed = replace(self.meeting, **facts)  # type: ignore[arg-type]
        meetings = tuple(
            changed if each.id == self.meeting_id else each for each in self.case.meetings
        )
        self.context.editing.put(replace(self.case, meetings=meetings))


class SessionPane(Section):
    """One pane beside the notes."""

    def __init__(self, table: Table) -> None:
        self.table = table
        super().__init__(table.context)
