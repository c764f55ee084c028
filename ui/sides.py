"""Several widgets of which one is shown, in a page that scrolls where it must."""

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

NOTHING = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)


class Sides(QStackedWidget):
    """Asks for the room of the shown one only.

    Else a page would scroll for the sake of something that is not there.
    """

    def __init__(self, *sides: QWidget) -> None:
        super().__init__()
        self._sides = [(each, each.sizePolicy()) for each in sides]
        for each in sides:
            self.addWidget(each)
        self.currentChanged.connect(self._ask_for_room)
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        for side, policy in self._sides:
            side.setSizePolicy(policy if side is self.currentWidget() else NOTHING)
