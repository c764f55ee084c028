"""What the parts of a case have in common."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.fields.field import Field
from ui.measures import space
from ui.pages import Workplace
from ui.styling import line, words


@dataclass(slots=True)
class CaseContext:
    """What every part of the screen works with; ``committee`` arrives later than the case."""

    place: Workplace
    editing: CaseEditing
    binding: Binding
    tell: Callable[[object], None]
    go_to: Callable[[str], None]
    """Puts the person into the field of a place, wherever it is."""
    committee: Committee = field(default_factory=Committee)

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        return self.editing.case

    def new_id(self) -> str:
        """Return an id for a new party, term or line."""
        return self.place.desk.ids.new()


class Section(QScrollArea):
    """One part of the case, built when it is first shown."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        self.context = context
        self.body = QVBoxLayout()
        space(self.body, 10, (20, 14, 20, 24))
        inside = QWidget()
        inside.setObjectName("page")
        inside.setLayout(self.body)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.build()
        self.refresh(context.case)
        self.body.addStretch(1)
        context.editing.changed.connect(self._on_changed)

    def build(self) -> None:
        """Make the fields that are always there."""

    def refresh(self, case: Case) -> None:
        """Make and remove what depends on the case."""
        del case

    def bind(self, place: str, made: Field) -> Field:
        """Bind a field to a place of the case."""
        return self.context.binding.bind(place, made)

    def heading(self, text: str) -> None:
        """Begin a part with a heading."""
        if self.body.count():
            self.body.addSpacing(6)
            self.body.addWidget(line())
        self.body.addWidget(words(text, role="heading"))

    def rows(self, *fields: QWidget | tuple[QWidget, QWidget]) -> None:
        """Add fields one below the other, pairs side by side."""
        self.body.addLayout(field_grid(fields))

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        self.refresh(case)


def field_grid(fields: Iterable[QWidget | tuple[QWidget, QWidget]]) -> QGridLayout:
    """Return a grid of two equal columns; what is no pair takes both."""
    grid = QGridLayout()
    space(grid, 8, (0, 0, 0, 0))
    grid.setHorizontalSpacing(20)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for row_no, each in enumerate(fields):
        if isinstance(each, tuple):
            grid.addWidget(each[0], row_no, 0)
            grid.addWidget(each[1], row_no, 1)
        else:
            grid.addWidget(each, row_no, 0, 1, 2)
    return grid


class Cards(QVBoxLayout):
    """A column of cards, one an item; only cards whose structure changed are made again."""

    def __init__(self, spacing: int = 12) -> None:
        super().__init__()
        self._cards: dict[str, tuple[Hashable, QWidget]] = {}
        space(self, spacing, (0, 0, 0, 0))

    def show_items(
        self, items: Iterable[tuple[str, Hashable]], make: Callable[[str], QWidget]
    ) -> None:
        """Show the cards of these items, given as (id, structure), in this order."""
        wanted = list(items)
        kept: dict[str, tuple[Hashable, QWidget]] = {}
        for item_id, structure in wanted:
            known = self._cards.get(item_id)
            is_same = known is not None and known[0] == structure
            kept[item_id] = known if known and is_same else (structure, make(item_id))
        for item_id, (structure, card) in self._cards.items():
            if kept.get(item_id) != (structure, card):
                self.removeWidget(card)
                card.hide()
                card.deleteLater()
        self._cards = kept
        for no, (_, card) in enumerate(kept.values()):
            if self.indexOf(card) != no:
                self.removeWidget(card)
                self.insertWidget(no, card)
