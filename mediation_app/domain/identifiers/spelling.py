"""How numbers of documents are spelt, and which place of one is wrong."""

import re

from mediation_app.domain.findings import Finding, error
from mediation_app.domain.widths import half_width
from mediation_app.sentences import say

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACES = {
    "9": (DIGITS, "数字"),
    "A": (LETTERS, "字母"),
    "X": (DIGITS + "X", "数字或X"),
    "*": (DIGITS + LETTERS, "数字或字母"),
}
_BLANKS_AND_HYPHENS = re.compile(r"[\s\-‐‑–—]")


def normalise(number: str) -> str:
    """Return the number half-width, in capitals, without blanks and hyphens."""
    return _BLANKS_AND_HYPHENS.sub("", half_width(number)).upper()


def wrong_length(number: str, right: int) -> tuple[Finding, ...]:
    """Return a finding if the number has not the right length."""
    if len(number) == right:
        return ()
    return (error(say("应为{right}位，现为{count}位", right=right, count=len(number))),)


def wrong_place(number: str, layout: str) -> tuple[Finding, ...]:
    """Return a finding for the first sign that does not fit its place.

    Args:
        number: As long as the layout.
        layout: ``9`` for a digit, ``A`` for a letter, ``X`` for a digit or X, ``*`` for both.
    """
    for place, (sign, wanted) in enumerate(zip(number, layout, strict=True), start=1):
        allowed, words = _PLACES[wanted]
        if sign not in allowed:
            return (
                error(say("第{place}位“{sign}”应为{words}", place=place, sign=sign, words=words)),
            )
    return ()
