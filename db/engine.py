"""Connections to one encrypted file."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from db.trouble import refused, tell_trouble, told_trouble

BUSY_TIMEOUT_MS = 10_000
"""How long a save waits for another program that is writing."""

WRITES = {"begin": "BEGIN IMMEDIATE"}
"""Execution options of a connection that will write."""

OUTSIDE = {"begin": None}
"""Execution options of a connection for what SQLite does outside of transactions."""

_WITH_A_LOG = "PRAGMA journal_mode = WAL"


def open_engine(path: Path, key: bytes, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """Return connections to a file that is there; dispose of them at the end.

    Args:
        path: The database file.
        key: The raw key, 32 bytes.
        busy_timeout_ms: How long to wait for others.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> Any:
        return _connect(uri, key, busy_timeout_ms)

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,  # No message of an error may quote what somebody typed.
    )
    event.listen(engine, "begin", _begin)
    tell_trouble(engine)
    return engine


def create_file(path: Path, key: bytes) -> None:
    """Make an empty encrypted database, in the mode where a crash loses nothing committed.

    Raises:
        StorageError: The folder cannot be written or the disk is full.
    """
    with told_trouble():
        connection = _connect(f"{path.absolute().as_uri()}?mode=rwc", key, BUSY_TIMEOUT_MS)
        try:
            _require_log(connection.execute(_WITH_A_LOG).fetchone()[0])
            connection.execute("PRAGMA user_version = 0")
        finally:
            connection.close()


def keep_log(engine: Engine) -> None:
    """Let a file be written with a log: a copy that was put back comes without one.

    Without it a power cut may undo what was committed, and nobody reads while somebody writes.

    Raises:
        StorageError: The disk refused it, or another program is in the file.
    """
    with engine.connect().execution_options(**OUTSIDE) as connection:
        _require_log(connection.exec_driver_sql(_WITH_A_LOG).scalar())


def _require_log(mode: object) -> None:
    # Where the disk refuses, SQLite goes on without a log, and only says so.
    if mode != "wal":
        raise refused()


def _connect(uri: str, key: bytes, busy_timeout_ms: int) -> Any:
    # Transactions are begun by ``_begin``: the driver would begin them too late.
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in (
            "cipher_log_level = NONE",
            f"key = \"x'{key.hex()}'\"",
            f"busy_timeout = {busy_timeout_ms}",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
            "recursive_triggers = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: two that read first would both have to give up.
    begin = connection.get_execution_options().get("begin", "BEGIN")
    if begin is not None:
        connection.exec_driver_sql(begin)
