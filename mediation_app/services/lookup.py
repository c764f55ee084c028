"""Finding cases."""

from mediation_app.ports.queries import CaseLine, Queries


class Lookup:
    """Answers the list of cases and the search box."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    def lines(self, text: str = "", limit: int = 200, offset: int = 0) -> tuple[CaseLine, ...]:
        """Return the cases that fit what was typed, latest first."""
        return self._queries.case_lines(text, limit, offset)

    def count(self, text: str = "") -> int:
        """Return how many fit."""
        return self._queries.count(text)
