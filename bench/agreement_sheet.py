"""Our own form of an agreement, taken apart into plain data for the other engines."""

from collections.abc import Iterable, Iterator
from functools import cache

from bench.sheet import Block, Face, Field, Fields, Gap, Margins, Sheet, Span, Table, Words
from forms.renderer import FORMS, imprint
from forms.typesetting import blocks as ours
from forms.typesetting.lines import Align
from forms.typesetting.paper import Sheet as OurSheet
from forms.typesetting.signatures import SignatureField, SignatureFields
from forms.typesetting.tables import Row
from forms.typesetting.tables import Table as OurTable
from forms.typesetting.text import Blank, Inlines, Run, Together
from forms.typesetting.typefaces import SHIPPED, Role
from forms.wording import Wording
from mediation_app.domain.documents import Snapshot
from resources import files

_FACES = {role: next(face for face in Face if face.file_name == SHIPPED[role]) for role in Role}
_ALIGNS = {
    Align.JUSTIFIED: "justify",
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
}


def sheet_of(snapshot: Snapshot) -> Sheet:
    """Return the form with its very words, faces, sizes and boxes."""
    wording = _wording(snapshot.edition)
    about, paper = imprint(snapshot, wording), OurSheet()
    return Sheet(
        title=about.title,
        author=about.author,
        mark=about.mark,
        blocks=tuple(
            _block(block)
            for block in FORMS[snapshot.kind](snapshot, wording)
            # Whether this last line has a place only our own engine asks.
            if not isinstance(block, ours.Closing)
        ),
        margins=Margins(paper.top_mm, paper.right_mm, paper.bottom_mm, paper.left_mm),
    )


@cache
def _wording(edition: str) -> Wording:
    return Wording.read(files.wording(edition))


def _block(block: ours.Block) -> Block:
    match block:
        case ours.Paragraph():
            return _words(block)
        case ours.Space(height_pt=height_pt):
            return Gap(height_pt)
        case OurTable():
            return _table(block)
        case SignatureFields():
            return _fields(block)
        case _:
            raise TypeError(block)


def _words(block: ours.Paragraph) -> Words:
    runs = tuple(_runs(block.inlines))
    return Words(
        tuple(_spans(runs)),
        runs[0].style.size_pt,
        block.leading_pt,
        block.first_indent_pt,
        block.hanging_pt,
        _ALIGNS[block.align],
    )


def _table(block: OurTable) -> Table:
    body, head = next(_runs(block.rows[0][0])).style, next(_runs(block.head[0])).style
    total = (block.total,) if block.total else ()
    return Table(
        shares=tuple(column.share for column in block.columns),
        aligns=tuple(_ALIGNS[column.align] for column in block.columns),
        head=_cells(block.head),
        rows=tuple(map(_cells, (*block.rows, *total))),
        head_face=_FACES[head.role],
        face=_FACES[body.role],
        size_pt=body.size_pt,
        leading_pt=block.leading_pt,
    )


def _fields(block: SignatureFields) -> Fields:
    style = next(_runs(block.fields[0].label)).style
    return Fields(
        tuple(map(_field, block.fields)),
        _FACES[style.role],
        style.size_pt,
        block.fields[0].leading_pt,
    )


def _field(field: SignatureField) -> Field:
    printed = tuple(map(_text, field.printed))
    return Field(_text(field.label), printed, field.height_mm, field.is_sealed)


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(map(_text, row))


def _text(inlines: Inlines) -> str:
    return "".join(run.text for run in _runs(inlines))


def _spans(runs: Iterable[Run]) -> Iterator[Span]:
    """Return neighbours in one face as one span."""
    text, face = "", Face.BODY
    for run in runs:
        new = _FACES[run.style.role]
        if text and new is not face:
            yield Span(text, face)
            text = ""
        text, face = text + run.text, new
    if text:
        yield Span(text, face)


def _runs(inlines: Iterable[Run | Blank | Together]) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Run():
                yield inline
            case Together(parts=parts):
                yield from _runs(parts)
            case Blank(width_pt=width_pt, style=style):
                yield Run("　" * round(width_pt / style.size_pt), style)
