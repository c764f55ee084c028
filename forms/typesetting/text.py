"""Text as a form hands it over: runs, blanks to be filled by hand, and what must stay together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from forms.typesetting.typefaces import Role


@dataclass(frozen=True, slots=True)
class Style:
    """Face and size of a text."""

    role: Role
    size_pt: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style; ``whole`` keeps it on one line, as a name has to be."""

    text: str
    style: Style
    whole: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A line of a given length that a hand fills."""

    width_pt: float
    style: Style


@dataclass(frozen=True, slots=True)
class Together:
    """Runs and blanks that stay on one line, as a date to be filled does."""

    parts: tuple[Run | Blank, ...]


Inline = Run | Blank | Together
Inlines = tuple[Inline, ...]

# Amounts, dates, periods and case numbers; a line never ends inside one.
_WHOLE = re.compile(
    r"""
      [¥￥]\d[\d,]*(?:\.\d+)?[万亿]?元?
    | (?:\d{4}年)?\d{1,2}月\d{1,2}日
    | \d{4}年\d{1,2}月
    | [（(〔\[]\d{4}[）)〕\]]\w{1,12}?第?\d+号
    | 人民币
    | [零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+元[零壹贰叁肆伍陆柒捌玖角分整]*
    | 第?\d[\d,.]*(?:[万亿]?元|个?月|[年日期份号笔次条页天岁]|[%％‰])
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Return a text in pieces, each with whether it must stay on one line."""
    at = 0
    for match in _WHOLE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False
