"""What the services need from the paper."""

from typing import Protocol

from mediation_app.domain.documents import Snapshot
from mediation_app.domain.limit_register import LimitRegister


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

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return each character of the text that cannot be printed, once, in order."""
        ...
