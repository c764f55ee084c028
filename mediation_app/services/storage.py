"""Where the services read and write."""

from dataclasses import dataclass

from mediation_app.ports.queries import Queries
from mediation_app.ports.storage import UnitsOfWork


@dataclass(frozen=True, slots=True)
class Storage:
    """The two ways to the memory: whole records to change, and lines to read."""

    units: UnitsOfWork
    queries: Queries
