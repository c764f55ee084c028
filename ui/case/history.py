"""Steps that can be taken back, across all fields of a case."""

from dataclasses import dataclass

from mediation_app.domain.cases import Case
from ui.case.merging import merged

MOST_STEPS = 200
SAME_STEP_MS = 1500
"""Typing on in one field within this time is one step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: the case before and after it, and where it was."""

    before: Case
    after: Case
    place: str
    at_ms: int


class History:
    """The edits of this screen; undoing one leaves what others did alone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._undone)

    def add(self, step: Step) -> None:
        """Remember an edit; one that goes on with the last one becomes part of it."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and last.place and last.place == step.place and self._goes_on(last, step):
            step = Step(last.before, step.after, step.place, step.at_ms)
            self._done.pop()
        self._done.append(step)
        del self._done[:-MOST_STEPS]

    def forget(self) -> None:
        """Forget all steps: what was closed since cannot be reached by taking them back."""
        self._done.clear()
        self._undone.clear()

    def undo(self, now: Case) -> tuple[Case, str]:
        """Return the case without the last step, and where that was."""
        step = self._done.pop()
        self._undone.append(step)
        return merged(step.after, step.before, now), step.place

    def redo(self, now: Case) -> tuple[Case, str]:
        """Return the case with the step that was taken back last, and where that was."""
        step = self._undone.pop()
        self._done.append(step)
        return merged(step.before, step.after, now), step.place

    def _goes_on(self, last: Step, step: Step) -> bool:
        return step.at_ms - last.at_ms <= SAME_STEP_MS
