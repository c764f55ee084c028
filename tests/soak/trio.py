"""Three PostgreSQL under Patroni in three rooms, and their etcd in a fourth.

Not one etcd beside each: Patroni 3.0 on a machine that was cut off reads there that it leads, and
takes the lead back with an old state when it is heard again (see the administrator's guide).
"""

import json
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from db.central.certificates import new_authority, server_credential
from db.central.server import ServerFiles
from mediation_app.system import SystemClock
from tests.postgres import CARELESS
from tests.soak.patroni import PROGRAMS, why_none
from tests.soak.towns import Room, Town

ACCOUNT = "postgres"
PORT, REST_PORT = 5432, 8008
PATIENCE_S = 180
SCOPE = "mediation"
_TOOLS = ("ip", "unshare", "nsenter", "setpriv")


def why_no_trio() -> str:
    """Say why there can be no such cluster here, empty where there can."""
    missing = [name for name in _TOOLS if shutil.which(name) is None]
    return why_none() or (f"not installed: {', '.join(missing)}" if missing else "")


@dataclass(slots=True)
class Node:
    """One room's PostgreSQL with its Patroni and its etcd."""

    room: Room
    folder: Path
    patroni: subprocess.Popen[bytes] | None = None

    @property
    def name(self) -> str:
        """What the others call it."""
        return f"db{self.room.number}"

    def kill(self) -> None:
        """Kill Patroni and PostgreSQL at one stroke."""
        if self.patroni is not None:
            self.patroni.kill()
            self.patroni.wait()
        with suppress(OSError, ValueError):
            first = (self.folder / "data" / "postmaster.pid").read_text().split("\n", 1)[0]
            os.kill(int(first), signal.SIGKILL)

    def log(self) -> str:
        """Return what its Patroni said."""
        return (self.folder / "patroni.log").read_text(errors="replace")


