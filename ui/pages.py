"""What a page is, so that the window can hold one without knowing what is on it.

A page gets a ``Workplace``, builds its widgets in its constructor (quickly: no disk, no paper)
and loads in ``enter``. It speaks by signals only. Its actions are ``QAction`` objects made by
``add_command``: the window lists them under ``?`` and in the search box, with their keys.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from mediation_app.sentences import Sentence
from mediation_app.services.desk import Desk
from ui.drafts import Drafts
from ui.news import News
from ui.tasks import Tasks
from ui.undo import Undo


@dataclass(frozen=True, slots=True)
class Workplace:
    """What every page gets: the services, the background threads that use them, and news."""

    desk: Desk
    tasks: Tasks
    """For the database."""
    paper_tasks: Tasks
    """For drawing paper."""
    sync_tasks: Tasks
    """For what waits for the network."""
    news: News
    """What comes from the centre."""
    undo: Undo = field(init=False)
    """What this person did at this window, on whatever page."""
    drafts: Drafts = field(init=False)
    """What this person typed into forms and did not send off yet."""

    def __post_init__(self) -> None:
        """Begin with nothing to take back."""
        object.__setattr__(self, "undo", Undo(self.tasks))
        object.__setattr__(self, "drafts", Drafts(self.desk, self.tasks))


class Tone(Enum):
    """How serious a message is; the value is the ``tone`` of the style sheet."""

    NEWS = "accent"
    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the bar at the top of the page, which stays until it is read.

    Attributes:
        text: The sentence, translated or as a ``Sentence`` of the core.
        action: The words of a button that puts things right, with ``on_action``; none if empty.
        topic: A new message of the same topic replaces the older one; none if empty.

    News and what went well are gone when their page is left; what is wrong stays until it is read.
    """

    text: str | Sentence
    tone: Tone = Tone.NEWS
    action: str = ""
    on_action: Callable[[], None] | None = None
    topic: str = ""


class SaveStep(Enum):
    """Where what was typed is."""

    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether what was typed is stored; ``reason`` says why not."""

    step: SaveStep
    saved_at: datetime | None = None
    reason: str | Sentence = ""


class Page(QWidget):
    """One page of the window.

    Subclasses set ``self.setWindowTitle(self.tr("案件"))`` (the title, also for screen readers).
    """

    case_chosen = Signal(str)
    """The id of a case that is to be opened, and after a blank perhaps a place in it."""
    page_wanted = Signal(str)
    """The key of a page of the rail: ``cases``, ``intake``, ``settings``."""
    finished = Signal(str)
    """The id of a case that takes the place of this page: Esc does not lead back here."""
    session_wanted = Signal(str)
    """The id of a case whose session is to be opened."""
    conflict_chosen = Signal(str, str)
    """The id of a case and the path of the field whose conflict is to be settled."""
    message = Signal(object)
    """A ``Message``."""
    save_state = Signal(object)
    """A ``SaveState``: SAVING at the first key press, SAVED when the commit came back."""

    scrolls_inside = False
    """True for a page whose lists and forms scroll by themselves where the window is low."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.setObjectName("page")

    def heightForWidth(self, width: int) -> int:
        """Return the least height of a page that scrolls inside: as a whole it must not."""
        layout = self.layout()
        if not self.scrolls_inside or layout is None:
            return super().heightForWidth(width)
        return layout.totalMinimumHeightForWidth(width)

    def enter(self, subject: str = "") -> None:
        """Come to the front; ``subject`` is the id of a case where the page shows one.

        The page keeps its place: entering again shows it as it was left, unless the subject is
        another one.
        """

    def leave(self) -> None:
        """Go to the back, or the window closes: hand everything typed to ``tasks`` now."""

    def step_back(self) -> bool:
        """Answer Esc: close what is open on the page and return True, or False to leave it."""
        return False

    def show_place(self, place: str) -> None:
        """Go to a place of what the page shows, such as ``todos/<id>/text``."""

    def go_to(self, place: str) -> None:
        """Put the person into the field of a place, once what the page shows is there."""

    def open_form(self, form: str) -> None:
        """Open a form that was filled in and not sent off, such as ``plan``, once one can."""

    def bears(self, subject: str) -> bool:
        """Return whether the record of a step that can be undone is on this page."""
        del subject
        return False

    def add_command(
        self, text: str, key: str, slot: Callable[[], object], owner: QObject | None = None
    ) -> QAction:
        """Add something that can be done on this page, with its key (``Ctrl+P``; may be empty).

        The action is listed under ``?`` and in the search box. It works while the page is in
        front; ``setEnabled`` it as things change.
        """
        action = QAction(text, owner or self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: slot())  # noqa: PLW0108  drops Qt's "checked"
        self.addAction(action)
        return action
