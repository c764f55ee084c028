"""Colours that can be read, and a style sheet without gaps."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QScrollArea

from ui.colours import DARK, LIGHT
from ui.theme import Theme

GROUNDS = ("ground", "surface", "rail", "raised")
WORDS = ("text", "muted", "accent", "ok", "warning", "error")
PAIRS = [
    *((word, ground) for word in WORDS for ground in GROUNDS),
    *((word, "accent_soft") for word in ("text", "accent", "muted")),
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("on_apart", "apart"),
    ("text", "apart_soft"),
    ("muted", "apart_soft"),
    *((tone, f"{tone}_soft") for tone in ("ok", "warning", "error")),
    *(("text", f"{tone}_soft") for tone in ("ok", "warning", "error")),
]


def luminance(colour):
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_words_read_at_four_and_a_half_to_one_or_better(colours, word, ground):
    assert contrast(getattr(colours, word), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("border", ["edge", "accent"])
def test_borders_of_fields_stand_out_at_three_to_one(colours, border):
    for ground in ("ground", "surface"):
        assert contrast(getattr(colours, border), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("zoom", [0.9, 1.0, 2.0])
def test_the_style_sheet_has_no_gap_left(is_dark, zoom):
    sheet = Theme(is_dark, zoom).style_sheet()
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_lengths_and_letters_grow_with_the_zoom():
    def size(zoom):
        return float(
            re.search(r'role="title"\] { font-size: ([\d.]+)pt', Theme(zoom=zoom).style_sheet())[1]
        )

    assert size(2.0) == 2 * size(1.0) == 32


def test_every_drawing_that_the_style_sheet_names_is_there():
    for path in re.findall(r'url\("([^"]+)"\)', Theme().style_sheet()):
        assert Path(path).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("is_dark", [False, True])
def test_a_dialog_that_a_section_opens_has_a_ground_of_its_own(qtbot, is_dark):
    section = QScrollArea()
    section.setStyleSheet(Theme(is_dark, 1.0).style_sheet())
    qtbot.addWidget(section)
    dialog = QPrintDialog(QPrinter(), section)
    ground = dialog.grab().toImage().pixelColor(2, 2)
    assert ground == QColor((DARK if is_dark else LIGHT).ground)
