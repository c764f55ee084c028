"""Cuts out of a TrueType font the glyphs that one document uses."""

import struct
from collections.abc import Iterable
from itertools import accumulate

from forms.typesetting.truetype import TrueTypeFile

NOTDEF = 0
_CHECKSUM_TOTAL = 0xB1B0AFBA
_WORDS, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
_COPIED = ("cvt ", "fpgm", "prep")


def embedded_order(font: TrueTypeFile, glyphs: Iterable[int]) -> tuple[int, ...]:
    """Return the glyphs to embed, each with the parts it is composed of, in a fixed order."""
    wanted: set[int] = {NOTDEF}
    waiting = list(glyphs)
    while waiting:
        glyph = waiting.pop()
        if glyph not in wanted:
            wanted.add(glyph)
            waiting.extend(part for _, part in _components(font.outline(glyph)))
    return tuple(sorted(wanted))


def subset_file(font: TrueTypeFile, order: tuple[int, ...]) -> bytes:
    """Return a TrueType file with these glyphs, numbered by their place in the order."""
    renumbered = {glyph: index for index, glyph in enumerate(order)}
    outlines = [_padded(_recomposed(font.outline(glyph), renumbered)) for glyph in order]
    places = [0, *accumulate(map(len, outlines))]
    tables = {
        "glyf": b"".join(outlines),
        "loca": struct.pack(f">{len(places)}I", *places),
        "hmtx": b"".join(_horizontal(font, glyph) for glyph in order),
        "head": _with_long_locations(font.table("head")),
        "hhea": font.table("hhea")[:34] + struct.pack(">H", len(order)),
        "maxp": font.table("maxp")[:4] + struct.pack(">H", len(order)) + font.table("maxp")[6:],
    }
    tables.update((tag, font.table(tag)) for tag in _COPIED if tag in font.tables)
    return _assembled(tables)


def _components(outline: bytes) -> list[tuple[int, int]]:
    """Return where a composed outline names its parts, and which they are."""
    parts: list[tuple[int, int]] = []
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return parts
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        parts.append((at + 2, part))
        at += 8 if flags & _WORDS else 6
        for bit, length in ((_SCALE, 2), (_XY_SCALE, 4), (_TWO_BY_TWO, 8)):
            at += length if flags & bit else 0
    return parts


def _recomposed(outline: bytes, renumbered: dict[int, int]) -> bytes:
    parts = _components(outline)
    if not parts:
        return outline
    changed = bytearray(outline)
    for place, part in parts:
        struct.pack_into(">H", changed, place, renumbered[part])
    return bytes(changed)


def _padded(raw: bytes) -> bytes:
    return raw + b"\0" * (-len(raw) % 4)


def _horizontal(font: TrueTypeFile, glyph: int) -> bytes:
    offset = font.tables["hmtx"][0]
    last = len(font.advances) - 1
    if glyph <= last:
        return font.data[offset + 4 * glyph : offset + 4 * glyph + 4]
    bearing = offset + 4 * (last + 1) + 2 * (glyph - last - 1)
    return struct.pack(">H", font.advances[last]) + font.data[bearing : bearing + 2]


def _with_long_locations(head: bytes) -> bytes:
    return head[:8] + b"\0\0\0\0" + head[12:50] + struct.pack(">h", 1) + head[52:]


def _checksum(raw: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(raw) // 4}I", raw)
    return sum(words) & 0xFFFFFFFF


def _assembled(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    largest = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH",
        0x00010000,
        count,
        16 * largest,
        largest.bit_length() - 1,
        16 * (count - largest),
    )
    directory, body = [], []
    offset = len(header) + 16 * count
    for tag in sorted(tables):
        raw = _padded(tables[tag])
        entry = (tag.encode("latin-1"), _checksum(raw), offset, len(tables[tag]))
        directory.append(struct.pack(">4sIII", *entry))
        body.append(raw)
        offset += len(raw)
    whole = bytearray(b"".join([header, *directory, *body]))
    adjustment = (_CHECKSUM_TOTAL - _checksum(bytes(whole))) & 0xFFFFFFFF
    head_at = (
        len(header)
        + 16 * count
        + sum(len(_padded(tables[tag])) for tag in sorted(tables) if tag < "head")
    )
    struct.pack_into(">I", whole, head_at + 8, adjustment)
    return bytes(whole)
