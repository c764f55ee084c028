import re
import tomllib
from importlib.metadata import PackageNotFoundError, version

import pytest

from tests.house.checkout import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
WANTED_BY_PURPOSE = {
    "run": [*PROJECT["project"]["dependencies"], *GROUPS["set-up"]],
    "test": [*PROJECT["project"]["dependencies"], *GROUPS["set-up"], *GROUPS["dev"]],
    "package": [*PROJECT["project"]["dependencies"], *GROUPS["package"]],
    "bench": [*PROJECT["project"]["dependencies"], *GROUPS["bench"]],
}
ASKED = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?==(?P<version>[\w.]+)(?:; .+)?")
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?P<marker> ; [^#]+)?(?:\s+# via .*)?")


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(purpose):
    lines = (ROOT / "requirements" / f"{purpose}.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        if not line.startswith("#"):
            match = PIN.fullmatch(line)
            assert match, f"a line of {purpose}.txt is no exact pin: {line}"
            found[match["name"]] = match
    return found


@pytest.mark.parametrize("purpose", WANTED_BY_PURPOSE)
def test_what_the_project_asks_for_is_what_is_pinned(purpose):
    wanted = {
        canonical(each["name"]): each["version"]
        for each in map(ASKED.fullmatch, WANTED_BY_PURPOSE[purpose])
    }
    pinned = {name: match["version"] for name, match in pins(purpose).items()}

    assert wanted.items() <= pinned.items()


@pytest.mark.parametrize("purpose", ["test", "package", "bench"])
def test_every_purpose_contains_what_running_needs(purpose):
    run, larger = pins("run"), pins(purpose)

    assert {name: match["version"] for name, match in run.items()}.items() <= {
        name: match["version"] for name, match in larger.items()
    }.items()


def test_the_tests_run_with_the_pinned_versions():
    for name, match in pins("test").items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            assert match["marker"], f"{name} is pinned for every machine and not installed"
        else:
            assert installed == match["version"], name
