"""What a window leaves behind that was not closed."""

from typing import Protocol

from mediation_app.domain.recovery import Recovered


class Sessions(Protocol):
    """Whether a window was closed, noted in the database itself."""

    def begin(self) -> Recovered | None:
        """Note that a window is open; return what the one before left, if it was not closed.

        While another window has the station open nothing is noted and nothing returned.
        """
        ...

    def end(self) -> None:
        """Note that the window was closed; nothing happens where none was opened."""
        ...
