"""Works out what is due when, for the cases that changed."""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, Table, delete, func, insert, select

from db.agenda import rows_of, take_agenda_out
from db.fold import shown
from db.journal import Row
from db.meta import get_meta, put_meta
from db.registers import legible
from db.states import read_state
from db.tables import AGENDA_ITEM, AGENDA_STALE, CASE_LINE, RECORD
from mediation_app.domain.agenda import agenda_of
from mediation_app.domain.case_limits import CaseLimit, Limits
from mediation_app.domain.cases import Case
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.results import result_of
from mediation_app.errors import InvalidValueError

BASIS = "agenda_basis"
"""By which rules and tables the agenda was worked out."""
EDITION = 3
"""Of the rules in ``domain.agenda``; another one has every case worked out again."""


class SqlAgendas:
    """The index of what is due when, inside one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def arrange(self, limits: Limits, most: int) -> int:
        """Work out the agenda of so many cases; return how many are left."""
        self._take_basis(_basis(limits))
        case_ids = self._stale(most)
        if case_ids:
            self._put(
                case_ids, [row for case in self._cases(case_ids) for row in _rows(case, limits)]
            )
        return _count(self._connection, AGENDA_STALE)

    def _take_basis(self, basis: str) -> None:
        """Have every case worked out again where the rules or the tables are others now."""
        if get_meta(self._connection, BASIS) != basis:
            put_meta(self._connection, BASIS, basis)
            self._connection.execute(delete(AGENDA_STALE))
            everything = select(CASE_LINE.c.case_id)
            self._connection.execute(insert(AGENDA_STALE).from_select(["case_id"], everything))

    def _stale(self, most: int) -> list[str]:
        """Return cases that changed, the latest ids first."""
        c = AGENDA_STALE.c
        return list(
            self._connection.scalars(select(c.case_id).order_by(c.case_id.desc()).limit(most))
        )

    def _cases(self, case_ids: Collection[str]) -> Iterator[Case]:
        c = RECORD.c
        of_cases = c.record_kind == RecordKind.CASE.value, c.record_id.in_(case_ids)
        for doc in self._connection.scalars(select(c.doc).where(*of_cases)).all():
            # What is due in a case is due also where something else in it cannot be read here.
            yield legible(Case, shown(read_state(doc)))

    def _put(self, case_ids: Collection[str], rows: list[Row]) -> None:
        take_agenda_out(self._connection, case_ids)
        if rows:
            self._connection.execute(insert(AGENDA_ITEM), rows)


def unarranged(connection: Connection, limits: Limits) -> int:
    """Return how many cases changed, or the tables, since their agenda was worked out."""
    is_of_tables = get_meta(connection, BASIS) == _basis(limits)
    return _count(connection, AGENDA_STALE if is_of_tables else CASE_LINE)


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _basis(limits: Limits) -> str:
    return f"{EDITION} {limits.fingerprint}"


def _rows(case: Case, limits: Limits) -> list[Row]:
    result = result_of(case)
    became = () if result is None else (result,)
    return rows_of((*agenda_of(case, _limits(case, limits), limits.calendar), *became))


def _limits(case: Case, limits: Limits) -> tuple[CaseLimit, ...]:
    try:
        return limits.of_case(case)
    except InvalidValueError:  # A day beyond all sense, which its own field tells of.
        return ()
