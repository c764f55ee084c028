"""Somebody who listens to a synchroniser and waits for what it tells, never for time."""

from queue import Empty, SimpleQueue

from tests.patience import PATIENCE_S


class Listening:
    """Keeps what was told, in order."""

    def __init__(self):
        self._told = SimpleQueue()

    def on_state(self, state):
        self._told.put(("state", state))

    def on_changes(self, changes):
        self._told.put(("changes", changes))

    def on_present(self, case_id, others):
        self._told.put(("present", (case_id, others)))

    def wait_for(self, kind, fits=lambda _: True):
        """Return the first thing of this kind that fits, past what was told before it."""
        passed = []
        while True:
            try:
                found, what = self._told.get(timeout=PATIENCE_S)
            except Empty:
                raise AssertionError(f"not told: {kind}, but: {passed}") from None
            if found == kind and fits(what):
                return what
            passed.append((found, what))
