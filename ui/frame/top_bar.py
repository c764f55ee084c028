"""The bar above the page: search, registering, the person at the desk."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu

from ui.buttons import PushButton
from ui.icons import set_icon
from ui.measures import limit
from ui.search.search_box import SearchBox
from ui.styling import button, mark, row

SEARCH_WIDTH_PX = 620


class TopBar(QFrame):
    """Holds the search box and what is wanted from every page."""

    intake_asked = Signal()

    def __init__(self, search: SearchBox, author: str, menu_actions: list[QAction]) -> None:
        super().__init__()
        mark(self, role="bar")
        self.search = search
        limit(search, maximumWidth=SEARCH_WIDTH_PX, minimumWidth=200)
        self.intake = button(
            self.tr("登记"),
            self.intake_asked.emit,
            kind="primary",
            icon="plus",
            hint=self.tr("登记新的纠纷  Ctrl+N"),
        )
        self.person = self._person_button(menu_actions)
        self.show_person(author)
        layout = row(search, None, self.intake, self.person, spacing=12, margins=(16, 10, 16, 10))
        layout.setStretchFactor(search, 4)
        self.setLayout(layout)

    def show_person(self, name: str) -> None:
        """Say who is at the desk."""
        self.person.setText(name or self.tr("本机用户"))
        self.person.setAccessibleName(self.tr("用户：{name}").format(name=self.person.text()))

    def _person_button(self, actions: list[QAction]) -> PushButton:
        person = PushButton()
        menu = QMenu(person)
        for action in actions:
            if action.isSeparator():
                menu.addSeparator()
            else:
                menu.addAction(action)
        person.setMenu(menu)
        mark(person, kind="quiet", has="menu")
        set_icon(person, "person")
        return person
