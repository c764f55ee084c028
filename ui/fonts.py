"""The typefaces of the window, the same on every machine."""

from PySide6.QtGui import QFont, QFontDatabase

from resources.looks import RARE_FONTS, WINDOW_FONTS, font_paths

RARE_FAMILIES = ("Mediation Kai", "Mediation Rare A", "Mediation Rare B")
"""Where characters are looked for that the first face does not have."""
FALLBACK_FAMILIES = ("Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC")
"""For a machine on which our own typefaces cannot be read."""


def load_fonts() -> None:
    """Make the shipped typefaces known to Qt, which reads a rare one when it is needed."""
    for path in font_paths(WINDOW_FONTS + RARE_FONTS):
        QFontDatabase.addApplicationFont(str(path))


def window_font(size_pt: float) -> QFont:
    """Return the font of ordinary words."""
    font = QFont()
    font.setFamilies(["Mediation Sans", *FALLBACK_FAMILIES, *RARE_FAMILIES])
    font.setPointSizeF(size_pt)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
