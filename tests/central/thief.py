"""Whoever has stolen a login and its password, and uses them without our program."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg

from db.central.messages import returned_message, sent_message


@dataclass(frozen=True)
class Thief:
    """A raw connection."""

    connection: psycopg.Connection

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        cursor = self.connection.execute(statement.encode(), values or None)
        return cursor.fetchall() if cursor.description else []

    def stopped_by(self, statement: str, *values: object) -> str:
        """Return the SQLSTATE of what stopped a statement, empty where nothing did."""
        try:
            self.rows(statement, *values)
        except psycopg.Error as error:
            return error.sqlstate or type(error).__name__
        return ""

    def answer(self, statement: str, *values: object) -> tuple[object, ...]:
        """Return what somebody learns of a statement: the rows, or every word of an error."""
        try:
            return tuple(self.rows(statement, *values))
        except psycopg.Error as error:
            said = error.diag
            words = said.message_primary, said.message_detail, said.message_hint, said.context
            return error.sqlstate, *words

    def pages(self, statement: str, *values: object) -> int:
        """Return how many pages a statement touches when everything about it is known already."""
        explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
        plans = [self.rows(explain, *values)[0][0][0]["Plan"] for _ in range(4)]
        return min(int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]) for plan in plans)

    def work(self, statement: str) -> tuple[int, int]:
        """Return how many pages a writing statement touches when it is sent again, and how much it
        writes down. The least counts: now and then the server also tidies a page.
        """
        self.rows(statement)
        explain = f"EXPLAIN (ANALYZE, BUFFERS, WAL, FORMAT JSON) {statement}"
        # The first makes plans.
        plans = [self.rows(explain)[0][0][0]["Plan"] for _ in range(5)][1:]
        pages = min(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"] for plan in plans)
        return int(pages), int(min(plan["WAL Records"] for plan in plans))

    def push(self, device_id: str, *ops, **claimed: object) -> list[tuple[Any, ...]]:
        messages = [sent_message(op) | claimed for op in ops]
        return self.rows("SELECT * FROM sync.push(%s, %s)", device_id, json.dumps(messages))

    def rescue(self, device_id: str, placed, **claimed: object) -> list[tuple[Any, ...]]:
        messages = json.dumps([returned_message(placed) | claimed])
        return self.rows("SELECT * FROM sync.rescue(%s, %s)", device_id, messages)


@contextmanager
def a_thief(dsn: str) -> Iterator[Thief]:
    with closing(psycopg.connect(dsn, autocommit=True, prepare_threshold=None)) as connection:
        yield Thief(connection)
