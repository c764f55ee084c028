"""Machines of invented persons at a centre of a test's own, and operations for them to send."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import psycopg

from db.canonical import canonical, digest
from db.central.client import PostgresCentral
from db.central.logins import create_login
from db.sync.sides import RecordKey
from db.sync.wire import Cursor, FeedEntry, NumberWish, Place, PlacedOp, Verdict, WireOp
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.syncing import CentralAddress
from tests.postgres import PASSWORD, TestDatabase, TestPerson

SAVED_AT = "2026-11-22T08:00:00.000001+00:00"


def an_id() -> str:
    return uuid4().hex


def an_op(record_id: str, org_id: int, **what) -> WireOp:
    """Return an operation; the body is what changes, everything else a field of WireOp."""
    body = what.pop("body", None) or canonical(
        {"changes": [["facts", None, "双方就利息争执"]], "nonce": an_id()}
    )
    op = WireOp(
        op_id=an_id(),
        kind=RecordKind.COMMITTEE if record_id.startswith("org-") else RecordKind.CASE,
        record_id=record_id,
        org_id=org_id,
        action="edit",
        v=1,
        device_seq=0,
        base=Place(),
        after=(),
        saved_at=SAVED_AT,
        body=body,
        body_hash=digest(body),
    )
    return replace(op, **what)


def a_wish(serial: int | None = None, word: str = "云临金人调字", year: int = 2026) -> NumberWish:
    return NumberWish(word, year, serial)


@dataclass
class Machine:
    """A person at a machine."""

    central: PostgresCentral
    person: TestPerson
    device_id: str = field(default_factory=an_id)
    seqs: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def org_id(self) -> int:
        return self.person.org_id

    def hello(self, cursors: Mapping[int, Cursor] | None = None):
        return self.central.hello(self.device_id, f"{self.person.name}的电脑", cursors or {})

    def op(self, record_id: str, org_id: int | None = None, **what) -> WireOp:
        what.setdefault("device_seq", next(self.seqs))
        return an_op(record_id, org_id or self.org_id, **what)

    def push(self, *ops: WireOp) -> tuple[Verdict, ...]:
        return self.central.push(self.device_id, ops)

    def new_record(self, **what) -> str:
        record_id = an_id()
        (verdict,) = self.push(self.op(record_id, **what))
        assert verdict.judgement.value == "placed", verdict
        return record_id

    def log(self, record_id: str) -> tuple[PlacedOp, ...]:
        return self.central.history(key(record_id), 0, 1000)

    def feed(self, org_id: int | None = None) -> tuple[FeedEntry, ...]:
        return self.central.pull(org_id or self.org_id, 0, 1000)


@dataclass(frozen=True)
class Town:
    """A centre with two stations, the first with a branch."""

    centre: int
    station: int
    other_station: int
    branch: int


class Machines:
    """Gives machines in a town, and hangs up at the end."""

    def __init__(self, database: TestDatabase, connection: psycopg.Connection) -> None:
        self.database = database
        self._connection = connection
        self._open: list[PostgresCentral] = []
        self.town = self._found()

    def at(self, org_id: int, name: str = "周文", role: str = "mediator") -> Machine:
        """Add a person to an organisation, and return a machine of that person."""
        person = TestPerson(f"p{an_id()[:20]}", PASSWORD, name, org_id)
        create_login(self._connection, person.login, PASSWORD, "sync_client")
        self.join(person, org_id, role)
        return self.of(person)

    def of(self, person: TestPerson) -> Machine:
        """Return one more machine of a person."""
        machine = Machine(self.central(person), person)
        machine.hello()
        return machine

    def central(self, person: TestPerson, port: int | None = None) -> PostgresCentral:
        address = CentralAddress(
            hosts=self.database.host,
            port=port or self.database.port,
            database=self.database.name,
            login=person.login,
            certificate=self.database.ca.read_text(),
        )
        self._open.append(PostgresCentral(address, person.password))
        return self._open[-1]

    def join(self, person: TestPerson, org_id: int, role: str = "mediator") -> None:
        self.admin(
            "SELECT sync.add_person(%s, %s, %s, %s, %s)",
            *(person.login, person.name, org_id, role, role != "reader"),
        )

    def admin(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        cursor = self._connection.execute(statement.encode(), values or None)
        return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        for central in self._open:
            central.close()

    def _found(self) -> Town:
        centre = self._add_org(None, "centre", "云州中心", "")
        station = self._add_org(centre, "station", "临江调解站", "云临金人调字")
        return Town(
            centre=centre,
            station=station,
            other_station=self._add_org(centre, "station", "西坝调解站", "云西金人调字"),
            branch=self._add_org(station, "branch", "临江支行", ""),
        )

    def _add_org(self, parent: int | None, kind: str, name: str, word: str) -> int:
        return int(
            self.admin("SELECT sync.add_org(%s, %s, %s, %s)", parent, kind, name, word)[0][0]
        )


def key(record_id: str) -> RecordKey:
    kind = RecordKind.COMMITTEE if record_id.startswith("org-") else RecordKind.CASE
    return RecordKey(kind, record_id)


def judgements(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.reason or verdict.judgement.value for verdict in verdicts]
