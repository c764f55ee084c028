"""The libraries of the operating system that Qt needs, and how Debian installs them."""

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from set_up.speech import SetUpError, tell

# Debian names a package after its library; these are the exceptions among Qt's needs.
PACKAGES_NAMED_OTHERWISE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


# What Qt 6.11 and WeasyPrint ask for, known before they are installed, so that a person gets
# one line to run.
LIBRARIES = {
    "offscreen": (
        "libEGL.so.1",
        "libGL.so.1",
        "libX11.so.6",
        "libdbus-1.so.3",
        "libfontconfig.so.1",
        "libglib-2.0.so.0",
        "libxkbcommon.so.0",
    ),
    "wayland": ("libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"),
    "xcb": (
        "libX11-xcb.so.1",
        "libxcb-cursor.so.0",
        "libxcb-icccm.so.4",
        "libxcb-image.so.0",
        "libxcb-keysyms.so.1",
        "libxcb-randr.so.0",
        "libxcb-render-util.so.0",
        "libxcb-shape.so.0",
        "libxcb-xkb.so.1",
        "libxkbcommon-x11.so.0",
    ),
    "printing": ("libcups.so.2",),
    "weasyprint": ("libharfbuzz-subset.so.0", "libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
}


def unloadable_libraries(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the libraries on the lists of these parts that cannot be loaded."""
    return tuple(name for part in parts for name in LIBRARIES[part] if not _loads(name))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(files: Iterable[Path]) -> tuple[str, ...]:
    """Return the libraries that these programs or plugins ask for and do not find.

    Without ``ldd`` nothing can be known, so nothing is reported.
    """
    if shutil.which("ldd") is None:
        return ()
    _, words = _answer(["ldd", *map(str, files)])
    return tuple(sorted(set(re.findall(r"^\s*(\S+) => not found", words, re.MULTILINE))))


def debian_package(library: str) -> str:
    """Return the package that holds a library, by the naming rule of Debian Policy 8.1."""
    if library in PACKAGES_NAMED_OTHERWISE:
        return PACKAGES_NAMED_OTHERWISE[library]
    name, _, version = library.lower().replace("_", "-").partition(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else f"{name}{version}"


def install_packages(packages: Iterable[str]) -> None:
    """Install packages with apt, or stop with the one line that a person has to run.

    Raises:
        SetUpError: This user may not install, there is no apt, or it failed.
    """
    names = " ".join(sorted(set(packages)))
    by_hand = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
    if shutil.which("apt-get") is None:
        raise SetUpError(
            f"缺少系统组件（Debian 名称）：{names}。请用本系统的软件包管理器安装，"
            "然后再运行一次。\n"
            "These system packages (Debian's names) are missing: install them and run this again."
        )
    prefix = _administrator()
    if prefix is None:
        raise SetUpError(
            "缺少系统组件，而当前用户无权安装。请运行下面这一行，然后再运行一次：\n"
            f"System packages are missing. Run this line, then run this again:\n\n    {by_hand}\n"
        )
    tell(f"正在安装系统组件：{names} …", "Installing system packages.")
    apt = [*prefix, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    # An outdated list of packages is good enough, so only the second answer counts.
    _answer([*apt, "update"])
    status, words = _answer([*apt, "install", "-y", "--no-install-recommends", *names.split()])
    if status != 0:
        raise SetUpError(
            f"{words[-2000:]}\n系统组件没有装好。请检查网络，运行下面这一行，然后再运行一次：\n"
            "The packages could not be installed. Check the network, run this line, "
            f"then run this again:\n\n    {by_hand}\n"
        )


def _administrator() -> list[str] | None:
    """Return what to put before a command so that it may install; None where nothing helps."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") is None or _answer([*sudo, "true"])[0] != 0:
        return None
    return [*sudo, "env", "DEBIAN_FRONTEND=noninteractive"]


def _answer(command: Sequence[str]) -> tuple[int, str]:
    """Return the exit status of a command and all it said."""
    done = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout
