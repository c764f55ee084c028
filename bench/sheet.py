"""A document as plain data, so that every engine can be asked for the same pages."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

FOOT_PT = 12.0
MARK_PT = 7.5


class Face(StrEnum):
    """The typefaces of the paper; the value is the middle of the file's name."""

    BODY = "Serif-Regular"
    HEAVY = "Serif-Bold"
    SANS = "Sans-Regular"
    SANS_BOLD = "Sans-Bold"
    KAI = "Kai-Regular"

    @property
    def file_name(self) -> str:
        return f"Mediation{self.value}.ttf"


FOOT_FACES = {Face.BODY, Face.SANS}


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; ``indent_pt`` moves its first line, ``hanging_pt`` all the others."""

    spans: tuple[Span, ...]
    size_pt: float
    leading_pt: float
    indent_pt: float = 0.0
    hanging_pt: float = 0.0
    align: str = "justify"
    type: str = "words"

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Gap:
    """White space between blocks."""

    height_pt: float
    type: str = "gap"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in boxes under a head that each page repeats."""

    shares: tuple[float, ...]
    aligns: tuple[str, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    head_face: Face
    face: Face
    size_pt: float
    leading_pt: float
    type: str = "table"


@dataclass(frozen=True, slots=True)
class Field:
    """Room for one signature: what stands over the box, and under it or, for a seal, in it."""

    label: str
    printed: tuple[str, ...]
    height_mm: float
    is_sealed: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """Signature fields, two side by side; a row of them is never cut."""

    fields: tuple[Field, ...]
    face: Face
    size_pt: float
    leading_pt: float
    type: str = "fields"

    @property
    def rows(self) -> tuple[tuple[Field, ...], ...]:
        return tuple(self.fields[at : at + 2] for at in range(0, len(self.fields), 2))


Block = Words | Gap | Table | Fields


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres of white around the text of an A4 page."""

    top_mm: float
    right_mm: float
    bottom_mm: float
    left_mm: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document; each page ends with 第 x 页 共 y 页 and, below it, the mark."""

    title: str
    author: str
    mark: str
    blocks: tuple[Block, ...]
    margins: Margins

    @property
    def pieces(self) -> Iterator[str]:
        """Return every text that has to be on the paper, in order."""
        for block in self.blocks:
            match block:
                case Words(text=text):
                    yield text
                case Table(head=head, rows=rows):
                    yield from head
                    for row in rows:
                        yield from filter(None, row)
                case Fields(fields=fields):
                    for field in fields:
                        yield from (field.label, *field.printed)
                case Gap():
                    pass

    @property
    def faces(self) -> tuple[Face, ...]:
        used = set(FOOT_FACES)
        for block in self.blocks:
            match block:
                case Words(spans=spans):
                    used |= {span.face for span in spans}
                case Table(head_face=head_face, face=face):
                    used |= {head_face, face}
                case Fields(face=face):
                    used.add(face)
                case Gap():
                    pass
        return tuple(face for face in Face if face in used)

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)
