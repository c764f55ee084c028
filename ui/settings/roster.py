"""The mediators of the committee."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_app.domain.committees import Mediator
from mediation_app.ports.environment import Ids
from ui.fields.line_edit import LineEdit
from ui.measures import limit, space
from ui.styling import button, icon_button, row, words

NUMBER_PX = 160


class RosterLine(QWidget):
    """One mediator."""

    edited = Signal()
    removed = Signal()

    def __init__(self, mediator: Mediator) -> None:
        super().__init__()
        self.id = mediator.id
        self.name = self._field(mediator.name, self.tr("姓名"))
        self.number = self._field(mediator.number, self.tr("工作证号（可不填）"))
        limit(self.number, minimumWidth=NUMBER_PX)
        self.remove = icon_button("trash", self.tr("移出名册"), self.removed.emit)
        layout = row(self.name, self.number, self.remove)
        layout.setStretchFactor(self.name, 1)
        self.setLayout(layout)

    def mediator(self) -> Mediator:
        """Return what stands in the line."""
        return Mediator(self.id, self.name.text().strip(), self.number.text().strip())

    def _field(self, text: str, name: str) -> LineEdit:
        field = LineEdit()
        field.setText(text)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_edited)
        return field

    def _on_edited(self) -> None:
        self.edited.emit()


class Roster(QWidget):
    """Lines that can be added and removed; one without a name is not kept."""

    edited = Signal()

    def __init__(self, ids: Ids) -> None:
        super().__init__()
        self._ids = ids
        self._lines = QVBoxLayout()
        space(self._lines, 8, (0, 0, 0, 0))
        self._nobody = words(
            self.tr("还没有调解员。添加后，登记时可以直接选择。"), tone="muted", wraps=True
        )
        self.add = button(self.tr("添加调解员"), self._on_add, kind="quiet", icon="plus")
        layout = QVBoxLayout(self)
        space(layout, 8, (0, 0, 0, 0))
        layout.addWidget(self._nobody)
        layout.addLayout(self._lines)
        layout.addLayout(row(self.add, None))

    def lines(self) -> list[RosterLine]:
        """Return the lines in their order."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, RosterLine)]

    def line_of(self, place: str) -> QWidget:
        """Return the field of a mediator at ``mediators/<id>``, or the button that adds one."""
        item_id = place.partition("/")[2].partition("/")[0]
        return next((each.name for each in self.lines() if each.id == item_id), self.add)

    def show_mediators(self, mediators: tuple[Mediator, ...]) -> None:
        """Show what is stored, unless it is what stands here already."""
        if self.mediators() == mediators:
            return
        for line in self.lines():
            self._take_out(line)
        for mediator in mediators:
            self._append(mediator)
        self._show_nobody()

    def mediators(self) -> tuple[Mediator, ...]:
        """Return the mediators that have a name."""
        all_of_them = (line.mediator() for line in self.lines())
        return tuple(each for each in all_of_them if each.name)

    def _on_add(self) -> None:
        line = self._append(Mediator(self._ids.new(), ""))
        self._show_nobody()
        line.name.setFocus()

    def _append(self, mediator: Mediator) -> RosterLine:
        line = RosterLine(mediator)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._on_removed(line))
        self._lines.addWidget(line)
        return line

    def _on_removed(self, line: RosterLine) -> None:
        self._take_out(line)
        self._show_nobody()
        self.add.setFocus()
        self.edited.emit()

    def _take_out(self, line: RosterLine) -> None:
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _show_nobody(self) -> None:
        self._nobody.setVisible(not self.lines())
