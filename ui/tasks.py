"""Work beside the window: one background thread that does one thing after the other.

The window has two of these, one for the database and one for paper::

    self._tasks.run(self, lambda: desk.case_files.open(case_id), self._show_case)
    self._paper_tasks.run_latest("preview", self, lambda: paper.preview(...), self._show_paper)

Read the widgets before the work starts; the work touches no widget. The answer arrives in the
thread of the window, and only while its owner is alive.
"""

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.sentences import say

Result = TypeVar("Result")
_ONE_MORE = 0
"""No number of a job: something is to be done first."""
OnError = Callable[[MediationError], None]


class UnexpectedError(MediationError):
    """A fault of the program, told to whoever waited for the answer; the report has the rest."""

    def __init__(self) -> None:
        super().__init__(say("程序内部出错，这一步没有完成；输入的内容仍在屏幕上"))


@dataclass(frozen=True, slots=True)
class _Job:
    owner: QObject
    work: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_error: OnError | None
    kind: tuple[int, str] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    result: Any = None
    error: Exception | None = None
    is_dropped: bool = False


class Tasks(QObject):
    """Runs callables in order on a thread of its own and answers in the thread it lives in."""

    changed = Signal(object)
    """Changes: a commit happened, even if nobody waits for its answer any more."""
    refused = Signal(object)
    """MediationError: trouble for which the asker had no answer."""
    crashed = Signal(object)
    """Exception: a bug."""
    _outcome_ready = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The jobs stay here until they are answered, so that no widget that a job refers to
        # is ever destroyed in the background thread.
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._last_number = 0
        self._waiting: SimpleQueue[int | None] = SimpleQueue()
        self._first: SimpleQueue[int] = SimpleQueue()
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._outcome_ready.connect(self._on_outcome_ready, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work_until_closed, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_error: OnError | None = None,
    ) -> None:
        """Do the work after all that waits already, then answer in the owner's thread."""
        self._enqueue(_Job(owner, work, on_done, on_error, None))

    def run_first(
        self,
        owner: QObject,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_error: OnError | None = None,
    ) -> None:
        """Do the work before all that waits, but after what else was to be done first.

        For what somebody typed: it must not wait until all lists are read.
        """
        self._enqueue(_Job(owner, work, on_done, on_error, None), is_first=True)

    def run_latest(
        self,
        kind: str,
        owner: QObject,
        work: Callable[[], Result],
        on_done: Callable[[Result], None],
        on_error: OnError | None = None,
    ) -> None:
        """Do the work, unless the same owner asks for the same kind again before it begins."""
        self._enqueue(_Job(owner, work, on_done, on_error, (id(owner), kind)))

    def finish(self) -> None:
        """Wait for everything that was asked, also by the answers, and answer it."""
        while self._jobs:
            self._answer(self._outcomes.get())

    def close(self) -> None:
        """Finish everything, then end the thread."""
        self.finish()
        self._waiting.put(None)
        self._thread.join()

    def _enqueue(self, job: _Job, *, is_first: bool = False) -> None:
        self._last_number += 1
        self._jobs[self._last_number] = job
        if job.kind is not None:
            self._newest[job.kind] = self._last_number
        if is_first:
            self._first.put(self._last_number)
        self._waiting.put(_ONE_MORE if is_first else self._last_number)

    def _work_until_closed(self) -> None:
        while (number := self._waiting.get()) is not None:
            self._work_first()
            if number != _ONE_MORE:
                self._work(number)
        self._work_first()

    def _work_first(self) -> None:
        while True:
            try:
                self._work(self._first.get_nowait())
            except Empty:
                return

    def _work(self, number: int) -> None:
        self._outcomes.put(self._outcome_of(number))
        self._outcome_ready.emit()

    def _outcome_of(self, number: int) -> _Outcome:
        job = self._jobs[number]
        if job.kind is not None and self._newest.get(job.kind) != number:
            return _Outcome(number, is_dropped=True)
        try:
            return _Outcome(number, job.work())
        except Exception as error:  # noqa: BLE001  a bug ends in the crash report, not the thread
            return _Outcome(number, error=error)

    def _on_outcome_ready(self) -> None:
        try:
            outcome = self._outcomes.get_nowait()
        except Empty:  # finish() was quicker
            return
        self._answer(outcome)

    def _answer(self, outcome: _Outcome) -> None:
        job = self._jobs.pop(outcome.number)
        if job.kind is not None and self._newest.get(job.kind) == outcome.number:
            del self._newest[job.kind]
        if outcome.is_dropped:
            return
        if outcome.error is not None:
            self._answer_error(job, outcome.error)
            return
        self._announce(outcome.result)
        if isValid(job.owner):
            job.on_done(outcome.result)

    def _announce(self, result: object) -> None:
        changes = result if isinstance(result, Changes) else getattr(result, "changes", None)
        if isinstance(changes, Changes) and changes != Changes():
            self.changed.emit(changes)

    def _answer_error(self, job: _Job, error: Exception) -> None:
        is_expected = isinstance(error, MediationError)
        if not is_expected:
            self.crashed.emit(error)
        told = error if isinstance(error, MediationError) else UnexpectedError()
        if job.on_error is not None and isValid(job.owner):
            job.on_error(told)
        elif is_expected:
            self.refused.emit(told)
