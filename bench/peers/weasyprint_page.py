"""The sheet by weasyprint: HTML and CSS."""

from html import escape

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from bench.place import FONTS
from bench.sheet import FOOT_PT, MARK_PT, Block, Face, Field, Fields, Sheet, Table, Words

OMITS = "no rule against lines ending inside an amount or a name; no 草稿, no scannable code"

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
    ".b{border:.5pt solid;margin-bottom:2pt}"
)


class Peer:
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
    style = f"font:{block.size_pt}pt/{block.leading_pt}pt {block.face}"
    match block:
        case Words():
            style += (
                f";text-align:{block.align};text-indent:{block.indent_em}em"
                f";margin-bottom:{block.after_pt}pt"
            )
            return f"<p style='{style}'>{escape(block.text)}</p>"
        case Table():
            style += f";text-align:{block.align};margin-bottom:{block.after_pt}pt"
            return f"<table style='{style}'>{_rows(block)}</table>"
        case Fields():
            rows = "".join(f"<tr>{''.join(map(_field, row))}</tr>" for row in block.rows)
            return f"<table class=f style='{style}'>{rows}</table>"


def _rows(block: Table) -> str:
    total = sum(block.shares)
    columns = "".join(f"<col style='width:{share / total:.4%}'>" for share in block.shares)
    head = f"<thead><tr>{''.join(map(_cell, block.head))}</tr></thead>" if block.head else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in block.rows)
    return f"<colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody>"


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def _field(field: Field) -> str:
    below = "<br>".join(map(escape, field.below))
    box = f"<div class=b style='height:{field.height_mm}mm'></div>"
    return f"<td>{escape(field.label)}{box}{below}</td>"
