"""Lets Python collect cyclic garbage in the thread of the window only.

Python collects in whichever thread happens to allocate. A widget that was part of a cycle would
then be destroyed in a background thread, with its timers still running here, and the process
dies. So the automatic collection is off while the desktop runs, and a timer does it instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class GarbageCollection(QObject):
    """Collects in the thread it lives in, as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    def collect_if_due(self) -> None:
        """Collect the generations that have grown past their thresholds."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [n for n, count in enumerate(counts) if count > thresholds[n]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again, when no background thread is left."""
        self._timer.stop()
        gc.enable()
