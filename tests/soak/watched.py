"""Writes down what is written to a folder, and lets it fail.

SQLite lies inside the extension module of sqlcipher3, and its functions can be called there: so a
VFS of our own goes between it and the file system, which takes every method of the usual one but
for those that change something. Small files are written by Python: its calls are watched as well.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import sqlcipher3  # type: ignore[import-untyped]

from tests.soak.faults import CrashError
from tests.soak.power import Disk, Shorten, Write, is_memory, read_folder

LIBRARY = sqlcipher3._sqlite3.__file__
"""Where SQLite's functions are."""
OK, CANNOT_OPEN = 0, 14
IO_ERROR = {"write": 778, "sync": 1034, "shorten": 1546, "remove": 2570}
"""What SQLite's own file system answers where a call of this kind fails."""
_OPEN_CREATE, _NAMES_SYNCED_TOO = 0x4, 0x800 | 0x4000 | 0x80000
"""Whoever first syncs a journal or a log that it made syncs the name of it, too."""


Event: TypeAlias = Callable[[Disk], object]
"""Something that happens to a disk."""


@dataclass(slots=True)
class Watch:
    """All that is written to one folder, and what befalls it.

    Attributes:
        calls: How many there were.
        cut_at: After so many the power is gone.
        fails: Whether a call of a kind (write, sync, shorten, remove, make, rename) fails now.
        log: All that took effect, from the beginning.
    """

    folder: Path
    disk: Disk
    calls: int = 0
    cut_at: int | None = None
    is_dark: bool = False
    fails: Callable[[str], bool] = field(default=lambda _: False)
    chance: Random = field(default_factory=Random)
    log: list[Event] | None = None

    def arm(self, calls: int) -> None:
        """Let the power go after so many calls from now on."""
        self.cut_at = self.calls + calls

    def light(self) -> None:
        """Let the power come back."""
        self.cut_at, self.is_dark = None, False

    def start_again(self) -> None:
        """Begin with what lies in the folder."""
        self.disk = Disk(read_folder(self.folder))

    def is_mine(self, path: Path) -> bool:
        """Return whether a file lies in the folder."""
        return path.parent == self.folder and not is_memory(path.name)

    def may(self, kind: str) -> bool:
        """Return whether a call takes effect."""
        if self.cut_at is not None and self.calls >= self.cut_at:
            self.is_dark = True
        if self.is_dark:
            return False
        self.calls += 1
        return not self.fails(kind)

    def did(self, event: Event) -> None:
        """Note what took effect."""
        event(self.disk)
        if self.log is not None:
            self.log.append(event)

    def see_python(self) -> None:
        """Note what Python wrote since it was last looked at."""
        for name, content in read_folder(self.folder).items():
            if not _is_of_sqlite(name):
                self._see(name, content)

    def _see(self, name: str, content: bytes) -> None:
        known = self.disk.names.get(name)
        if known is None:
            self.did(lambda disk: disk.make(name))
        if known is None or bytes(known.seen) != content:
            self.did(lambda disk: disk.write(name, Shorten(0)))
            self.did(lambda disk: disk.write(name, Write(0, content)))


def _is_of_sqlite(name: str) -> bool:
    return name.endswith((".db", ".db.unfinished", "-wal", "-journal")) or (
        name == "station.unfinished"
    )


# --- SQLite -------------------------------------------------------------------------------------

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
_REMOVE = ctypes.CFUNCTYPE(_I, _P, _P, _I)
_CLOSE = ctypes.CFUNCTYPE(_I, _P)
_WRITE = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_SHORTEN = ctypes.CFUNCTYPE(_I, _P, _L)
_SYNC = ctypes.CFUNCTYPE(_I, _P, _I)
_METHODS = 18
"""Pointers in a table of methods of version 3, after its version number."""


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", _I),
        ("file_bytes", _I),
        ("longest_path", _I),
        ("next", _P),
        ("name", ctypes.c_char_p),
        ("data", _P),
        ("open", _OPEN),
        ("remove", _REMOVE),
        ("rest", _P * 14),
    ]


class _Table(ctypes.Structure):
    _fields_ = [
        ("version", _I),
        ("close", _CLOSE),
        ("read", _P),
        ("write", _WRITE),
        ("shorten", _SHORTEN),
        ("sync", _SYNC),
        ("rest", _P * (_METHODS - 5)),
    ]


