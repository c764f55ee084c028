"""How commands print: JSON for programs, aligned Chinese text for people."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from mediation_app.cli.surroundings import Streams

_WIDE = "WF"
_GAP = "  "


class Printer:
    """Prints in one command."""

    def __init__(self, streams: Streams, *, is_json: bool) -> None:
        self._streams = streams
        self.is_json = is_json

    def json(self, value: Any) -> None:
        """Print a value for programs."""
        self.line(json.dumps(value, ensure_ascii=False, indent=1))

    def line(self, text: str) -> None:
        """Print a line for people."""
        self._streams.output.write(f"{text}\n")

    def refuse(self, text: object) -> None:
        """Print a reason on the stream of errors."""
        self._streams.errors.write(f"{text}\n")

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Print rows in columns; Chinese characters take two places."""
        widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (
                cell + " " * (width - _width(cell))
                for cell, width in zip(row, widths, strict=True)
            )
            self.line(_GAP.join(cells).rstrip())

    def tree(self, value: Any) -> None:
        """Print nested values as an indented outline."""
        for text in _outline(value, ""):
            self.line(text)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in text)


def _outline(value: Any, indent: str) -> Iterator[str]:
    entries = value.items() if isinstance(value, dict) else enumerate(value, start=1)
    for name, inner in entries:
        if isinstance(inner, dict | list) and inner:
            yield f"{indent}{name}："
            yield from _outline(inner, indent + _GAP)
        else:
            yield f"{indent}{name}：{_word(inner)}"


def _word(value: Any) -> str:
    words = {True: "是", False: "否"}
    if value is None or value in ([], {}):
        return "（无）"
    return words[value] if isinstance(value, bool) else str(value)
