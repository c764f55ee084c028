"""The log file: what the program did and where it failed, and nothing about people.

A message of an exception may quote what somebody typed, so only its type and the places in the
code are written.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

SIZE_BYTES = 1_000_000
OLD_FILES = 4

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def places_of(error: BaseException) -> str:
    """Return the type of the exception and where in the code it passed, without its message."""
    lines = [type(error).__name__]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in extract_tb(error.__traceback__)
    ]
    if error.__cause__ is not None:
        lines.append(f"from {places_of(error.__cause__)}")
    return "\n".join(lines)


class PlainFormatter(logging.Formatter):
    """Writes exceptions as ``places_of`` gives them."""

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  the name of the override
        """Return the exception without its message."""
        return places_of(ei[1]) if ei[1] is not None else ""


def start_log(folder: Path) -> Path | None:
    """Let everything from INFO upwards go to a rotating file in the folder; return the file.

    A folder that cannot be made gives None: the program goes on without a log.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    path = folder / "mediation-app.log"
    handler = RotatingFileHandler(
        path, maxBytes=SIZE_BYTES, backupCount=OLD_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(PlainFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("mediation_app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path
