"""Reads PDFs back: text, outline and pictures, as any other program would."""

import re
import struct
import zlib
from contextlib import contextmanager

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

_CHANNEL_GREY = 0


@contextmanager
def opened(pdf):
    """Yield the document of some PDF bytes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_texts(pdf):
    """Return the text of each page as it is copied."""
    with opened(pdf) as document:
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return texts


def packed(text):
    """Return a text without spaces and line ends, which typesetting adds and moves."""
    return re.sub(r"\s", "", text)


def whole_text(pdf):
    """Return the text of a document without spaces, without the feet of its pages."""
    return packed("".join(text[: text.rfind("第 ")] for text in page_texts(pdf)))


def outline_of(pdf):
    """Return (level, title, page index) of each bookmark."""
    with opened(pdf) as document:
        return [
            (mark.level, mark.get_title(), mark.get_dest().get_index())
            for mark in document.get_toc()
        ]


def pictures(pdf, scale=0.5):
    """Return (width, height, grey bytes) of each page."""
    with opened(pdf) as document:
        drawn = []
        for page in document:
            bitmap = page.render(scale=scale, grayscale=True)
            rows = bytes(bitmap.buffer)
            lines = (
                rows[start : start + bitmap.width]
                for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            )
            drawn.append((bitmap.width, bitmap.height, b"".join(lines)))
            bitmap.close()
            page.close()
        return drawn


def png(width, height, grey):
    """Return a grey picture as PNG."""
    rows = b"".join(
        b"\0" + grey[start : start + width] for start in range(0, width * height, width)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, _CHANNEL_GREY, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, chunks))


def grey_of(raw):
    """Return (width, height, grey bytes) of a picture that ``png`` wrote."""
    width, height = struct.unpack_from(">II", raw, 16)
    length = struct.unpack_from(">I", raw, 33)[0]
    rows = zlib.decompress(raw[41 : 41 + length])
    lines = (rows[at + 1 : at + 1 + width] for at in range(0, len(rows), width + 1))
    return width, height, b"".join(lines)


def _chunk(chunk):
    kind, content = chunk
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def lacking(text, values):
    """Return the values that a packed text does not hold."""
    return [value for value in values if packed(str(value)) not in text]
