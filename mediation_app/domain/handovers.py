"""What a person owns, as a colleague needs to know it who takes over (交接)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.agenda import AgendaItem, AgendaKind, owner_of
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.stages import CLOSED, stage_of

HANDED_OVER = "交接"
"""What a lasting hand-over is called among the steps of a case."""
_PROMISES = frozenset({AgendaKind.PROMISE})
_WAITS = frozenset({AgendaKind.WAIT, AgendaKind.ANSWER, AgendaKind.MATERIAL, AgendaKind.PAUSE})


@dataclass(frozen=True, slots=True)
class OwnedCase:
    """A case in which a person has something to see to.

    Attributes:
        parties: Both sides, as they stand on paper.
        stage: Where it stands, as the desk calls it.
        is_owned: The case itself is the person's; else only the items are.
        items: What the person sees to in it, what is due first in front.
    """

    case_id: CaseId
    number: str
    parties: str
    stage: str
    is_owned: bool
    items: tuple[AgendaItem, ...]

    @property
    def next_item(self) -> AgendaItem | None:
        """What is due next; where nothing has a day, the first thing there is."""
        dated = (each for each in self.items if each.due_on is not None)
        return next(dated, next(iter(self.items), None))

    @property
    def promised(self) -> tuple[AgendaItem, ...]:
        """What was promised, to whom and by when."""
        return tuple(each for each in self.items if each.kind in _PROMISES)

    @property
    def waited_for(self) -> tuple[AgendaItem, ...]:
        """What others have to do first."""
        return tuple(each for each in self.items if each.kind in _WAITS)


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One line of the sheet; the initials are left for a hand."""

    number: str
    parties: str
    stage: str
    next_step: str
    next_on: date | None
    promised: str
    waits_for: str


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """The sheet that both colleagues sign (交接清单).

    Attributes:
        person: Who hands over.
        deputy: Who takes over; empty where nobody was named yet.
        to_on: The last day; None where it lasts.
        edition: The dated edition of the fixed wording.
    """

    committee: str
    station: str
    person: str
    deputy: str
    from_on: date
    to_on: date | None
    rows: tuple[HandoverRow, ...]
    edition: str = "2026-01"


def owned_case(case: Case, items: Iterable[AgendaItem], person: str) -> OwnedCase | None:
    """Return what of a case is the person's, None where nothing is."""
    is_owned = owner_of(case) == person and stage_of(case) not in CLOSED
    mine = sorted((each for each in items if person in each.owners), key=_by_day)
    if not mine and not is_owned:
        return None
    sides = ("、".join(p.name for p in case.parties_in(role)) for role in _SIDES)
    return OwnedCase(
        case_id=case.id,
        number=case.number,
        parties=" / ".join(each for each in sides if each),
        stage=stage_of(case).value,
        is_owned=is_owned,
        items=tuple(mine),
    )


_SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT)


def row_of(owned: OwnedCase) -> HandoverRow:
    """Return a case as a line of the sheet."""
    item = owned.next_item
    return HandoverRow(
        number=owned.number,
        parties=owned.parties,
        stage=owned.stage,
        next_step=str(words_of(item)) if item else "",
        next_on=item.due_on if item else None,
        promised="；".join(map(_told, owned.promised)),
        waits_for="；".join(map(_told, owned.waited_for)),
    )


def _told(item: AgendaItem) -> str:
    """Return a thing with its day."""
    day = f" {item.due_on}" if item.due_on else ""
    return f"{words_of(item)}{day}"


def _by_day(item: AgendaItem) -> tuple[str, str, str]:
    day = "9999" if item.due_on is None else item.due_on.isoformat()
    return day, item.kind.value, item.ref
