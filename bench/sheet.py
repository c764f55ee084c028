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


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph in one face; ``indent_em`` moves its first line."""

    text: str
    face: Face
    size_pt: float
    leading_pt: float
    indent_em: float = 0.0
    align: str = "justify"
    after_pt: float = 0.0
    type: str = "words"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in boxes; ``head`` may be empty and is repeated on each page."""

    shares: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    face: Face
    size_pt: float
    leading_pt: float
    align: str = "center"
    after_pt: float = 0.0
    type: str = "table"


@dataclass(frozen=True, slots=True)
class Field:
    """Room for one signature: what stands over the box, its height, what stands under it."""

    label: str
    below: tuple[str, ...]
    height_mm: float


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


Block = Words | Table | Fields


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres of white around the text of an A4 page."""

    top_mm: float = 37.0
    right_mm: float = 26.0
    bottom_mm: float = 35.0
    left_mm: float = 28.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document; each page ends with 第 x 页 共 y 页 and, below it, the mark."""

    title: str
    author: str
    mark: str
    blocks: tuple[Block, ...]
    margins: Margins = Margins()

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
                        yield from row
                case Fields(fields=fields):
                    for field in fields:
                        yield from (field.label, *field.below)

    @property
    def faces(self) -> tuple[Face, ...]:
        used = {block.face for block in self.blocks} | {Face.BODY, Face.SANS}
        return tuple(face for face in Face if face in used)

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)
