"""Whether a window can be shown here."""

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

X_PORT_OF_DISPLAY_0 = 6000
PATIENCE_S = 2.0


def platform_plugins(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the Qt plugins that can show a window on this Linux session; none without one."""
    plugins = []
    if _wayland_answers(environ):
        plugins.append("wayland")
    if _x_answers(environ.get("DISPLAY", "")):
        plugins.append("xcb")
    return tuple(plugins)


def can_show_windows(environ: Mapping[str, str]) -> bool:
    """True where a desktop is there to draw on; a display name that nobody answers is none."""
    return sys.platform in {"win32", "darwin"} or bool(platform_plugins(environ))


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    # An absolute name wins over the folder, as in the Wayland library itself.
    return bool(name) and _answers(str(Path(environ.get("XDG_RUNTIME_DIR", "")) / name))


def _x_answers(name: str) -> bool:
    match = re.fullmatch(r"(?:unix)?(.*):(\d+)(?:\.\d+)?", name)
    if match is None:
        # macOS names a socket file.
        return bool(name) and _answers(name)
    host, number = match[1], int(match[2])
    if host:
        return _answers((host.strip("[]"), X_PORT_OF_DISPLAY_0 + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  fixed by the X server
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, timeout=PATIENCE_S).close()
        else:
            with socket.socket(socket.AF_UNIX) as door:
                door.settimeout(PATIENCE_S)
                door.connect(address)
    except OSError:
        return False
    return True
