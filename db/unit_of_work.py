"""One action of a person in one transaction."""

from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from db.agendas import SqlAgendas
from db.blobs import SqlBlobs
from db.cases import SqlCases
from db.committees import SqlCommittees
from db.documents import SqlDocuments
from db.engine import WRITES
from db.journal import Journal
from db.numbers import SqlNumbers
from db.records import Records
from db.schedule_index import SqlCalendars
from db.turns import Turns
from mediation_app.domain.journal import Changes
from mediation_app.ports.environment import Clock, Ids


class SqlUnitOfWork:
    """All that was done is stored by ``commit``, or nothing."""

    def __init__(
        self, engine: Engine, author: str, clock: Clock, ids: Ids, turns: Turns | None = None
    ) -> None:
        self._engine = engine
        self._turns = turns or Turns()
        self._author = author
        self._clock = clock
        self._ids = ids

    def __enter__(self) -> Self:
        self._turn = self._turns.come()
        try:
            self._connection = self._begun()
        except BaseException:
            self._turns.go(self._turn)
            raise
        journal = Journal(self._connection, self._author, self._clock, self._ids)
        records = Records(self._connection, journal)
        self._cases = SqlCases(self._connection, records)
        self._agenda = SqlAgendas(self._connection)
        self._calendars = SqlCalendars(self._connection)
        self._committees = SqlCommittees(self._connection, records)
        self._blobs = SqlBlobs(self._connection)
        self._documents = SqlDocuments(self._connection, self._cases, self._blobs)
        self._numbers = SqlNumbers(self._connection, self._cases)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # Closing rolls back what was not committed.
        self._connection.close()
        self._turns.go(self._turn)

    def _begun(self) -> Connection:
        connection = self._engine.connect().execution_options(**WRITES)
        try:
            connection.begin()
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def cases(self) -> SqlCases:
        """The cases."""
        return self._cases

    @property
    def documents(self) -> SqlDocuments:
        """The issued documents."""
        return self._documents

    @property
    def committees(self) -> SqlCommittees:
        """The committee."""
        return self._committees

    @property
    def blobs(self) -> SqlBlobs:
        """The contents of files."""
        return self._blobs

    @property
    def agenda(self) -> SqlAgendas:
        """What is due when."""
        return self._agenda

    @property
    def calendars(self) -> SqlCalendars:
        """Other calendars."""
        return self._calendars

    @property
    def numbers(self) -> SqlNumbers:
        """The case numbers that this machine gives."""
        return self._numbers

    def commit(self) -> Changes:
        """Make everything lasting; the unit of work is over then."""
        self._connection.commit()
        self._connection.close()
        return Changes(frozenset(self._cases.written), self._committees.is_written)
