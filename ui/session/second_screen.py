"""What the presenter lets the customer see; the window shows only what was chosen last."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.customer_view import BLANK, CustomerView, Topic, customer_view
from mediation_app.domain.sessions import Offer
from ui.customer.window import CustomerWindow


class SecondScreen(QObject):
    """The second window, and what it shows; blank while the mediator sits with one side alone.

    Nothing reaches it by itself: an offer that is being typed is not seen before it is shown.
    """

    changed = Signal()
    ticked = Signal(str, bool)
    blank_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: CustomerWindow | None = None
        self._view = BLANK
        self._is_apart = False

    @property
    def is_open(self) -> bool:
        """True while there is a second window."""
        return self.window is not None and self.window.isVisible()

    @property
    def view(self) -> CustomerView:
        """What the window shows."""
        return BLANK if self._is_apart else self._view

    def show_topic(self, case: Case, topic: Topic, meeting: Meeting, offer: Offer | None) -> None:
        """Show this as it is now; not while one sits apart."""
        if not self._is_apart:
            self._view = customer_view(case, topic, meeting, offer)
            self._show()

    def hold_back(self, *, is_apart: bool) -> None:
        """Show nothing while one sits apart, and then again what was shown before."""
        self._is_apart = is_apart
        self._show()

    def forget(self) -> None:
        """Show nothing of the case that was open."""
        self._view = BLANK
        self._is_apart = False
        self._show()

    def turn(self, by: int) -> None:
        """Turn the pages of the agreement."""
        if self.window is not None:
            self.window.turn(by)

    def toggle(self, beside: QWidget) -> None:
        """Open the window, or close it."""
        if self.is_open:
            self.close()
            return
        if self.window is None:
            self.window = CustomerWindow(beside)
            self.window.ticked.connect(self._on_ticked)
            self.window.blank_wanted.connect(self.blank_wanted)
            self.window.closed.connect(self.changed)
        self._show()
        self.window.open_beside(beside)

    def close(self) -> None:
        """Close the window."""
        if self.window is not None:
            self.window.close()

    def _show(self) -> None:
        if self.window is not None:
            self.window.show_view(self.view)

    def _on_ticked(self, party_id: str, is_on: bool) -> None:  # noqa: FBT001  a slot
        ticks = (
            replace(each, is_ticked=is_on) if each.party_id == party_id else each
            for each in self._view.ticks
        )
        # What comes back after 背靠背 is what the party had ticked.
        self._view = replace(self._view, ticks=tuple(ticks))
        self.ticked.emit(party_id, is_on)
