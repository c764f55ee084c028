"""A real PostgreSQL for tests: one server a worker, and a fresh database for whoever asks.

``central`` is the server of this pytest process, with TLS and passwords like the real centre.
``central.new_database()`` gives an empty database; it costs some 20 ms.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from db.central.installation import Installation, account_for_servers, find_programs
from db.central.server import HOST, Server

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
CARELESS = {
    # A power cut is no subject of these tests; kill -9 loses nothing by this.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "200",
    "log_min_messages": "warning",
}


@dataclass(frozen=True, slots=True)
class TestDatabase:
    """One database on the tests' server."""

    __test__ = False

    server: Server
    name: str

    @property
    def host(self) -> str:
        """The address that clients connect to."""
        return HOST

    @property
    def port(self) -> int:
        """The port that clients connect to."""
        return self.server.port

    @property
    def ca(self) -> Path:
        """The certificate that clients trust."""
        return self.server.files.authority

    @property
    def admin_dsn(self) -> str:
        """How the administrator connects."""
        return self.server.dsn(self.name)

    def dsn(self, login: str, password: str) -> str:
        """Return how a person connects, with the certificate verified."""
        return make_conninfo(
            host=HOST,
            port=self.port,
            dbname=self.name,
            user=login,
            password=password,
            sslmode="verify-full",
            sslrootcert=str(self.ca),
        )

    def connect(self) -> psycopg.Connection:
        """Return a connection of the administrator that commits each statement."""
        return psycopg.connect(self.admin_dsn, autocommit=True)


class CentralServer:
    """The server of this pytest process."""

    def __init__(self, server: Server, installation: Installation, folder: Path) -> None:
        self.server = server
        self.installation = installation
        self.folder = folder
        """Everybody may enter it: further servers, such as standbys, go below."""
        self._numbers = count(1)

    def new_database(self, template: str = "template0") -> TestDatabase:
        """Return a new database; nobody may be connected to its template."""
        name = f"test_{next(self._numbers)}"
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return TestDatabase(self.server, name)

    def drop(self, database: TestDatabase) -> None:
        """Delete a database; whoever is connected to it is thrown out."""
        self._execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(database.name)
            )
        )

    def new_server(self, name: str) -> Server:
        """Return a server to be made in a folder of its own, such as a standby.

        Whoever starts it stops it.
        """
        return Server(self.folder / name, self.installation)

    def _execute(self, statement: sql.Composed) -> None:
        with closing(psycopg.connect(self.server.dsn(), autocommit=True)) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def central() -> Iterator[CentralServer]:
    """Start the server of this pytest process."""
    with TemporaryDirectory(prefix="central-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)  # pytest's own folders are closed to the server's account
        installation = Installation(find_programs(), account_for_servers(), folder / "program")
        server = Server(folder / "server", installation)
        server.create(NOW, CARELESS)
        server.start()
        try:
            yield CentralServer(server, installation, folder)
        finally:
            if server.pid is not None:
                server.stop(is_abrupt=True)


@pytest.fixture
def central_database(central: CentralServer) -> Iterator[TestDatabase]:
    """Give a test an empty database of its own."""
    database = central.new_database()
    yield database
    central.drop(database)
