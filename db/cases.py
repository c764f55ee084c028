"""The cases inside one unit of work."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, Table, func, select

from db.amending import amended
from db.blobs import named_in, use
from db.case_index import IndexEntry, put_again, put_new
from db.differences import differing
from db.document_lines import DOCUMENTS, put_lines
from db.fold import DELETED, NUMBER, is_deleted, shown
from db.journal import Base
from db.records import Deed, Records, Step, Stored
from db.registers import Registers, from_registers, to_registers
from db.search_words import number_key
from db.settling import base_of_edit, settlement
from db.tables import CASE_LINE, DELETED_CASE
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import FieldChange, FieldValue, RecordKind
from mediation_app.errors import AmbiguousCaseError, CaseNotFoundError, DuplicateCaseError

_MOST_NAMED = 10
"""So many cases are named where a part of a number fits too many."""


class SqlCases:
    """Cases in the local database; remembers which were written."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records
        self.written: set[str] = set()

    def get(self, case_id: CaseId) -> Case:
        """Return the case."""
        return from_registers(Case, self._stored(case_id).registers)

    def find(self, number: str) -> Case:
        """Return the case with this number, or the only one whose number contains it."""
        key = number_key(number)
        found = self._with_key(key) or self._with_part(key)
        if not found:
            raise CaseNotFoundError(number)
        if len(found) > 1:
            raise AmbiguousCaseError(number, sorted(found.values()))
        return self.get(next(iter(found)))

    def has_number(self, number: str) -> bool:
        """Return whether a case with exactly this number is there, or was before its deletion."""
        return bool(self._holders(number_key(number)))

    def last_serial(self, year: int, word: str) -> int:
        """Return the highest serial among numbers of this year and word."""
        return max(self._last_serial(each, year, word) for each in (CASE_LINE, DELETED_CASE))

    def add(self, case: Case, action: str) -> None:
        """Store a new case."""
        self.add_all([case], action)

    def add_all(self, cases: list[Case], action: str) -> None:
        """Store new cases at once; none of them if the number of one is taken."""
        self._require_new(cases)
        empty = [Stored(RecordKind.CASE, case.id) for case in cases]
        steps = self._records.steps(empty, [_first_deed(case, action) for case in cases])
        entered = self._records.put(steps)
        pairs = zip(cases, entered, strict=True)
        put_new(
            self._connection,
            [IndexEntry(case, entry.no, entry.saved_at) for case, entry in pairs],
        )
        for step in steps:
            self._put_belongings(step)
        self.written.update(case.id for case in cases)

    def save(
        self,
        shown: Case,
        wanted: Case,
        action: str,
        note: str = "",
        marks: Sequence[Conflict] = (),
    ) -> Case:
        """Apply what differs between the two to the case as it is stored now."""
        stored = self._stored(wanted.id)
        changes = differing(stored, shown, wanted)
        if not changes:
            return from_registers(Case, stored.registers)
        base = base_of_edit(self._connection, self._records, stored, shown, changes, marks)
        return self._do(stored, Deed(action, changes, base, wanted, note))

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Case:
        """Settle a conflict by one of its values or another one; return the case as it is then."""
        stored = self._stored(conflict.case_id)
        changes, base = settlement(self._connection, stored, conflict, value)
        return self._do(stored, Deed("resolve", changes, base, note=reason))

    def annotate(self, case_id: CaseId, registers: Registers, action: str, note: str = "") -> None:
        """Write registers into a case that belong to it and are no part of its dataclass."""
        stored = self._stored(case_id)
        there = stored.registers
        changes = tuple(
            FieldChange(path, there.get(path), value)
            for path, value in registers.items()
            if there.get(path) != value
        )
        if changes:
            self._do(stored, Deed(action, changes, stored.base, note=note))

    def amended(
        self, case_id: CaseId, changes: Sequence[FieldChange]
    ) -> tuple[Case, tuple[FieldChange, ...]]:
        """Return the case as it would be with these values, and what would change by that."""
        return amended(Case, self._stored(case_id).registers, changes)

    def delete(self, case_id: CaseId, reason: str) -> None:
        """Take a case out of lists and search; it stays in the journal and can come back."""
        self.annotate(case_id, {DELETED: True}, "delete", reason)

    def is_deleted(self, case_id: CaseId) -> bool:
        """Return whether a case was deleted and did not come back."""
        return is_deleted(self._stored(case_id).state)

    def restore(self, case_id: CaseId) -> Case:
        """Bring a deleted case back."""
        self.annotate(case_id, {DELETED: None}, "restore")
        return self.get(case_id)

    def _do(self, stored: Stored, deed: Deed) -> Case:
        (step,) = self._records.steps([stored], [deed])
        if any(each.path == NUMBER for each in deed.changes):
            self._require_free(step.record)
        (entered,) = self._records.put([step])
        entry = IndexEntry(step.record, entered.no, entered.saved_at, is_deleted(step.state))
        put_again(self._connection, entry)
        self._put_belongings(step)
        self.written.add(stored.record_id)
        case: Case = step.record
        return case

    def _put_belongings(self, step: Step) -> None:
        written = {each.path: each.after for each in step.deed.changes}
        record = (RecordKind.CASE, step.stored.record_id)
        use(self._connection, record, named_in(written.items()), is_sent=False)
        if any(path.startswith(DOCUMENTS) for path in written):
            put_lines(self._connection, step.stored.record_id, shown(step.state))

    def _stored(self, case_id: CaseId) -> Stored:
        stored = self._records.load(RecordKind.CASE, case_id)
        if stored is None:
            raise CaseNotFoundError(case_id)
        return stored

    def _require_new(self, cases: list[Case]) -> None:
        for table in (CASE_LINE, DELETED_CASE):
            for case_id in self._taken(table.c.case_id, [case.id for case in cases]):
                raise ValueError(f"case {case_id} is there already")
            keys = {case.id: number_key(case.number) for case in cases if case.number}
            for key in self._taken(table.c.number_key, list(keys.values())):
                raise DuplicateCaseError(next(c.number for c in cases if keys.get(c.id) == key))

    def _taken(self, column: ColumnElement[str], wanted: list[str]) -> Iterator[str]:
        """Yield what is wanted twice, or there already."""
        yield from (each for each, times in Counter(wanted).items() if times > 1)
        yield from self._connection.scalars(select(column).where(column.in_(wanted)))

    def _require_free(self, case: Case) -> None:
        if self._holders(number_key(case.number)) - {case.id}:
            raise DuplicateCaseError(case.number)

    def _holders(self, key: str) -> set[CaseId]:
        if not key:
            return set()
        return {
            case_id
            for table in (CASE_LINE, DELETED_CASE)
            for case_id in self._numbers(table, table.c.number_key == key)
        }

    def _with_key(self, key: str) -> dict[CaseId, str]:
        if not key:
            return {}
        same = CASE_LINE.c.number_key == key
        provisional = CASE_LINE.c.provisional_key == key
        return self._numbers(CASE_LINE, same) or self._numbers(CASE_LINE, provisional)

    def _with_part(self, key: str) -> dict[CaseId, str]:
        if not key:
            return {}
        return self._numbers(CASE_LINE, func.instr(CASE_LINE.c.number_key, key) > 0)

    def _numbers(self, table: Table, condition: ColumnElement[bool]) -> dict[CaseId, str]:
        rows = self._connection.execute(
            select(table.c.case_id, table.c.number).where(condition).limit(_MOST_NAMED)
        )
        return {CaseId(row.case_id): row.number for row in rows}

    def _last_serial(self, table: Table, year: int, word: str) -> int:
        in_series = (table.c.word == word) & (table.c.year == year)
        return self._connection.scalar(select(func.max(table.c.serial)).where(in_series)) or 0


def _first_deed(case: Case, action: str) -> Deed:
    registers = to_registers(case)
    changes = tuple(FieldChange(path, None, value) for path, value in registers.items())
    return Deed(action, changes, Base(), case)
