"""An open database."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, text

from db.atomic_file import made_whole
from db.devices import become_device
from db.engine import OUTSIDE, WRITES
from db.journal import DEVICE_ID
from db.meta import get_meta
from db.queries import SqlQueries
from db.turns import Turns
from db.unit_of_work import SqlUnitOfWork
from mediation_app.domain.cases import Case
from mediation_app.domain.journal import Changes
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.storage import UnitsOfWork

_AT_ONCE = 500


class Database:
    """The memory of one station; ``dispose`` closes the file."""

    def __init__(self, engine: Engine, clock: Clock, ids: Ids) -> None:
        self._engine = engine
        self._clock = clock
        self._ids = ids
        self.turns = Turns()
        """In which those who write come."""

    @property
    def engine(self) -> Engine:
        """The connections to the file, for what works beside the units of work."""
        return self._engine

    @property
    def clock(self) -> Clock:
        """The time at this station."""
        return self._clock

    @property
    def ids(self) -> Ids:
        """Where this station takes new ids from."""
        return self._ids

    @property
    def device_id(self) -> str:
        """The id under which this machine writes."""
        with self._engine.connect() as connection:
            return str(get_meta(connection, DEVICE_ID))

    def become_device(self, device_id: str) -> None:
        """Write under this id from now on: a new file, or a copy brought from elsewhere."""
        with self._engine.connect().execution_options(**WRITES) as connection:
            become_device(connection, device_id, self._clock.now())
            connection.commit()

    def units_of_work(self, author: str) -> UnitsOfWork:
        """Return what opens units of work in the name of this person."""

        def begin() -> SqlUnitOfWork:
            return SqlUnitOfWork(self._engine, author, self._clock, self._ids, self.turns)

        return begin

    def queries(self) -> SqlQueries:
        """Return what reads beside the units of work."""
        return SqlQueries(self._engine)

    def bulk_add(self, cases: Iterable[Case], author: str, action: str = "import") -> Changes:
        """Add many new cases quickly, each with its journal entry.

        They are stored some hundred at a time; those before a failure stay.

        Raises:
            DuplicateCaseError: The number of one is taken.
        """
        written: set[str] = set()
        for portion in _portions(iter(cases)):
            with SqlUnitOfWork(self._engine, author, self._clock, self._ids, self.turns) as work:
                work.cases.add_all(portion, action)
                written |= work.commit().case_ids
        return Changes(frozenset(written))

    def back_up(self, target: Path) -> None:
        """Write a complete copy, encrypted with the same key; it is on the disk afterwards.

        Raises:
            StorageError: The folder cannot be written or the disk is full.
        """
        # SQLite leaves the journal of a copy to be deleted by a crash, or not: under the name of
        # the finished copy it would empty it again.
        with (
            made_whole(target) as unfinished,
            self._engine.connect().execution_options(**OUTSIDE) as connection,
        ):
            connection.execute(text("VACUUM INTO :target"), {"target": str(unfinished)})

    def bring_home(self) -> None:
        """Bring all that was stored from SQLite's log into the file, which may then be moved.

        Closing does so as well, and says nothing where it fails.

        Raises:
            StorageError: The disk refused it.
        """
        with self._engine.connect().execution_options(**OUTSIDE) as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def dispose(self) -> None:
        """Close the file."""
        self._engine.dispose()


def _portions(cases: Iterator[Case]) -> Iterator[list[Case]]:
    while portion := list(islice(cases, _AT_ONCE)):
        yield portion
