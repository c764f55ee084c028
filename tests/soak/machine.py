"""A real station's database in a folder of its own, which can be crashed, copied and put back."""

import json
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, text

from db.database import Database
from db.engine import create_file, open_engine
from db.schema import bring_up_to_date
from db.sync.pushing import POISON
from db.sync.replica import SqlReplica
from mediation_app.domain.cases import Case, CaseId
from tests.fakes.environment import CHINA
from tests.soak.evidence import LocalOp, MachineLeft, RecordId, Register
from tests.soak.evidence import Path as FieldPath
from tests.soak.faults import CrashSwitch
from tests.soak.reference_fold import frozen

KEY = bytes(range(32))
OPS = "SELECT op.*, set_aside.reason AS parked FROM op LEFT JOIN set_aside USING (no)"
CONTENTS = "SELECT record_id, blob_id FROM blob_use JOIN blob USING (blob_id) WHERE is_whole = 1"
RECORDS = """
SELECT record_id, doc FROM record
WHERE NOT EXISTS (SELECT 1 FROM gone WHERE gone.record_id = record.record_id)
"""
FILES = ("station.db", "station.db-wal", "station.db-shm")


@dataclass(slots=True)
class SkewedClock:
    """The clock of one machine: wrong by as much as it likes, and changing when it jumps."""

    skew: timedelta = timedelta()
    at: datetime = datetime(2026, 3, 1, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at + self.skew

    def today(self) -> date:
        return (self.at + self.skew + CHINA).date()


class DrawnIds:
    """Ids that look as real ones do, and are the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._seeds = Random(seed)

    def new(self) -> str:
        return f"{self._seeds.getrandbits(128):032x}"


def make_template(path: Path) -> None:
    """Make the file that every machine begins with."""
    create_file(path, KEY)
    engine = open_engine(path, KEY)
    bring_up_to_date(engine, lambda _: None)
    engine.dispose()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a login at the centre."""

    login: str
    name: str
    password: str
    org_id: int
    """Whose records he sees, and where his new ones belong."""


@dataclass(slots=True)
class Slots:
    """Engines by the file that they open: one that knows its statements already is quicker."""

    engines: dict[Path, tuple[Engine, CrashSwitch]] = field(default_factory=dict)

    def at(self, path: Path) -> tuple[Engine, CrashSwitch]:
        """Return the engine of a file, and what makes it crash."""
        if path not in self.engines:
            engine, switch = open_engine(path, KEY), CrashSwitch()
            switch.wire(engine)
            self.engines[path] = engine, switch
        return self.engines[path]


@dataclass(slots=True)
class Machine:
    """One computer and the person at it."""

    name: str
    folder: Path
    person: Person
    ids: DrawnIds
    clock: SkewedClock = field(default_factory=SkewedClock)
    slots: Slots = field(default_factory=Slots)
    copies: int = 0
    is_in_doubt: bool = False
    numbers_ahead: int = 0
    """So many case numbers it wants for giving them while it is offline."""
    engine: Engine = field(init=False)
    switch: CrashSwitch = field(init=False)
    database: Database = field(init=False)
    replica: SqlReplica = field(init=False)

    def install(self, template: Path) -> None:
        """Put a fresh station on the machine."""
        self.folder.mkdir(parents=True)
        shutil.copyfile(template, self.folder / FILES[0])
        self.open()
        self.database.become_device(self.ids.new())

    def open(self) -> None:
        """Start the program."""
        self.engine, self.switch = self.slots.at(self.folder / FILES[0])
        self.database = Database(self.engine, self.clock, self.ids)
        self.replica = SqlReplica(self.database)

    def close(self) -> None:
        """End the program; what was not committed is gone."""
        self.switch.left = None
        self.engine.dispose()

    def restart(self) -> None:
        """Crash and start again."""
        self.close()
        self.open()

    def copy(self) -> Path:
        """Copy the disk as it is now; return where the copy is."""
        self.close()
        self.copies += 1
        target = self.folder.with_name(f"{self.folder.name}.copy{self.copies}")
        shutil.copytree(self.folder, target)
        self.open()
        return target

    def put_back(self, copy: Path) -> None:
        """Put the disk back to an older copy of it."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.open()

    def cloned(self, name: str, copy: Path, number: int) -> "Machine":
        """Start the program on a second computer from a copy of this disk."""
        folder = self.folder.with_name(name)
        shutil.copytree(copy, folder)
        clone = Machine(name, folder, self.person, DrawnIds(number), slots=self.slots)
        clone.open()
        return clone

    def units(self) -> Any:
        """Return what opens units of work for the person."""
        return self.database.units_of_work(self.person.name)

    def case(self, case_id: str) -> Case:
        """Return a case as the screen shows it."""
        with self.units()() as work:
            shown: Case = work.cases.get(CaseId(case_id))
            return shown

    def rows(self, statement: str, **values: Any) -> list[Any]:
        """Read rows as they lie in the file."""
        with self.engine.connect() as connection:
            return list(connection.execute(text(statement), values))

    def last_no(self) -> int:
        """Return the number of the last entry in the journal."""
        return self.rows("SELECT coalesce(max(no), 0) AS no FROM op")[0].no or 0

    def known_ops(self, record_id: RecordId) -> frozenset[str]:
        """Return the entries of a record that are here with their content."""
        found = self.rows(
            "SELECT op_id FROM op WHERE record_id = :record AND body IS NOT NULL", record=record_id
        )
        return frozenset(row.op_id for row in found)

    def all_ops(self) -> frozenset[str]:
        """Return every entry whose content is here, held ones included."""
        found = {row.op_id for row in self.rows("SELECT op_id FROM op WHERE body IS NOT NULL")}
        return frozenset(found)

    def state_of(self, record_id: RecordId) -> dict[FieldPath, Register]:
        """Return the registers of a record as they are stored."""
        found = self.rows("SELECT doc FROM record WHERE record_id = :record", record=record_id)
        return registers_in(found[0].doc) if found else {}


def unpacked(packed: bytes | str | None) -> str:
    """Return a text that may be packed."""
    if packed is None or isinstance(packed, str):
        return packed or ""
    return zlib.decompress(packed).decode()


def registers_in(doc: bytes | str) -> dict[FieldPath, Register]:
    """Return stored registers so that they can be compared."""
    content = json.loads(unpacked(doc))
    return {
        path: tuple((frozen(each[0]), each[1]) for each in values)
        for path, values in content.items()
    }


def body_of(row: Any) -> dict[FieldPath, str]:
    """Return what the body of a journal row writes; what is in a removed object goes with it."""
    changes = {path: after for path, _, after in json.loads(unpacked(row.body))["changes"]}
    gone = tuple(f"{path}/" for path, after in changes.items() if after is None)
    return {path: frozen(each) for path, each in changes.items() if not path.startswith(gone)}


def texts_in(machine: Machine) -> Iterator[bytes]:
    """Return everything that is in the file, packed or not, table by table."""
    tables = machine.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    for table in tables:
        for row in machine.rows(f'SELECT * FROM "{table.name}"'):
            for cell in row:
                yield from _as_bytes(cell)


def _as_bytes(cell: Any) -> Iterator[bytes]:
    if isinstance(cell, str):
        yield cell.encode()
    elif isinstance(cell, bytes):
        yield cell
        try:
            yield zlib.decompress(cell)
        except zlib.error:
            return


def left_on(machine: Machine, canaries: frozenset[str]) -> MachineLeft:
    """Return what is in the file of a machine."""
    whole = b"\0".join(texts_in(machine))
    verified = machine.database.queries().verify()
    ops = {row.op_id: _local_op(row) for row in machine.rows(OPS)}
    shown = machine.database.queries().conflicts(None)
    return MachineLeft(
        name=machine.name,
        person=machine.person.name,
        orgs=frozenset({machine.person.org_id}),
        ops=ops,
        states={row.record_id: registers_in(row.doc) for row in machine.rows(RECORDS)},
        conflicts=frozenset((each.case_id, each.path) for each in shown),
        canaries=frozenset(each for each in canaries if each.encode() in whole),
        contents=frozenset((row.record_id, row.blob_id) for row in machine.rows(CONTENTS)),
        trouble="" if verified.is_ok else str(verified.first_bad),
    )


def _state_of(row: Any) -> str:
    """Return the state; what no centre could read is kept here only."""
    if row.parked is None:
        return str(row.state)
    return "rejected" if row.parked == POISON else "parked"


def _local_op(row: Any) -> LocalOp:
    return LocalOp(
        op_id=row.op_id,
        record_id=row.record_id,
        state=_state_of(row),
        seq=row.seq,
        chain=row.chain,
        body_hash=row.body_hash,
        is_own=True,
    )
