"""A process that is killed at any moment loses nothing that it had stored."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from mediation_app.domain.cases import CaseId
from tests.db.stations import PASSWORD, a_station

ROUNDS = 25
CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def seed():
    """Return the seed of the moments; set CRASH_SEED to repeat a run."""
    seed = int(os.environ.get("CRASH_SEED") or random.SystemRandom().randrange(10**6))
    print(f"CRASH_SEED={seed}")  # noqa: T201 - shown where the test fails
    return seed


def killed_after(folder, round_number, delay_s):
    """Let the loop run, kill it without warning, return what it said it had stored."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.db.saving_loop", str(folder), str(round_number)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    first = process.stdout.readline()
    try:
        process.wait(timeout=delay_s)
    except subprocess.TimeoutExpired:
        process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    # A line that was cut off in the middle was never said.
    said = (first + rest).rpartition("\n")[0]
    return [(case_id, int(edit)) for case_id, edit in map(str.split, said.splitlines())]


def test_what_was_said_to_be_stored_is_there_after_each_kill(tmp_path, seed):
    moments = random.Random(seed)
    station = a_station(tmp_path)
    station.create(PASSWORD)
    said: dict[str, int] = {}
    for round_number in range(1, ROUNDS + 1):
        now_said = dict(killed_after(tmp_path / "station", round_number, moments.uniform(0, 0.12)))
        _check(station, now_said)
        said |= now_said
    _check(station, said)  # what was lost later, too: nothing brings it back
    assert len(said) > ROUNDS


def _check(station, said):
    database = station.open(PASSWORD)
    try:
        queries = database.queries()
        verified = queries.verify()
        assert verified.is_ok, verified
        entry_counts = {case_id: len(queries.history(CaseId(case_id))) for case_id in said}
        lost = [case_id for case_id, edit in said.items() if entry_counts[case_id] <= edit]
        assert lost == []
        with database.units_of_work("甲")() as work:
            for case_id, edit in said.items():
                entry_count = entry_counts[case_id]
                assert work.cases.get(CaseId(case_id)).facts.startswith(
                    f"第{max(edit, entry_count - 1)}稿" if entry_count > 1 else "申请人"
                )
    finally:
        database.dispose()


def test_two_processes_write_to_one_file(tmp_path):
    station = a_station(tmp_path, busy_timeout_ms=10_000)
    station.create(PASSWORD)
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.db.saving_loop", str(tmp_path / "station"), str(number)],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in (1, 2)
    ]
    pipes = [process.stdout for process in processes if process.stdout]
    said = [[pipe.readline() for _ in range(12)] for pipe in pipes]
    for process, pipe in zip(processes, pipes, strict=True):
        process.kill()
        pipe.close()
        process.wait()
    _check(station, {line.split()[0]: int(line.split()[1]) for lines in said for line in lines})
