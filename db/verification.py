"""Is the file whole, and is the journal still what was written?

The checks go from the journal, which can name the entry that is bad, to the file as a whole.
"""

from collections.abc import Callable, Iterator

from sqlalchemy import Engine, func, select, text

from db.canonical import digest
from db.causes import ECHOED
from db.journal import link_of
from db.record_checks import first_bad_record
from db.tables import OP, AnyRow
from mediation_app.domain.journal import Verification
from mediation_app.errors import StorageError

_AT_ONCE = 500


def verify(engine: Engine) -> Verification:
    """Check the audit chain, the records folded from it, the documents and the file."""
    try:
        count = _entry_count(engine)
    except StorageError:
        return Verification(is_ok=False, record_count=0, first_bad=OP.name)
    checks: tuple[Callable[[], str | None], ...] = (
        lambda: _first_bad_link(engine, count),
        lambda: first_bad_record(engine),
        lambda: _first_bad_page(engine),
    )
    bad = next(filter(None, map(_finding, checks)), None)
    return Verification(is_ok=bad is None, record_count=count, first_bad=bad)


def _finding(check: Callable[[], str | None]) -> str | None:
    try:
        return check()
    except StorageError as error:
        return str(error)


def _entry_count(engine: Engine) -> int:
    """Return how many entries were ever written; one that is gone still counts."""
    with engine.connect() as connection:
        written = connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'op'"))
        return max(written or 0, connection.scalar(select(func.max(OP.c.no))) or 0)


def _first_bad_link(engine: Engine, count: int) -> str | None:
    """Walk the chain; name the first entry that is gone, unreadable or not as it was written.

    Args:
        engine: The file.
        count: How many entries there were beforehand; others may be writing meanwhile.
    """
    link, last = b"", 0
    for row in _entries(engine):
        if isinstance(row, int) or row.no != last + 1:
            return _name(engine, last + 1)
        if not _is_as_written(row, link):
            return str(row.op_id)
        link, last = row.link, row.no
    return _name(engine, last + 1) if last < count else None


def _is_as_written(row: AnyRow, previous: bytes) -> bool:
    # What others wrote may have left with its case; the heads after an own entry name it.
    is_erased = row.body is None and (row.state == ECHOED or row.op_id not in row.heads)
    if not is_erased and (row.body is None or row.body_hash != digest(row.body)):
        return False
    return bool(row.link == link_of(previous, row._mapping))  # noqa: SLF001


def _entries(engine: Engine) -> Iterator[AnyRow | int]:
    """Yield the entries in order; the number of one that cannot be read ends them."""
    last = 0
    while rows := _read(engine, last, _AT_ONCE):
        yield from rows
        if isinstance(rows[-1], int):
            return
        last = rows[-1].no


def _read(engine: Engine, after: int, limit: int) -> list[AnyRow | int]:
    try:
        with engine.connect() as connection:
            following = select(OP).where(OP.c.no > after).order_by(OP.c.no).limit(limit)
            return list(connection.execute(following))
    except StorageError:
        if limit == 1:
            return [after + 1]
    # Somewhere among these is a damaged page: read on in smaller steps up to it.
    return _read(engine, after, max(1, limit // 10))


def _name(engine: Engine, no: int) -> str:
    """Return the id of an entry that cannot be read, from its index; its number at worst."""
    ids = text("SELECT no, op_id FROM op INDEXED BY sqlite_autoindex_op_1 WHERE op_id > ''")
    try:
        with engine.connect() as connection:
            for row in connection.execute(ids):
                if row.no == no:
                    return str(row.op_id)
    except StorageError:
        return f"#{no}"
    return f"#{no}"


def _first_bad_page(engine: Engine) -> str | None:
    """Ask the database itself, which knows a checksum for each page."""
    with engine.connect() as connection:
        for pragma in ("cipher_integrity_check", "integrity_check"):
            for (finding,) in connection.exec_driver_sql(f"PRAGMA {pragma}"):
                if finding != "ok":
                    return str(finding)
    return None
