"""Undo and redo over all screens: one list of what this person did since the window was opened.

A step is the edit of a record on a screen, or a deed such as deleting a case. The screen that
shows a record is its bearer; where there is none any more, the window is asked to open one first,
so that nothing is ever taken back out of sight.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from ui.merging import merged, taken_back
from ui.tasks import Tasks

MOST_STEPS = 200
SAME_STEP_MS = 1500
"""Typing on in one field within this time is one step."""
COMMITTEE = "committee"
"""The subject of edits of the committee."""


class Bearer(Protocol):
    """A screen that shows a record which is edited there."""

    @property
    def subject(self) -> str:
        """Which record."""
        ...

    @property
    def record(self) -> Any:
        """The record as it is on screen."""
        ...

    def take(self, record: Any) -> None:
        """Show and store another state of the record; this is no step of its own."""
        ...


@dataclass(frozen=True, slots=True)
class Edit:
    """A record before and after an edit, and the place of the field."""

    subject: str
    before: Any
    after: Any
    place: str
    at_ms: int = 0

    def goes_on_with(self, last: "Edit") -> bool:
        """Return whether this is more of the same typing."""
        is_same = self.subject == last.subject and self.place == last.place
        return bool(self.place) and is_same and self.at_ms - last.at_ms <= SAME_STEP_MS


@dataclass(frozen=True, slots=True)
class Deed:
    """Something done to whole records, which another action takes back.

    Attributes:
        words: What it was: 删除案件（2026）…第7号.
        back: Takes it back, on the thread of the database; may answer ``Changes``.
        again: Does it again.
    """

    words: str
    back: Callable[[], object]
    again: Callable[[], object]


Step: TypeAlias = Edit | Deed


@dataclass(frozen=True, slots=True)
class Contested:
    """Somebody changed since what a person wants to take back; nothing of that was overwritten.

    Attributes:
        places: Of the fields that stay as they are.
        insist: Takes the step back there as well.
    """

    subject: str
    record: Any
    places: tuple[str, ...]
    insist: Callable[[], None]


def subject_of_case(case_id: str) -> str:
    """Return the subject of the edits of a case."""
    return f"case {case_id}"


def case_of_subject(subject: str) -> str:
    """Return the id of the case that a subject is about; empty for another record."""
    kind, _, case_id = subject.partition(" ")
    return case_id if kind == "case" else ""


class Undo(QObject):
    """The steps of this person at this window."""

    subject_wanted = Signal(str)
    """A record has to be brought on screen before its step can be taken back."""
    travelled = Signal(str, str)
    """The subject and the place of a step that was just taken back or done again."""
    contested = Signal(object)
    told = Signal(str, bool)
    """The words of a deed, and whether it was done again rather than taken back."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._bearers: dict[str, list[Bearer]] = {}
        self._waits_for = ""
        self._waiting: Callable[[], None] | None = None
        self._clock = QElapsedTimer()
        self._clock.start()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    # --- what is done ---------------------------------------------------------

    def attach(self, bearer: Bearer) -> None:
        """Know a screen that shows a record, and take back there what had to wait for it."""
        self._bearers.setdefault(bearer.subject, []).append(bearer)
        if bearer.subject == self._waits_for:
            # The screen is still being built.
            QTimer.singleShot(0, self, self._go_on)

    def detach(self, bearer: Bearer) -> None:
        """Forget a screen; its steps stay."""
        listed = self._bearers.get(bearer.subject, [])
        if bearer in listed:
            listed.remove(bearer)

    def edited(self, edit: Edit) -> None:
        """Remember an edit; one that goes on with the last one becomes part of it.

        What comes to nothing, as a letter that was typed and taken away again, is no step.
        """
        edit = replace(edit, at_ms=self._clock.elapsed())
        last = self._done[-1] if self._done else None
        if not self._undone and isinstance(last, Edit) and edit.goes_on_with(last):
            edit = replace(edit, before=last.before)
            self._done.pop()
        if edit.before != edit.after:
            self._add(edit)

    def did(self, deed: Deed) -> None:
        """Remember a deed."""
        self._add(deed)

    def forget(self, subject: str) -> None:
        """Forget the steps of a record: what was closed since cannot be reached by them."""
        for steps in (self._done, self._undone):
            steps[:] = [each for each in steps if _subject(each) != subject]
        if self._waits_for == subject:
            self._waits_for, self._waiting = "", None

    # --- back and forth -------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back, where it was."""
        self._travel(self._done, self._undone, is_again=False)

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        self._travel(self._undone, self._done, is_again=True)

    def _travel(self, steps: list[Step], others: list[Step], *, is_again: bool) -> None:
        if self._waits_for or not steps:
            return
        step = steps[-1]
        if isinstance(step, Deed):
            self._do(step, steps, others, is_again=is_again)
            return
        bearers = self._bearers.get(step.subject)
        if bearers:
            steps.pop()
            turned = replace(step, before=step.after, after=step.before)
            if self._take(bearers[-1], step if is_again else turned):
                others.append(step)
            return
        self._waits_for = step.subject
        self._waiting = lambda: self._travel(steps, others, is_again=is_again)
        self.subject_wanted.emit(step.subject)

    def _go_on(self) -> None:
        waiting, self._waits_for, self._waiting = self._waiting, "", None
        if waiting is not None:
            waiting()

    def _take(self, bearer: Bearer, edit: Edit) -> bool:
        """Lead a record from one state to another; False where nothing of it could be changed."""
        now = bearer.record
        record, places = taken_back(edit.before, edit.after, now)
        bearer.take(record)
        self.travelled.emit(edit.subject, edit.place or next(iter(places), ""))
        if places:

            def insist() -> None:
                whole = merged(edit.before, edit.after, bearer.record)
                step = Edit(edit.subject, bearer.record, whole, places[0])
                bearer.take(whole)
                self._add(replace(step, at_ms=self._clock.elapsed()))

            self.contested.emit(Contested(edit.subject, record, places, insist))
        return bool(record != now) or not places

    def _do(self, deed: Deed, steps: list[Step], others: list[Step], *, is_again: bool) -> None:
        self._waits_for = deed.words

        def done(_: object) -> None:
            self._waits_for = ""
            if deed in steps:
                steps.remove(deed)
                others.append(deed)
            self.told.emit(deed.words, is_again)

        def refused(error: Exception) -> None:
            self._waits_for = ""
            if deed in steps:
                steps.remove(deed)
            self._tasks.refused.emit(error)

        self._tasks.run(self, deed.again if is_again else deed.back, done, refused)

    def _add(self, step: Step) -> None:
        self._undone.clear()
        self._done.append(step)
        del self._done[:-MOST_STEPS]


def _subject(step: Step) -> str:
    return step.subject if isinstance(step, Edit) else ""