@dataclass(slots=True)
class _Open:
    """A file that SQLite holds open here."""

    name: str
    usual: _Table
    syncs_names: bool


class Shim:
    """The VFS in between; there is one, since SQLite never forgets its address."""

    def __init__(self) -> None:
        self.watch: Watch | None = None
        self._sqlite = ctypes.CDLL(LIBRARY)
        self._sqlite.sqlite3_vfs_find.restype = _P
        self._usual_at = self._sqlite.sqlite3_vfs_find(None)
        self._usual = _Vfs.from_address(self._usual_at)
        self._open: dict[int, _Open] = {}
        self._tables: dict[int, _Table] = {}
        self._calls = (_OPEN(self._on_open), _REMOVE(self._on_remove))
        self._methods = (
            _CLOSE(self._on_close),
            _WRITE(self._on_write),
            _SHORTEN(self._on_shorten),
            _SYNC(self._on_sync),
        )
        self._mine = _Vfs()
        ctypes.memmove(ctypes.byref(self._mine), self._usual_at, ctypes.sizeof(_Vfs))
        self._mine.next, self._mine.name = None, b"watched"
        self._mine.open, self._mine.remove = self._calls
        self._sqlite.sqlite3_vfs_register(ctypes.byref(self._mine), 0)

    @contextmanager
    def over(self, watch: Watch) -> Iterator[None]:
        """Let SQLite open its files through it."""
        self.watch = watch
        self._sqlite.sqlite3_vfs_register(ctypes.byref(self._mine), 1)
        try:
            yield
        finally:
            self._sqlite.sqlite3_vfs_register(_P(self._usual_at), 1)
            self.watch = None
            for file_at, file in self._open.items():
                _table_at(file_at).value = ctypes.addressof(file.usual)
            self._open.clear()

    def _on_open(self, _: int, name_at: int, file_at: int, flags: int, out_at: int) -> int:
        path = _path_at(name_at)
        if self.watch is None or path is None or not self.watch.is_mine(path):
            return self._open_usually(name_at, file_at, flags, out_at)
        is_new = bool(flags & _OPEN_CREATE) and not path.exists()
        if is_new and not self.watch.may("make"):
            _table_at(file_at).value = None
            return CANNOT_OPEN
        code = self._open_usually(name_at, file_at, flags, out_at)
        if code == OK:
            if is_new:
                self.watch.did(lambda disk: disk.make(path.name))
            self._take_over(file_at, path.name, flags)
        return code

    def _open_usually(self, name_at: int, file_at: int, flags: int, out_at: int) -> int:
        return int(self._usual.open(self._usual_at, name_at, file_at, flags, out_at))

    def _take_over(self, file_at: int, name: str, flags: int) -> None:
        table_at = _table_at(file_at)
        usual = _Table.from_address(table_at.value or 0)
        syncs_names = bool(flags & _OPEN_CREATE) and bool(flags & _NAMES_SYNCED_TOO)
        self._open[file_at] = _Open(name, usual, syncs_names)
        table_at.value = ctypes.addressof(self._table(usual))

    def _table(self, usual: _Table) -> _Table:
        """Return the usual methods, with those of ours in their places."""
        address = ctypes.addressof(usual)
        if address not in self._tables:
            mine = _Table()
            ctypes.memmove(ctypes.byref(mine), address, ctypes.sizeof(_Table))
            mine.close, mine.write, mine.shorten, mine.sync = self._methods
            self._tables[address] = mine
        return self._tables[address]

    def _on_close(self, file_at: int) -> int:
        return int(self._open.pop(file_at).usual.close(file_at))

    def _on_write(self, file_at: int, data_at: int, size: int, offset: int) -> int:
        file = self._open[file_at]
        change = Write(offset, ctypes.string_at(data_at, size))
        if not self._may("write"):
            return IO_ERROR["write"]
        code = int(file.usual.write(file_at, data_at, size, offset))
        self._did(lambda disk: disk.write(file.name, change))
        return code

    def _on_shorten(self, file_at: int, size: int) -> int:
        file = self._open[file_at]
        if not self._may("shorten"):
            return IO_ERROR["shorten"]
        code = int(file.usual.shorten(file_at, size))
        self._did(lambda disk: disk.write(file.name, Shorten(size)))
        return code

    def _on_sync(self, file_at: int, flags: int) -> int:
        file = self._open[file_at]
        if not self._may("sync"):
            if self.watch is not None and not self.watch.is_dark:
                self.watch.disk.drop(file.name, self.watch.chance)
            return IO_ERROR["sync"]
        code = int(file.usual.sync(file_at, flags))
        self._did(lambda disk: disk.sync(file.name))
        if file.syncs_names:
            file.syncs_names = False
            self._did(Disk.sync_names)
        return code

    def _on_remove(self, _: int, name_at: int, syncs_names: int) -> int:
        path = _path_at(name_at)
        is_mine = self._knows(path)
        if is_mine and not self._may("remove"):
            return IO_ERROR["remove"]
        code = int(self._usual.remove(self._usual_at, name_at, syncs_names))
        if is_mine and path and code == OK:
            self._did(lambda disk: disk.remove(path.name))
            if syncs_names:
                self._did(Disk.sync_names)
        return code

    def _knows(self, path: Path | None) -> bool:
        watch = self.watch
        return bool(path and watch and watch.is_mine(path) and path.name in watch.disk.names)

    def _may(self, kind: str) -> bool:
        return self.watch is None or self.watch.may(kind)

    def _did(self, event: Event) -> None:
        if self.watch is not None:
            self.watch.did(event)


