"""The real server under all histories: a database with the schema, its logins and connections."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import sqlalchemy

from db.central import schema
from db.central.client import PostgresCentral
from db.central.installation import Installation, account_for_servers, find_programs
from db.central.logins import create_login
from db.central.server import Server
from mediation_app.domain.syncing import CentralAddress
from mediation_app.system import SystemClock
from tests.memory import fast_folder
from tests.postgres import CARELESS, CentralServer, TestDatabase
from tests.soak.machine import Slots, make_template

PASSWORD = "临江-soak-2026"
LOGINS = tuple(f"soak_{letter}" for letter in "abcdefgh")


@contextmanager
def own_server(settings: Mapping[str, str] | None = None) -> Iterator[CentralServer]:
    """Start a server for as long as somebody needs it."""
    with TemporaryDirectory(
        prefix="soak-", dir=fast_folder(), ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)  # the server's account has to get in
        installation = Installation(find_programs(), account_for_servers(), folder / "program")
        server = Server(folder / "server", installation)
        server.create(SystemClock().now(), {**CARELESS, **(settings or {})})
        server.start()
        try:
            yield CentralServer(server, installation, folder)
        finally:
            if server.pid is not None:
                server.stop(is_abrupt=True)


@dataclass(slots=True)
class Ground:
    """A database with the schema and logins, and the connections that histories share."""

    database: TestDatabase
    folder: Path
    template: Path
    admin: psycopg.Connection[Any]
    centrals: dict[str, PostgresCentral] = field(default_factory=dict)
    slots: Slots = field(default_factory=Slots)

    @contextmanager
    def desks(self) -> Iterator[Path]:
        """Give a history the folder of its machines: the same one, empty again, each time."""
        folder = self.folder / "desks"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def central(self, login: str) -> PostgresCentral:
        """Return the connection of a login."""
        if login not in self.centrals:
            self.centrals[login] = PostgresCentral(self.address(login), PASSWORD)
        return self.centrals[login]

    def address(self, login: str, port: int | None = None) -> CentralAddress:
        """Return how a person reaches the centre, perhaps through another port."""
        return CentralAddress(
            hosts=self.database.host,
            port=port or self.database.port,
            database=self.database.name,
            login=login,
            certificate=self.database.ca.read_text(),
        )

    def dsn(self, login: str) -> str:
        """Return how a person reaches the database past the program."""
        return self.database.dsn(login, PASSWORD)

    def reconnect(self) -> None:
        """Connect again after the server was killed."""
        self.hang_up()
        self.admin.close()
        self.admin = self.database.connect()

    def hang_up(self) -> None:
        """Close the connections."""
        for central in self.centrals.values():
            central.close()
        self.centrals.clear()


@contextmanager
def prepared(central: CentralServer) -> Iterator[Ground]:
    """Make a database with the schema, the logins, and the file that machines begin with."""
    database = central.new_database()
    engine = sqlalchemy.create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(database.admin_dsn)
    )
    with engine.begin() as connection:
        schema.upgrade(connection)
    engine.dispose()
    with TemporaryDirectory(prefix="soak-machines-", dir=fast_folder()) as folder:
        template = Path(folder, "template.db")
        make_template(template)
        ground = Ground(database, Path(folder), template, database.connect())
        try:
            _create_logins(ground.admin)
            yield ground
        finally:
            ground.hang_up()
            ground.admin.close()


def _create_logins(admin: psycopg.Connection[Any]) -> None:
    for login in LOGINS:
        # Roles belong to the whole server: an earlier database may have made them.
        known = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (login,)).fetchone()
        if known is None:
            create_login(admin, login, PASSWORD, "sync_client")
