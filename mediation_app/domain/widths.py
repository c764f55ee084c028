"""Full-width signs typed by a Chinese input method, and their half-width equals."""

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xFFE5: "¥",
    0x2212: "-",
}
_SHOWN_LENGTH = 30


def half_width(text: str) -> str:
    """Return the text with full-width letters, digits and signs made half-width.

    Only this block is mapped: a superscript or a circled digit is no way to write a number.
    """
    return text.translate(_HALF_WIDTH)


def shown(text: str) -> str:
    """Return what a person typed, short enough to stand in a message."""
    return text if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"
