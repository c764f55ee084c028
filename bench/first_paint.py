"""Tells when a widget has been painted and the window answers again."""

import json
import sys
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls back once, as soon as the widget was painted and the event loop is free."""

    def __init__(self, widget: QWidget, on_painted: Callable[[], None]) -> None:
        super().__init__(widget)
        self._on_painted: Callable[[], None] | None = on_painted
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and self._on_painted is not None:
            QTimer.singleShot(0, self._on_painted)
            self._on_painted = None
        return super().eventFilter(watched, event)


def tell_usable(began_at_s: float) -> None:
    """Print how long it took since the process was asked for, and all that was imported."""
    seconds = monotonic() - began_at_s
    modules = [name for name in sys.modules if not name.startswith(("bench", "__"))]
    print(json.dumps({"usable_s": seconds, "modules": modules}), flush=True)
