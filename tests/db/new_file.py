"""Writes down what the migrations make of an empty file: ``python -m tests.db.new_file``."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from db.engine import create_file, open_engine
from db.key_slots import new_key
from db.schema import NEW_FILE, upgrade, version_of

_NOT_OF_OTHERS = """
SELECT sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  -- Tables that a table for searching makes for itself.
  AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
ORDER BY rowid
"""
_REVISION = "SELECT version_num FROM alembic_version"


def statements(engine: Engine) -> str:
    """Return what makes an empty file the same as this one; a blank line parts two statements."""
    with engine.connect() as connection:
        made = [_tidy(row.sql) for row in connection.exec_driver_sql(_NOT_OF_OTHERS)]
        (revision,) = connection.exec_driver_sql(_REVISION).scalars()
    made.append(f"INSERT INTO alembic_version (version_num) VALUES ('{revision}')")
    made.append(f"PRAGMA user_version = {version_of(engine)}")
    return "\n\n".join(made) + "\n"


def _tidy(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.splitlines()).strip()


def migrated(folder: Path) -> Engine:
    """Return an empty file that went through every migration; dispose of it."""
    key = new_key()
    create_file(folder / "migrated.db", key)
    engine = open_engine(folder / "migrated.db", key)
    upgrade(engine)
    return engine


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        engine = migrated(Path(temporary))
        NEW_FILE.write_text(statements(engine), encoding="utf-8")
        engine.dispose()
