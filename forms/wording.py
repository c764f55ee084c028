"""The fixed texts of the forms in one dated edition, and how their gaps are filled."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Self

from forms.typesetting.text import Inline, Inlines, Run, Style

Filling = str | Inline | Inlines


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts by key; an old document prints in the edition it was made in."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, edition: str) -> Self:
        """Return the wording stored as a JSON text."""
        entries: dict[str, str | list[str]] = json.loads(edition)
        return cls(
            {key: text for key, text in entries.items() if isinstance(text, str)},
            {key: tuple(text) for key, text in entries.items() if not isinstance(text, str)},
        )

    def text(self, key: str, **gaps: object) -> str:
        """Return a text with its gaps filled."""
        return self.texts[key].format(**gaps)

    def inlines(self, key: str, style: Style, **gaps: Filling) -> Inlines:
        """Return a text as runs; a gap takes a text, a run, a blank or several of them."""
        return tuple(_filled(self.texts[key], style, gaps))


def _filled(template: str, style: Style, gaps: Mapping[str, Filling]) -> Iterator[Inline]:
    for text, gap, _, _ in Formatter().parse(template):
        if text:
            yield Run(text, style)
        if gap:
            yield from as_inlines(gaps[gap], style)


def as_inlines(filling: Filling, style: Style) -> Inlines:
    """Return what fills a gap as runs."""
    if isinstance(filling, str):
        return (Run(filling, style),)
    return filling if isinstance(filling, tuple) else (filling,)


def joined(parts: Iterable[Inline], between: str, style: Style) -> Inlines:
    """Return several runs with a text between each two."""
    inlines: list[Inline] = []
    for part in parts:
        if inlines:
            inlines.append(Run(between, style))
        inlines.append(part)
    return tuple(inlines)
