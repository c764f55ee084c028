"""What one station does while its power goes, step by step, and how one looks at what is left."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from db.database import Database
from db.engine import OUTSIDE, open_engine
from db.keys import read_key_ring
from db.schema import LATEST, version_of
from db.station import DATABASE, KEYS, Station
from mediation_app.domain.cases import Case, CaseId
from mediation_app.errors import StorageError, WrongPasswordError
from tests.db.former_stations import a_former_station
from tests.db.stations import PASSWORD, a_station, surroundings
from tests.db.stored_cases import a_document, numbered
from tests.fakes.environment import CountedIds, SteppingClock

NEW_PASSWORD = "临江-2027-调解"
PAGES_OF_A_LOG = 40
"""After so many pages SQLite brings its log into the file: a checkpoint comes in every play."""
FORMER = 3


@dataclass(frozen=True, slots=True)
class State:
    """What the program finds.

    Attributes:
        edits: Ids of the entries in the journal.
        digest: Of everything that has to be as it was before a step, or as it is after it.
        says: The same in words that are equal whenever the same was done.
    """

    edits: frozenset[str] = frozenset()
    digest: str = ""
    says: str = ""


@dataclass(slots=True)
class Desk:
    """The station at which somebody works."""

    folder: Path
    synchronous: str = ""
    """Another way of SQLite to write, to see what it would lose; empty for the program's own."""
    ids: CountedIds = field(default_factory=lambda: CountedIds(7))
    clock: SteppingClock = field(default_factory=SteppingClock)
    _database: Database | None = None

    @property
    def station(self) -> Station:
        """Return the station, with ids that no other desk gives."""
        return _a_station(self.folder, self.ids, self.clock)

    @property
    def database(self) -> Database:
        """Return the open database."""
        if self._database is None:
            self._database = self.station.open(PASSWORD)
            tune(self._database.engine, self.synchronous)
        return self._database

    def edits(self) -> frozenset[str]:
        """Return what the open program has in its journal."""
        return _state(self._database.engine).edits if self._database else frozenset()

    def close(self) -> None:
        """End the program."""
        if self._database is not None:
            self._database.dispose()
            self._database = None


def _a_station(folder: Path, ids: CountedIds, clock: SteppingClock) -> Station:
    return Station(folder, replace(surroundings(ids=ids), clock=clock))


def _found(folder: Path, ids: CountedIds) -> Station:
    """Return what is left of a station, at a later time."""
    return _a_station(folder, ids, SteppingClock(datetime(2027, 3, 1, 1, 0, tzinfo=UTC)))


def tune(engine: Engine, synchronous: str = "", pages: int = PAGES_OF_A_LOG) -> None:
    """Let checkpoints come often, and SQLite perhaps write in another way."""

    def at_connecting(connection: Any, _: object = None) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint = {pages}")
        if synchronous:
            connection.execute(f"PRAGMA synchronous = {synchronous}")

    event.listen(engine, "connect", at_connecting)
    with engine.connect() as connection:
        at_connecting(connection.connection.driver_connection)


Step = Callable[[Desk], object]


@dataclass(frozen=True, slots=True)
class Play:
    """Something that is done at a station.

    Attributes:
        prepare: Makes the folder as it is before; given the folder that will hold it.
        steps: Each is one thing that a person does, stored when it returns.
        look: Says what is left, as the program sees it.
    """

    name: str
    prepare: Callable[[Path], None]
    steps: tuple[Step, ...]
    look: Callable[[Path], State]


class HalfError(Exception):
    """What is left is neither the old nor the new."""


# --- what is done --------------------------------------------------------------------------------


def _nothing(folder: Path) -> None:
    folder.mkdir(parents=True)


def _with_a_case(folder: Path) -> None:
    station = a_station(folder.parent)
    station.create(PASSWORD)
    database = station.open(PASSWORD)
    with database.units_of_work("甲")() as work:
        work.cases.add(numbered(1), "begin")
        work.commit()
    database.dispose()


