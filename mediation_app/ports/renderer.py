"""What the services need from the paper."""

from collections.abc import Sequence
from typing import Protocol

from mediation_app.domain.documents import Snapshot
from mediation_app.domain.handovers import HandoverSheet
from mediation_app.domain.limit_register import LimitRegister
from mediation_app.domain.volumes import VolumePart


class Renderer(Protocol):
    """Draws documents."""

    def render(self, snapshot: Snapshot) -> bytes:
        """Return the PDF; same snapshot, same bytes.

        Raises:
            MissingGlyphError: A character has no font.
        """
        ...

    def render_register(self, register: LimitRegister) -> bytes:
        """Return the register of a day's limits as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        ...

    def render_handover(self, sheet: HandoverSheet) -> bytes:
        """Return the sheet of a hand-over as PDF.

        Raises:
            MissingGlyphError: A character has no font.
        """
        ...

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return each character of the text that cannot be printed, once, in order."""
        ...


class Binder(Protocol):
    """Binds papers into volumes."""

    def page_count(self, content: bytes, title: str) -> int:
        """Return how many pages a PDF or a picture has.

        Raises:
            UnbindableFileError: It is neither, is damaged, or is locked by a password.
        """
        ...

    def bind(self, snapshot: Snapshot, parts: Sequence[VolumePart]) -> bytes:
        """Return the volume: cover, contents, and the parts with a number on each page.

        Raises:
            MissingGlyphError: A character has no font.
            UnbindableFileError: A part cannot be bound.
        """
        ...
