"""What ``./run``, ``./test`` and the Makefile ask for, once everything is ready."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from set_up.display import can_show_windows, platform_plugins
from set_up.main_job import MainJob
from set_up.speech import SetUpError, tell
from set_up.system_libraries import (
    debian_package,
    install_packages,
    missing_libraries,
    unloadable_libraries,
)
from set_up.virtual_environment import VirtualEnvironment


def main(arguments: Sequence[str]) -> int:
    """Make everything ready for the purpose named first, then start what it is for."""
    os.environ.pop("PYTHONPATH", None)
    # Tests start some hundred programs, each of which would compile everything anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        return start(VirtualEnvironment(Path(__file__).resolve().parents[1]), *arguments)
    except SetUpError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        tell("已停止；再运行一次会接着做好。", "Stopped; running it again mends it.")
        return 130


def start(environment: VirtualEnvironment, purpose: str, *rest: str) -> int:
    """Make an environment ready, then run the program or, unless ``ready`` is all, the checks."""
    has_window = purpose == "run" and _opens_window(rest) and can_show_windows(os.environ)
    parts = _parts(purpose, has_window=has_window)
    are_parts_ready = all(environment.is_noted(part, "ready") for part in parts)
    if not (are_parts_ready and environment.is_prepared(purpose)):
        _make_ready(environment, purpose, parts)
    if purpose == "run":
        return _run(environment, rest, has_window=has_window)
    return _test(environment) if purpose == "test" and "ready" not in rest else 0


def _opens_window(rest: Sequence[str]) -> bool:
    """True where these arguments of the program mean the desktop, not a command."""
    return not rest or (rest[0].startswith("-") and not {"-h", "--help", "--version"} & set(rest))


def _parts(purpose: str, *, has_window: bool) -> tuple[str, ...]:
    """Return the parts whose libraries must be on this machine (keys of ``LIBRARIES``)."""
    if sys.platform != "linux":
        return ()
    if has_window:
        return ("offscreen", *platform_plugins(os.environ), "printing")
    return {
        "test": ("offscreen",),
        "bench": ("offscreen", "weasyprint"),
        "package": ("offscreen", "wayland", "xcb", "printing"),
    }.get(purpose, ())


def _make_ready(environment: VirtualEnvironment, purpose: str, parts: Sequence[str]) -> None:
    packages = [*environment.missing_packages(), *map(debian_package, unloadable_libraries(parts))]
    if purpose == "package" and sys.platform == "linux" and shutil.which("objdump") is None:
        packages.append("binutils")  # PyInstaller reads programs with it
    if packages:
        install_packages(packages)
    environment.prepare(purpose)
    # The list above is ours; what counts is what the installed Qt asks for.
    missing = missing_libraries(_files_of_qt(environment, parts))
    if missing:
        install_packages(map(debian_package, missing))
    for part in parts:
        environment.note(part, "ready")


def _files_of_qt(environment: VirtualEnvironment, parts: Sequence[str]) -> list[Path]:
    return [
        file
        for part in parts
        for file in environment.folder.glob(
            "lib/python*/site-packages/PySide6/Qt/plugins/printsupport/*.so"
            if part == "printing"
            else f"lib/python*/site-packages/PySide6/Qt/plugins/platforms/libq{part}.so"
        )
    ]


def _run(environment: VirtualEnvironment, rest: Sequence[str], *, has_window: bool) -> int:
    program = (str(environment.python), "-P", "-m", "mediation_app")
    if rest or has_window:
        return _become([*program, *(rest or ["--demo"])])
    tell("没有显示器，不开窗口做同样的事。", "No display: the same job without a window.")
    MainJob(program, environment.root / "demo-data", environment.root / "out").run()
    return 0


def _test(environment: VirtualEnvironment) -> int:
    if shutil.which("make") is not None:
        return _become(["make", "--no-print-directory", "-C", environment.root, "check"])
    # Windows and bare machines have no make; the list of checks is still the Makefile's.
    os.environ["PATH"] = f"{environment.programs}{os.pathsep}{os.environ['PATH']}"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for line in recipe((environment.root / "Makefile").read_text(encoding="utf-8"), "check"):
        tell(f"\n{line}")
        # The lines come from our own Makefile.
        status = subprocess.run(line, cwd=environment.root, shell=True, check=False).returncode  # noqa: S602
        if status != 0:
            return status
    return 0


def recipe(makefile: str, target: str) -> tuple[str, ...]:
    """Return the commands of one target of a Makefile."""
    lines = iter(makefile.splitlines())
    for line in lines:
        if line.startswith(f"{target}:"):
            break
    commands = []
    for line in lines:
        if not line.startswith("\t"):
            break
        commands.append(line.strip())
    return tuple(commands)


def _become(command: Sequence[str | Path]) -> int:
    """Hand this process over to the command; where that cannot be done, wait for it."""
    words = list(map(str, command))
    if os.name != "nt":
        os.execvp(words[0], words)
    return subprocess.run(words, check=False).returncode
