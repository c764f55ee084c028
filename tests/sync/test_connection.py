"""Where the address and the password of the centre are kept, and that only one program syncs."""

import os
import signal
import subprocess
import sys

import pytest
from keyring.backends.fail import Keyring as NoKeyring

from db.remembered import Remembered
from db.sole_right import SoleRight
from db.sync.connection import Connection
from db.sync.notes import Notes
from mediation_app.domain.syncing import CentralAddress
from tests.db.memory_keyring import MemoryKeyring
from tests.db.stations import an_open_station
from tests.fakes.environment import CountedIds

ADDRESS = CentralAddress("db1,db2", 5432, "mediation", "liuyang", "-----BEGIN CERTIFICATE-----")
PASSWORD = "Kai-2026-Men-Jin"


@pytest.fixture
def database(tmp_path):
    made = an_open_station(tmp_path)
    yield made
    made.dispose()


def a_connection(database, backend):
    remembered = Remembered(backend)
    return Connection(Notes(database.engine), lambda: remembered, CountedIds())


@pytest.mark.parametrize("backend", [MemoryKeyring(), NoKeyring()], ids=["keyring", "no keyring"])
def test_what_was_kept_is_there_at_the_next_start_and_gone_after_it_was_forgotten(
    database, backend
):
    assert a_connection(database, backend).address() is None
    assert a_connection(database, backend).password() is None
    a_connection(database, backend).keep(ADDRESS, PASSWORD)
    kept = a_connection(database, backend)
    assert (kept.address(), kept.password()) == (ADDRESS, PASSWORD)
    kept.forget()
    assert (kept.address(), kept.password()) == (None, None)


def test_with_a_keyring_the_password_is_not_in_the_database(database):
    keyring = MemoryKeyring()
    a_connection(database, keyring).keep(ADDRESS, PASSWORD)
    assert list(keyring.entries.values()) == [PASSWORD]
    assert a_connection(database, MemoryKeyring()).password() is None


def test_the_password_is_in_no_file_in_the_clear(database, tmp_path):
    a_connection(database, NoKeyring()).keep(ADDRESS, PASSWORD)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if PASSWORD.encode() in file.read_bytes()]


def test_another_password_takes_the_place_of_the_first(database):
    keyring = MemoryKeyring()
    for password in ("first", PASSWORD):
        a_connection(database, keyring).keep(ADDRESS, password)
    assert list(keyring.entries.values()) == [PASSWORD]


def test_one_program_at_a_time_syncs_a_station(tmp_path):
    first, second = SoleRight(tmp_path / "sync.lock"), SoleRight(tmp_path / "sync.lock")
    assert first.take()
    assert first.take()
    assert not second.take()
    first.give_up()
    first.give_up()
    assert second.take()
    second.give_up()


def test_the_right_to_sync_ends_with_a_killed_process(tmp_path):
    path = tmp_path / "sync.lock"
    program = (
        "import sys; from pathlib import Path; from db.sole_right import SoleRight;"
        "right = SoleRight(Path(sys.argv[1])); print(right.take(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "True\n"
        right = SoleRight(path)
        assert not right.take()
        os.kill(other.pid, signal.SIGKILL)
    assert right.take()
    right.give_up()
