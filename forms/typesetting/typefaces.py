"""The typefaces of the paper, and which of them draws a given character."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from forms.typesetting.characters import is_invisible
from forms.typesetting.truetype import TrueTypeFile


class Role(StrEnum):
    """What a piece of text is on the page; each role has a face of its own."""

    BODY = "body"
    HEAVY = "heavy"
    SANS = "sans"
    SANS_BOLD = "sans_bold"
    KAI = "kai"


SHIPPED = {
    Role.BODY: "MediationSerif-Regular.ttf",
    Role.HEAVY: "MediationSerif-Bold.ttf",
    Role.SANS: "MediationSans-Regular.ttf",
    Role.SANS_BOLD: "MediationSans-Bold.ttf",
    Role.KAI: "MediationKai-Regular.ttf",
}
RARE = ("MediationKai-Regular.ttf", "MediationRareA-Regular.ttf", "MediationRareB-Regular.ttf")
NO_GLYPH = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """The face, glyph and advance (in thousandths of the size) of one character."""

    face: str
    glyph: int
    advance: int


class Typefaces:
    """All faces of one station; a file is opened only when a character needs it.

    Args:
        folder: Where the shipped faces are.
        chosen: A station's own licensed faces by role, tried before the shipped ones.
        added: Further fonts for characters that no shipped face has.
    """

    def __init__(
        self, folder: Path, chosen: dict[Role, Path] | None = None, added: Sequence[Path] = ()
    ) -> None:
        self._folder = folder
        self._chosen = dict(chosen or {})
        self._added = tuple(added)
        self._files: dict[Path, TrueTypeFile] = {}
        self._placed: dict[Role, dict[str, Placed | None]] = {role: {} for role in Role}

    def place(self, role: Role, character: str) -> Placed | None:
        """Return how a character is drawn in a role, or nothing when no font has it."""
        known = self._placed[role]
        if character not in known:
            known[character] = self._search(role, character)
        return known[character]

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that no font can draw, each once, in order."""
        return tuple(
            character
            for character in dict.fromkeys(text)
            if self.place(Role.BODY, character) is None and not is_invisible(character)
        )

    def file_of(self, face: str) -> TrueTypeFile:
        """Return the opened font of a face that has placed a character."""
        return next(file for file in self._files.values() if file.name == face)

    def opened(self, role: Role) -> TrueTypeFile:
        """Return the shipped font of a role."""
        return self._open(self._folder / SHIPPED[role])

    @property
    def opened_faces(self) -> tuple[str, ...]:
        """The faces that are open by now."""
        return tuple(file.name for file in self._files.values())

    def warm(self, roles: Iterable[Role] = Role) -> None:
        """Open the faces of these roles now, so that the first page does not wait for it."""
        for role in roles:
            self.place(role, "一")

    def _search(self, role: Role, character: str) -> Placed | None:
        code = ord(character)
        for path in self._chain(role):
            file = self._open(path)
            glyph = file.glyphs.get(code, NO_GLYPH)
            if glyph != NO_GLYPH:
                return Placed(file.name, glyph, file.advance(glyph))
        return None

    def _chain(self, role: Role) -> Iterable[Path]:
        if role in self._chosen:
            yield self._chosen[role]
        yield self._folder / SHIPPED[role]
        if role is Role.SANS_BOLD:
            yield self._folder / SHIPPED[Role.SANS]
        yield self._folder / SHIPPED[Role.BODY]
        for name in RARE:
            yield self._folder / name
        yield from self._added

    def _open(self, path: Path) -> TrueTypeFile:
        if path not in self._files:
            self._files[path] = TrueTypeFile.open(path)
        return self._files[path]
