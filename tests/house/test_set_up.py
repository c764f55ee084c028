import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import PySide6
import pytest

from set_up.display import can_show_windows, platform_plugins
from set_up.start import recipe, start
from set_up.system_libraries import debian_package, missing_libraries, unloadable_libraries
from set_up.virtual_environment import VirtualEnvironment
from tests.house.checkout import ROOT

# A build backend of a few lines, so that a project can be installed without a network.
BACKEND = """
import zipfile

def build_editable(folder, *_):
    with zipfile.ZipFile(f"{folder}/tiny-1-py3-none-any.whl", "w") as wheel:
        for name, text in {
            "tiny.pth": "", "tiny-1.dist-info/RECORD": "",
            "tiny-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n",
            "tiny-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\n"
            "Tag: py3-none-any\\n",
        }.items():
            wheel.writestr(name, text)
    return "tiny-1-py3-none-any.whl"
"""
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "tiny"
version = "1"
"""


@pytest.fixture
def tiny(tmp_path):
    root = tmp_path / "a folder with spaces"
    (root / "requirements").mkdir(parents=True)
    (root / "requirements" / "run.txt").write_text("# nothing\n")
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "backend.py").write_text(BACKEND)
    return VirtualEnvironment(root)


@contextmanager
def x_server(number):
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(f"\0/tmp/.X11-unix/X{number}")
        door.listen(1)
        yield


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libgcc_s.so.1", "libgcc-s1"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_a_library_is_found_in_the_package_debian_names_after_it(library, package):
    assert debian_package(library) == package


def test_the_machine_that_tests_has_what_the_window_needs():
    qt = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms"

    assert unloadable_libraries(["offscreen"]) == ()
    assert missing_libraries([qt / "libqoffscreen.so"]) == ()


def test_a_program_without_a_library_is_noticed(tmp_path):
    program = tmp_path / "program"
    program.write_bytes(
        (ROOT / ".venv" / "bin" / "python")
        .resolve()
        .read_bytes()
        .replace(b"libc.so.6", b"lack.so.6")
    )
    program.chmod(0o755)

    assert missing_libraries([program]) == ("lack.so.6",)


def test_a_display_that_nobody_answers_is_no_display():
    assert not can_show_windows({"DISPLAY": ":4711", "WAYLAND_DISPLAY": "no-such-session"})
    assert not can_show_windows({})


def test_a_display_that_answers_gets_a_window():
    with x_server(4712):
        assert platform_plugins({"DISPLAY": ":4712.0"}) == ("xcb",)


def test_a_machine_without_make_runs_the_very_list_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    commands = recipe(makefile, "check")

    programs = ["ruff", "ruff", "mypy", "lint-imports", "vulture", "deptry", "python", "coverage"]
    assert [command.split()[0] for command in commands] == programs
    assert not [command for command in commands if "$" in command]


@pytest.mark.parametrize("target", ["soak", "kills", "life", "translations"])
def test_a_long_run_makes_a_fresh_clone_ready_first(target):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert recipe(makefile, target)[0] == "$(READY)"


def test_to_be_ready_may_be_all_that_is_wanted(tiny):
    (tiny.root / "requirements" / "test.txt").write_text("# nothing\n")
    tiny.programs.mkdir(parents=True)
    tiny.python.touch()
    for fact, value in (("test", tiny.fingerprint("test")), ("offscreen", "ready")):
        tiny.note(fact, value)

    assert start(tiny, "test", "ready") == 0


def test_an_interrupted_set_up_is_made_anew(tiny):
    tiny.programs.mkdir(parents=True)
    tiny.python.symlink_to("/nowhere/python")
    (tiny.folder / "unfinished").touch()
    leftover = tiny.folder / "leftover"
    leftover.touch()

    tiny.prepare("run")

    assert tiny.is_prepared("run")
    assert not leftover.exists()
    assert subprocess.run([tiny.python, "-c", "import pip"], check=False).returncode == 0


def test_two_first_starts_at_once_make_one_environment(tiny):
    with ThreadPoolExecutor() as starts:
        list(starts.map(tiny.prepare, ["run", "run"]))

    assert tiny.is_prepared("run")


def test_other_pins_another_place_or_another_python_need_the_set_up_again(tiny, monkeypatch):
    before = tiny.fingerprint("run")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert tiny.fingerprint("run") != before
    monkeypatch.undo()
    (tiny.root / "requirements" / "run.txt").write_text("# something\n")

    assert tiny.fingerprint("run") != before
