"""Ends what lasts as long as the program, with all that it is connected to."""

from collections.abc import Iterable

from ui.pages import Workplace
from ui.tasks import Tasks


def end_tasks(all_tasks: Iterable[Tasks]) -> None:
    """Finish what waits, and let go of who listened."""
    for each in all_tasks:
        each.close()
        each.deleteLater()


def end_place(place: Workplace) -> None:
    """Let go of the pages that hear of a workplace: its own signals would hold them for good."""
    for each in (place.news, place.undo, place.drafts):
        each.deleteLater()
