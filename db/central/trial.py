"""A central database to try things out: on this machine only, everybody in it is invented."""

import json
import secrets
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from db.central.administration import PostgresAdministration
from db.central.installation import Installation
from db.central.naming import refusal
from db.central.server import ADMINISTRATOR, HOST, Server, ServerFiles
from db.sole_right import SoleRight
from mediation_app.ports.central import NewOrg, NewPerson, TrialFacts, TrialPerson
from mediation_app.ports.environment import Clock
from mediation_app.sentences import say

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
COPIES = "program"
"""Below the folder: PostgreSQL's programs, where its account cannot reach those installed."""
_LOCK = "trial.lock"


def claim(folder: Path) -> None:
    """Make the folder of a trial where there is none.

    Raises:
        CentralError: It cannot be written to, or holds what no trial has put there: a trial
            makes its own files anew, the key of its authority among them.
    """
    with _told_of_the_folder(folder):
        folder.mkdir(parents=True, exist_ok=True)
        files = ServerFiles(folder)
        if not files.port.exists():
            strange = {each.name for each in folder.iterdir()} - {_LOCK, COPIES, files.data.name}
            if strange or any(files.data.glob("*")):
                raise refusal(
                    say(
                        "{folder} 中有别的文件，没有改动它们；请用 --data-dir 另选一个空文件夹",
                        folder=folder,
                    )
                )
        (folder / _LOCK).touch()


@contextmanager
def _told_of_the_folder(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(
            say(
                "不能使用文件夹 {folder}：它不是文件夹，或者不能写入，或者磁盘已满；"
                "请用 --data-dir 另选一个",
                folder=folder,
            )
        ) from error


class LocalTrial:
    """A central database of one's own in a folder; what is in it is there again next time."""

    def __init__(self, folder: Path, installation: Installation, clock: Clock) -> None:
        self._folder = folder
        self._server = Server(folder, installation)
        self._clock = clock
        self._right = SoleRight(folder / _LOCK)

    def start(self) -> TrialFacts:
        """Start it, or make it first; from now on Ctrl+C raises KeyboardInterrupt.

        Raises:
            CentralError: The folder cannot be used, another program runs the trial or has its
                port, or what was kept is damaged; the sentence says what to do.
        """
        claim(self._folder)
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.default_int_handler)
        if not self._right.take():
            raise refusal(
                say(
                    "{folder} 中的试用中心库正在另一个终端中运行，没有再启动一个；"
                    "请用那一个，或者先在那里按 Ctrl+C",
                    folder=self._folder,
                )
            )
        with _told_of_the_folder(self._folder):
            return self._start()

    def _start(self) -> TrialFacts:
        if self._server.exists and self._server.pid is not None:
            self._server.stop()  # Left over from a trial that was killed.
        if self._passwords_file.exists():
            facts = self._facts()
            if self._server.has_taken_port:
                raise refusal(
                    say(
                        "端口 {port} 被别的程序占用，试用中心库没有启动；请先结束那个程序",
                        port=facts.port,
                    )
                )
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
        self._right.give_up()

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

    def _passwords(self) -> Mapping[str, str]:
        """Return the passwords that were kept, and see that there is a port."""
        try:
            kept = json.loads(self._passwords_file.read_text())
            found = {person.login: str(kept[person.login]) for person in _PERSONS}
            int(self._server.files.port.read_text())
        except (LookupError, TypeError, ValueError) as error:
            raise refusal(
                say(
                    "{folder} 中的试用中心库已损坏，请删除这个文件夹，再运行一次",
                    folder=self._folder,
                )
            ) from error
        return found

    def _facts(self) -> TrialFacts:
        passwords = self._passwords()
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
