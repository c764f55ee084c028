"""Reads what typesetting needs from a TrueType file: glyphs, advances and outlines."""

import mmap
import struct
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

UNITS_PER_PDF_EM = 1000
_WINDOWS, _UCS2, _UCS4 = 3, 1, 10


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of a face in thousandths of its size."""

    ascent: int
    descent: int
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class TrueTypeFile:
    """An opened TrueType font; outlines stay on disk until they are wanted."""

    name: str
    data: mmap.mmap
    tables: Mapping[str, tuple[int, int]]
    glyphs: Mapping[int, int]
    advances: "array[int]"
    locations: "array[int]"
    units_per_em: int
    metrics: Metrics = field(repr=False)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the font stored in a file with TrueType outlines."""
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        tables = _directory(data)
        units = struct.unpack_from(">H", data, tables["head"][0] + 18)[0]
        return cls(
            name=path.stem,
            data=data,
            tables=tables,
            glyphs=_character_map(data, tables["cmap"][0]),
            advances=_advances(data, tables),
            locations=_locations(data, tables),
            units_per_em=units,
            metrics=_metrics(data, tables, units),
        )

    def advance(self, glyph: int) -> int:
        """Return how wide a glyph is, in thousandths of the type size."""
        last = len(self.advances) - 1
        return self.advances[min(glyph, last)] * UNITS_PER_PDF_EM // self.units_per_em

    def table(self, tag: str) -> bytes:
        """Return the bytes of one table."""
        offset, length = self.tables[tag]
        return self.data[offset : offset + length]

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph; empty for a blank one."""
        base = self.tables["glyf"][0]
        return self.data[base + self.locations[glyph] : base + self.locations[glyph + 1]]


def _directory(data: mmap.mmap) -> dict[str, tuple[int, int]]:
    count = struct.unpack_from(">H", data, 4)[0]
    entries = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in entries}


def _numbers(code: str, raw: bytes) -> "array[int]":
    count = len(raw) // struct.calcsize(f">{code}")
    return array(code, struct.unpack(f">{count}{code}", raw))


def _metrics(data: mmap.mmap, tables: Mapping[str, tuple[int, int]], units: int) -> Metrics:
    def scaled(number: int) -> int:
        return number * UNITS_PER_PDF_EM // units

    box = struct.unpack_from(">4h", data, tables["head"][0] + 36)
    ascent, descent = struct.unpack_from(">2h", data, tables["OS/2"][0] + 68)
    left, bottom, right, top = map(scaled, box)
    return Metrics(scaled(ascent), scaled(descent), (left, bottom, right, top))


def _advances(data: mmap.mmap, tables: Mapping[str, tuple[int, int]]) -> "array[int]":
    count = struct.unpack_from(">H", data, tables["hhea"][0] + 34)[0]
    start = tables["hmtx"][0]
    return _numbers("H", data[start : start + 4 * count])[::2]


def _locations(data: mmap.mmap, tables: Mapping[str, tuple[int, int]]) -> "array[int]":
    start, length = tables["loca"]
    is_long = struct.unpack_from(">h", data, tables["head"][0] + 50)[0]
    if is_long:
        return _numbers("I", data[start : start + length])
    return array("I", [2 * half for half in _numbers("H", data[start : start + length])])


def _character_map(data: mmap.mmap, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 2)[0]
    found = {
        (platform, encoding): start + offset
        for platform, encoding, offset in struct.iter_unpack(
            ">HHI", data[start + 4 : start + 4 + 8 * count]
        )
    }
    full = found.get((_WINDOWS, _UCS4))
    if full is not None:
        return _segmented_coverage(data, full)
    return _segment_deltas(data, found[_WINDOWS, _UCS2])


def _segmented_coverage(data: mmap.mmap, start: int) -> dict[int, int]:
    count = struct.unpack_from(">I", data, start + 12)[0]
    groups = _numbers("I", data[start + 16 : start + 16 + 12 * count])
    glyphs: dict[int, int] = {}
    for first, last, glyph in zip(groups[::3], groups[1::3], groups[2::3], strict=True):
        if first == last:
            glyphs[first] = glyph
        else:
            glyphs.update((code, glyph + code - first) for code in range(first, last + 1))
    return glyphs


def _segment_deltas(data: mmap.mmap, start: int) -> dict[int, int]:
    """Return a map of format 4, which fonts of the basic plane have."""
    size = struct.unpack_from(">H", data, start + 6)[0]
    ends_at, starts_at = start + 14, start + 16 + size
    deltas_at, offsets_at = starts_at + size, starts_at + 2 * size
    glyphs: dict[int, int] = {}
    for step in range(0, size, 2):
        last, first = (struct.unpack_from(">H", data, at + step)[0] for at in (ends_at, starts_at))
        delta = struct.unpack_from(">H", data, deltas_at + step)[0]
        offset = struct.unpack_from(">H", data, offsets_at + step)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets_at + step + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, place)[0]
                if glyph == 0:
                    continue
            glyphs[code] = (glyph + delta) & 0xFFFF
    return glyphs