def _former(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    a_former_station(folder.parent, FORMER)


def _open(desk: Desk) -> Database:
    return desk.database


def _type(text: str) -> Step:
    def step(desk: Desk) -> None:
        with desk.database.units_of_work("甲")() as work:
            case = work.cases.get(CaseId("c1"))
            work.cases.save(case, replace(case, facts=text), "edit")
            work.commit()

    return step


def _keep_a_file(desk: Desk) -> None:
    with desk.database.units_of_work("甲")() as work:
        work.documents.add(a_document(pdf=b"%PDF-1.7" + b"page" * 9_000))
        work.commit()


def _add_many(desk: Desk) -> None:
    desk.database.bulk_add((_many(serial) for serial in range(2, 26)), "甲")


def _many(serial: int) -> Case:
    case: Case = numbered(serial, facts=f"第{serial}件" * 60)
    return case


def _become_another(desk: Desk) -> None:
    desk.database.become_device(desk.ids.new())


def _back_up_to(name: str) -> Step:
    return lambda desk: desk.database.back_up(desk.folder / name)


def _create(desk: Desk) -> None:
    desk.station.create(PASSWORD)


def _begin(desk: Desk) -> None:
    with desk.database.units_of_work("甲")() as work:
        work.cases.add(numbered(1), "begin")
        work.commit()


def _give_a_new_password(desk: Desk) -> None:
    try:
        desk.station.set_password(PASSWORD, "站长", NEW_PASSWORD)
    except WrongPasswordError:
        # Where the folder refused to be synced the new one may hold, though it was not promised.
        desk.station.set_password(NEW_PASSWORD, "站长", NEW_PASSWORD)


def _give_another_person_one(desk: Desk) -> None:
    desk.station.set_password(NEW_PASSWORD, "书记员", "a third one")


# --- what is left --------------------------------------------------------------------------------


@contextmanager
def _opened(folder: Path) -> Iterator[Database]:
    """Open what is left, as the next start does, and see that it is sound."""
    database = _found(folder, CountedIds(9)).open(PASSWORD)
    try:
        require_sound(database.engine)
        verified = database.queries().verify()
        if not verified.is_ok:
            raise HalfError(f"the journal breaks at {verified.first_bad}")
        yield database
    finally:
        database.dispose()


def require_sound(engine: Engine) -> None:
    """See that the file is whole, on the disk and as SQLite reads it."""
    with engine.connect().execution_options(**OUTSIDE) as connection:
        found = list(connection.exec_driver_sql("PRAGMA integrity_check").scalars())
        # What the log replaces may be torn in the file itself, which alone is looked at next.
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        found += connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
        found += [str(each) for each in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    if found != ["ok"]:
        raise HalfError(f"the file is damaged: {found[:3]}")


def _contents(folder: Path) -> State:
    """Return everything that is in the tables; see that saving goes on."""
    with _opened(folder) as database:
        state = _state(database.engine)
        with database.units_of_work("甲")() as work:
            case = work.cases.get(CaseId("c1"))
            work.cases.add(numbered(99), "begin")
            work.commit()
        listed = [line.id for line in database.queries().case_lines(limit=100)]
        return replace(state, says=f"{case.facts[:3]} {len(listed)} cases")


def _state(engine: Engine) -> State:
    whole = sha256()
    with engine.connect() as connection:
        edits = connection.exec_driver_sql("SELECT op_id FROM op").scalars().all()
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        for name in connection.exec_driver_sql(tables).scalars().all():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"'):
                whole.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return State(frozenset(edits), whole.hexdigest())


def _with_copies(folder: Path) -> State:
    """Return how many whole copies there are; one that is still being made may be half."""
    whole = sum(_is_whole(folder, copy) for copy in folder.glob("copy*.db"))
    with _opened(folder) as database:
        return _told(database, f"{whole} whole copies")


def _is_whole(folder: Path, copy: Path) -> bool:
    engine = open_engine(copy, read_key_ring(folder / KEYS).unlock(PASSWORD))
    try:
        require_sound(engine)
        return version_of(engine) > 0 and bool(_state(engine).edits)
    except (StorageError, HalfError):
        return False
    finally:
        engine.dispose()


def _created(folder: Path) -> State:
    """Return what is in the station; where there is none yet, one can be made."""
    station = _found(folder, CountedIds(8))
    if not station.exists:
        station.create(PASSWORD)
        with _opened(folder):
            return State(digest="none")
    with _opened(folder) as database:
        count = len(database.queries().case_lines())
        return _told(database, f"{count} cases, {bool(database.device_id)}")


def _passwords(folder: Path) -> State:
    """Return which passwords open it; the file must be whole and open by one at least."""
    ring = read_key_ring(folder / KEYS)
    opening = []
    for password in (PASSWORD, NEW_PASSWORD, "a third one"):
        try:
            ring.unlock(password)
            opening.append(password)
        except WrongPasswordError:
            continue
    return State(digest=json.dumps(opening), says=json.dumps(opening))


def _upgraded(folder: Path) -> State:
    """Return what is there after the next start, which brings up to date what is not yet."""
    key = read_key_ring(folder / KEYS).unlock(PASSWORD)
    engine = open_engine(folder / DATABASE, key)
    version = version_of(engine)
    engine.dispose()
    copies = [_is_whole(folder, copy) for copy in folder.glob(f"station.v{FORMER}.*.db")]
    if version == LATEST and not any(copies):
        raise HalfError("it is brought up to date, and no whole copy of before is there")
    with _opened(folder) as database:
        now = version_of(database.engine)
        return _told(database, f"version {now}")


def _told(database: Database, says: str) -> State:
    return State(_state(database.engine).edits, says, says)


PLAYS = (
    Play("save", _with_a_case, (_open, *(_type(f"第{n}稿" * 30) for n in range(6))), _contents),
    Play("bulk save", _with_a_case, (_open, _add_many, _keep_a_file, _type("后")), _contents),
    Play("new device id", _with_a_case, (_open, _become_another, _type("后")), _contents),
    Play(
        "backup",
        _with_a_case,
        (_open, _back_up_to("copy1.db"), _back_up_to("copy2.db")),
        _with_copies,
    ),
    Play("create", _nothing, (_create, _open, _begin), _created),
    Play("passwords", _with_a_case, (_give_a_new_password, _give_another_person_one), _passwords),
    Play("migration", _former, (_open,), _upgraded),
)
