"""What ``./run``, ``./test`` and the Makefile ask for, once everything is ready."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from set_up.display import can_show_windows, platform_plugins
from set_up.speech import SetUpError, tell
from set_up.system_libraries import debian_package, install_packages, missing_libraries
from set_up.virtual_environment import VirtualEnvironment


def main(arguments: Sequence[str]) -> int:
    """Make everything ready for the purpose named first, then start what it is for."""
    os.environ.pop("PYTHONPATH", None)
    try:
        return _start(VirtualEnvironment(Path(__file__).resolve().parents[1]), *arguments)
    except SetUpError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        tell("已停止；再运行一次会接着做好。", "Stopped; running it again mends it.")
        return 130


def _start(environment: VirtualEnvironment, purpose: str, *rest: str) -> int:
    environment.prepare(purpose)
    if purpose == "run":
        return _run(environment, rest)
    if purpose == "test":
        return _test(environment)
    return 0


def _run(environment: VirtualEnvironment, rest: Sequence[str]) -> int:
    opens_window = not rest or (rest[0].startswith("--") and "--help" not in rest)
    if opens_window and can_show_windows(os.environ):
        _install_qt_libraries(environment, platform_plugins(os.environ))
        return _become([environment.python, "-P", "-m", "mediation_app", *(rest or ["--demo"])])
    if not rest:
        return _become([environment.python, "-P", environment.root / "set_up" / "main_job.py"])
    return _become([environment.python, "-P", "-m", "mediation_app", *rest])


def _test(environment: VirtualEnvironment) -> int:
    _install_qt_libraries(environment, ("offscreen",))
    if shutil.which("make") is not None:
        return _become(["make", "--no-print-directory", "-C", environment.root, "check"])
    # Windows and bare machines have no make; the list of checks is still the Makefile's.
    os.environ["PATH"] = f"{environment.programs}{os.pathsep}{os.environ['PATH']}"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for line in recipe((environment.root / "Makefile").read_text(encoding="utf-8"), "check"):
        tell(line, "")
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


def _install_qt_libraries(environment: VirtualEnvironment, plugins: Sequence[str]) -> None:
    """Install what these platform plugins of Qt, printing and the widgets ask for."""
    if sys.platform != "linux" or environment.is_noted("qt", " ".join(plugins)):
        return
    qt = next(environment.folder.glob("lib/python*/site-packages/PySide6"))
    files = [qt / "Qt" / "plugins" / "platforms" / f"libq{plugin}.so" for plugin in plugins]
    files.append(qt / "QtWidgets.abi3.so")
    if plugins != ("offscreen",):
        files.append(qt / "Qt" / "plugins" / "printsupport" / "libcupsprintersupport.so")
    missing = missing_libraries(files)
    if missing:
        install_packages(map(debian_package, missing))
        missing = missing_libraries(files)
    if missing:
        raise SetUpError(
            f"仍缺少系统库：{' '.join(missing)}。请安装后再运行一次。\n"
            f"Still missing: {' '.join(missing)}. Install these libraries and run this again."
        )
    environment.note("qt", " ".join(plugins))


def _become(command: Sequence[str | Path]) -> int:
    """Hand this process over to the command; where that cannot be done, wait for it."""
    words = list(map(str, command))
    if os.name != "nt":
        os.execvp(words[0], words)
    return subprocess.run(words, check=False).returncode
