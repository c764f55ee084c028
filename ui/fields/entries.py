"""What a field holds: the text, the value it stands for, and what is wrong with it."""

from dataclasses import dataclass

from mediation_app.domain.findings import Finding
from mediation_app.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """The content of a field.

    Attributes:
        text: What was typed, kept whatever is wrong with it.
        value: What it stands for; the field's empty value where it stands for nothing.
        findings: What is wrong or should be looked at.
        is_read: False where the text could not be read as a value.
    """

    text: str
    value: object
    findings: tuple[Finding, ...] = ()
    is_read: bool = True


class Reader:
    """Turns typed text into a value and back, and knows nothing of widgets; this one takes all."""

    sample: str = ""
    """What an empty field shows as an example."""

    def read(self, text: str) -> Entry:
        """Return what the text stands for."""
        return Entry(text, text)

    def write(self, value: object) -> str:
        """Return how a value is shown where nobody types."""
        return "" if value is None else str(value)

    def shape(self, text: str) -> str:
        """Return what is shown of the text while it is typed, such as digits in groups."""
        return text

    def is_full(self, text: str) -> bool:
        """Return whether what is wrong should be said at once, before the field is left."""
        return not text

    def remark(self, entry: Entry) -> Sentence | None:
        """Return what is said under a good value, such as an amount in capitals."""
        del entry
        return None
