"""Long texts, packed: an edit keeps the text before and after, which are much alike."""

import zlib
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class Packed(TypeDecorator[str]):
    """A text, compressed in the file.

    What cannot be unpacked comes back as an empty text, whose hash will not fit.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Pack a text on its way into the file."""
        return None if value is None else pack(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Unpack a text on its way out."""
        return None if value is None else unpack(value)


def pack(text: str) -> bytes:
    """Return a text compressed."""
    return zlib.compress(text.encode())


def unpack(value: bytes) -> str:
    """Return a text again; empty where it cannot be unpacked."""
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(value).decode()
    except (zlib.error, UnicodeDecodeError, TypeError):
        return ""
    return text if stream.eof and not stream.unused_data else ""
