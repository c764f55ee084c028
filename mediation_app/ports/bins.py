"""What the services need to know of what was deleted."""

from datetime import datetime
from typing import Protocol

from mediation_app.domain.bins import Binned


class Bins(Protocol):
    """What was deleted on this machine or elsewhere, as the journal tells it."""

    def binned(self, since: datetime) -> tuple[Binned, ...]:
        """Return what was deleted since then, is still away and was not emptied, newest first."""
        ...

    def empty(self, since: datetime, now: datetime) -> int:
        """Take everything deleted since then out of the bin; return how much that was.

        Records and their journal stay, as the centre and the audit trail need them.
        """
        ...

    def free(self, before: datetime) -> int:
        """Erase contents of files that were deleted before then, or emptied; return how many.

        Contents stay that something else names, that belong to issued documents, or that the
        centre has not got yet.
        """
        ...
