"""Reading beside the unit of work."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, Select, func, literal_column, select

from db.agenda import agenda_line_of, count_wanted, limits_wanted, lines_wanted
from db.agendas import unarranged
from db.case_index import identity_key, line_of, person_key, phone_tail
from db.case_roles import roles_in
from db.former_states import case_as_of
from db.histories import history, open_conflicts
from db.scalars import read_instant
from db.schedule_index import booking_of_row, bookings_wanted, busy_of_row, busy_wanted
from db.search_words import question
from db.tables import APPOINTMENT_LINE, CASE_LINE, CASE_PARTY, CASE_SEARCH, DOCUMENT, AnyRow
from db.verification import verify
from mediation_app.domain.boards import Wish
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.documents import FormKind, IssuedLine
from mediation_app.domain.journal import JournalEntry, Verification
from mediation_app.domain.schedule import Booking, in_order
from mediation_app.ports.queries import AgendaLine, CaseLine

_MOST_SIMILAR = 10
_FORMS = tuple(each.value for each in FormKind)
_FOUND = CASE_LINE.join(CASE_SEARCH, CASE_SEARCH.c.rowid == CASE_LINE.c.no)


class SqlQueries:
    """Lines for lists, straight from their index."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def case_lines(
        self, text: str = "", limit: int = 200, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        """Return the lines that fit the text, latest first."""
        asked = question(text)
        lines = select(CASE_LINE).order_by(CASE_LINE.c.no.desc())
        if asked:
            # By the search's own order, else it would collect every hit to sort them.
            found = select(CASE_LINE).select_from(_FOUND).where(_fits(asked))
            lines = found.order_by(CASE_SEARCH.c.rowid.desc())
        return self._lines(lines.limit(limit).offset(offset))

    def count(self, text: str = "") -> int:
        """Return how many lines fit."""
        asked = question(text)
        table = CASE_SEARCH if asked else CASE_LINE
        statement = select(func.count()).select_from(table)
        if asked:
            statement = statement.where(_fits(asked))
        with self._engine.connect() as connection:
            return connection.scalar(statement) or 0

    def similar(self, name: str, identity_number: str, phone: str) -> tuple[CaseLine, ...]:
        """Return cases of what is perhaps the same person, latest first, at most ten."""
        identity, tail, person = identity_key(identity_number), phone_tail(phone), person_key(name)
        alike = []
        if identity:
            alike.append(select(CASE_PARTY.c.case_id).where(CASE_PARTY.c.identity_key == identity))
        if tail and person:
            same = (CASE_PARTY.c.name == person) & (CASE_PARTY.c.phone_tail == tail)
            alike.append(select(CASE_PARTY.c.case_id).where(same))
        if not alike:
            return ()
        # Few ids first: together, the planner would walk the lines to find them in order.
        with self._engine.connect() as connection:
            ids = set(connection.scalars(alike[0].union(*alike[1:])))
        lines = select(CASE_LINE).where(CASE_LINE.c.case_id.in_(ids))
        return self._lines(lines.order_by(CASE_LINE.c.no.desc()).limit(_MOST_SIMILAR))

    def agenda(self, wish: Wish, limit: int = 200, offset: int = 0) -> tuple[AgendaLine, ...]:
        """Return the lines of a board in its order, as far as the agenda is arranged."""
        lines = lines_wanted(wish).limit(limit).offset(offset)
        with self._engine.connect() as connection:
            return tuple(agenda_line_of(row) for row in connection.execute(lines))

    def agenda_count(self, wish: Wish) -> int:
        """Return how many lines there are."""
        with self._engine.connect() as connection:
            return connection.scalar(count_wanted(wish)) or 0

    def running_limits(
        self, owners: frozenset[str] | None, limit: int = 200
    ) -> tuple[AgendaLine, ...]:
        """Return the limits that run, what is due first first."""
        lines = limits_wanted(owners).limit(limit)
        with self._engine.connect() as connection:
            return tuple(agenda_line_of(row) for row in connection.execute(lines))

    def unarranged(self, limits: Limits) -> int:
        """Return how many cases changed, or their tables, since their agenda was arranged."""
        with self._engine.connect() as connection:
            return unarranged(connection, limits)

    def bookings(self, first_on: date, last_on: date) -> tuple[Booking, ...]:
        """Return what is planned on some days, and what other calendars take."""
        with self._engine.connect() as connection:
            planned = connection.execute(bookings_wanted(first_on, last_on))
            ours = [booking_of_row(row) for row in planned]
            taken = connection.execute(busy_wanted(first_on, last_on))
            return in_order([*ours, *(busy_of_row(row) for row in taken)])

    def case_of_appointment(self, appointment_id: str) -> CaseId | None:
        """Return the case that has this appointment; None where there is none."""
        c = APPOINTMENT_LINE.c
        statement = select(c.case_id).where(c.appointment_id == appointment_id).limit(1)
        with self._engine.connect() as connection:
            found = connection.scalar(statement)
        return None if found is None else CaseId(found)

    def roles(self, case_ids: Collection[CaseId]) -> Mapping[CaseId, frozenset[str]]:
        """Return, for each case, the roles that this person has in its organisation or above."""
        with self._engine.connect() as connection:
            return roles_in(connection, case_ids)

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        """Return the documents issued in the case, in their order."""
        c = DOCUMENT.c
        statement = (
            select(c.id, c.kind, c.version, c.issued_at, c.content_digest, c.about)
            # A form of a newer version has no name here; the journal tells that it was issued.
            .where(c.case_id == case_id, c.kind.in_(_FORMS))
            .order_by(c.no)
        )
        with self._engine.connect() as connection:
            return tuple(_issued_line(row) for row in connection.execute(statement))

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        """Return what happened to the case, oldest first."""
        with self._engine.connect() as connection:
            return history(connection, case_id)

    def case_as_of(self, case_id: CaseId, instant: datetime) -> Case | None:
        """Return a case without what was saved since; None where it was not there then."""
        with self._engine.connect() as connection:
            return case_as_of(connection, case_id, instant)

    def conflicts(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        """Return the fields that hold more than one value, of one case or of all, by time."""
        with self._engine.connect() as connection:
            return open_conflicts(connection, case_id)

    def verify(self) -> Verification:
        """Check the database file and the audit chain."""
        return verify(self._engine)

    def _lines(self, lines: Select[Any]) -> tuple[CaseLine, ...]:
        with self._engine.connect() as connection:
            return tuple(line_of(row) for row in connection.execute(lines))


def _fits(asked: str) -> ColumnElement[bool]:
    return literal_column("case_search").bool_op("MATCH")(asked)


def _issued_line(row: AnyRow) -> IssuedLine:
    return IssuedLine(
        id=row.id,
        kind=FormKind(row.kind),
        version=row.version,
        issued_at=read_instant(row.issued_at),
        content_digest=row.content_digest,
        about=row.about,
    )
