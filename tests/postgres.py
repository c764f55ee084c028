"""A real PostgreSQL for tests: one server a worker, and a fresh database for whoever asks.

``central`` is the server of this pytest process, with TLS and passwords like the real centre.
``central.new_database()`` gives an empty database, ``central.new_centre()`` one with our schema
and a centre in it; either costs some 50 ms. Roles are of the whole server: every person that a
test adds gets a login of its own.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from db.central.administration import PostgresAdministration
from db.central.installation import Installation, account_for_servers, find_programs
from db.central.server import HOST, Server
from mediation_app.domain.syncing import CentralAddress
from mediation_app.ports.central import NewOrg, NewPerson
from mediation_app.system import SystemClock
from tests.memory import fast_folder

CENTRE = "滨澜市调解中心"
PASSWORD = "Kai-2026-Men-Jin"
CARELESS = {
    # A power cut is no subject of these tests; kill -9 loses nothing by this.
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "200",
    "log_min_messages": "warning",
}

_SCRAM_IS_TUNABLE = 160_000


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

    def address(self, login: str) -> CentralAddress:
        """Return what a person types into the window."""
        return CentralAddress(
            hosts=self.host,
            port=self.port,
            database=self.name,
            login=login,
            certificate=self.ca.read_text(),
        )

    def connect(self) -> psycopg.Connection:
        """Return a connection of the administrator that commits each statement."""
        return psycopg.connect(self.admin_dsn, autocommit=True)


@dataclass(frozen=True, slots=True)
class TestPerson:
    """Somebody who may connect."""

    __test__ = False

    login: str
    password: str
    name: str
    org_id: int


class TestCentre:
    """A database with our schema, a centre, and what tests add to it."""

    __test__ = False

    def __init__(self, database: TestDatabase, logins: Iterator[int]) -> None:
        self.database = database
        self._logins = logins
        with closing(self.administration()) as administration:
            self.centre_id = administration.status().orgs[0].org_id

    def administration(self) -> PostgresAdministration:
        """Return the centre in the hands of its administrator; close it."""
        return PostgresAdministration(self.database.admin_dsn)

    def org(self, name: str, kind: str = "station", parent: int = 0, case_word: str = "") -> int:
        """Add an organisation, below the centre where no other is named; return its number."""
        with closing(self.administration()) as administration:
            return administration.add_org(
                NewOrg(name, kind, str(parent or self.centre_id), case_word)
            )

    def person(self, name: str, org_id: int, role: str = "mediator") -> TestPerson:
        """Add a person with a login of its own."""
        person = TestPerson(f"person_{next(self._logins)}", PASSWORD, name, org_id)
        with closing(self.administration()) as administration:
            administration.add_person(
                NewPerson(person.login, name, str(org_id), role), person.password
            )
        return person

    def join(self, person: TestPerson, org_id: int, role: str = "mediator") -> None:
        """Let a person work in one more organisation."""
        with closing(self.administration()) as administration:
            administration.add_person(
                NewPerson(person.login, person.name, str(org_id), role), person.password
            )

    def dsn(self, person: TestPerson) -> str:
        """Return how a person connects."""
        return self.database.dsn(person.login, person.password)

    def address(self, person: TestPerson) -> CentralAddress:
        """Return what a person types into the window."""
        return self.database.address(person.login)


class CentralServer:
    """The server of this pytest process."""

    def __init__(self, server: Server, installation: Installation, folder: Path) -> None:
        self.server = server
        self.installation = installation
        self.folder = folder
        """Everybody may enter it: further servers, such as standbys, go below."""
        self._numbers = count(1)
        self._logins = count(1)
        self._template = ""

    def new_database(self, template: str = "template0") -> TestDatabase:
        """Return a new database; nobody may be connected to its template."""
        name = f"test_{next(self._numbers)}"
        self._execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        return TestDatabase(self.server, name)

    def new_centre(self) -> TestCentre:
        """Return a new database with our schema and a centre in it."""
        if not self._template:
            database = self.new_database()
            with closing(PostgresAdministration(database.admin_dsn)) as administration:
                administration.initialise(CENTRE, "")
            self._template = database.name
        return TestCentre(self.new_database(self._template), self._logins)

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
    if threading.current_thread() is threading.main_thread():
        # Whoever ends pytest, as timeout does, shall end its server as well.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    with TemporaryDirectory(
        prefix="central-", dir=fast_folder(), ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)  # pytest's own folders are closed to the server's account
        installation = Installation(find_programs(), account_for_servers(), folder / "program")
        server = Server(folder / "server", installation)
        server.create(SystemClock().now(), CARELESS)
        server.start()
        _make_passwords_cheap(server)
        try:
            yield CentralServer(server, installation, folder)
        finally:
            if server.pid is not None:
                server.stop(is_abrupt=True)


def _make_passwords_cheap(server: Server) -> None:
    """Let logins be quick: tests make thousands, and none is about guessing passwords."""
    with closing(psycopg.connect(server.dsn(), autocommit=True)) as connection:
        if connection.info.server_version >= _SCRAM_IS_TUNABLE:
            connection.execute("ALTER SYSTEM SET scram_iterations = 64")
            connection.execute("SELECT pg_reload_conf()")


@pytest.fixture
def centre(central: CentralServer) -> Iterator[TestCentre]:
    """Give a test a centre of its own."""
    made = central.new_centre()
    yield made
    central.drop(made.database)


@pytest.fixture
def central_database(central: CentralServer) -> Iterator[TestDatabase]:
    """Give a test an empty database of its own."""
    database = central.new_database()
    yield database
    central.drop(database)
