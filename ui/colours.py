"""The colours of the window, one set for light and one for dark."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

MIDDLE = 128
"""A palette whose window is less light than this is dark."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colour tokens; every text token reads at 4.5:1 or better on every ground token.

    Attributes:
        ground: Behind everything.
        surface: What one writes on: fields, tables, the paper's frame.
        rail: The rail of pages.
        raised: Under the pointer.
        line: Hair lines between things.
        edge: The border of a field, 3:1 against its ground.
        text: Words.
        muted: Words that matter less.
        faint: What cannot be used now.
        accent: The one accent.
        accent_strong: The accent under the pointer.
        accent_soft: The ground of what is chosen.
        on_accent: Words on the accent.
        ok: Green, for what is well.
        ok_soft: Its ground.
        warning: Amber, for what needs a look.
        warning_soft: Its ground.
        error: Red, for what is wrong.
        error_soft: Its ground.
        apart: The ground of the banner while the mediator sits with one side alone.
        on_apart: Words on it.
        apart_soft: The ground of a private note.
    """

    ground: str
    surface: str
    rail: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    apart: str
    on_apart: str
    apart_soft: str


LIGHT = Colours(
    ground="#F6F8F8",
    surface="#FFFFFF",
    rail="#ECF1F2",
    raised="#E4ECED",
    line="#DCE4E6",
    edge="#7E9096",
    text="#16272B",
    muted="#4F6268",
    faint="#8C9CA1",
    accent="#0F6E7C",
    accent_strong="#0B5965",
    accent_soft="#DCEDEF",
    on_accent="#FFFFFF",
    ok="#176B40",
    ok_soft="#E2F3E9",
    warning="#835300",
    warning_soft="#FBF0D8",
    error="#B0241C",
    error_soft="#FBE8E6",
    apart="#5B2A86",
    on_apart="#FFFFFF",
    apart_soft="#EFE6F8",
)

DARK = Colours(
    ground="#12191B",
    surface="#192225",
    rail="#0D1315",
    raised="#233135",
    line="#2B393D",
    edge="#6B7F85",
    text="#E4ECED",
    muted="#A2B4B9",
    faint="#64777C",
    accent="#4FB6C2",
    accent_strong="#74CBD5",
    accent_soft="#1A3C42",
    on_accent="#05262B",
    ok="#63C893",
    ok_soft="#153126",
    warning="#E3B156",
    warning_soft="#35290F",
    error="#FF958B",
    error_soft="#43211F",
    apart="#C9A2F2",
    on_apart="#24093C",
    apart_soft="#33224A",
)


def colours_now() -> Colours:
    """Return the tokens in force, for what is painted by hand.

    Read off the application's palette: that of a widget is bent by the style sheet.
    """
    is_dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE
    return DARK if is_dark else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """Return the palette, so that nothing falls back to the greys of the style."""
    role = QPalette.ColorRole
    palette = QPalette()
    for each, value in {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.ground,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.error,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.ground,
        role.Highlight: colours.accent_soft,
        role.HighlightedText: colours.text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.surface,
        role.Midlight: colours.raised,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(each, QColor(value))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.faint))
    return palette
