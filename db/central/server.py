"""A PostgreSQL server of one's own on this machine's loopback, for trials and tests.

It speaks TLS with a certificate of our own authority and asks for SCRAM passwords, as the real
centre does; a standby can be made of it, and promoted.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from psycopg.conninfo import make_conninfo

from db.central.certificates import Credential, new_authority, server_credential
from db.central.installation import Installation
from mediation_app.errors import CentralError
from mediation_app.sentences import say

ADMINISTRATOR = "postgres"
HOST = "127.0.0.1"
HOSTS = ("localhost", HOST)
FIRST_PORT, LAST_PORT = 20_000, 32_000
"""Below those that systems take for outgoing connections, so that a restart finds it free."""
START_TIMEOUT_S = 60
_STEP_S = 0.02
_READY = {"ready", "standby"}
_HBA = """\
# Nobody gets in without TLS and a password, and clients only where ours is: in the databases that
# are there from the beginning nothing is closed to them. Everybody is turned away alike, whether
# or not there is such a login.
hostssl postgres,template1 postgres 127.0.0.1/32 scram-sha-256
hostssl postgres,template1 all 127.0.0.1/32 reject
hostssl all         all 127.0.0.1/32 scram-sha-256
hostssl replication all 127.0.0.1/32 scram-sha-256
"""
_SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "ssl": "on",
    "ssl_cert_file": "server.pem",
    "ssl_key_file": "server.key",
    "ssl_min_protocol_version": "TLSv1.2",
    "password_encryption": "scram-sha-256",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "timezone": "UTC",
}


@dataclass(frozen=True, slots=True)
class ServerFiles:
    """Where a server keeps what it is made of.

    Attributes:
        folder: All of it.
    """

    folder: Path

    @property
    def data(self) -> Path:
        """The database cluster."""
        return self.folder / "data"

    @property
    def port(self) -> Path:
        """The port on which it listens; written before anything else."""
        return self.folder / "port"

    @property
    def authority(self) -> Path:
        """The certificate that clients trust."""
        return self.folder / "ca.pem"

    @property
    def password(self) -> Path:
        """The administrator's password."""
        return self.folder / "administrator.password"

    @property
    def pass_file(self) -> Path:
        """The same password as libpq reads it, so that it stands in no address."""
        return self.folder / "administrator.pgpass"

    @property
    def log(self) -> Path:
        """What the server writes."""
        return self.folder / "server.log"


