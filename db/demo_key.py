"""The key of invented cases, which lies open beside them and says so."""

from pathlib import Path

from db.atomic_file import write_whole
from db.key_slots import KEY_BYTES
from mediation_app.errors import StorageError
from mediation_app.sentences import say

_NOTE = "这是演示数据库的密钥，库中人物和案件均为虚构。正式数据库的密钥绝不会这样明文存放。"


def write_demo_key(path: Path, key: bytes) -> None:
    """Write the key below a sentence that says what it is.

    Raises:
        StorageError: The folder cannot be written.
    """
    write_whole(path, f"{_NOTE}\n{key.hex()}\n")


def read_demo_key(path: Path) -> bytes:
    """Read the key.

    Raises:
        StorageError: It is damaged.
    """
    try:
        key = bytes.fromhex(path.read_text(encoding="utf-8").splitlines()[-1])
    except (OSError, ValueError, IndexError) as error:
        raise _damaged(path) from error
    if len(key) != KEY_BYTES:
        raise _damaged(path)
    return key


def _damaged(path: Path) -> StorageError:
    return StorageError(
        say("演示密钥文件 {path} 已损坏，请删除整个演示文件夹后重新建立", path=path)
    )
