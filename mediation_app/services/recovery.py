"""After a crash: what was typed last, so that its author sees that it is there."""

from mediation_app.domain.recovery import Recovered
from mediation_app.ports.recovery import Sessions


class Recovery:
    """Knows whether the window was closed the last time."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def begin(self) -> Recovered | None:
        """Note that the window is open; return what was recovered if it was not closed before."""
        return self._sessions.begin()

    def end(self) -> None:
        """Note that the window was closed."""
        self._sessions.end()