class Server:
    """One PostgreSQL server in one folder.

    Use ``create`` or ``standby_of`` for a new one, and the constructor for one that is there.
    """

    def __init__(self, folder: Path, installation: Installation) -> None:
        self.files = ServerFiles(folder)
        self._installation = installation
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def exists(self) -> bool:
        """Return whether there is a server in the folder."""
        return (self.files.data / "PG_VERSION").is_file()

    @property
    def port(self) -> int:
        """Return the port on which it listens whenever it runs."""
        return int(self.files.port.read_text())

    @property
    def password(self) -> str:
        """Return the administrator's password."""
        return self.files.password.read_text()

    @property
    def pid(self) -> int | None:
        """Return the process that runs; None where none does."""
        if self._installation.run(
            "pg_ctl", "status", "-D", str(self.files.data), folder=self.files.folder
        ).returncode:
            return None
        return int(self._pid_lines()[0])

    @property
    def has_taken_port(self) -> bool:
        """Return whether somebody listens on its port; ask while it does not run."""
        return _is_taken(self.port)

    @property
    def is_ours(self) -> bool:
        """Return whether it runs and this process has started it."""
        return self._process is not None and self._process.poll() is None

    def create(self, now: datetime, settings: Mapping[str, str] | None = None) -> None:
        """Make an empty cluster with its authority, certificate and administrator.

        Args:
            now: From when the certificates are valid.
            settings: What the configuration says beside or instead of ours.

        Raises:
            CentralError: The folder cannot be used; the sentence says why.
        """
        self._prepare_folder()
        self._choose_password(secrets.token_urlsafe(24))
        self._initialise()
        authority = new_authority("调解工作台试用中心库", now)
        self.files.authority.write_bytes(authority.certificate)
        _write_secret(self.files.folder / "ca.key", authority.key)
        self._configure(server_credential(authority, HOSTS, now), settings or {})

    def standby_of(self, primary: "Server", name: str) -> None:
        """Make this server a standby of another one that runs, by a base backup of it.

        Args:
            primary: Whose changes it follows.
            name: What the primary calls it in ``synchronous_standby_names``.
        """
        self._prepare_folder()
        self._choose_password(primary.password)
        shutil.copyfile(primary.files.authority, self.files.authority)
        self._done(
            self._installation.run(
                "pg_basebackup",
                *("--pgdata", str(self.files.data), "--checkpoint", "fast"),
                *("--wal-method", "stream", "--write-recovery-conf", "--no-password"),
                folder=self.files.folder,
                variables={
                    "PGHOST": HOST,
                    "PGPORT": str(primary.port),
                    "PGUSER": ADMINISTRATOR,
                    "PGPASSWORD": primary.password,
                    "PGSSLMODE": "verify-full",
                    "PGSSLROOTCERT": str(self.files.authority),
                    "PGAPPNAME": name,
                },
            )
        )

    def start(self) -> None:
        """Start it and wait until it takes connections; a crashed one recovers first.

        Raises:
            CentralError: It did not start; the sentence ends with what it said.
        """
        for _ in range(int(START_TIMEOUT_S / _STEP_S)):
            if self._starts():
                return
            # Processes of one that was killed are still letting go of its memory.
        raise CentralError(say("数据库服务没有启动：{detail}", detail=self._last_words()))

    def stop(self, *, is_abrupt: bool = False) -> None:
        """Stop it: connections are ended, what is committed is on disk.

        Args:
            is_abrupt: Without a checkpoint, as after a power cut with a disk that was honest.
        """
        self._done(self._control("stop", "-m", "immediate" if is_abrupt else "fast"))
        self._reap()

    def wait(self) -> None:
        """Return when the server that this process has started ends by itself."""
        if self._process is not None:
            self._process.wait()

    def kill(self) -> None:
        """Kill the main process as nothing can prepare for (SIGKILL)."""
        os.kill(int(self._pid_lines()[0]), signal.SIGKILL)
        self._reap()

    def restart(self) -> None:
        """Stop it and start it again on the same port."""
        self.stop()
        self.start()

    def reload(self) -> None:
        """Let it read its configuration again."""
        self._done(self._control("reload"))

    def promote(self) -> None:
        """Let a standby become a primary of its own; returns when it takes writes."""
        self._done(self._control("promote"))

    def require_standby(self, name: str) -> None:
        """Let no commit of this primary return before the standby has it on disk.

        An empty name lets it commit alone again.
        """
        with closing(psycopg.connect(self.dsn(), autocommit=True)) as connection:
            connection.execute(
                psycopg.sql.SQL("ALTER SYSTEM SET synchronous_standby_names = {}").format(name)
            )
        self.reload()

    def dsn(self, database: str = "postgres") -> str:
        """Return how the administrator connects."""
        return make_conninfo(
            host=HOST,
            port=self.port,
            dbname=database,
            user=ADMINISTRATOR,
            password=self.password,
            sslmode="verify-full",
            sslrootcert=str(self.files.authority),
        )

    def _prepare_folder(self) -> None:
        if self.exists:
            raise CentralError(
                say("{folder} 中已有数据库服务，没有改动它", folder=self.files.folder),
                is_refusal=True,
            )
        self.files.folder.mkdir(parents=True, exist_ok=True)
        if not self._installation.can_reach(self.files.folder):
            raise CentralError(
                say(
                    "以 root 运行时，数据库服务用的是没有特权的账号，它进不了 {folder}，"
                    "请用 --data-dir 另选一个所有人可以进入的文件夹",
                    folder=self.files.folder,
                ),
                is_refusal=True,
            )
        self.files.data.mkdir(mode=0o700, exist_ok=True)
        self._installation.give(self.files.data)
        self.files.port.write_text(str(_free_port()))

    def _choose_password(self, password: str) -> None:
        _write_secret(self.files.password, password.encode())
        line = f"{HOST}:*:*:{ADMINISTRATOR}:{password}\n"
        _write_secret(self.files.pass_file, line.encode())

    def _initialise(self) -> None:
        with TemporaryDirectory() as given:
            password = Path(given, "password")
            _write_secret(password, self.files.password.read_bytes())
            self._installation.give(Path(given), password)
            self._done(
                self._installation.run(
                    "initdb",
                    *("--pgdata", str(self.files.data), "--username", ADMINISTRATOR),
                    *("--pwfile", str(password), "--auth", "scram-sha-256"),
                    *("--data-checksums", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
                    folder=self.files.folder,
                )
            )

    def _configure(self, credential: Credential, settings: Mapping[str, str]) -> None:
        data = self.files.data
        for name, content in (
            ("server.pem", credential.certificate),
            ("server.key", credential.key),
            ("pg_hba.conf", _HBA.encode()),
            ("mediation.conf", _lines(_SETTINGS | dict(settings)).encode()),
        ):
            _write_secret(data / name, content)
            self._installation.give(data / name)
        with (data / "postgresql.conf").open("a") as configuration:
            configuration.write("\ninclude 'mediation.conf'\n")

    def _starts(self) -> bool:
        """Start the process; return False where it is worth trying again."""
        with self.files.log.open("ab") as log:
            before = log.tell()
            process = self._installation.start(
                "postgres",
                *("-D", str(self.files.data), "-p", str(self.port)),
                folder=self.files.folder,
                log=log,
            )
        self._process = process
        for _ in range(int(START_TIMEOUT_S / _STEP_S)):
            try:
                process.wait(_STEP_S)
            except subprocess.TimeoutExpired:
                lines = self._pid_lines()
                if lines and lines[0] == str(process.pid) and lines[-1].strip() in _READY:
                    return True
            else:
                break
        if "shared memory" in self._last_words(before):
            return False
        raise CentralError(say("数据库服务没有启动：{detail}", detail=self._last_words(before)))

    def _pid_lines(self) -> list[str]:
        try:
            return (self.files.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _last_words(self, after: int = 0) -> str:
        return self.files.log.read_bytes()[after:].decode(errors="replace").strip()[-500:]

    def _control(self, verb: str, *words: str) -> subprocess.CompletedProcess[str]:
        return self._installation.run(
            "pg_ctl",
            *(verb, "-D", str(self.files.data), "-t", str(START_TIMEOUT_S), *words),
            folder=self.files.folder,
        )

    def _done(self, ended: subprocess.CompletedProcess[str]) -> None:
        if ended.returncode:
            detail = (ended.stderr or ended.stdout).strip()[-500:]
            raise CentralError(say("数据库服务的命令没有完成：{detail}", detail=detail))

    def _reap(self) -> None:
        if self._process is not None:
            self._process.wait(START_TIMEOUT_S)
            self._process = None


def _write_secret(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _lines(settings: Mapping[str, str]) -> str:
    return "".join(f"{name} = '{value}'\n" for name, value in settings.items())


def _free_port() -> int:
    while True:
        port = FIRST_PORT + secrets.randbelow(LAST_PORT - FIRST_PORT)
        if not _is_taken(port):
            return port


def _is_taken(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex((HOST, port)) == 0
