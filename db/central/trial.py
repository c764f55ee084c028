"""A central database to try things out: on this machine only, everybody in it is invented."""

import json
import secrets
import shutil
import signal
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from db.central.administration import PostgresAdministration
from db.central.installation import Installation
from db.central.server import ADMINISTRATOR, HOST, Server
from mediation_app.ports.central import NewOrg, NewPerson, TrialFacts, TrialPerson
from mediation_app.ports.environment import Clock

DATABASE = "mediation"
CENTRE = "滨澜市金融消费纠纷人民调解中心"
STATION = "临江区金融消费纠纷调解站"
BRANCH = "云汀银行临江支行"
CASE_WORD = "云临金人调字"
_PERSONS = (
    NewPerson("luzhiyuan", "陆知远", STATION, "mediator"),
    NewPerson("shenyunzhou", "沈云舟", STATION, "mediator"),
    NewPerson("songzhiwei", "宋知微", BRANCH, "specialist"),
)
_PASSWORD_BYTES = 9
_SETTINGS = MappingProxyType({"shared_buffers": "64MB", "max_connections": "100"})


class LocalTrial:
    """A central database of one's own in a folder; what is in it is there again next time."""

    def __init__(self, folder: Path, installation: Installation, clock: Clock) -> None:
        self._folder = folder
        self._server = Server(folder, installation)
        self._clock = clock

    def start(self) -> TrialFacts:
        """Start it, or make it first; from now on Ctrl+C raises KeyboardInterrupt."""
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.default_int_handler)
        if self._server.exists and self._server.pid is not None:
            self._server.stop()  # Left over from a trial that was killed.
        if self._passwords_file.exists():
            self._server.start()
            with closing(PostgresAdministration(self._dsn())) as administration:
                administration.upgrade()
        else:
            self._make()
        return self._facts()

    def wait(self) -> None:
        """Return when the server ended by itself; Ctrl+C ends the waiting."""
        self._server.wait()

    def stop(self) -> None:
        """Stop the server if this process started it; its data stays."""
        if self._server.is_ours:
            self._server.stop()

    @property
    def _passwords_file(self) -> Path:
        """Is written last: where it is, the trial is complete."""
        return self._folder / "passwords.json"

    def _make(self) -> None:
        shutil.rmtree(self._server.files.data, ignore_errors=True)
        self._server.create(self._clock.now(), _SETTINGS)
        self._server.start()
        with closing(psycopg.connect(self._server.dsn(), autocommit=True)) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(DATABASE))
            )
        passwords = {person.login: secrets.token_urlsafe(_PASSWORD_BYTES) for person in _PERSONS}
        with closing(PostgresAdministration(self._dsn())) as administration:
            administration.initialise(CENTRE, "")
            administration.add_org(NewOrg(STATION, "station", CENTRE, CASE_WORD))
            administration.add_org(NewOrg(BRANCH, "branch", STATION))
            for person in _PERSONS:
                administration.add_person(person, passwords[person.login])
        self._passwords_file.touch(mode=0o600)
        self._passwords_file.write_text(json.dumps(passwords))

    def _dsn(self) -> str:
        """Return how the administrator connects, without the password itself."""
        return make_conninfo(
            host=HOST,
            port=self._server.port,
            dbname=DATABASE,
            user=ADMINISTRATOR,
            passfile=str(self._server.files.pass_file),
            sslmode="verify-full",
            sslrootcert=str(self._server.files.authority),
        )

    def _facts(self) -> TrialFacts:
        passwords = json.loads(self._passwords_file.read_text())
        return TrialFacts(
            folder=self._folder,
            host=HOST,
            port=self._server.port,
            database=DATABASE,
            certificate=self._server.files.authority,
            dsn=self._dsn(),
            persons=tuple(
                TrialPerson(
                    login=person.login,
                    name=person.name,
                    org=person.org,
                    password=passwords[person.login],
                    station=self._folder / f"station-{number}",
                )
                for number, person in enumerate(_PERSONS, start=1)
            ),
        )
