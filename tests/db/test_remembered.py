import pytest
from keyring.backends.fail import Keyring as NoKeyring

from db.remembered import Kept, Remembered, system_keyring
from tests.db.memory_keyring import MemoryKeyring

KEPT = Kept(bytes(range(32)), "device-1")


def test_what_was_kept_comes_back_until_it_is_forgotten():
    remembered = Remembered(MemoryKeyring())
    assert remembered.get("db1") is None
    assert remembered.put("db1", KEPT)
    assert remembered.get("db1") == KEPT
    assert remembered.get("db2") is None
    remembered.forget("db1")
    remembered.forget("db1")
    assert remembered.get("db1") is None


def test_without_a_keyring_nothing_is_kept_and_nothing_fails():
    remembered = Remembered(NoKeyring())
    assert not remembered.put("db1", KEPT)
    assert remembered.get("db1") is None
    remembered.forget("db1")


def test_a_keyring_that_fails_in_a_way_of_its_own_is_as_none(caplog):
    def fail(*_):
        raise RuntimeError("org.freedesktop.DBus.Error.NoReply")

    odd = MemoryKeyring()
    for name in ("get_password", "set_password", "delete_password"):
        setattr(odd, name, fail)
    remembered = Remembered(odd)
    assert not remembered.put("db1", KEPT)
    assert remembered.get("db1") is None
    remembered.forget("db1")
    assert "the keyring gave no answer" in caplog.text


@pytest.mark.parametrize("entry", ["x", "{}", "[]", '{"key": "zz", "device": "d"}'])
def test_an_entry_of_somebody_else_is_none_of_ours(entry):
    backend = MemoryKeyring()
    backend.set_password("mediation-app", "db1", entry)
    assert Remembered(backend).get("db1") is None


def test_this_computer_can_be_asked():
    assert system_keyring().get("no such database") is None
