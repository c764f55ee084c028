"""One of the values, with who wrote it, when and where, and the button that takes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame

from ui.buttons import PushButton
from ui.colours import colours_now
from ui.conflicts.differences import Piece, shortened
from ui.measures import limit
from ui.styling import column, mark, row, words

LONG = 400
"""Of a longer one only what differs is shown at first, with some words around it."""
SHORT = 24
"""A value of no more signs is shown in large letters."""


@dataclass(frozen=True, slots=True)
class SideShown:
    """What a card shows.

    Attributes:
        pieces: The value in parts; what the other side has not is marked.
        action: The words of the button that takes it; empty where it cannot be taken.
        hint: What stands in its place then.
        is_short: All sides are short enough for large letters.
    """

    pieces: tuple[Piece, ...]
    author: str
    is_shown_now: bool
    action: str
    hint: str = ""
    is_short: bool = True

    @property
    def text(self) -> str:
        """The value as one text."""
        return "".join(each.text for each in self.pieces)


def are_short(texts: Iterable[str]) -> bool:
    """Return whether all values may be shown in large letters: one that is larger seems to win."""
    return all(len(each) <= SHORT and "\n" not in each for each in texts)


class SideCard(QFrame):
    """Choosing marks the card; nothing is stored before it is confirmed."""

    chosen = Signal()

    def __init__(self, side: SideShown) -> None:
        super().__init__()
        self.side = side
        self._shown = shortened(side.pieces) if len(side.text) > LONG else side.pieces
        self.value = words("", role="number" if side.is_short else "", wraps=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(self, role="card")
        self.setAccessibleName(f"{side.text}，{side.author}")
        author = words(side.author, tone="muted", wraps=True)
        self.now = words(self.tr("现在显示的值") if side.is_shown_now else " ", role="caption")
        self.take = PushButton(side.action)
        self.take.setCheckable(True)
        self.take.clicked.connect(self._on_clicked)
        mark(self.take, kind="take")
        hint = words(side.hint, role="caption", wraps=True)
        foot = row(self.take, hint)
        foot.setStretchFactor(hint, 1)
        foot.setAlignment(self.take, Qt.AlignmentFlag.AlignLeft)
        self.whole = PushButton(self.tr("显示全文"))
        self.whole.clicked.connect(self._show_whole)
        mark(self.whole, kind="link", density="small")
        self.setLayout(
            column(
                self.value,
                row(self.whole, None),
                author,
                self.now,
                None,
                foot,
                spacing=6,
                margins=(16, 12, 16, 12),
            )
        )
        # Shown before it had a parent, either would come up as a window of its own.
        self.take.setVisible(bool(side.action))
        self.whole.setVisible(self._shown != side.pieces)
        hint.setVisible(bool(side.hint))
        limit(self, minimumWidth=180)
        self._show_pieces()

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show whether this side is the one that will be taken."""
        self.take.setChecked(is_chosen)
        mark(self, chosen="yes" if is_chosen else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a click anywhere on the card."""
        super().mousePressEvent(event)
        if self.side.action:
            self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Mark the differences in the colours of the day."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_pieces()

    def _show_whole(self) -> None:
        self._shown = self.side.pieces
        self.whole.hide()
        self._show_pieces()

    def _on_clicked(self) -> None:
        self.chosen.emit()

    def _show_pieces(self) -> None:
        is_different = any(not each.is_own for each in self.side.pieces)
        if not is_different:
            self.value.setTextFormat(Qt.TextFormat.PlainText)
            self.value.setText(self.side.text)
            return
        colours = colours_now()
        style = f"background:{colours.warning_soft};color:{colours.warning};"
        parts = (
            f'<span style="{style}"><u>{_html(each.text)}</u></span>'
            if each.is_own
            else _html(each.text)
            for each in self._shown
        )
        self.value.setTextFormat(Qt.TextFormat.RichText)
        self.value.setText("".join(parts))


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
