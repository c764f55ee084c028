"""The file beside the database that holds its key, wrapped for each person who may open it."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError

from db.atomic_file import write_whole
from db.key_slots import Cost, Holder, Slot, SlotKind, unwrap, wrap
from db.recovery_codes import new_recovery_code, read_recovery_code
from mediation_app.errors import InvalidValueError, StorageError, WrongPasswordError
from mediation_app.sentences import say

_FORMAT = 1
_NOTE = (
    "本文件保存加密后的数据库密钥，没有密码或恢复码无法使用。请与数据库一起备份，不要改动或删除。"
)


@dataclass(frozen=True, slots=True)
class KeyRing:
    """All slots of one database."""

    database_id: str
    slots: tuple[Slot, ...] = ()

    def unlock(self, password: str, user: str | None = None) -> bytes:
        """Return the key.

        Args:
            password: What the person typed.
            user: Whose password it is; anybody's where it is left out.

        Raises:
            WrongPasswordError: It opens no slot.
        """
        return self._unlock(SlotKind.PASSWORD, user, password)

    def unlock_by_code(self, typed: str) -> bytes:
        """Return the key for the recovery code.

        Raises:
            InvalidValueError: The code has a slip.
            WrongPasswordError: It is the code of another database, or one that was replaced.
        """
        return self._unlock(SlotKind.RECOVERY, None, read_recovery_code(typed))

    def with_password(self, key: bytes, user: str, password: str, cost: Cost) -> "KeyRing":
        """Return the slots with this password for this person, in place of an earlier one.

        Raises:
            InvalidValueError: The password is empty.
        """
        if not password:
            raise InvalidValueError(say("密码不能为空"))
        return self._with(Holder(self.database_id, SlotKind.PASSWORD, user), password, key, cost)

    def with_new_code(self, key: bytes, cost: Cost) -> tuple["KeyRing", str]:
        """Return the slots with a new recovery code, and the code; an earlier one is void."""
        code = new_recovery_code()
        holder = Holder(self.database_id, SlotKind.RECOVERY)
        return self._with(holder, read_recovery_code(code), key, cost), code

    def _with(self, holder: Holder, secret: str, key: bytes, cost: Cost) -> "KeyRing":
        others = (slot for slot in self.slots if slot.holder != holder)
        return replace(self, slots=(*others, wrap(holder, secret, key, cost)))

    def _unlock(self, kind: SlotKind, user: str | None, secret: str) -> bytes:
        for slot in self.slots:
            if slot.holder.kind is kind and user in (None, slot.holder.user):
                key = _unwrapped(slot, secret)
                if key is not None:
                    return key
        raise WrongPasswordError


def write_key_ring(path: Path, ring: KeyRing) -> None:
    """Write the file; a crash leaves the old one or the new one.

    Raises:
        StorageError: The folder cannot be written.
    """
    content = {
        "note": _NOTE,
        "format": _FORMAT,
        "database_id": ring.database_id,
        "slots": [_written(slot) for slot in ring.slots],
    }
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def read_key_ring(path: Path) -> KeyRing:
    """Read the file.

    Raises:
        StorageError: It is not there, damaged, or of a newer version.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] > _FORMAT:
            raise StorageError(say("密钥文件由更新版本的程序写入，请先升级程序"))
        database_id = str(content["database_id"])
        return KeyRing(database_id, tuple(_read(database_id, each) for each in content["slots"]))
    except OSError as error:
        raise StorageError(
            say("无法读取密钥文件 {path}，没有它不能打开数据库", path=path)
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError(say("密钥文件 {path} 已损坏，请用备份恢复", path=path)) from error


def _unwrapped(slot: Slot, secret: str) -> bytes | None:
    try:
        return unwrap(slot, secret)
    except (HashingError, ValueError) as error:
        # The file asks for a cost or a length that no version ever wrote.
        raise StorageError(say("密钥文件已损坏，请用备份恢复")) from error


def _written(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.holder.kind.value,
        "user": slot.holder.user,
        "argon2id": asdict(slot.cost),
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _read(database_id: str, entry: Any) -> Slot:
    cost = Cost(**{name: int(value) for name, value in entry["argon2id"].items()})
    return Slot(
        Holder(database_id, SlotKind(entry["kind"]), str(entry["user"])),
        cost,
        *(bytes.fromhex(entry[name]) for name in ("salt", "nonce", "wrapped")),
    )
