"""The sheet by weasyprint: HTML and CSS."""

from html import escape

import weasyprint  # type: ignore[import-untyped]  # it ships no types
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # it ships no types

from bench.place import FONTS
from bench.sheet import FOOT_PT, MARK_PT, Block, Face, Field, Fields, Gap, Sheet, Table, Words

OMITS = (
    "no rule against lines ending inside an amount, a date or a name; no sums carried over in the "
    "table; no two lines of text kept over the signatures; no outline; no "
    "scannable code; no 以下空白"
)

_STYLE = "".join(
    f"@font-face{{font-family:{face};src:url({(FONTS / face.file_name).as_uri()})}}"
    for face in Face
) + (
    "html{hyphens:none;line-break:strict;overflow-wrap:anywhere;orphans:2;widows:2}"
    "p{margin:0}"
    "table{width:100%;border-collapse:collapse;table-layout:fixed}"
    "thead{display:table-header-group}"
    "td,th{border:.5pt solid;padding:2pt 4pt;font-weight:normal}"
    "table.f td{border:0;padding:0 7pt 10pt 0;vertical-align:top}"
    "tr{break-inside:avoid}"
    ".b{border:.5pt solid;margin-bottom:2pt;text-align:center}"
)


class Drawing:
    """Keeps the fonts and the style between documents, as its manual advises."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        self._style = weasyprint.CSS(string=_STYLE, font_config=self._fonts)

    def draw(self, sheet: Sheet) -> bytes:
        pdf = weasyprint.HTML(string=_html(sheet)).write_pdf(
            stylesheets=[self._style], font_config=self._fonts
        )
        return bytes(pdf)


def _html(sheet: Sheet) -> str:
    margins = sheet.margins
    page = (
        f"@page{{size:A4;margin:{margins.top_mm}mm {margins.right_mm}mm {margins.bottom_mm}mm "
        f"{margins.left_mm}mm;@bottom-center{{content:element(foot)}}}}"
        f".foot{{position:running(foot);text-align:center;font:{FOOT_PT}pt {Face.BODY}}}"
        f".mark{{font:{MARK_PT}pt {Face.SANS}}}"
        ".foot:before{content:'第 ' counter(page) ' 页 共 ' counter(pages) ' 页'}"
    )
    head = (
        f"<title>{escape(sheet.title)}</title>"
        f"<meta name=author content='{escape(sheet.author)}'><style>{page}</style>"
    )
    foot = f"<div class=foot><div class=mark>{escape(sheet.mark)}</div></div>"
    blocks = "".join(map(_block, sheet.blocks))
    return f"<html lang=zh-CN><head>{head}</head><body>{foot}{blocks}</body></html>"


def _block(block: Block) -> str:
    match block:
        case Words():
            return _words(block)
        case Gap(height_pt=height_pt):
            return f"<div style='height:{height_pt}pt'></div>"
        case Table():
            return f"<table style='{_font(block, block.face)}'>{_rows(block)}</table>"
        case Fields():
            rows = "".join(f"<tr>{''.join(map(_field, row))}</tr>" for row in block.rows)
            return f"<table class=f style='{_font(block, block.face)}'>{rows}</table>"


def _font(block: Words | Table | Fields, face: Face) -> str:
    return f"font:{block.size_pt}pt/{block.leading_pt}pt {face}"


def _words(block: Words) -> str:
    style = (
        f"{_font(block, block.spans[0].face)};text-align:{block.align};"
        f"padding-left:{block.hanging_pt}pt;text-indent:{block.indent_pt - block.hanging_pt}pt"
    )
    spans = (
        f"<span style='font-family:{span.face}'>{escape(span.text)}</span>" for span in block.spans
    )
    return f"<p style='{style}'>{''.join(spans)}</p>"


def _rows(block: Table) -> str:
    total = sum(block.shares)
    columns = "".join(f"<col style='width:{share / total:.4%}'>" for share in block.shares)
    middle = ("center",) * len(block.head)
    head = f"<thead style='font-family:{block.head_face}'>{_row(block.head, middle)}</thead>"
    rows = "".join(_row(row, block.aligns) for row in block.rows)
    return f"<colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody>"


def _row(cells: tuple[str, ...], aligns: tuple[str, ...]) -> str:
    inner = (
        f"<td style='text-align:{align}'>{escape(cell)}</td>"
        for cell, align in zip(cells, aligns, strict=True)
    )
    return f"<tr>{''.join(inner)}</tr>"


def _field(field: Field) -> str:
    printed = "<br>".join(map(escape, field.printed))
    inside, below = (printed, "") if field.is_sealed else ("", printed)
    box = f"<div class=b style='height:{field.height_mm}mm'>{inside}</div>"
    return f"<td>{escape(field.label)}{box}{below}</td>"
