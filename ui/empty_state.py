"""What stands where there is nothing yet: what belongs here, and the button that begins."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.icons import set_icon
from ui.measures import limit
from ui.styling import button, column, mark, row, words

ICON_PX = 44
TEXT_WIDTH_PX = 440
LEAST_PX = 200
_ALL_IT_CAN = 100
"""The stretch of the sentence beside the empty room around it."""


class EmptyState(QScrollArea):
    """An icon, a heading, a sentence and a button, in the middle of the free space.

    Where the window is too low for them, they scroll.
    """

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        sign = QLabel()
        mark(sign, tone="muted")
        set_icon(sign, icon, ICON_PX)
        self._text = words(sentence, tone="muted", wraps=True)
        self._title = words(heading, role="heading")
        for label in (sign, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        limit(self._text, minimumWidth=LEAST_PX, maximumWidth=TEXT_WIDTH_PX)
        middle = row(None, self._text, None)
        middle.setStretchFactor(self._text, _ALL_IT_CAN)
        layout = column(None, sign, self._title, middle, spacing=12, margins=24)
        self.button = None
        if on_action is not None:
            self.button = button(action, on_action, kind="primary")
            if not action:
                # Only hidden: to be shown before it has a parent, it would be a window of its own.
                self.button.hide()
            layout.addLayout(row(None, self.button, None))
        layout.addStretch(2)
        inside = QWidget()
        inside.setObjectName("sheet")
        inside.setLayout(layout)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, heading: str, sentence: str) -> None:
        """Say something else from now on."""
        self._title.setText(heading)
        self._text.setText(sentence)

    def offer(self, action: str) -> None:
        """Let the button say what can be done now; nothing where there is nothing to do."""
        if self.button is not None:
            self.button.setText(action)
            self.button.setVisible(bool(action))
