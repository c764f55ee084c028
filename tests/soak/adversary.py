"""Somebody with a login of his own who asks the centre for everything that is not his."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import psycopg

from db.canonical import digest
from db.sync.wire import Judgement, Place, WireOp
from mediation_app.domain.journal import RecordKind
from mediation_app.errors import CentralError
from tests.soak.evidence import Witness
from tests.soak.home import STRANGER, Home

CALLABLE = """
SELECT p.oid::regproc::text AS name, coalesce(p.proargnames, '{}') AS names,
    ARRAY(SELECT format_type(each, NULL) FROM unnest(p.proargtypes) AS each) AS types
FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname = 'sync' AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype
    AND has_function_privilege(%s, p.oid, 'EXECUTE')
ORDER BY 1
"""
TABLES = """
SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = 'sync' AND c.relkind IN ('r', 'p', 'v', 'm') ORDER BY 1
"""
PLANTED = "stranger-"
"""So begin the ids of what the adversary tries to write."""
MOST_ASKED = 24
"""So many combinations of what is not his are tried with each function."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """What belongs to others."""

    records: tuple[str, ...]
    orgs: tuple[int, ...]
    ops: tuple[str, ...]
    bells: tuple[bytes, ...]
    lookups: tuple[bytes, ...] = ()
    """What the status of others' cases is found by: nobody has them without the code."""


def foreign_to(home: Home, witness: Witness) -> Foreign:
    """Return what the stranger never was allowed to see."""
    own = home.people[STRANGER].org_id
    records = tuple(each for each, orgs in sorted(witness.granted.items()) if own not in orgs)
    ops = tuple(edit.op_id for edit in witness.edits.values() if edit.record_id in records)
    query = "SELECT bell_key FROM sync.org WHERE home_id = %s AND org_id <> %s"
    bells = tuple(bytes(row[0]) for row in home.ground.admin.execute(query, (home.home_id, own)))
    told = "SELECT lookup FROM sync.told_status WHERE home_id = %s AND org_id <> %s"
    lookups = tuple(bytes(row[0]) for row in home.ground.admin.execute(told, (home.home_id, own)))
    orgs = tuple(org for org in home.parents if org != own)
    return Foreign(records, orgs, ops, bells, lookups)


def marks_told(home: Home, witness: Witness, marks: frozenset[str]) -> frozenset[str]:
    """Ask for everything; return the marks that came back."""
    foreign = foreign_to(home, witness)
    login = home.people[STRANGER].login
    queries = tuple(_queries(home.ground.admin, login, foreign))
    with psycopg.connect(home.ground.dsn(login), autocommit=True) as line:
        heard = b"\0".join(answer for asked in queries for answer in _asked(line, *asked))
    return frozenset(mark for mark in marks if mark.encode() in heard)


def _queries(
    admin: psycopg.Connection[Any], login: str, foreign: Foreign
) -> Iterator[tuple[str, Sequence[Any]]]:
    """Return what to ask: each table, and each function that the login may call."""
    for table in admin.execute(TABLES).fetchall():
        yield f"SELECT * FROM {table[0]}", ()
    for name, names, types in admin.execute(CALLABLE, (login,)).fetchall():
        words = [_words(*each, foreign) for each in zip(_inputs(names, types), types, strict=True)]
        places = ", ".join(f"%s::{kind}" for kind in types)
        for chosen in islice(product(*words), MOST_ASKED):
            yield f"SELECT * FROM {name}({places})", chosen


def _inputs(names: Sequence[str], types: Sequence[str]) -> list[str]:
    return [*names, *("" for _ in types)][: len(types)]


def _words(name: str, kind: str, foreign: Foreign) -> Sequence[Any]:
    """Return what to ask with at an argument, by its name and type."""
    number = [*foreign.orgs, 500] if "org" in name else [500 if _is_limit(name) else 0]
    text = ["stranger"] if "device" in name else [*foreign.records, "", *foreign.ops[:2]]
    by_type: dict[str, Sequence[Any]] = {
        "bytea": [*foreign.lookups, bytes(32)],
        "bytea[]": [list(foreign.bells)],
        "text[]": [list(foreign.records)],
        "text": text,
        "integer": number,
        "bigint": number,
    }
    return by_type.get(kind, [None])


def _is_limit(name: str) -> bool:
    return any(word in name for word in ("limit", "most", "count"))


def _asked(line: psycopg.Connection[Any], query: str, words: Sequence[Any]) -> Iterator[bytes]:
    try:
        rows = line.execute(query.encode(), words).fetchall()
    except psycopg.Error as error:
        yield str(error).encode()
        return
    for row in rows:
        for cell in row:
            yield from _spelt(cell)


def _spelt(cell: Any) -> Iterator[bytes]:
    octets = cell if isinstance(cell, bytes) else str(cell).encode()
    yield octets
    try:
        yield zlib.decompress(octets)
    except zlib.error:
        return


def writes_allowed(home: Home, witness: Witness) -> Iterator[str]:
    """Try to write into what is not his; tell what the centre let pass."""
    foreign = foreign_to(home, witness)
    central = home.central(home.people[STRANGER])
    for record_id in foreign.records:
        if home.owner(record_id) is None:
            continue
        op = _planted(home, record_id)
        try:
            (verdict,) = central.push("stranger", [op])
        except (CentralError, ValueError):
            continue
        if verdict.judgement is not Judgement.REFUSED:
            yield f"a stranger's entry in {record_id} was {verdict.judgement.value}"


def _planted(home: Home, record_id: str) -> WireOp:
    body = '{"changes":[["facts",null,"外人所写"]],"nonce":"00"}'
    return WireOp(
        op_id=f"{PLANTED}{home.home_id}-{record_id}"[:64],
        kind=RecordKind.CASE,
        record_id=record_id,
        org_id=home.people[STRANGER].org_id,
        action="edit",
        v=1,
        device_seq=0,
        base=Place(),
        after=(),
        saved_at="2026-03-01T00:00:00.000000+00:00",
        body=body,
        body_hash=digest(body),
    )
