"""The cases inside one unit of work."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, func, select

from db.case_index import IndexEntry, put_again, put_new
from db.records import Records, Step, Stored, looks
from db.registers import Registers, from_registers, merged, to_registers
from db.search_words import number_key
from db.tables import CASE_LINE
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import RecordKind
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
        """Return whether a case with exactly this number is there."""
        return bool(self._with_key(number_key(number)))

    def last_serial(self, year: int, word: str) -> int:
        """Return the highest serial among numbers of this year and word."""
        in_series = (CASE_LINE.c.word == word) & (CASE_LINE.c.year == year)
        return self._connection.scalar(select(func.max(CASE_LINE.c.serial)).where(in_series)) or 0

    def add(self, case: Case, action: str) -> None:
        """Store a new case."""
        self.add_all([case], action)

    def add_all(self, cases: list[Case], action: str) -> None:
        """Store new cases at once; none of them if the number of one is taken."""
        self._require_new(cases)
        steps = [self._first_step(case, action) for case in cases]
        entered = self._records.put(steps)
        pairs = zip(cases, entered, strict=True)
        put_new(self._connection, [IndexEntry(case, entry) for case, entry in pairs])
        self.written.update(case.id for case in cases)

    def save(self, shown: Case, wanted: Case, action: str) -> Case:
        """Apply what differs between the two to the case as it is stored now."""
        stored = self._stored(wanted.id)
        registers = merged(stored.registers, shown, wanted)
        case = from_registers(Case, registers)
        if registers == stored.registers:
            return case
        self._require_free(case)
        step = Step(
            RecordKind.CASE,
            case.id,
            action,
            stored,
            registers,
            looks(to_registers(case)),
            self._records.base_of(RecordKind.CASE, case.id, shown),
        )
        self._write_again(case, step)
        return case

    def annotate(self, case_id: CaseId, registers: Registers, action: str) -> None:
        """Write registers into a case that belong to it and are no part of its dataclass."""
        stored = self._stored(case_id)
        case = from_registers(Case, stored.registers)
        step = Step(
            RecordKind.CASE,
            case_id,
            action,
            stored,
            {**stored.registers, **registers},
            looks(to_registers(case)),
            self._records.base_of(RecordKind.CASE, case_id, case),
        )
        self._write_again(case, step)

    def _write_again(self, case: Case, step: Step) -> None:
        (entered,) = self._records.put([step])
        put_again(self._connection, IndexEntry(case, entered))
        self.written.add(case.id)

    def _first_step(self, case: Case, action: str) -> Step:
        registers = to_registers(case)
        return Step(RecordKind.CASE, case.id, action, Stored(), registers, looks(registers))

    def _stored(self, case_id: CaseId) -> Stored:
        stored = self._records.load(RecordKind.CASE, case_id)
        if stored is None:
            raise CaseNotFoundError(case_id)
        return stored

    def _require_new(self, cases: list[Case]) -> None:
        for case_id in self._taken(CASE_LINE.c.case_id, [case.id for case in cases]):
            raise ValueError(f"case {case_id} is there already")
        keys = {case.id: number_key(case.number) for case in cases if case.number}
        for key in self._taken(CASE_LINE.c.number_key, list(keys.values())):
            raise DuplicateCaseError(next(c.number for c in cases if keys.get(c.id) == key))

    def _taken(self, column: ColumnElement[str], wanted: list[str]) -> Iterator[str]:
        """Yield what is wanted twice, or there already."""
        yield from (each for each, times in Counter(wanted).items() if times > 1)
        yield from self._connection.scalars(select(column).where(column.in_(wanted)))

    def _require_free(self, case: Case) -> None:
        if set(self._with_key(number_key(case.number))) - {case.id}:
            raise DuplicateCaseError(case.number)

    def _with_key(self, key: str) -> dict[CaseId, str]:
        return self._numbers(CASE_LINE.c.number_key == key) if key else {}

    def _with_part(self, key: str) -> dict[CaseId, str]:
        return self._numbers(func.instr(CASE_LINE.c.number_key, key) > 0) if key else {}

    def _numbers(self, condition: ColumnElement[bool]) -> dict[CaseId, str]:
        rows = self._connection.execute(
            select(CASE_LINE.c.case_id, CASE_LINE.c.number).where(condition).limit(_MOST_NAMED)
        )
        return {CaseId(row.case_id): row.number for row in rows}
