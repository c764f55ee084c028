"""A centre of the bench's own on this machine's loopback: TLS, passwords, fsync, as in earnest."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from db.central.administration import PostgresAdministration
from db.central.client import PostgresCentral
from db.central.installation import Installation, account_for_servers, find_programs
from db.central.server import HOST, Server
from db.database import Database
from db.station import Station, Surroundings
from db.sync.line import Line, Tally
from db.sync.notes import Notes
from db.sync.pulling import pull_feed
from db.sync.replica import SqlReplica
from db.sync.round import Depth, Intent, Round
from db.sync.wire import Cursor, OrgHead
from mediation_app.domain.journal import Changes
from mediation_app.domain.syncing import CentralAddress, Progress
from mediation_app.ports.central import NewOrg, NewPerson
from mediation_app.system import SystemClock, TimeOrderedIds

PASSWORD = "Bench-2026-Pass"  # noqa: S105 - of a server that lives as long as the bench
DATABASE = "bench"
SETTINGS: Mapping[str, str] = {
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
    "max_connections": "100",
    "autovacuum_naptime": "10s",
}


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody who may connect, and where he works."""

    name: str
    org_id: int
    address: CentralAddress

    def dsn(self, authority: Path) -> str:
        """Return how his login connects without the program, with the certificate verified."""
        return make_conninfo(
            host=HOST,
            port=self.address.port,
            dbname=DATABASE,
            user=self.name,
            password=PASSWORD,
            sslmode="verify-full",
            sslrootcert=str(authority),
        )


class BenchCentre:
    """A running server with our schema in one database."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._numbers = count(1)
        with closing(psycopg.connect(server.dsn(), autocommit=True)) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8'")
        with closing(self.administration()) as administration:
            administration.initialise("滨澜市调解中心", "")
            self.home_id = administration.status().orgs[0].org_id

    @property
    def authority(self) -> Path:
        """The certificate that clients trust."""
        return self.server.files.authority

    def administration(self) -> PostgresAdministration:
        """Return the centre in the hands of its administrator; close it."""
        return PostgresAdministration(self.server.dsn(DATABASE))

    def superuser(self) -> "psycopg.Connection[Any]":
        """Return a connection that may everything and commits each statement; close it."""
        return psycopg.connect(self.server.dsn(DATABASE), autocommit=True)

    def value(self, statement: str, *values: Any) -> Any:
        """Return one value, as the superuser."""
        with closing(self.superuser()) as connection:
            row = connection.execute(statement.encode(), values).fetchone()
        return row[0] if row else None

    def station(self) -> int:
        """Return the number of a new station below the centre."""
        number = next(self._numbers)
        with closing(self.administration()) as administration:
            return administration.add_org(
                NewOrg(f"第{number}调解站", "station", str(self.home_id), f"云临{number}字")
            )

    def person(self, org_id: int, *, stores_snapshots: bool = False) -> Login:
        """Return a new login."""
        name = f"person_{next(self._numbers)}"
        role = "reader" if stores_snapshots else "mediator"
        with closing(self.administration()) as administration:
            administration.add_person(
                NewPerson(name, f"第{name[7:]}人", str(org_id), role, stores_snapshots),
                PASSWORD,
            )
        certificate = self.authority.read_text(encoding="ascii")
        return Login(
            name, org_id, CentralAddress(HOST, self.server.port, DATABASE, name, certificate)
        )

    def fold_snapshots(self) -> int:
        """Run the nightly job."""
        login = self.person(self.home_id, stores_snapshots=True)
        with closing(PostgresAdministration(login.dsn(self.authority))) as job:
            return job.fold_snapshots()


class Machine:
    """A workstation with its own encrypted station, and its line to the centre."""

    def __init__(self, folder: Path, login: Login) -> None:
        self.folder = folder
        self.login = login
        self.ids = TimeOrderedIds()
        station = Station(folder, Surroundings(SystemClock(), self.ids))
        station.create_demo()
        self.database: Database = station.open()
        self.replica = SqlReplica(self.database)
        self.central = PostgresCentral(login.address, PASSWORD)
        self._is_in_doubt = False

    def greet(self) -> OrgHead:
        """Say hello; return the organisation."""
        hello = self.central.hello(self.replica.device_id, "PC", self.replica.cursors())
        self.replica.greet(hello)
        return hello.orgs[0]

    def line(self) -> Line:
        """Return both sides, as a round has them."""
        notes = Notes(self.database.engine, self.database.turns)
        return Line(self.central, self.replica, notes, Unwatched(), Tally())

    def start_at_head(self) -> None:
        """Take over nothing of what is there already."""
        org = self.greet()
        self.replica.reset_cursor(org.org_id, Cursor(org.fseq, org.chain))

    def push_all(self) -> int:
        """Send everything that waits; return how many operations were sent."""
        sent = 0
        while ops := self.replica.outbox():
            self.replica.take_verdicts(self.central.push(self.replica.device_id, ops))
            sent += len(ops)
        return sent

    def round(self, org: OrgHead) -> None:
        """Send everything that waits and take over what is new."""
        self.push_all()
        pull_feed(self.line(), org.org_id)

    def meet(self) -> None:
        """Do a whole round of the program; one that does not fit together is deeper next time."""
        line = self.line()
        depth = Depth.AGAIN if self._is_in_doubt else Depth.NEWS
        the_round = Round(line, Intent("PC", 2026, depth=depth))
        the_round.run()
        self._is_in_doubt = line.tally.is_feed_broken
        for trouble in the_round.troubles():
            raise trouble

    def close(self) -> None:
        """Hang up and close the file."""
        self.central.close()
        self.database.dispose()


class Unwatched:
    """Nobody looks at a round of the bench."""

    def progress(self, progress: Progress | None) -> None:
        """Hear how far a long step is."""

    def changed(self, changes: Changes) -> None:
        """Hear which records were changed."""

    def check(self) -> None:
        """Come up for air."""


@contextmanager
def centres() -> Iterator[BenchCentre]:
    """Give a running centre; it is gone at the end."""
    with TemporaryDirectory(prefix="bench-centre-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)  # the server's account must come in
        installation = Installation(find_programs(), account_for_servers(), folder / "program")
        server = Server(folder / "server", installation)
        server.create(SystemClock().now(), SETTINGS)
        server.start()
        try:
            yield BenchCentre(server)
        finally:
            server.stop(is_abrupt=True)


@contextmanager
def machines(folder: Path) -> Iterator["MachinePark"]:
    """Give what makes machines; all are closed at the end."""
    park = MachinePark(folder)
    try:
        yield park
    finally:
        park.close()


class MachinePark:
    """Makes machines."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Machine] = []

    def new(self, login: Login) -> Machine:
        """Return a new machine."""
        machine = Machine(self._folder / f"pc-{len(self._made)}", login)
        self._made.append(machine)
        return machine

    def close(self) -> None:
        """Close all."""
        for each in self._made:
            each.close()


def cpu_s_of(pid: int) -> float:
    """Return the processor seconds that a process of this machine has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def cpu_s_with_children(pid: int) -> float:
    """Return the same with what its children had used when they ended."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / 100
