"""What a power cut can leave of the files in a folder.

A write is on the disk for sure once its file was synced, a name once its folder was. Of all that
came after, any part may have arrived, in any order, also torn between sectors. Bytes beside those
that are written stay what they are, as SQLite takes for granted as well (power-safe overwrite).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeAlias

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Some bytes at a place of a file."""

    offset: int
    data: bytes

    def pieces(self) -> Iterator["Write"]:
        """Cut it where sectors meet: each arrives or not."""
        place, end = self.offset, self.offset + len(self.data)
        while place < end:
            until = min(end, (place // SECTOR + 1) * SECTOR)
            yield Write(place, self.data[place - self.offset : until - self.offset])
            place = until

    def onto(self, content: bytearray) -> None:
        """Put it into a content, which grows where it has to."""
        missing = self.offset - len(content)
        if missing > 0:
            content.extend(bytes(missing))
        content[self.offset : self.offset + len(self.data)] = self.data


@dataclass(frozen=True, slots=True)
class Shorten:
    """A file gets this length."""

    size: int

    def pieces(self) -> Iterator["Shorten"]:
        """Be one piece: it happens or not."""
        yield self

    def onto(self, content: bytearray) -> None:
        """Cut a content off."""
        del content[self.size :]
        content.extend(bytes(self.size - len(content)))


Change: TypeAlias = Write | Shorten


@dataclass(slots=True)
class Stored:
    """A file, whatever it is called."""

    safe: bytearray = field(default_factory=bytearray)
    pending: list[Change] = field(default_factory=list)
    """What was written since the last sync."""
    seen: bytearray = field(default_factory=bytearray)
    """What a program reads that goes on."""

    def write(self, change: Change) -> None:
        """Write without a sync."""
        self.pending.append(change)
        change.onto(self.seen)

    def sync(self) -> None:
        """Let everything arrive."""
        for change in self.pending:
            change.onto(self.safe)
        self.pending.clear()

    def drop(self, chance: Random) -> None:
        """Lose parts of what is pending for good, though programs go on reading it.

        So does a kernel that could not write and then forgets that it had to.
        """
        pieces = [piece for change in self.pending for piece in change.pieces()]
        self.pending = [each for each in pieces if chance.random() < 0.5]


@dataclass(frozen=True, slots=True)
class Naming:
    """A file gets a name in place of ``before``, or (``file`` is None) a name goes."""

    name: str
    file: Stored | None
    before: str = ""

    def onto(self, names: dict[str, Stored]) -> None:
        """Do it to a folder."""
        names.pop(self.before, None)
        names.pop(self.name, None)
        if self.file is not None:
            names[self.name] = self.file


Image: TypeAlias = dict[str, bytes]
"""Name and content of each file."""
Arrives: TypeAlias = Callable[[], bool]


class Disk:
    """One folder."""

    def __init__(self, files: Image) -> None:
        self.names = {
            name: Stored(bytearray(data), [], bytearray(data)) for name, data in files.items()
        }
        self._safe_names = dict(self.names)
        self._pending: list[Naming] = []

    def make(self, name: str) -> None:
        """Begin an empty file."""
        self._name(Naming(name, Stored()))

    def remove(self, name: str) -> None:
        """Take a name away."""
        self._name(Naming(name, None))

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, in place of the file that had it."""
        self._name(Naming(new, self.names[old], old))

    def write(self, name: str, change: Change) -> None:
        """Change a file; one whose name is gone matters to nobody."""
        if name in self.names:
            self.names[name].write(change)

    def sync(self, name: str) -> None:
        """Let everything arrive that was written to a file."""
        if name in self.names:
            self.names[name].sync()

    def drop(self, name: str, chance: Random) -> None:
        """Lose parts of what was written to a file and not synced."""
        if name in self.names:
            self.names[name].drop(chance)

    def sync_names(self) -> None:
        """Let all names arrive."""
        self._pending.clear()
        self._safe_names = dict(self.names)

    def _name(self, naming: Naming) -> None:
        self._pending.append(naming)
        naming.onto(self.names)

    def everything(self) -> Image:
        """Return what is left where all has arrived."""
        return self._image(lambda: True, torn=False)

    def nothing(self) -> Image:
        """Return what is left where only that arrived which was synced."""
        return self._image(lambda: False, torn=False)

    def drawn(self, chance: Random) -> Image:
        """Return what is left where some of it has arrived."""
        share = chance.choice((0.1, 0.5, 0.9))
        return self._image(lambda: chance.random() < share, torn=chance.random() < 0.7)

    def _image(self, arrives: Arrives, *, torn: bool) -> Image:
        names = dict(self._safe_names)
        for naming in self._pending:
            if arrives():
                naming.onto(names)
        return {name: _content(file, arrives, torn=torn) for name, file in names.items()}


def _content(file: Stored, arrives: Arrives, *, torn: bool) -> bytes:
    content = bytearray(file.safe)
    for change in file.pending:
        for piece in change.pieces() if torn else (change,):
            if arrives():
                piece.onto(content)
    return bytes(content)


def read_folder(folder: Path) -> Image:
    """Return what lies in a folder, but for what is only shared memory."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if not is_memory(each.name)}


def write_folder(folder: Path, image: Image) -> None:
    """Let a folder hold this and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir():
        each.unlink()
    for name, content in image.items():
        (folder / name).write_bytes(content)


def is_memory(name: str) -> bool:
    """Return whether SQLite only shares this file between processes, and makes it anew."""
    return name.endswith("-shm")
