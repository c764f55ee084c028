"""PgBouncer before the bench's own centre, set as docs/CENTRAL.md sets it."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from bench.centre import DATABASE, PASSWORD, BenchCentre
from db.central.installation import account_for_servers
from db.central.server import HOST

POOL = 10
_LOGIN = "mediation_bell"
_SETTINGS = """\
[databases]
{database} = host=localhost port={port} dbname={database} pool_size={pool}
[pgbouncer]
listen_addr = {host}
listen_port = {own_port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {folder}/userlist.txt
client_tls_sslmode = require
client_tls_cert_file = {folder}/server.pem
client_tls_key_file = {folder}/server.key
client_tls_protocols = secure
server_tls_sslmode = verify-full
server_tls_ca_file = {folder}/ca.pem
pool_mode = transaction
max_client_conn = 200
server_reset_query_always = 1
ignore_startup_parameters = extra_float_digits,options
log_connections = 0
log_disconnections = 0
logfile = {folder}/pgbouncer.log
"""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the doorbell is asked.

    Attributes:
        dsn: How one connects.
        pid: PgBouncer's; None where the connections go to the server itself.
        words: What stands between, for the note under a table.
    """

    dsn: str
    pid: int | None
    words: str


@contextmanager
def doors(centre: BenchCentre) -> Iterator[Door]:
    """Give PgBouncer's door where it is installed, else the server's own."""
    program = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
    secret = _bell_login(centre)
    if program is None:
        yield Door(_dsn(centre, centre.server.port), None, "no pooler is installed here")
        return
    with TemporaryDirectory(prefix="bench-pooler-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        own_port = _free_port()
        _fill(folder, centre, secret, own_port)
        process = _started(program, folder)
        try:
            dsn = _dsn(centre, own_port)
            _wait_until_it_answers(dsn, process)
            yield Door(dsn, process.pid, f"PgBouncer with {POOL} connections of its own")
        finally:
            process.terminate()
            process.wait()


def _bell_login(centre: BenchCentre) -> str:
    """Make the login that may ask nothing else; return its password as the server keeps it."""
    make = sql.SQL("CREATE ROLE {} LOGIN IN ROLE sync_bell PASSWORD {}")
    with closing(centre.superuser()) as connection:
        connection.execute(make.format(sql.Identifier(_LOGIN), PASSWORD))
    return str(centre.value("SELECT rolpassword FROM pg_authid WHERE rolname = %s", _LOGIN))


def _dsn(centre: BenchCentre, port: int) -> str:
    return make_conninfo(
        host=HOST,
        port=port,
        dbname=DATABASE,
        user=_LOGIN,
        password=PASSWORD,
        sslmode="verify-full",
        sslrootcert=str(centre.authority),
    )


def _fill(folder: Path, centre: BenchCentre, secret: str, own_port: int) -> None:
    data = centre.server.files.data
    for name in ("server.pem", "server.key"):
        shutil.copyfile(data / name, folder / name)
    shutil.copyfile(centre.authority, folder / "ca.pem")
    (folder / "userlist.txt").write_text(f'"{_LOGIN}" "{secret}"\n', encoding="ascii")
    settings = _SETTINGS.format(
        database=DATABASE,
        port=centre.server.port,
        pool=POOL,
        host=HOST,
        own_port=own_port,
        folder=folder,
    )
    (folder / "pgbouncer.ini").write_text(settings, encoding="ascii")
    account = account_for_servers()
    for path in (folder, *folder.iterdir()):
        path.chmod(0o700 if path.is_dir() else 0o600)
        if account is not None:
            shutil.chown(path, account.uid, account.gid)


def _started(program: str, folder: Path) -> "subprocess.Popen[bytes]":
    account = account_for_servers()
    whose = {} if account is None else {"user": account.uid, "group": account.gid}
    return subprocess.Popen(  # noqa: S603 - the program that the system's packages installed
        [program, "-q", str(folder / "pgbouncer.ini")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **whose,
    )


def _wait_until_it_answers(dsn: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        with suppress(psycopg.OperationalError), closing(psycopg.connect(dsn)):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
            break
    raise RuntimeError("PgBouncer did not start")


def _free_port() -> int:
    with closing(socket.create_server((HOST, 0))) as taken:
        return int(taken.getsockname()[1])
