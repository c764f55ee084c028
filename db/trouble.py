"""Trouble with the database file, as a sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from mediation_app.errors import StorageError
from mediation_app.sentences import say

BUSY, LOCKED, READ_ONLY, IO_ERROR, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE = (
    *(5, 6, 8, 10, 11, 13),
    *(14, 26),
)
"""Primary result codes of SQLite."""

_PRIMARY = 0xFF

_DAMAGED = say("数据库文件已损坏，请停止使用并用最近的备份恢复")

_SENTENCES = {
    BUSY: say("数据库正被另一个程序占用，请稍后重试"),
    LOCKED: say("数据库正被另一个程序占用，请稍后重试"),
    READ_ONLY: say("数据库文件是只读的，无法保存，请检查文件夹权限"),
    IO_ERROR: say("读写数据库文件时出错，请检查磁盘"),
    CORRUPT: _DAMAGED,
    FULL: say("磁盘已满，没有保存，请清理磁盘空间后重试"),
    CANNOT_OPEN: say("无法打开数据库文件，请检查文件夹是否存在、是否有权限"),
    NOT_A_DATABASE: say(
        "数据库文件已损坏，或密钥文件属于另一个数据库，请用同一次备份恢复这两个文件"
    ),
}

_NEEDS_A_NEW_CONNECTION = {IO_ERROR, CORRUPT, FULL, NOT_A_DATABASE}
"""A connection that lived through one of these may go on failing after the cause is gone."""


def tell_trouble(engine: Engine) -> None:
    """Let the engine raise a StorageError where a person can do something about it."""
    event.listen(engine, "handle_error", _on_error)


@contextmanager
def told_trouble() -> Iterator[None]:
    """Do the same where there is no engine yet.

    Raises:
        StorageError: In place of an error of the driver that a person can do something about.
    """
    try:
        yield
    except dbapi2.Error as error:
        sentence = _SENTENCES.get(_code(error))
        if sentence is None:
            raise
        raise StorageError(sentence) from error


def refused() -> StorageError:
    """Return what tells of a disk that refused something where SQLite itself raises nothing."""
    return StorageError(_SENTENCES[IO_ERROR])


def _on_error(context: ExceptionContext) -> None:
    error = context.original_exception
    if _code(error) in _NEEDS_A_NEW_CONNECTION:
        context.is_disconnect = True
    sentence = _SENTENCES.get(_code(error))
    if sentence is not None:
        raise StorageError(sentence) from error


def _code(error: BaseException | None) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
