"""How a character behaves at the edge of a line and beside its neighbours."""

from unicodedata import category

_INVISIBLE_CATEGORIES = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
SPACES = frozenset(" \u3000")
CLOSING = SPACES | frozenset("，。、；：！？）》」』】〕〉］｝”’…—～·%％℃‰,.;:!?)]}")
OPENING = frozenset("（《「『【〔〈［｛“‘([{¥￥$#＃№")
# Full-width marks whose one half is blank, so that a tight line may take it back.
BLANK_RIGHT = frozenset("，。、；：）》」』】〕〉］｝")
BLANK_LEFT = frozenset("（《「『【〔〈［｛")
_WIDE_BELOW_HAN = frozenset("“”‘’…—×·￥±①②③④⑤⑥⑦⑧⑨⑩☐☑□■√")
_FIRST_HAN = "\u2e80"


def is_invisible(character: str) -> bool:
    """Say whether nothing is lost where no font has a character: controls, selectors, spaces.

    A character that this Python does not know yet is none of these; it must be named.
    """
    if category(character) in _INVISIBLE_CATEGORIES:
        return True
    return any(ord(character) in selectors for selectors in _VARIATION_SELECTORS)


def is_wide(character: str) -> bool:
    """Say whether a character belongs to Chinese text, which may be broken and spread."""
    return character >= _FIRST_HAN or character in _WIDE_BELOW_HAN


def may_break_between(before: str, after: str) -> bool:
    """Say whether a line may end between two characters (禁则)."""
    if after in CLOSING or before in OPENING:
        return False
    return before in SPACES or is_wide(before) or is_wide(after)


def leaves_hole(before: str, after: str) -> bool:
    """Say whether two marks side by side have two blank halves between them."""
    if before in BLANK_RIGHT:
        return after in BLANK_RIGHT or after in BLANK_LEFT
    return before in BLANK_LEFT and after in BLANK_LEFT
