"""The rail of pages at the left edge."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel

from mediation_app.domain.boards import Board
from ui.agenda_watch import Numbers
from ui.buttons import ToolButton
from ui.icons import set_icon
from ui.measures import limit
from ui.pages import Page
from ui.styling import column, mark, row, words

WIDTH_PX = 84
MARK_PX = 30
LOGO_HEIGHT_PX = 60
ICON_PX = 22
MOST_COUNTED = 99
"""A larger number than this has no room on a button."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the rail; ``make`` builds it when it is first wanted."""

    key: str
    title: str
    icon: str
    make: Callable[[], Page]
    is_at_foot: bool = False
    is_on_rail: bool = True


class Rail(QFrame):
    """One button a page; the page in front is marked."""

    page_chosen = Signal(str)

    def __init__(self, entries: tuple[PageEntry, ...]) -> None:
        super().__init__()
        mark(self, role="rail")
        self.setAccessibleName(self.tr("页面"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, ToolButton] = {}
        self._badges: dict[str, QLabel] = {}
        logo = QLabel()
        mark(logo, tone="accent")
        set_icon(logo, "mark", MARK_PX)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown = [each for each in entries if each.is_on_rail]
        tops = [self._button(each, n) for n, each in enumerate(shown, 1) if not each.is_at_foot]
        feet = [self._button(each, n) for n, each in enumerate(shown, 1) if each.is_at_foot]
        limit(logo, minimumHeight=LOGO_HEIGHT_PX)
        self.setLayout(column(logo, *tops, None, *feet, spacing=4, margins=(6, 6, 6, 8)))
        limit(self, minimumWidth=WIDTH_PX, maximumWidth=WIDTH_PX)

    def show_numbers(self, numbers: Numbers) -> None:
        """Show on the page of today how much is overdue."""
        count = numbers.counts.get(Board.OVERDUE, 0)
        self.show_count("today", count, self.tr("逾期 {count} 项").format(count=count))

    def show_count(self, key: str, count: int, words_of_count: str) -> None:
        """Show a number on the button of a page; 0 takes it off."""
        badge = self._badges.get(key)
        if badge is None:
            return
        badge.setText(f"{count}" if count <= MOST_COUNTED else f"{MOST_COUNTED}+")
        badge.setVisible(count > 0)
        self._make_room()
        self._buttons[key].setAccessibleDescription(words_of_count if count else "")

    def show_in_front(self, key: str) -> None:
        """Mark the button of the page; none for a page that is not on the rail."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words out where they would be cut off; the icons stay, and say them."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        self._set_style(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        layout.invalidate()
        if layout.sizeHint().height() > self.height():
            self._set_style(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _set_style(self, style: Qt.ToolButtonStyle) -> None:
        is_bare = style is Qt.ToolButtonStyle.ToolButtonIconOnly
        for key, button in self._buttons.items():
            button.setToolButtonStyle(style)
            is_counted = not self._badges[key].isHidden()
            # The icon alone is so low that the number would cover it.
            mark(button, counted="yes" if is_bare and is_counted else "")

    def _button(self, entry: PageEntry, number: int) -> ToolButton:
        button = ToolButton()
        button.setText(entry.title)
        button.setToolTip(f"{entry.title}  Alt+{number}")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(
            button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed
        )
        mark(button, kind="rail")
        set_icon(button, entry.icon, ICON_PX)
        button.clicked.connect(lambda: self._on_clicked(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        self._badges[entry.key] = _badge(button)
        return button

    def _on_clicked(self, key: str) -> None:
        self.page_chosen.emit(key)

    def sizeHint(self) -> QSize:
        """Return a size that never asks for more than the buttons need."""
        return QSize(self.minimumWidth(), super().sizeHint().height())


def _badge(button: ToolButton) -> QLabel:
    """Return a number in the corner of a button, hidden; clicks go through it."""
    badge = words("")
    mark(badge, role="badge")
    badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    badge.hide()
    button.setLayout(column(row(None, badge, spacing=0), None, spacing=0, margins=(0, 2, 1, 0)))
    return badge