def _table_at(file_at: int) -> ctypes.c_void_p:
    """Return where a file of SQLite has the address of its methods: at its beginning."""
    return _P.from_address(file_at)


def _path_at(name_at: int) -> Path | None:
    return Path(ctypes.string_at(name_at).decode()) if name_at else None


# --- Python -------------------------------------------------------------------------------------


class _Hooks:
    """Stands in for the calls by which Python makes small files lasting."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._usual = {
            name: getattr(os, name) for name in ("fsync", "replace", "rename", "unlink")
        }

    @contextmanager
    def set(self) -> Iterator[None]:
        """Take their places."""
        ours = {
            "fsync": self._sync,
            "replace": self._move,
            "rename": self._move,
            "unlink": self._remove,
        }
        for name, call in ours.items():
            setattr(os, name, call)
        try:
            yield
        finally:
            for name, call in self._usual.items():
                setattr(os, name, call)

    def _sync(self, handle: int) -> None:
        path, name = Path(f"/proc/self/fd/{handle}").readlink(), ""
        if path == self._watch.folder:
            self._through("sync", path)
            self._watch.did(Disk.sync_names)
        elif self._watch.is_mine(path):
            self._through("sync", path)
            name = path.name
            self._watch.did(lambda disk: disk.sync(name))
        self._usual["fsync"](handle)

    def _move(self, old: Any, new: Any) -> None:
        names = Path(old).name, Path(new).name
        is_mine = self._watch.is_mine(Path(old))
        if is_mine:
            self._through("rename", Path(old))
        self._usual["replace"](old, new)
        if is_mine:
            self._watch.did(lambda disk: disk.rename(*names))

    def _remove(self, path: Any, *words: Any, **named: Any) -> None:
        name = Path(path).name
        is_mine = self._watch.is_mine(Path(path)) and Path(path).exists()
        if is_mine:
            self._through("remove", Path(path))
        self._usual["unlink"](path, *words, **named)
        if is_mine:
            self._watch.did(lambda disk: disk.remove(name))

    def _through(self, kind: str, path: Path) -> None:
        self._watch.see_python()
        if not self._watch.may(kind):
            if self._watch.is_dark:
                raise CrashError
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


_SHIM: list[Shim] = []


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    """Watch a folder that is there."""
    if not _SHIM:
        _SHIM.append(Shim())
    folder = folder.resolve()
    watch = Watch(folder, Disk(read_folder(folder)))
    with _SHIM[0].over(watch), _Hooks(watch).set():
        yield watch


def why_none() -> str:
    """Say why nothing can be watched here, empty where it can."""
    if not sys.platform.startswith("linux"):
        return "files are watched as Linux names them"
    return "" if hasattr(ctypes.CDLL(LIBRARY), "sqlite3_vfs_find") else "SQLite shows no VFS here"
