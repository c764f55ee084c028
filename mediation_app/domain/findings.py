"""What a rule found wrong with one fact, and what would be right."""

from dataclasses import dataclass
from enum import Enum

from mediation_app.sentences import Sentence


class Severity(Enum):
    """How much a finding matters."""

    ERROR = "error"
    """The value is wrong and must be corrected before it is stored as checked."""
    WARNING = "warning"
    """Genuine values sometimes look like this: a person should check, nothing is stopped."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with one fact."""

    severity: Severity
    sentence: Sentence

    @property
    def is_error(self) -> bool:
        """True where the value must be corrected."""
        return self.severity is Severity.ERROR


def error(sentence: Sentence) -> Finding:
    """Return a finding that must be corrected."""
    return Finding(Severity.ERROR, sentence)


def warning(sentence: Sentence) -> Finding:
    """Return a finding that a person should check."""
    return Finding(Severity.WARNING, sentence)
