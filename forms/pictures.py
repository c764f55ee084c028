"""Photographs and scans as pages of a volume: upright, whole, on A4."""

from io import BytesIO

import pikepdf
from PIL import Image, ImageOps, ImageSequence

from forms.typesetting.paper import Sheet

POINTS_PER_MM = 72 / 25.4
_SHEET = Sheet(top_mm=18, left_mm=18, right_mm=12, bottom_mm=12)
"""Room for the binding at the left, and for the number of the page at the top."""
_POINTS_A_PIXEL = 72 / 150
"""A small picture is not blown up beyond 150 dots an inch."""
_KEPT_AS_IT_IS = ("L", "RGB")
_ORIENTATION = 0x0112
"""The number under which a camera notes how it was held (Exif 2.3)."""


def picture_pages(content: bytes) -> pikepdf.Pdf:
    """Return the frames of a picture, one on a page.

    Raises:
        OSError: It is no picture, or a damaged one.
        Image.DecompressionBombError: It would fill the memory.
    """
    document = pikepdf.new()
    with Image.open(BytesIO(content)) as picture:
        for frame in ImageSequence.Iterator(picture):
            _add_page(document, *_stream(document, frame, content))
    return document


def _stream(
    document: pikepdf.Pdf, frame: Image.Image, content: bytes
) -> tuple[pikepdf.Stream, int, int]:
    """Return a picture as an object of the PDF with its size; a photograph keeps its own bytes."""
    upright = ImageOps.exif_transpose(frame)
    is_upright = frame.getexif().get(_ORIENTATION, 1) == 1
    facts = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/BitsPerComponent": 8}
    facts["/Width"], facts["/Height"] = upright.size
    if frame.format == "JPEG" and frame.mode in _KEPT_AS_IT_IS and is_upright:
        mode, data = frame.mode, content
        facts["/Filter"] = pikepdf.Name.DCTDecode
    else:
        mode = "L" if upright.mode in {"1", "L"} else "RGB"
        data = upright.convert(mode).tobytes()
    facts["/ColorSpace"] = pikepdf.Name.DeviceGray if mode == "L" else pikepdf.Name.DeviceRGB
    return document.make_stream(data, facts), *upright.size


def _add_page(document: pikepdf.Pdf, picture: pikepdf.Stream, width: int, height: int) -> None:
    across, down = (
        (_SHEET.height_mm, _SHEET.width_mm)
        if width > height
        else (
            _SHEET.width_mm,
            _SHEET.height_mm,
        )
    )
    sheet = across * POINTS_PER_MM, down * POINTS_PER_MM
    margins = [
        each * POINTS_PER_MM
        for each in (_SHEET.left_mm, _SHEET.bottom_mm, _SHEET.right_mm, _SHEET.top_mm)
    ]
    room = sheet[0] - margins[0] - margins[2], sheet[1] - margins[1] - margins[3]
    scale = min(room[0] / width, room[1] / height, _POINTS_A_PIXEL)
    size = width * scale, height * scale
    left = margins[0] + (room[0] - size[0]) / 2
    bottom = margins[1] + (room[1] - size[1]) / 2
    page = document.add_blank_page(page_size=sheet)
    page.obj["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    operators = f"q {size[0]:.3f} 0 0 {size[1]:.3f} {left:.3f} {bottom:.3f} cm /Im0 Do Q"
    page.obj["/Contents"] = document.make_stream(operators.encode("ascii"))
