"""Names in pinyin, as people type them into a search box."""

from functools import lru_cache

from db.surnames import READINGS

MOST_PARTS = 4
"""Names up to this many syllables are found from each of them on; longer ones from the first."""


@lru_cache(maxsize=8192)
def pinyin_keys(name: str) -> tuple[str, ...]:
    """Return what may be typed from its beginning: full pinyin, initials, parts of both."""
    keys: dict[str, None] = {}
    for syllables in _readings(name):
        starts = range(len(syllables)) if len(syllables) <= MOST_PARTS else (0,)
        for start in starts:
            rest = syllables[start:]
            keys["".join(rest)] = None
            keys["".join(syllable[0] for syllable in rest)] = None
        keys[syllables[0][0]] = None
    return tuple(keys)


def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the usual reading and those of the surname."""
    usual = _syllables(name)
    readings = {usual: None} if usual else {}
    for length in (2, 1):
        for surname in READINGS.get(name[:length], ()):
            readings[(*surname.split(), *_syllables(name[length:]))] = None
    return tuple(readings)


def _syllables(text: str) -> tuple[str, ...]:
    # Half a second of tables, which a start without a save need not pay.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return tuple(lazy_pinyin(text, errors="ignore"))
