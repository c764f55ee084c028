"""What is typed into a form that is not sent off yet, such as the card that plans a meeting."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FormPlace:
    """Where a form stands.

    Attributes:
        page: The key of its page, such as ``case`` or ``handover``.
        subject: The id of the case it is about; empty where it is about none.
        form: Which form of the page, such as ``plan``; a part after a slash says of what.
    """

    page: str
    subject: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The fields of a form that a person has typed into.

    Attributes:
        place: Where the form stands.
        about: What the person calls it, as it was on screen: 排期 and the number of the case.
        texts: Name and text of each field typed into. Never part of a log.
        typed_at: When it was stored last, in UTC.
    """

    place: FormPlace
    about: str = ""
    texts: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    typed_at: datetime = NEVER

    @property
    def is_empty(self) -> bool:
        """True where nothing is left of what was typed."""
        return not any(text.strip() for _, text in self.texts)