@dataclass(slots=True)
class Trio:
    """The cluster; a server to whoever needs one, by all its addresses."""

    folder: Path
    town: Town
    password: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    nodes: list[Node] = field(default_factory=list)
    etcd: subprocess.Popen[bytes] | None = None

    @property
    def files(self) -> ServerFiles:
        """Where the certificate is."""
        return ServerFiles(self.folder)

    @property
    def port(self) -> int:
        """The same in each room."""
        return PORT

    @property
    def hosts(self) -> str:
        """What people type as address."""
        return ",".join(node.room.office for node in self.nodes)

    def dsn(self, database: str = "postgres") -> str:
        """Return how the administrator reaches whichever leads."""
        return self._dsn(self.hosts, database, target_session_attrs="read-write")

    def dsn_of(self, node: Node, database: str = "postgres") -> str:
        """Return how the administrator reaches one node."""
        return self._dsn(node.room.office, database)

    def _dsn(self, hosts: str, database: str, **more: str) -> str:
        return make_conninfo(
            host=hosts,
            port=PORT,
            dbname=database,
            user="postgres",
            password=self.password,
            sslmode="verify-full",
            sslrootcert=str(self.files.authority),
            connect_timeout=3,
            **more,
        )

    # --- its life

    def start(self) -> None:
        """Start everything; return when one leads and two follow, one of them in step."""
        self.folder.chmod(0o755)
        self.nodes = [
            Node(room, self.folder / f"db{room.number}") for room in self.town.rooms[:-1]
        ]
        for node in self.nodes:
            node.folder.mkdir()
            shutil.chown(node.folder, ACCOUNT, ACCOUNT)
        self._certify()
        self.etcd = self._start_etcd(self.town.rooms[-1])
        for node in self.nodes:
            settings = node.folder / "patroni.json"
            settings.write_text(json.dumps(_settings(self, node)))
            shutil.chown(settings, ACCOUNT, ACCOUNT)
            self.revive(node)
        self.wait_for_all()

    def stop(self) -> None:
        """Kill everything."""
        for node in self.nodes:
            node.kill()
        if self.etcd is not None:
            self.etcd.kill()
            self.etcd.wait()

    def revive(self, node: Node) -> None:
        """Start the Patroni of a node, which starts its PostgreSQL."""
        node.patroni = self._run(
            node.room, node.folder, "patroni", str(node.folder / "patroni.json")
        )

    def switch_over(self, leader: Node, candidate: Node) -> None:
        """Hand the lead over as an administrator does before maintenance."""
        words = ("--leader", leader.name, "--candidate", candidate.name, "--force")
        settings = str(leader.folder / "patroni.json")
        command = ("patronictl", "-c", settings, "switchover", SCOPE, *words)
        done = subprocess.run(
            [*leader.room.words_inside(ACCOUNT), *command],
            cwd=self.folder,
            env=_surroundings(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or "Successfully switched over" not in done.stdout:
            raise RuntimeError(done.stdout + done.stderr)

    # --- how it stands

    def leader(self) -> Node:
        """Return the node that takes writes, waiting until there is one."""
        found: Node = self.wait(lambda: next(filter(self.leads, self.nodes), None))
        return found

    def leads(self, node: Node) -> bool:
        """Return whether a node takes writes."""
        try:
            with closing(psycopg.connect(self.dsn_of(node))) as line:
                return line.execute("SELECT pg_is_in_recovery()").fetchone() == (False,)
        except psycopg.Error:
            return False

    def in_step(self) -> list[Node]:
        """Return the nodes that have every commit, as Patroni sees it."""
        roles = {each["name"]: each["role"] for each in self._members()}
        return [node for node in self.nodes if roles.get(node.name) == "sync_standby"]

    def wait_for_all(self) -> None:
        """Wait until all three are there, on one timeline, and one standby is in step."""
        self.wait(self._is_whole)

    def _is_whole(self) -> bool:
        members = self._members()
        lines = {each.get("timeline") for each in members}
        states = {each["state"] for each in members}
        is_one = len(members) == len(self.nodes) and len(lines) == 1
        return is_one and states <= {"running", "streaming"} and bool(self.in_step())

    def _members(self) -> list[Mapping[str, Any]]:
        for node in self.nodes:
            url = f"http://{node.room.office}:{REST_PORT}/cluster"
            with suppress(OSError, ValueError), urllib.request.urlopen(url, timeout=3) as answer:
                members: list[Mapping[str, Any]] = json.load(answer)["members"]
                if any(each["role"] == "leader" for each in members):
                    return members
        return []

    def wait(self, ask: Callable[[], Any]) -> Any:
        """Ask until the answer is something."""
        pause, until = Event(), monotonic() + PATIENCE_S
        while monotonic() < until:
            if answer := ask():
                return answer
            pause.wait(0.25)
        raise TimeoutError(f"the cluster does not come to agree: {self._members()}")

    # --- programs

    def _certify(self) -> None:
        owner = pwd.getpwnam(ACCOUNT)
        authority = new_authority("试验集群", SystemClock().now())
        places = [place for node in self.nodes for place in (node.room.office, node.room.backbone)]
        names = ("localhost", "127.0.0.1", *places)
        credential = server_credential(authority, names, SystemClock().now())
        self.files.authority.write_bytes(authority.certificate)
        self.files.authority.chmod(0o644)
        for name, content in (
            ("server.pem", credential.certificate),
            ("server.key", credential.key),
        ):
            path = self.folder / name
            path.write_bytes(content)
            path.chmod(0o600)
            os.chown(path, owner.pw_uid, owner.pw_gid)

    def _start_etcd(self, room: Room) -> subprocess.Popen[bytes]:
        folder = self.folder / "etcd"
        folder.mkdir(mode=0o700)
        shutil.chown(folder, ACCOUNT, ACCOUNT)
        url, peer = f"http://{room.backbone}:2379", f"http://{room.backbone}:2380"
        words = (
            *("--data-dir", str(folder / "data")),
            *("--listen-client-urls", url, "--advertise-client-urls", url),
            *("--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer),
            *("--initial-cluster", f"default={peer}"),
        )
        return self._run(room, folder, "etcd", *words)

    def _run(self, room: Room, folder: Path, *words: str) -> subprocess.Popen[bytes]:
        with (folder / f"{words[0]}.log").open("ab") as log:
            return subprocess.Popen(
                [*room.words_inside(ACCOUNT), *words],
                cwd=folder,
                env=_surroundings(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )


def _surroundings() -> dict[str, str]:
    return {"PATH": os.environ["PATH"].replace(".venv", ""), "LC_ALL": "C.UTF-8"}


def _settings(trio: Trio, node: Node) -> dict[str, Any]:
    """Return what the administrator's guide recommends, with shorter steps."""
    programs = max(PROGRAMS.glob("*/bin"))
    people = [f"hostssl all {who} {place}/24 scram-sha-256" for who, place in _LET_IN]
    return {
        "scope": SCOPE,
        "name": node.name,
        "restapi": {
            "listen": f"0.0.0.0:{REST_PORT}",
            "connect_address": f"{node.room.backbone}:{REST_PORT}",
        },
        "etcd3": {"host": f"{trio.town.rooms[-1].backbone}:2379"},
        "bootstrap": {
            "dcs": {
                "ttl": 20,
                "loop_wait": 2,
                "retry_timeout": 4,
                "maximum_lag_on_failover": 0,
                "synchronous_mode": True,
                "synchronous_mode_strict": True,
                "synchronous_node_count": 1,
                "postgresql": {
                    "use_pg_rewind": True,
                    "use_slots": True,
                    "parameters": {"wal_level": "replica", "wal_log_hints": "on"},
                    "pg_hba": [
                        *people,
                        "hostssl replication replicator 10.88.0.0/24 scram-sha-256",
                        "hostssl replication replicator 127.0.0.0/8 scram-sha-256",
                    ],
                },
            },
            "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"],
        },
        "postgresql": {
            "listen": f"0.0.0.0:{PORT}",
            "connect_address": f"{node.room.backbone}:{PORT}",
            "data_dir": str(node.folder / "data"),
            "bin_dir": str(programs),
            "authentication": {
                role: {
                    "username": name,
                    "password": trio.password,
                    "sslmode": "verify-full",
                    "sslrootcert": str(trio.files.authority),
                }
                for role, name in _ROLES
            },
            "parameters": {
                **CARELESS,
                "full_page_writes": "on",  # pg_rewind asks for it
                "ssl": "on",
                "ssl_cert_file": str(trio.folder / "server.pem"),
                "ssl_key_file": str(trio.folder / "server.key"),
                "password_encryption": "scram-sha-256",
                "unix_socket_directories": "",
            },
        },
    }


_LET_IN = (("all", "10.77.0.0"), ("postgres,rewinder", "10.88.0.0"), ("postgres", "127.0.0.0"))
_ROLES = (("superuser", "postgres"), ("replication", "replicator"), ("rewind", "rewinder"))
