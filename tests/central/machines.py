"""Machines of invented persons at a centre of a test's own, and operations for them to send."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from db.canonical import canonical, digest
from db.central.client import PostgresCentral
from db.sync.sides import RecordKey
from db.sync.wire import FeedEntry, NumberWish, Place, PlacedOp, Verdict, WireOp
from mediation_app.domain.journal import RecordKind
from tests.postgres import TestCentre, TestPerson

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
    seqs: itertools.count = field(default_factory=lambda: itertools.count(1))

    @property
    def org_id(self) -> int:
        return self.person.org_id

    def hello(self, cursors: Mapping | None = None):
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


class Machines:
    """Gives machines at one centre, and hangs up at the end."""

    def __init__(self, centre: TestCentre) -> None:
        self.centre = centre
        self._open: list[PostgresCentral] = []

    def of(self, person: TestPerson) -> Machine:
        central = PostgresCentral(self.centre.address(person), person.password)
        self._open.append(central)
        machine = Machine(central, person)
        machine.hello()
        return machine

    def at(self, org_id: int, name: str = "周文", role: str = "mediator") -> Machine:
        return self.of(self.centre.person(name, org_id, role))

    def admin(self, statement: str, *values: object):
        with self.centre.database.connect() as connection:
            cursor = connection.execute(statement.encode(), values)
            return cursor.fetchall() if cursor.description else []

    def close(self) -> None:
        for central in self._open:
            central.close()


def key(record_id: str) -> RecordKey:
    kind = RecordKind.COMMITTEE if record_id.startswith("org-") else RecordKind.CASE
    return RecordKey(kind, record_id)


def judgements(verdicts: Sequence[Verdict]) -> list[str]:
    return [verdict.reason or verdict.judgement.value for verdict in verdicts]
