import json
from dataclasses import replace

import pytest

from db.key_slots import KEY_BYTES, Cost, SlotKind, new_key
from db.keys import KeyRing, read_key_ring, write_key_ring
from mediation_app.errors import InvalidValueError, StorageError, WrongPasswordError
from tests.db.stations import CHEAP

KEY = bytes(range(32))


@pytest.fixture
def ring():
    return KeyRing("station-1").with_password(KEY, "站长", "正确的密码", CHEAP)


def test_the_password_gives_the_key(ring):
    assert ring.unlock("正确的密码") == KEY
    assert ring.unlock("正确的密码", "站长") == KEY


@pytest.mark.parametrize("password", ["", "错误的密码", "正确的密码 ", "\ud800"])
def test_a_wrong_password_gives_nothing(ring, password):
    with pytest.raises(WrongPasswordError, match="密码不正确"):
        ring.unlock(password)


def test_a_password_is_of_one_person(ring):
    both = ring.with_password(KEY, "文员", "另一个密码", CHEAP)
    assert both.unlock("另一个密码", "文员") == both.unlock("另一个密码") == KEY
    with pytest.raises(WrongPasswordError):
        both.unlock("另一个密码", "站长")


def test_a_new_password_makes_the_old_one_void(ring):
    changed = ring.with_password(KEY, "站长", "新密码", CHEAP)
    assert changed.unlock("新密码") == KEY
    with pytest.raises(WrongPasswordError):
        changed.unlock("正确的密码")


def test_the_same_password_composed_in_two_ways_is_one(ring):
    changed = ring.with_password(KEY, "站长", "café", CHEAP)
    assert changed.unlock("cafe\u0301") == KEY


def test_an_empty_password_is_refused(ring):
    with pytest.raises(InvalidValueError, match="不能为空"):
        ring.with_password(KEY, "站长", "", CHEAP)


def test_the_recovery_code_gives_the_key_and_a_new_one_voids_it(ring):
    coded, code = ring.with_new_code(KEY, CHEAP)
    assert coded.unlock_by_code(code.lower()) == KEY
    again, new_code = coded.with_new_code(KEY, CHEAP)
    assert again.unlock_by_code(new_code) == KEY
    with pytest.raises(WrongPasswordError):
        again.unlock_by_code(code)
    with pytest.raises(InvalidValueError):
        again.unlock_by_code(code[:-1])


def test_a_code_is_no_password(ring):
    coded, code = ring.with_new_code(KEY, CHEAP)
    with pytest.raises(WrongPasswordError):
        coded.unlock(code.replace("-", ""))


def test_a_slot_moved_to_another_database_or_person_does_not_open(ring):
    (slot,) = ring.slots
    for holder in (
        replace(slot.holder, database_id="station-2"),
        replace(slot.holder, user="文员"),
        replace(slot.holder, kind=SlotKind.RECOVERY),
    ):
        moved = KeyRing(holder.database_id, (replace(slot, holder=holder),))
        with pytest.raises(WrongPasswordError):
            moved._unlock(holder.kind, None, "正确的密码")


def test_the_file_gives_back_the_slots_and_shows_no_key(ring, tmp_path):
    path = tmp_path / "keys.json"
    ring, code = ring.with_new_code(KEY, CHEAP)
    write_key_ring(path, ring)
    assert read_key_ring(path) == ring
    text = path.read_text(encoding="utf-8")
    assert KEY.hex() not in text
    assert "正确的密码" not in text
    assert code not in text
    assert path.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["keys.json"]


def test_the_usual_cost_is_that_of_the_recommendation():
    assert Cost() == Cost(passes=3, memory_kib=65536, lanes=2)
    ring = KeyRing("x").with_password(KEY, "站长", "密码", Cost())
    assert ring.unlock("密码") == KEY


def test_keys_are_random():
    assert len(new_key()) == KEY_BYTES
    assert new_key() != new_key()


def test_a_missing_key_file_is_told(tmp_path):
    with pytest.raises(StorageError, match=r"无法读取密钥文件.*keys\.json"):
        read_key_ring(tmp_path / "keys.json")


def spoilt(content, **changes):
    return json.dumps(json.loads(content) | changes)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda text: text[:-20],
        lambda _: "[]",
        lambda _: "{}",
        lambda text: spoilt(text, slots=[{}]),
        lambda text: spoilt(text, format="一"),
        lambda text: text.replace('"salt": "', '"salt": "zz'),
        lambda text: text.replace('"kind": "password"', '"kind": "palm"'),
        lambda text: text.replace('"passes"', '"pathes"'),
        lambda _: "\x00\x01",
    ],
)
def test_a_damaged_key_file_is_told(ring, tmp_path, spoil):
    path = tmp_path / "keys.json"
    write_key_ring(path, ring)
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(StorageError, match=r"密钥文件.*已损坏"):
        read_key_ring(path)


def test_a_key_file_of_a_newer_version_is_told(ring, tmp_path):
    path = tmp_path / "keys.json"
    write_key_ring(path, ring)
    path.write_text(spoilt(path.read_text(encoding="utf-8"), format=2), encoding="utf-8")
    with pytest.raises(StorageError, match="更新版本"):
        read_key_ring(path)


def test_a_slot_that_asks_for_an_impossible_cost_is_damaged(ring, tmp_path):
    path = tmp_path / "keys.json"
    (slot,) = ring.slots
    for impossible in (replace(slot, cost=Cost(0, 8, 1)), replace(slot, nonce=b"")):
        write_key_ring(path, replace(ring, slots=(impossible,)))
        with pytest.raises(StorageError, match="已损坏"):
            read_key_ring(path).unlock("正确的密码")
