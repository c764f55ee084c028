"""The sheet by fpdf2: calls that draw from top to bottom."""

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, WrapMode, XPos, YPos
from fpdf.fonts import FontFace

from bench.place import FONTS
from bench.sheet import FOOT_PT, MARK_PT, Face, Field, Fields, Gap, Sheet, Table, Words

OMITS = (
    "no rules for line starts and ends (。 and ） may begin a line, numbers and names are cut); "
    "no hanging indents; no widows and orphans; no sums carried over in the table; no outline; "
    "no scannable code; no 以下空白"
)
_ALIGN = {"justify": "J", "center": "C", "left": "L", "right": "R"}
_MM_PER_PT = 25.4 / 72
_GUTTER_MM = 5.0


class Drawing:
    """A document of fpdf2 owns its fonts, so that nothing can be kept for the next one."""

    def draw(self, sheet: Sheet) -> bytes:
        paper = _Paper(sheet)
        paper.add_page()
        for block in sheet.blocks:
            match block:
                case Words():
                    paper.words(block)
                case Gap(height_pt=height_pt):
                    paper.ln(height_pt * _MM_PER_PT)
                case Table():
                    paper.rows(block)
                case Fields():
                    paper.fields(block)
        return bytes(paper.output())


class _Paper(FPDF):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__(format="A4", unit="mm")
        self._sheet = sheet
        margins = sheet.margins
        self.set_margins(margins.left_mm, margins.top_mm, margins.right_mm)
        self.set_auto_page_break(auto=True, margin=margins.bottom_mm)
        self.set_title(sheet.title)
        self.set_author(sheet.author)
        self.set_lang("zh-CN")
        self.c_margin = 0
        for face in sheet.faces:
            self.add_font(face, fname=FONTS / face.file_name)

    def footer(self) -> None:
        self.set_y(-self._sheet.margins.bottom_mm + 5)
        self.set_font(Face.BODY, size=FOOT_PT)
        text = f"第 {self.page_no()} 页 共 {{nb}} 页"
        self.cell(0, 20 * _MM_PER_PT, text, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.set_font(Face.SANS, size=MARK_PT)
        self.cell(0, MARK_PT * _MM_PER_PT, self._sheet.mark, align="C")

    def words(self, block: Words) -> None:
        leading_mm = block.leading_pt * _MM_PER_PT
        # It has no first-line indent; wide spaces are what its users write.
        indent = "　" * round(block.indent_pt / block.size_pt)
        if len(block.spans) == 1:
            self.set_font(block.spans[0].face, size=block.size_pt)
            self.multi_cell(
                0,
                leading_mm,
                indent + block.text,
                align=_ALIGN[block.align],
                new_x=XPos.LMARGIN,
                new_y=YPos.NEXT,
                wrapmode=WrapMode.CHAR,
            )
            return
        # Only write() changes the face within a line, and it does not justify.
        for span in block.spans:
            self.set_font(span.face, size=block.size_pt)
            self.write(leading_mm, span.text, wrapmode=WrapMode.CHAR)
        self.ln(leading_mm)

    def rows(self, block: Table) -> None:
        self.set_font(block.face, size=block.size_pt)
        with self.table(
            col_widths=block.shares,
            line_height=block.leading_pt * _MM_PER_PT,
            text_align=tuple(_ALIGN[align] for align in block.aligns),
            headings_style=FontFace(family=block.head_face),
            padding=(0.7, 1.4),
            wrapmode=WrapMode.CHAR,
        ) as table:
            for row in (block.head, *block.rows):
                table.row(row)

    def fields(self, block: Fields) -> None:
        self.set_font(block.face, size=block.size_pt)
        leading_mm = block.leading_pt * _MM_PER_PT
        width_mm = (self.epw - _GUTTER_MM) / 2
        for row in block.rows:
            heights = [self._field(field, width_mm, leading_mm, is_drawn=False) for field in row]
            if self.will_page_break(max(heights)):
                self.add_page()
                self.set_font(block.face, size=block.size_pt)
            top_mm = self.get_y()
            for number, field in enumerate(row):
                self.set_xy(self.l_margin + number * (width_mm + _GUTTER_MM), top_mm)
                self._field(field, width_mm, leading_mm, is_drawn=True)
            self.set_xy(self.l_margin, top_mm + max(heights) + 10 * _MM_PER_PT)

    def _field(self, field: Field, width_mm: float, leading_mm: float, *, is_drawn: bool) -> float:
        left_mm, top_mm = self.get_x(), self.get_y()
        height_mm = self._lines(field.label, width_mm, leading_mm, is_drawn=is_drawn)
        if is_drawn:
            self.rect(left_mm, top_mm + height_mm, width_mm, field.height_mm)
        bottom_mm = height_mm + field.height_mm
        if not field.is_sealed:
            height_mm = bottom_mm + 2 * _MM_PER_PT
        for text in field.printed:
            self.set_xy(left_mm, top_mm + height_mm)
            height_mm += self._lines(text, width_mm, leading_mm, is_drawn=is_drawn)
        self.set_xy(left_mm, top_mm)
        return max(bottom_mm, height_mm)

    def _lines(self, text: str, width_mm: float, leading_mm: float, *, is_drawn: bool) -> float:
        height_mm = self.multi_cell(
            width_mm,
            leading_mm,
            text,
            align="L",
            new_x=XPos.LEFT,
            new_y=YPos.NEXT,
            wrapmode=WrapMode.CHAR,
            dry_run=not is_drawn,
            output=MethodReturnValue.HEIGHT,
        )
        assert isinstance(height_mm, float)
        return height_mm
