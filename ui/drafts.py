"""Forms that are not sent off yet: what is typed into them is stored, and comes back.

A field of a case is stored with the case. A form that plans, cancels or hands over is nothing
before its button is pressed; until then its text is kept apart by a ``KeptForm``::

    self.kept = KeptForm(place, {"reason": self.reason}, self)
    self.kept.begin(FormPlace("case", case.id, "delete"), about=f"{heading} {case.number}")
    ...
    self.kept.done()  # it was sent off
"""

import json
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.drafts import FormDraft, FormPlace
from mediation_app.errors import MediationError
from mediation_app.services.desk import Desk
from ui.fields.field import Field
from ui.fields.line_edit import LineEdit
from ui.fields.line_field import LineField
from ui.fields.text_field import LongTextField
from ui.sentences import told
from ui.styling import button, row, words
from ui.tasks import Tasks

SAVE_AFTER_MS = 400
RETRY_AFTER_MS = 3000
Kept = Field | LineEdit


class Drafts(QObject):
    """What is typed into all forms of this window; the database has it within a second."""

    loaded = Signal()
    began = Signal()
    """Something was typed that is not stored yet."""
    stored = Signal()
    failed = Signal(object)
    """What is said of it: a text or a ``Sentence``."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._drafts: dict[FormPlace, FormDraft] = {}
        self._unsaved: dict[FormPlace, None] = {}
        self._is_asked = self.is_loaded = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.store_now)

    def load(self) -> None:
        """Ask for what was stored, once."""
        if not self._is_asked:
            self._is_asked = True
            self._tasks.run(self, self._desk.drafts.all, self._on_loaded)

    def of(self, place: FormPlace) -> dict[str, str]:
        """Return the text of each field that was typed into."""
        draft = self._drafts.get(place)
        return dict(draft.texts) if draft else {}

    def type(self, place: FormPlace, about: str, name: str, text: str) -> None:
        """Keep what a field of a form holds."""
        texts = {**self.of(place), name: text}
        self._drafts[place] = FormDraft(place, about, tuple(texts.items()))
        self._later(place)
        self.began.emit()

    def forget(self, place: FormPlace) -> None:
        """Let a form go that was sent off or given up."""
        if self._drafts.pop(place, None) is not None:
            self._unsaved[place] = None
            self.store_now()

    def store_now(self) -> None:
        """Hand everything that is not stored to the database thread."""
        self._timer.stop()
        places, self._unsaved = self._unsaved, {}
        for place in places:
            self._store(place)

    def _store(self, place: FormPlace) -> None:
        draft, service = self._drafts.get(place, FormDraft(place)), self._desk.drafts

        def failed(error: MediationError) -> None:
            self._unsaved[place] = None
            self._timer.start(RETRY_AFTER_MS)
            self.failed.emit(told(error))

        self._tasks.run_first(self, lambda: service.keep(draft), self._on_stored, failed)

    def _later(self, place: FormPlace) -> None:
        self._unsaved[place] = None
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def _on_stored(self, _: None) -> None:
        if not self._unsaved:
            self.stored.emit()

    def _on_loaded(self, drafts: tuple[FormDraft, ...]) -> None:
        # What was typed while this was under way is newer.
        self._drafts = {each.place: each for each in drafts} | self._drafts
        self.is_loaded = True
        self.loaded.emit()


class KeptForm(QObject):
    """The fields of one form; beginning it again brings back what was not sent off."""

    restored = Signal()

    def __init__(self, drafts: Drafts, fields: Mapping[str, Kept], parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._fields = dict(fields)
        self._place: FormPlace | None = None
        self._about = ""
        self._at_first: dict[str, str] = {}
        self.said = words(self.tr("已恢复上次没有提交的内容"), tone="warning", wraps=True)
        self.discard = button(self.tr("不要了，清空"), self._on_discarded, kind="link")
        self.note = QWidget()
        line = row(self.said, self.discard, spacing=8)
        line.setStretch(0, 1)
        self.note.setLayout(line)
        self.note.hide()
        for name, field in self._fields.items():
            self._watch(name, field)
        drafts.loaded.connect(self._on_loaded)

    def begin(self, place: FormPlace, about: str) -> None:
        """Begin with what the fields show now, and with what was left of this form.

        Args:
            place: Where the form stands.
            about: What the person calls it.
        """
        self._place, self._about = place, about
        self._at_first = {name: text_of(field) for name, field in self._fields.items()}
        self.note.hide()
        if self._drafts.is_loaded:
            self._restore()
        else:
            self._drafts.load()

    def keep(self, name: str) -> None:
        """Keep what a field holds that was filled in by something else than typing."""
        if self._place is not None:
            self._drafts.type(self._place, self._about, name, text_of(self._fields[name]))

    def done(self) -> None:
        """Forget what was typed: it was sent off."""
        self.note.hide()
        if self._place is not None:
            self._drafts.forget(self._place)

    def _watch(self, name: str, field: Kept) -> None:
        told_by = field.textEdited if isinstance(field, LineEdit) else field.edited
        told_by.connect(lambda _: self.keep(name))
        if isinstance(field, LineField):
            # 下周三 was written out as a day: in a week it would be another one.
            field.left.connect(lambda: self._keep_again(name))

    def _keep_again(self, name: str) -> None:
        if self._place is not None:
            kept = self._drafts.of(self._place).get(name)
            if kept is not None and kept != text_of(self._fields[name]):
                self.keep(name)

    def _on_loaded(self) -> None:
        if self._place is not None:
            self._restore()

    def _restore(self) -> None:
        assert self._place is not None
        texts = self._drafts.of(self._place)
        changed = [
            name
            for name, text in texts.items()
            if name in self._fields and text_of(self._fields[name]) != text
        ]
        for name in changed:
            show_text(self._fields[name], texts[name])
        if changed:
            self.note.show()
            self.restored.emit()

    def _on_discarded(self) -> None:
        self.done()
        for name, text in self._at_first.items():
            show_text(self._fields[name], text)
        self.restored.emit()


def text_of(field: Kept) -> str:
    """Return what a field holds, in words that can be shown again."""
    if isinstance(field, LineEdit):
        return field.text()
    entry = field.entry()
    if isinstance(field, LineField | LongTextField):
        return entry.text
    return json.dumps(entry.value, ensure_ascii=False)


def show_text(field: Kept, text: str) -> None:
    """Show again what ``text_of`` returned."""
    if isinstance(field, LineEdit):
        field.setText(text)
    elif isinstance(field, LineField | LongTextField):
        field.show_text(text)
    else:
        value = json.loads(text)
        field.show_value(tuple(value) if isinstance(value, list) else value)


def shown_words(draft: FormDraft) -> str:
    """Return what was typed in a form, for a list; ticks and options say nothing there."""
    typed = (text.strip() for _, text in draft.texts if not text.startswith(("[", '"')))
    return "　".join(text for text in typed if text and text != "null")
