"""Which known word was probably meant by an unknown one."""

from collections.abc import Iterable
from difflib import SequenceMatcher

_CLOSE = 0.5
_LONGEST = 40


def near(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one, empty where none is like it."""
    if len(word) > _LONGEST:
        return ""
    best = max(known, key=lambda each: _likeness(word, each), default="")
    return best if _likeness(word, best) >= _CLOSE else ""


def _likeness(word: str, known: str) -> float:
    return SequenceMatcher(None, word, known, autojunk=False).ratio()
