"""What was typed last before the program ended without being closed."""

from dataclasses import dataclass
from datetime import datetime

from mediation_app.domain.cases import Case
from mediation_app.domain.drafts import FormDraft
from mediation_app.domain.journal import FieldValue


@dataclass(frozen=True, slots=True)
class RecoveredField:
    """A field that was typed into shortly before the end.

    Attributes:
        path: Where in the record.
        before: What it held before these last minutes; None where nothing.
        after: What was stored last.
        now: What it holds now, which somebody may have changed since.
        typed_at: When it was stored, in UTC.
    """

    path: str
    before: FieldValue
    after: FieldValue
    now: FieldValue
    typed_at: datetime

    @property
    def is_there(self) -> bool:
        """True where the field shows what was typed."""
        return self.now == self.after


@dataclass(frozen=True, slots=True)
class RecoveredRecord:
    """A case, or the committee, with the fields that were typed into last.

    Attributes:
        case: As it is now; None for the committee.
        is_new: Whether it was begun in that session.
    """

    case: Case | None
    fields: tuple[RecoveredField, ...]
    is_new: bool = False

    @property
    def is_draft(self) -> bool:
        """True for a case that has no number yet."""
        return self.case is not None and not self.case.number


@dataclass(frozen=True, slots=True)
class Recovered:
    """What an unclean end has left behind, last typed first.

    Attributes:
        saved_at: When the last of it was stored, in UTC; None where nothing was typed.
        drafts: Forms that were filled in and not sent off; all of them are there.
    """

    records: tuple[RecoveredRecord, ...] = ()
    saved_at: datetime | None = None
    drafts: tuple[FormDraft, ...] = ()

    @property
    def is_all_there(self) -> bool:
        """True where every field shows what was typed."""
        return all(each.is_there for record in self.records for each in record.fields)
