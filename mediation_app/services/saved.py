"""What a service answers after it stored something."""

from dataclasses import dataclass

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import Changes


@dataclass(frozen=True, slots=True)
class SavedCase:
    """The case as it is stored now, and what changed."""

    case: Case
    changes: Changes
