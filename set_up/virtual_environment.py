"""The folder ``.venv``: made once, mended when half made, renewed when the pins change."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from set_up.speech import SetUpError, tell

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@dataclass(frozen=True, slots=True)
class VirtualEnvironment:
    """The Python environment of the project in ``root``."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def programs(self) -> Path:
        """Where its commands lie."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.programs / ("python.exe" if sys.platform == "win32" else "python")

    def missing_packages(self) -> tuple[str, ...]:
        """Return the system packages without which it cannot be made (Debian splits Python)."""
        if importlib.util.find_spec("ensurepip") is not None or self._is_sound():
            return ()
        return (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)

    def is_prepared(self, purpose: str) -> bool:
        """True where just what ``requirements/<purpose>.txt`` pins is installed."""
        return (
            self.python.exists()
            and not self._unfinished.exists()
            and self.is_noted(purpose, self.fingerprint(purpose))
        )

    def prepare(self, purpose: str) -> None:
        """Install what ``requirements/<purpose>.txt`` pins, unless just that is installed.

        Raises:
            SetUpError: It could not be made; the words say what to do.
        """
        if self.is_prepared(purpose):
            return
        with self._alone():
            # Another start may have made it while this one waited.
            if not self.is_prepared(purpose):
                self._install(purpose)

    def note(self, fact: str, value: str) -> None:
        """Remember a fact about this environment for as long as it exists."""
        stamp = self.folder / "prepared.json"
        fresh = stamp.with_suffix(".new")
        fresh.write_text(json.dumps({**self._facts(), fact: value}, indent=1), encoding="utf-8")
        fresh.replace(stamp)

    def is_noted(self, fact: str, value: str) -> bool:
        """True where this very value was remembered."""
        return self._facts().get(fact) == value

    def fingerprint(self, purpose: str) -> str:
        """Return what must stay the same for an installation to stay good."""
        digest = hashlib.sha256(f"{self.root} {sys.version_info[:2]}".encode())
        for file in (f"requirements/{purpose}.txt", "pyproject.toml"):
            digest.update((self.root / file).read_bytes())
        return digest.hexdigest()

    @property
    def _unfinished(self) -> Path:
        return self.folder / "unfinished"

    def _facts(self) -> dict[str, str]:
        try:
            facts = json.loads((self.folder / "prepared.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return facts if isinstance(facts, dict) else {}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold off every other start of this checkout until the work is done."""
        with (self.root / ".set-up.lock").open("wb") as lock:
            if sys.platform == "win32":
                msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
            else:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    tell("另一个窗口正在准备，等它完成 …", "Another start is preparing; waiting.")
                    fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _install(self, purpose: str) -> None:
        if self._unfinished.exists() or not self._is_sound():
            self._create()
        tell(
            "正在安装所需的 Python 组件（第一次约需一两分钟）…",
            "Installing the pinned Python packages.",
        )
        self._unfinished.touch()
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
        self._run([*pip, "-r", f"requirements/{purpose}.txt"])
        self._run([*pip, "--no-deps", "--no-build-isolation", "-e", "."])
        self._unfinished.unlink()
        for covered in (purpose, "run"):
            self.note(covered, self.fingerprint(covered))

    def _is_sound(self) -> bool:
        """True where its Python starts, has pip, and is of the version that runs this."""
        question = "import pip, sys; print(sys.version_info[:2])"
        try:
            asked = subprocess.run(
                [self.python, "-c", question], capture_output=True, text=True, check=False
            )
        except OSError:
            return False
        return asked.stdout.strip() == str(sys.version_info[:2])

    def _create(self) -> None:
        tell("正在建立 Python 环境 …", "Making the Python environment.")
        # The interpreter at work may be the one in the folder that is to be replaced.
        base = getattr(sys, "_base_executable", sys.executable)
        shutil.rmtree(self.folder, ignore_errors=True)
        self._run([base, "-m", "venv", str(self.folder)])

    def _run(self, command: list[str]) -> None:
        environment = {key: text for key, text in os.environ.items() if key != "PYTHONPATH"}
        done = subprocess.run(
            command,
            cwd=self.root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode != 0:
            raise SetUpError(
                f"{done.stdout[-3000:]}\nPython 环境没有准备好。请看上面的原因（多半是网络或磁盘"
                "空间），然后再运行一次，会从头做好。\nThe Python environment could not be made. "
                "See the reason above (mostly the network or disk space) and run this again."
            )
