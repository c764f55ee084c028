"""One sentence to a person, kept as a template with named gaps so that it can be translated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese sentence template and what fills its gaps.

    The template is the key of the translation; ``str()`` gives the Chinese text.
    """

    template: str
    gaps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.template.format(**self.gaps)


def say(template: str, **gaps: object) -> Sentence:
    """Return the sentence; call it with a literal template, translations are collected by it.

    What fills a gap is made fit for one line: other blanks become spaces, and a sign that cannot
    be printed stands as its number.
    """
    filled = {name: _on_one_line(str(value)) for name, value in gaps.items()}
    return Sentence(template, MappingProxyType(filled))


def _on_one_line(text: str) -> str:
    return text if text.isprintable() else "".join(map(_fit, text))


def _fit(sign: str) -> str:
    if sign.isspace():
        return " "
    return sign if sign.isprintable() else f"\\u{ord(sign):04x}"
