"""Shows that the packed program does the main job; `make package` runs it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from set_up.main_job import MainJob
from tests.house.checkout import ROOT

PROGRAM = ROOT / "dist" / "mediation-app" / "mediation-app"
START_S = 20


def check_main_job(folder: Path) -> None:
    job = MainJob((str(PROGRAM),), folder / "demo-data", folder / "out")
    assert job.run() > 0
    for file in (folder / "out").rglob("*.pdf"):
        assert file.read_bytes().startswith(b"%PDF-")


def check_window(folder: Path) -> None:
    """The window must still be open after a while; then it is asked to close."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    with subprocess.Popen([PROGRAM, "--demo"], env=environment) as window:
        try:
            status = window.wait(START_S)
        except subprocess.TimeoutExpired:
            window.terminate()
        else:
            message = f"the window closed by itself with status {status}"
            raise AssertionError(message)
    assert list(folder.rglob("demo/*.db")), "the window has opened no sample station"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        check_main_job(Path(name))
        check_window(Path(name))
    sys.stdout.write(f"{PROGRAM.parent} does the main job.\n")
