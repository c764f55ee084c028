"""Fields and the places of the case they stand for."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from mediation_app.domain.cases import Case
from mediation_app.domain.lawful_changes import is_resting
from mediation_app.domain.missing import Missing
from mediation_app.domain.seals import is_under_seal
from mediation_app.sentences import Sentence
from ui.case.editing import CaseEditing, Cause
from ui.case.places import unfinished_at, value_at
from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.locking import lock
from ui.sentences import spoken


class Binding(QObject):
    """Keeps every bound field and the case on screen equal."""

    place_entered = Signal(str)
    conflict_chosen = Signal(str)
    """The place of a field whose conflict is to be settled."""

    def __init__(self, editing: CaseEditing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._fields: dict[str, Field] = {}
        self._shown: dict[str, tuple[object, str | None]] = {}
        self._conflicts: Mapping[str, str] = {}
        self._is_sealed = _seals_of(editing.case)
        editing.changed.connect(self._on_changed)
        editing.held_back.connect(self._on_held_back)
        editing.gone.connect(lambda: self._lock_all(editing.case))
        editing.place_in_focus = self.place_in_focus

    def bind(self, place: str, field: Field) -> Field:
        """Make a field show and change the fact at a place."""
        old = self._fields.get(place)
        if old is not None and isValid(old) and old.is_active:
            # A card was made anew around the person, who goes on in the same field.
            QTimer.singleShot(0, field, field.activate)
        self._fields[place] = field
        field.edited.connect(lambda entry: self._on_edited(place, entry))
        field.entered.connect(lambda: self.place_entered.emit(place))
        field.left.connect(self._editing.field_left)
        field.conflict_chosen.connect(lambda: self.conflict_chosen.emit(place))
        self._shown.pop(place, None)
        self._show(place, field, self._editing.case)
        if self._is_locked(self._editing.case, place):
            lock(field, is_locked=True)
        field.show_conflict(self._conflict_at(place))
        return field

    def place_in_focus(self) -> str:
        """Return the place in which the person is typing; empty where in none."""
        for place, field in self._fields.items():
            if isValid(field) and field.is_typed_into and field.is_active:
                return place
        return ""

    def show_conflicts(self, words: Mapping[str, str]) -> None:
        """Mark the fields of these places, each with some words about the other value."""
        self._conflicts = words
        for place, field in self._fields.items():
            if isValid(field):
                field.show_conflict(self._conflict_at(place))

    def field_at(self, place: str) -> Field | None:
        """Return the field of a place, or of what it is a part of."""
        steps = place.split("/")
        for length in range(len(steps), 0, -1):
            field = self._fields.get("/".join(steps[:length]))
            if field is not None and isValid(field):
                return field
        return None

    def show_lacks(self, missing: Iterable[Missing]) -> Field | None:
        """Say beside the fields what is missing; return the first of these fields."""
        first = None
        for each in missing:
            field = self.field_at(each.place)
            if field is not None:
                what = spoken(each.sentence)
                field.show_lack(self.tr("缺少{what}").format(what=what))
                first = first or field
        return first

    def _conflict_at(self, place: str) -> str:
        below = f"{place}/"
        for path, words in self._conflicts.items():
            if path == place or path.startswith(below):
                return words
        return ""

    def _on_edited(self, place: str, entry: Entry) -> None:
        if is_under_seal(self._editing.case, place):
            # It was being typed into when the agreement was closed elsewhere.
            self._show(place, self._fields[place], self._editing.case)
            return
        self._editing.type_at(place, entry)

    def _on_held_back(self, place: str, reasons: tuple[Sentence, ...]) -> None:
        """Say beside the field why what was typed waits there."""
        field = self._fields.get(place)
        if field is not None and isValid(field):
            said = self.tr("；").join(spoken(each) for each in reasons)
            field.show_trouble(self.tr("{why}；输入的内容先记在这里").format(why=said))

    def _lock(self, case: Case) -> None:
        """Let what was closed be read only."""
        is_sealed = _seals_of(case)
        if is_sealed != self._is_sealed:
            self._is_sealed = is_sealed
            self._lock_all(case)

    def _lock_all(self, case: Case) -> None:
        for place, field in self._fields.items():
            if isValid(field):
                lock(field, is_locked=self._is_locked(case, place))

    def _is_locked(self, case: Case, place: str) -> bool:
        """Return whether the fact at a place can only be read."""
        is_closed = is_under_seal(case, place) or is_resting(case, place)
        return is_closed or self._editing.is_gone

    def _on_changed(self, case: Case, cause: Cause) -> None:
        self._lock(case)
        for place, field in list(self._fields.items()):
            if not isValid(field):
                del self._fields[place]
            elif cause is Cause.COMMAND or not (field.is_active and field.is_typed_into):
                self._show(place, field, case)

    def _show(self, place: str, field: Field, case: Case) -> None:
        text = None if is_under_seal(case, place) else unfinished_at(case, place)
        state = (value_at(case, place), text)
        if self._shown.get(place) == state and self._holds(field, state):
            return
        self._shown[place] = state
        if text is not None:
            field.show_text(text)
        elif field.value() != state[0] or not field.entry().is_read:
            field.show_value(state[0])

    def _holds(self, field: Field, state: tuple[object, str | None]) -> bool:
        entry = field.entry()
        return entry.text == state[1] if state[1] is not None else entry.value == state[0]


def _seals_of(case: Case) -> tuple[bool, bool, bool]:
    """Return all on which it depends which fields are locked."""
    return case.sealed is not None, is_resting(case, "facts"), is_resting(case, "termination")
