"""Two PostgreSQL under Patroni, as the administrator's guide recommends: kill the leader, wait.

Needs the Debian packages ``patroni``, ``etcd-server`` and ``postgresql``, and root.
"""

import json
import os
import pwd
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any, cast

import psycopg
from psycopg.conninfo import make_conninfo

from db.central.certificates import new_authority, server_credential
from db.central.server import Server, ServerFiles
from mediation_app.system import SystemClock
from tests.memory import fast_folder
from tests.postgres import CentralServer, TestDatabase
from tests.soak.proxy import free_port
from tests.soak.replication import Failover, live_through_loss

HOST = "127.0.0.1"
PROGRAMS = Path("/usr/lib/postgresql")
TTL_S, LOOP_S = 20, 2
PATIENCE_S = 90
DATABASE = "soak"


def why_none() -> str:
    """Say why there can be no cluster here, empty where there can."""
    missing = [name for name in ("patroni", "etcd") if shutil.which(name) is None]
    if missing:
        return f"not installed: {', '.join(missing)} (apt-get install patroni etcd-server)"
    if not list(PROGRAMS.glob("*/bin/postgres")):
        return "not installed: the PostgreSQL server of the system"
    return "" if os.geteuid() == 0 else "only root can start the cluster as another user"


@dataclass(slots=True)
class Node:
    """One PostgreSQL with its Patroni."""

    name: str
    folder: Path
    port: int
    rest_port: int
    process: subprocess.Popen[bytes] | None = None

    def kill(self) -> None:
        """Kill Patroni and PostgreSQL at one stroke, as a power cut does."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        with suppress(OSError, ValueError):
            first = (self.folder / "data" / "postmaster.pid").read_text().split("\n", 1)[0]
            os.kill(int(first), signal.SIGKILL)


@dataclass(slots=True)
class Cluster:
    """Nodes and the store in which they agree who leads."""

    folder: Path
    password: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    etcd_port: int = field(default_factory=free_port)
    nodes: list[Node] = field(default_factory=list)
    etcd: subprocess.Popen[bytes] | None = None

    @property
    def files(self) -> ServerFiles:
        """Where the certificate is."""
        return ServerFiles(self.folder)

    def dsn(self, database: str = "postgres") -> str:
        """Return how the administrator connects to the leader."""
        return self.dsn_of(self.leader(), database)

    def start(self, count: int) -> None:
        """Start the store and the nodes; return when one leads and one follows in step."""
        owner = pwd.getpwnam("postgres")
        authority = new_authority("试验集群", SystemClock().now())
        credential = server_credential(authority, ("localhost", HOST), SystemClock().now())
        self.files.authority.write_bytes(authority.certificate)
        for name, content in (
            ("server.pem", credential.certificate),
            ("server.key", credential.key),
        ):
            path = self.folder / name
            path.write_bytes(content)
            path.chmod(0o600)
            os.chown(path, owner.pw_uid, owner.pw_gid)
        self.folder.chmod(0o755)
        self.etcd = self._run("etcd", *self._words_of_etcd())
        self.nodes = [
            Node(f"node{number}", self.folder / f"node{number}", free_port(), free_port())
            for number in range(1, count + 1)
        ]
        for node in self.nodes:
            self._start(node)
        self._wait(self._has_standby_in_step)

    def stop(self) -> None:
        """Kill everything."""
        for node in self.nodes:
            node.kill()
        if self.etcd is not None:
            self.etcd.kill()
            self.etcd.wait()

    def leader(self) -> Node:
        """Return the node that takes writes now, waiting until there is one."""
        found: list[Node] = []

        def is_there() -> bool:
            found[:] = [node for node in self.nodes if self._leads(node)]
            return bool(found)

        self._wait(is_there)
        return found[0]

    def _leads(self, node: Node) -> bool:
        try:
            with closing(psycopg.connect(self.dsn_of(node, "postgres"))) as line:
                return line.execute("SELECT pg_is_in_recovery()").fetchone() == (False,)
        except psycopg.Error:
            return False

    def _has_standby_in_step(self) -> bool:
        wanted = "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')"
        try:
            with closing(psycopg.connect(self.dsn())) as line:
                return line.execute(wanted).fetchone() != (0,)
        except psycopg.Error:
            return False

    def _wait(self, is_so: Any) -> None:
        pause = Event()
        for _ in range(PATIENCE_S * 4):
            if is_so():
                return
            pause.wait(0.25)
        raise TimeoutError(f"the cluster in {self.folder} does not come to agree")

    def dsn_of(self, node: Node, database: str) -> str:
        return make_conninfo(
            host=HOST,
            port=node.port,
            dbname=database,
            user="postgres",
            password=self.password,
            sslmode="verify-full",
            sslrootcert=str(self.files.authority),
            connect_timeout=3,
        )

    def _start(self, node: Node) -> None:
        node.folder.mkdir()
        shutil.chown(node.folder, "postgres", "postgres")
        settings = node.folder / "patroni.yml"
        settings.write_text(json.dumps(self._settings(node)))
        shutil.chown(settings, "postgres", "postgres")
        node.process = self._run("patroni", str(settings))

    def _run(self, *words: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{Path(words[0]).name}.log").open("ab") as log:
            return subprocess.Popen(
                words,
                cwd=self.folder,
                env={"PATH": os.environ["PATH"].replace(".venv", ""), "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                user="postgres",
                group="postgres",
                extra_groups=[],
                start_new_session=True,
            )

    def _words_of_etcd(self) -> Sequence[str]:
        data, client, peer = self.folder / "etcd", self.etcd_port, free_port()
        data.mkdir()
        data.chmod(0o700)
        shutil.chown(data, "postgres", "postgres")
        return (
            *("--data-dir", str(data)),
            *("--listen-client-urls", f"http://{HOST}:{client}"),
            *("--advertise-client-urls", f"http://{HOST}:{client}"),
            *("--listen-peer-urls", f"http://{HOST}:{peer}"),
            *("--initial-advertise-peer-urls", f"http://{HOST}:{peer}"),
            *("--initial-cluster", f"default=http://{HOST}:{peer}"),
        )

    def _settings(self, node: Node) -> dict[str, Any]:
        (programs,) = sorted(PROGRAMS.glob("*/bin"))[-1:]
        rules = [
            f"hostssl all all {HOST}/32 scram-sha-256",
            f"hostssl replication all {HOST}/32 scram-sha-256",
        ]
        return {
            "scope": "mediation",
            "name": node.name,
            "restapi": _place(node.rest_port),
            "etcd3": {"host": f"{HOST}:{self.etcd_port}"},
            "bootstrap": {
                "dcs": {
                    "ttl": TTL_S,
                    "loop_wait": LOOP_S,
                    "retry_timeout": 3,
                    "synchronous_mode": True,
                },
                "initdb": [{"encoding": "UTF8"}, {"locale": "C"}, "data-checksums"],
            },
            "postgresql": {
                **_place(node.port),
                "data_dir": str(node.folder / "data"),
                "bin_dir": str(programs),
                "authentication": {
                    "superuser": {"username": "postgres", "password": self.password},
                    "replication": {"username": "replicator", "password": self.password},
                },
                "pg_hba": rules,
                "parameters": {
                    "ssl": "on",
                    "ssl_cert_file": str(self.folder / "server.pem"),
                    "ssl_key_file": str(self.folder / "server.key"),
                    "password_encryption": "scram-sha-256",
                    "unix_socket_directories": "",
                },
            },
        }


@dataclass(slots=True)
class ByElection:
    """The nodes choose the next primary among themselves."""

    cluster: Cluster

    def prepare(self) -> None:
        """Nothing is left to do: a standby is in step since the start."""

    def lose(self) -> Server:
        """Kill the leader; return when another one leads."""
        self.cluster.leader().kill()
        return cast("Server", FixedNode(self.cluster, self.cluster.leader()))

    def end(self) -> None:
        """The cluster is stopped by whoever started it."""


@dataclass(frozen=True, slots=True)
class FixedNode:
    """One node as a server."""

    cluster: Cluster
    node: Node

    @property
    def files(self) -> ServerFiles:
        """Where the certificate is."""
        return self.cluster.files

    @property
    def port(self) -> int:
        """Its port."""
        return self.node.port

    def dsn(self, database: str = "postgres") -> str:
        """Return how the administrator connects."""
        return self.cluster.dsn_of(self.node, database)


def fail_over_by_election(rounds: int, seed: int) -> Failover:
    """Lose the leader of a cluster; see ``live_through_loss``."""
    with cluster_of(2) as (cluster, central):
        return live_through_loss(central, ByElection(cluster), rounds, seed)


def _place(port: int) -> dict[str, str]:
    return {"listen": f"{HOST}:{port}", "connect_address": f"{HOST}:{port}"}


@contextmanager
def cluster_of(count: int) -> Iterator[tuple[Cluster, CentralServer]]:
    """Run a cluster as the server of a centre."""
    with TemporaryDirectory(
        prefix="patroni-", dir=fast_folder(), ignore_cleanup_errors=True
    ) as folder:
        cluster = Cluster(Path(folder))
        try:
            cluster.start(count)
            leader = cast("Server", FixedNode(cluster, cluster.leader()))
            yield cluster, cast("CentralServer", _Central(leader))
        finally:
            cluster.stop()


@dataclass(frozen=True, slots=True)
class _Central:
    """What the rig needs of a server, by the node that leads at first."""

    server: Server

    def new_database(self) -> TestDatabase:
        """Return a new database."""
        with closing(psycopg.connect(self.server.dsn(), autocommit=True)) as line:
            line.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        return TestDatabase(self.server, DATABASE)
