"""A field whose value is usually one of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from mediation_app.domain.findings import warning
from mediation_app.sentences import Sentence
from ui.fields.choices import Choice, exactly, fitting
from ui.fields.entries import Entry, Reader
from ui.fields.line_field import LineField
from ui.fields.suggestions import Suggestions

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class ChoiceReader(Reader):
    """Reads the label of a choice; free text is kept where the list allows it."""

    def __init__(self, choices: Sequence[Choice], odd: Sentence | None = None) -> None:
        """Take the choices; ``odd`` is what to say beside text that is none of them."""
        self.choices = tuple(choices)
        self._odd = odd

    def read(self, text: str) -> Entry:
        """Return the value of the choice, or the text."""
        choice = exactly(self.choices, text)
        if choice is not None:
            return Entry(text, choice.value)
        findings = (warning(self._odd),) if self._odd and text.strip() else ()
        return Entry(text, text.strip(), findings)

    def write(self, value: object) -> str:
        """Return the label of the choice, or the text."""
        labels = (choice.label for choice in self.choices if choice.value == value)
        return next(labels, value if isinstance(value, str) else "")


class ChoiceField(LineField):
    """Type to filter, arrows to move, Enter or Tab to take, Esc to close."""

    picked = Signal(object)
    """The ``Choice`` that a person took from the list."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        odd: Sentence | None = None,
        is_required: bool = False,
    ) -> None:
        super().__init__(label, ChoiceReader(choices, odd), is_required=is_required)
        self._choices = tuple(choices)
        self._is_closed_list = odd is not None
        self._suggestions: Suggestions | None = None
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._offer)
        self.left.connect(self._close)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices from now on; an open list is filled anew."""
        self._choices = tuple(choices)
        if isinstance(self.reader, ChoiceReader):
            self.reader.choices = self._choices
        if self.is_active and self.line.isModified():
            self._offer(self.line.text())

    @property
    def suggestions(self) -> Suggestions:
        """The list under the field."""
        if self._suggestions is None:
            self._suggestions = Suggestions(self.line)
            self._suggestions.chosen.connect(self._on_chosen)
            self.destroyed.connect(self._suggestions.deleteLater)
        return self._suggestions

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list with the keys that reach the line."""
        is_open = self._suggestions is not None and self._suggestions.isVisible()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_open and event.key() == Qt.Key.Key_Escape:
                # Esc closes the list before it means anything to the window.
                event.accept()
                return True
            return False
        if self.line.isReadOnly():
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not self.line.is_composing and self._steer(event)
        if event.type() is QEvent.Type.MouseButtonPress and self.line.isEnabled():
            self._offer("")
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        is_open = self._suggestions is not None and self._suggestions.isVisible()
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers():
            if is_open:
                self.suggestions.move_by(_MOVES[key])
            else:
                self._offer("")
            return True
        if not is_open:
            return False
        if key is Qt.Key.Key_Escape:
            self._close()
            return True
        if key in _CHOOSING:
            self.suggestions.choose_current()
            return key is not Qt.Key.Key_Tab
        return False

    def _offer(self, typed: str) -> None:
        # Free text must not turn into a choice by itself when the field is left with Tab.
        default_row = 0 if typed and self._is_closed_list else -1
        self.suggestions.offer(fitting(self._choices, typed), self.value(), default_row)

    def _on_chosen(self, choice: Choice) -> None:
        self.show_text(choice.label)
        self.refresh_remark()
        self.edited.emit(self.entry())
        self.picked.emit(choice)

    def _close(self) -> None:
        if self._suggestions is not None:
            self._suggestions.hide()
