"""The shape of a database file: which one it has, and how it gets the present one."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, text

import db.migrations
from db.engine import WRITES
from mediation_app.errors import StorageError
from mediation_app.sentences import say

LATEST = 4
"""The version that the newest migration leaves behind in ``user_version``."""

MIGRATIONS = Path(db.migrations.__path__[0])

NEW_FILE = MIGRATIONS / "new_file.sql"
"""What the migrations make of an empty file; ``python -m tests.db.new_file`` writes it anew."""


def version_of(engine: Engine) -> int:
    """Return the version of the file's shape, 0 for an empty file."""
    with engine.connect() as connection:
        return int(connection.scalar(text("PRAGMA user_version")) or 0)


def bring_up_to_date(engine: Engine, back_up: Callable[[int], None]) -> None:
    """Give the file the present shape, wholly or not at all.

    An empty file is laid out at once, one with records goes through the migrations that it lacks.

    Args:
        engine: The file.
        back_up: Makes a copy beforehand; it is given the old version.

    Raises:
        StorageError: The file is of a newer version of the program.
    """
    version = version_of(engine)
    if version > LATEST:
        raise StorageError(
            say(
                "数据库由更新版本的程序写入（结构 {found}，本程序支持到 {latest}），请先升级程序",
                found=version,
                latest=LATEST,
            )
        )
    if version == 0:
        lay_out(engine)
    elif version < LATEST:
        back_up(version)
        upgrade(engine)


def lay_out(engine: Engine) -> None:
    """Make the tables of an empty file without the way by which older files came to them."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        for statement in NEW_FILE.read_text(encoding="utf-8").split("\n\n"):
            connection.exec_driver_sql(statement)


def upgrade(engine: Engine) -> None:
    """Run the migrations up to the newest."""
    # A quarter of a second that a start with a current file need not pay.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
