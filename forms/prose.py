"""Texts that people typed; the names of the people in a case are never broken in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from forms.entries import stays_whole
from forms.house_style import BLANK_LINE_PT, BLANK_LINES, BLANK_TEXT_PT, BODY, body
from forms.typesetting.blocks import Paragraph
from forms.typesetting.text import Blank, Inlines, Run, Style
from mediation_app.domain.cases import Case


@dataclass(frozen=True, slots=True)
class Prose:
    """Sets typed texts of one case."""

    names: re.Pattern[str] | None

    @classmethod
    def of(cls, case: Case) -> Self:
        """Return what sets the texts of this case."""
        names = {text.strip() for text in _names(case)} - {""}
        whole = sorted(filter(stays_whole, names), key=lambda text: (-len(text), text))
        return cls(re.compile("|".join(map(re.escape, whole))) if whole else None)

    def entry(self, text: str, style: Style = BODY) -> Inlines:
        """Return a text of one paragraph, or a line to be filled by hand where there is none."""
        if not text.strip():
            return (Blank(BLANK_TEXT_PT, style),)
        return tuple(self._runs(text.strip(), style))

    def entries(self, text: str, style: Style = BODY) -> tuple[Inlines, ...]:
        """Return the paragraphs of a text, of which there is at least one."""
        lines = [line for line in text.splitlines() if line.strip()] or [""]
        return tuple(self.entry(line, style) for line in lines)

    def paragraphs(self, text: str) -> tuple[Paragraph, ...]:
        """Return a text as paragraphs of the body, or whole lines to be filled by hand."""
        if not text.strip():
            return (body((Blank(BLANK_LINE_PT, BODY),)),) * BLANK_LINES
        return tuple(body(entry) for entry in self.entries(text))

    def _runs(self, text: str, style: Style) -> Iterator[Run]:
        at = 0
        for match in self.names.finditer(text) if self.names else ():
            if match.start() > at:
                yield Run(text[at : match.start()], style)
            yield Run(match.group(), style, whole=True)
            at = match.end()
        if at < len(text):
            yield Run(text[at:], style)


def _names(case: Case) -> Iterator[str]:
    yield from case.mediators
    yield case.recorder
    for party in case.parties:
        yield from (party.name, party.translated_name, party.representative)
        yield from (guardian.name for guardian in party.guardians)
        yield from (agent.name for agent in party.agents)
