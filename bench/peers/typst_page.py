"""The sheet by typst: its own language, given the sheet as JSON."""

import typst

from bench.place import FONTS
from bench.sheet import Sheet

OMITS = (
    "no rule against lines ending inside an amount, a date or a name; no sums carried over in the "
    "table; no two lines of text kept over the signatures; no outline; no "
    "scannable code; no 以下空白"
)

_TEMPLATE = """
#let sheet = json(bytes(sys.inputs.sheet))
#let families = (
  "Serif-Regular": ("Mediation Serif", 400), "Serif-Bold": ("Mediation Serif", 700),
  "Sans-Regular": ("Mediation Sans", 400), "Sans-Bold": ("Mediation Sans", 700),
  "Kai-Regular": ("Mediation Kai", 400),
)
#let aligns = (justify: left, left: left, center: center, right: right)
#let faced(face, body) = {
  let (family, weight) = families.at(face)
  text(font: family, weight: weight, body)
}
#let dressed(block, body) = {
  // A line of typst is as high as its characters; the rest of the leading goes between lines.
  let gap = (block.leading_pt - block.size_pt) * 1pt
  set text(size: block.size_pt * 1pt, lang: "zh", region: "cn",
    top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: none)
  set par(leading: gap, spacing: gap)
  body
}
#let words(block) = dressed(block, {
  set align(aligns.at(block.align))
  set par(justify: block.align == "justify", hanging-indent: block.hanging_pt * 1pt,
    first-line-indent: (amount: block.indent_pt * 1pt, all: true))
  par(for span in block.spans { faced(span.face, span.text) })
})
#let rows(block) = dressed(block, {
  table(columns: block.shares.map(share => share * 1fr), stroke: .5pt,
    align: block.aligns.map(each => aligns.at(each)),
    inset: (x: 4pt, y: (block.leading_pt - block.size_pt) * .5pt + 2pt),
    table.header(..block.head.map(cell => align(center, faced(block.head_face, cell)))),
    ..block.rows.flatten().map(cell => faced(block.face, cell)))
})
#let field(it) = {
  it.label
  let printed = it.printed.join(linebreak())
  rect(width: 100%, height: it.height_mm * 1mm, stroke: .5pt,
    if it.is_sealed { align(center + horizon, printed) })
  if not it.is_sealed { printed }
}
#let fields(block) = dressed(block, faced(block.face, grid(columns: (1fr, 1fr),
  column-gutter: 14pt, row-gutter: 10pt,
  ..block.fields.map(it => std.block(breakable: false, field(it))))))

#set document(title: sheet.title, author: sheet.author)
#set page(paper: "a4",
  margin: (top: sheet.margins.top_mm * 1mm, right: sheet.margins.right_mm * 1mm,
    bottom: sheet.margins.bottom_mm * 1mm, left: sheet.margins.left_mm * 1mm),
  footer: context {
    set text(font: "Mediation Serif", size: 12pt)
    set align(center)
    [第 #counter(page).display() 页 共 #counter(page).final().first() 页]
    linebreak()
    text(font: "Mediation Sans", size: 7.5pt, sheet.mark)
  })
#for block in sheet.blocks {
  if block.type == "words" { words(block) }
  else if block.type == "gap" { v(block.height_pt * 1pt) }
  else if block.type == "table" { rows(block) }
  else { fields(block) }
}
"""


class Drawing:
    """Keeps the compiler with its fonts between documents."""

    def __init__(self) -> None:
        self._compiler = typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)

    def draw(self, sheet: Sheet) -> bytes:
        pdf = self._compiler.compile(
            _TEMPLATE.encode(), format="pdf", sys_inputs={"sheet": sheet.as_json()}
        )
        if not isinstance(pdf, bytes):
            raise TypeError(type(pdf))
        return pdf
