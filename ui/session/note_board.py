"""The notes of a session side by side: the applicants', the respondents', and one's own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from mediation_app.domain.caucus import CaucusNote
from mediation_app.domain.quick_notes import APPLICANTS, OWN, RESPONDENTS
from mediation_app.domain.sessions import SessionNote
from ui.measures import space
from ui.sentences import term
from ui.styling import column, frame, icon_button, mark, row, words

COLUMNS = (APPLICANTS, RESPONDENTS, OWN)
AnyNote = SessionNote | CaucusNote


@dataclass(frozen=True, slots=True)
class NoteActions:
    """What can be done with a note: put back into the line, or (a joint one) thrown away."""

    edit: Callable[[AnyNote], None]
    remove: Callable[[SessionNote], None]


class NoteBoard(QWidget):
    """Three columns; what only the author may read stands on a ground of its own."""

    def __init__(self, actions: NoteActions) -> None:
        super().__init__()
        self._actions = actions
        self._shown: tuple[AnyNote, ...] | None = None
        self._is_over = False
        self._columns = {side: _Column(self._title(side)) for side in COLUMNS}
        layout = row(*self._columns.values(), spacing=10)
        for each in self._columns.values():
            layout.setStretchFactor(each, 1)
        self.setLayout(layout)

    def rest(self, *, is_over: bool) -> None:
        """Offer no change of what could not be stored any more; the notes stay to be read."""
        if is_over != self._is_over:
            self._is_over = is_over
            notes, self._shown = self._shown or (), None
            self._show(notes)

    def show_notes(self, joint: Iterable[SessionNote], private: Iterable[CaucusNote]) -> None:
        """Show all notes of a session, the oldest first in each column."""
        self._show((*joint, *private))

    def _show(self, notes: tuple[AnyNote, ...]) -> None:
        if notes == self._shown:
            return
        self._shown = notes
        for side, each in self._columns.items():
            mine = [note for note in notes if _column_of(note) == side]
            each.show_cards([self._card(note) for note in sorted(mine, key=_said)])

    def _title(self, side: str) -> str:
        titles = {
            APPLICANTS: self.tr("甲 · 申请人"),
            RESPONDENTS: self.tr("乙 · 被申请人"),
            OWN: self.tr("双方 · 我"),
        }
        return titles[side]

    def _card(self, note: AnyNote) -> QFrame:
        is_private = isinstance(note, CaucusNote)
        card = frame("notice", tone="apart") if is_private else frame("surface")
        about = [term(note.tag), _clock_time(note.said_at)]
        if is_private:
            about.append(self.tr("仅自己可见"))
        caption = words(" · ".join(each for each in about if each), role="caption", wraps=True)
        head = row(caption, *self._buttons(note), spacing=2)
        head.setStretchFactor(caption, 1)
        text = words(note.text, wraps=True)
        card.setLayout(column(head, text, spacing=2, margins=(10, 4, 4, 8)))
        return card

    def _buttons(self, note: AnyNote) -> Iterator[QToolButton]:
        if self._is_over:
            return
        edit = icon_button("undo", self.tr("放回输入行修改"), lambda: self._actions.edit(note))
        mark(edit, density="small")
        yield edit
        if isinstance(note, SessionNote):
            gone = icon_button("trash", self.tr("删除这条快记"), self._remover(note))
            mark(gone, density="small")
            yield gone

    def _remover(self, note: SessionNote) -> Callable[[], None]:
        return lambda: self._actions.remove(note)


class _Column(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._cards = QVBoxLayout()
        space(self._cards, 6, (0, 0, 6, 0))
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(self._cards)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = column(words(title, role="strong"), area, spacing=6)
        layout.setStretchFactor(area, 1)
        self.setLayout(layout)
        self._area = area
        self.show_cards([])

    def show_cards(self, cards: list[QFrame]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for card in cards:
            self._cards.addWidget(card)
        self._cards.addStretch(1)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())


def _column_of(note: AnyNote) -> str:
    return note.side if note.side in COLUMNS else OWN


def _said(note: AnyNote) -> str:
    return note.said_at.isoformat() if note.said_at is not None else ""


def _clock_time(said_at: datetime | None) -> str:
    return said_at.astimezone().strftime("%H:%M") if said_at is not None else ""
