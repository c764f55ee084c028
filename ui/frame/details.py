"""What opens at a part of the status line, and the list of keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from ui.keys import key_text
from ui.measures import limit, scaled, space
from ui.panel import Panel
from ui.styling import button, column, icon_button, line, row, words

WIDTH_PX = 380
MARGINS_PX = (20, 12, 12, 18)
LEAST_PX, AROUND_PX = 60, 130
"""The least height of what is said, and what stands around it: heading, button, margins."""
KEYS_HEIGHT_PX = 620


class Details(Panel):
    """A heading, some sentences, and perhaps a button that leads on."""

    def __init__(self, window: QWidget, heading: str, sentences: list[str]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(heading)
        top = row(
            words(heading, role="heading"),
            None,
            icon_button("close", self.tr("关闭  Esc"), self.close_panel),
        )
        self._inside = QWidget()
        self._inside.setObjectName("sheet")
        said = (words(each, wraps=True) for each in sentences)
        self._inside.setLayout(column(*said, spacing=10, margins=(0, 0, 8, 0)))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._body = column(top, self._area, spacing=10, margins=MARGINS_PX)
        self.setLayout(self._body)
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)
        self.closed.connect(self.deleteLater)

    def add_button(self, action: QAction) -> None:
        """Add a button that closes the panel and does this."""
        made = button(action.text(), self.close_panel, kind="link")
        made.clicked.connect(action.trigger)
        self._body.addLayout(row(made, None))

    def place(self) -> None:
        """Let what is said scroll where the window is too low for it."""
        window, layout = self.parentWidget(), self._inside.layout()
        if window is not None and layout is not None:
            width = scaled(WIDTH_PX) - scaled(MARGINS_PX[0] + MARGINS_PX[2])
            least, room = scaled(LEAST_PX), window.height() - scaled(AROUND_PX)
            needed = layout.totalHeightForWidth(width) + 1
            self._area.setFixedHeight(min(needed, max(room, least)))
            is_long = needed > room
            focus = Qt.FocusPolicy.StrongFocus if is_long else Qt.FocusPolicy.NoFocus
            self._area.setFocusPolicy(focus)
        super().place()


class KeyList(Panel):
    """Which keys do what, here and everywhere."""

    def __init__(self, window: QWidget, groups: list[tuple[str, list[QAction]]]) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("快捷键"))
        top = row(
            words(self.tr("快捷键"), role="heading"),
            None,
            icon_button("close", self.tr("关闭  Esc"), self.close_panel),
        )
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._table(groups))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(top, line(), self.area, margins=(20, 12, 12, 16)))
        self.setFixedSize(
            scaled(WIDTH_PX + 120), min(scaled(KEYS_HEIGHT_PX), window.height() - 40)
        )
        self.closed.connect(self.deleteLater)

    def open_at(self, anchor: QWidget, *, takes_focus: bool = True) -> None:
        """Show the list; the keys that scroll work at once."""
        super().open_at(anchor, takes_focus=takes_focus)
        self.area.setFocus()

    def _table(self, groups: list[tuple[str, list[QAction]]]) -> QWidget:
        table = QWidget()
        table.setObjectName("sheet")
        grid = QGridLayout(table)
        space(grid, 8, (0, 4, 12, 4))
        for heading, actions in groups:
            named = [each for each in actions if each.text()]
            if not named:
                continue
            grid.addWidget(words(heading, role="caption"), grid.rowCount(), 0, 1, 2)
            for action in named:
                self._add_row(grid, action)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(0, 1)
        return table

    def _add_row(self, grid: QGridLayout, action: QAction) -> None:
        # What has no key of its own is found with the key of the search box.
        key: QLabel = words(key_text(action) or "Ctrl+K", role="key")
        at = grid.rowCount()
        grid.addWidget(words(action.text(), wraps=True), at, 0)
        grid.addWidget(key, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
