"""What the parts of a case have in common."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.fields.field import Field
from ui.fields.pair_rows import PairRows
from ui.measures import scaled, space
from ui.pages import Workplace
from ui.styling import line, words

AT_ONCE = 3
"""How many cards are made before the window gets a turn."""
MARGIN_PX = 20
"""Left free below what is scrolled into sight."""


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
    open_case: Callable[[str], object] = str
    """Opens another case in the place of this one."""

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
        self.body.addLayout(PairRows(fields))

    def complete(self) -> None:
        """Make what is still to be made."""
        for cards in self.findChildren(Cards):
            cards.complete()

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part, even one that was just made and has no place yet."""
        inside = self.widget()
        if inside is not None and (layout := inside.layout()) is not None:
            layout.activate()
            # The area learns how far it may scroll.
            QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
            top = part.mapTo(inside, QPoint(0, 0)).y()
            self.ensureWidgetVisible(part, 0, scaled(MARGIN_PX))
            if part.height() > self.viewport().height():
                self.verticalScrollBar().setValue(top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what the person is in in sight: a message above takes room from below."""
        super().resizeEvent(event)
        inside, focused = self.widget(), QApplication.focusWidget()
        is_lower = event.size().height() < event.oldSize().height()
        if inside is None or focused is None or not is_lower:
            return
        if inside.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, scaled(MARGIN_PX))

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        self.refresh(case)


class Cards(QVBoxLayout):
    """A column of cards, one an item; only cards whose structure changed are made again.

    The first cards are there at once, the others one by one, so that the window stays usable.
    """

    def __init__(self, spacing: int = 12) -> None:
        super().__init__()
        self._cards: dict[str, tuple[Hashable, QWidget]] = {}
        self._wanted: dict[str, Hashable] = {}
        self._make: Callable[[str], QWidget] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make_some)
        space(self, spacing, (0, 0, 0, 0))

    def show_items(
        self, items: Iterable[tuple[str, Hashable]], make: Callable[[str], QWidget]
    ) -> None:
        """Show the cards of these items, given as (id, structure), in this order."""
        self._wanted, self._make = dict(items), make
        gone = [
            card
            for item_id, (structure, card) in self._cards.items()
            if self._wanted.get(item_id, self) != structure
        ]
        self._cards = {no: each for no, each in self._cards.items() if each[1] not in gone}
        self._make_some()
        # They go last: until then the new fields can see which one the person was in.
        for card in gone:
            self.removeWidget(card)
            card.hide()
            card.deleteLater()

    def complete(self) -> None:
        """Make the cards that are not there yet."""
        self._make_some(len(self._wanted))

    def _make_some(self, most: int = AT_ONCE) -> None:
        missing = [item_id for item_id in self._wanted if item_id not in self._cards]
        for item_id in missing[:most]:
            assert self._make is not None
            self._cards[item_id] = (self._wanted[item_id], self._make(item_id))
        there = [item_id for item_id in self._wanted if item_id in self._cards]
        for no, item_id in enumerate(there):
            card = self._cards[item_id][1]
            if self.indexOf(card) != no:
                self.removeWidget(card)
                self.insertWidget(no, card)
                if card.parentWidget() is not None:
                    # Now, not at the next turn of the loop: it may be given the focus.
                    card.show()
        if len(missing) > most:
            self._later.start(0)
