"""The tables of the centre as they lie there, read and put back by its administrator."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import namedtuple_row

from tests.soak.evidence import CentreLeft, FedEntry, LoggedOp

OPS = """
SELECT op.*, device.device_id, sync.kind_of(op.record_id) AS kind
FROM sync.op AS op
JOIN sync.device AS device ON device.home_id = op.home_id AND device.device_no = op.device_no
WHERE op.home_id = %s
"""
TABLES = """
SELECT c.relname FROM pg_class AS c
JOIN pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'home_id'
WHERE n.nspname = 'sync' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
ORDER BY c.relname
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """The rows of one home, table by table, as COPY writes them."""

    rows: dict[str, bytes]


def tables_of_homes(admin: psycopg.Connection[Any]) -> list[str]:
    """Return the tables whose rows belong to a home."""
    return [row[0] for row in admin.execute(TABLES)]


def take_backup(admin: psycopg.Connection[Any], home_id: int) -> Backup:
    """Copy out the rows of one home, all as they were at one moment."""
    rows = {}
    with admin.transaction(), admin.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for table in tables_of_homes(admin):
            copying = sql.SQL("COPY (SELECT * FROM sync.{} WHERE home_id = {}) TO STDOUT")
            with cursor.copy(copying.format(sql.Identifier(table), home_id)) as copy:
                rows[table] = b"".join(bytes(piece) for piece in copy)
    return Backup(rows)


def restore(admin: psycopg.Connection[Any], home_id: int, backup: Backup) -> None:
    """Put the rows of one home back, past every trigger, as a restored disk would be."""
    with admin.transaction(), admin.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in tables_of_homes(admin):
            name = sql.Identifier(table)
            cursor.execute(
                sql.SQL("DELETE FROM sync.{} WHERE home_id = %s").format(name), (home_id,)
            )
            if backup.rows.get(table):
                with cursor.copy(sql.SQL("COPY sync.{} FROM STDIN").format(name)) as copy:
                    copy.write(backup.rows[table])


def read_left(admin: psycopg.Connection[Any], home_id: int) -> CentreLeft:
    """Return what the tables of a home hold."""

    def rows(query: str) -> Iterable[Any]:
        with admin.cursor(row_factory=namedtuple_row) as cursor:
            return cursor.execute(query, (home_id,)).fetchall()

    serials = defaultdict(list)
    for row in rows("SELECT org_id, year, serial FROM sync.official_number WHERE home_id = %s"):
        serials[row.org_id, row.year].append(row.serial)
    return CentreLeft(
        log=tuple(_logged(row) for row in rows(OPS)),
        feed=tuple(_fed(row) for row in rows("SELECT * FROM sync.feed WHERE home_id = %s")),
        set_aside=frozenset(
            row.op_id for row in rows("SELECT op_id FROM sync.quarantine WHERE home_id = %s")
        ),
        contents=frozenset(
            (row.record_id, row.blob_id)
            for row in rows("SELECT * FROM sync.blob WHERE home_id = %s AND is_complete")
        ),
        signatures=tuple(
            row.op_id for row in rows("SELECT op_id FROM sync.sealed_agreement WHERE home_id = %s")
        ),
        serials={series: tuple(given) for series, given in serials.items()},
        heads={
            (row.org_id, row.year): row.head
            for row in rows("SELECT org_id, year, head FROM sync.number_series WHERE home_id = %s")
        },
    )


def _logged(row: Any) -> LoggedOp:
    return LoggedOp(
        op_id=row.op_id,
        kind=row.kind,
        record_id=row.record_id,
        action=row.action,
        v=row.v,
        author=row.author,
        device_id=row.device_id,
        device_seq=row.device_seq,
        seq=row.seq,
        base_seq=row.base_seq,
        base_chain=row.base_chain,
        after=tuple(json.loads(row.after)),
        saved_at=row.saved_at,
        placed_at=instant(row.placed_at),
        body=row.body or "",
        body_hash=row.body_hash,
        said=row.said,
        sealed=row.sealed,
        chain=row.chain,
        blobs=tuple(row.blobs),
    )


def instant(at: datetime) -> str:
    """Return an instant as both sides write it into their hashes."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _fed(row: Any) -> FedEntry:
    return FedEntry(row.org_id, row.fseq, row.event, row.record_id, row.seq, row.chain)
