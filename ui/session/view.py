"""The desk of one session: the notes on the left, what becomes of them on the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.caucus import CaucusNote
from mediation_app.domain.customer_view import Topic
from mediation_app.domain.lawful_changes import is_resting
from mediation_app.domain.quick_notes import NoteKind, QuickNote, read_quick_note, read_sum
from mediation_app.domain.session_time import elapsed_s, ended, paused, resumed
from mediation_app.domain.sessions import Offer, SessionNote
from ui.case.places import without
from ui.case.sections.section import CaseContext
from ui.measures import scaled
from ui.session.closing import Closing
from ui.session.deal_pane import DealPane
from ui.session.ending_pane import EndingPane
from ui.session.head import TICK_MS, SessionHead
from ui.session.note_board import AnyNote, NoteActions, NoteBoard
from ui.session.note_line import NoteLine
from ui.session.offers_pane import OfferCard, OffersPane
from ui.session.pane import SessionPane, Table
from ui.session.private_notes import PrivateNotes
from ui.session.record_pane import RecordPane
from ui.session.second_screen import SecondScreen
from ui.session.table_pane import TablePane
from ui.styling import button, column, frame, row, words

PANES: dict[str, type[SessionPane]] = {
    "table": TablePane,
    "offers": OffersPane,
    "deal": DealPane,
    "record": RecordPane,
    "ending": EndingPane,
}
_OF_MEETING = {
    "deal": "deal", "doubts": "deal", "safeguards": "deal", "doubt_note": "deal",
    "record": "record",
}  # fmt: skip
NARROW_PX = 1000
"""Below this there is room for the notes or the forms, not for both."""


class SessionView(QWidget):
    """Notes, offers, the deal, the record, the end, and what the customer sees."""

    message = Signal(object)
    case_wanted = Signal()

    def __init__(
        self, context: CaseContext, private: PrivateNotes, meeting_id: str, second: SecondScreen
    ) -> None:
        super().__init__()
        self.context = context
        self.private = private
        self.second = second
        self.is_apart = False
        self._prefers_forms = False
        self.table = Table(
            context, meeting_id, self.show_offer, self.take_offer, self.fix_deal, self.fail
        )
        self.closing = Closing(self.table, self.pane, self.message.emit, self)
        self.head = SessionHead()
        self.line = NoteLine()
        self.board = NoteBoard(NoteActions(self.edit_note, self.remove_note))
        self.stack = QStackedWidget()
        self._panes: dict[str, SessionPane] = {}
        self._lay_out()
        self._connect()
        self.line.show_text(private.draft_of(meeting_id))
        self.show_pane("offers")
        self._show_case(context.case)

    @property
    def case(self) -> Case:
        """The case as it is on screen."""
        return self.context.case

    def pane(self, key: str) -> SessionPane:
        """Return a pane, made if it was not there yet."""
        if key not in self._panes:
            made = PANES[key](self.table)
            self._panes[key] = made
            self.stack.addWidget(made)
            made.setEnabled(self._is_open(key))
        return self._panes[key]

    def show_pane(self, key: str) -> None:
        """Bring a pane to the front."""
        self.stack.setCurrentWidget(self.pane(key))
        for each, chosen in self.tabs.items():
            chosen.setChecked(each == key)

    def go_to(self, place: str) -> None:
        """Put the person into the field of a place."""
        steps = place.split("/")
        keys = {"offers": "offers", "termination": "ending"}
        key = keys.get(steps[0], "table")
        if steps[0] == "meetings" and len(steps) > 2:  # noqa: PLR2004  meetings/<id>/<what>
            key = _OF_MEETING.get(steps[2], "table")
        self.show_pane(key)
        self.pane(key).complete()
        field = self.context.binding.field_at(place)
        if field is not None:
            if self._is_narrow and not self._prefers_forms:
                self.toggle_forms()
            self.pane(key).reveal(field)
            field.activate()

    # --- notes ----------------------------------------------------------------

    def enter(self, typed: str) -> None:
        """Take a line: a note for all, a private one, or an offer."""
        quick = read_quick_note(typed, is_apart=self.is_apart)
        if quick.kind is NoteKind.PRIVATE:
            self.private.add(self.table.meeting_id, quick)
        elif quick.kind is NoteKind.OFFER:
            self._add_offer(quick)
        else:
            made = SessionNote(
                self.context.new_id(), quick.side, quick.tag, quick.text,
                self.context.place.desk.clock.now(),
            )  # fmt: skip
            self.table.put(notes=(*self.table.meeting.notes, made))
        self.private.type_line(self.table.meeting_id, "")

    def edit_note(self, note: AnyNote) -> None:
        """Put a note back into the line, in front of what is typed there."""
        marks = (f"@{note.side}" if note.side else "", f"#{note.tag}" if note.tag else "")
        words_of_note = [*marks, note.text, self.line.line.text()]
        text = " ".join(each for each in words_of_note if each)
        self.line.show_text(text)
        self.private.type_line(self.table.meeting_id, text)
        if isinstance(note, CaucusNote):
            self.private.take_back(note)
        else:
            self.remove_note(note)
        self.go_to_line()

    def go_to_line(self) -> None:
        """Put the person into the line for quick notes."""
        if self._is_narrow and self._prefers_forms:
            self.toggle_forms()
        self.line.line.setFocus()

    def remove_note(self, note: SessionNote) -> None:
        """Take a note away; undo brings it back."""
        self.table.put(notes=without(self.table.meeting.notes, note.id))

    def _add_offer(self, quick: QuickNote) -> None:
        found = read_sum(quick.text)
        made = Offer(self.context.new_id(), text=quick.text)
        if found is not None:
            made = replace(made, amount=found.amount, periods=found.periods)
        pane = self.pane("offers")
        if isinstance(pane, OffersPane):
            pane.add(quick.side, made)
        self.show_pane("offers")

    # --- the customer's window ------------------------------------------------

    def toggle_apart(self) -> None:
        """Begin or end 背靠背: the second screen goes blank, notes become private."""
        self.is_apart = not self.is_apart
        self.second.hold_back(is_apart=self.is_apart)
        self.banner.setVisible(self.is_apart)
        self.line.show_apart(is_apart=self.is_apart)
        self.pane("offers").setEnabled(self._is_open("offers"))
        self._show_screen()
        self.go_to_line()

    def toggle_window(self) -> None:
        """Open the window on the second monitor, or close it."""
        self.second.toggle(self.window())
        self._show_screen()

    def show_topic(self, topic: Topic) -> None:
        """Let the customer see this."""
        offers = [each for each in self.case.offers if each.meeting_id == self.table.meeting_id]
        self.second.show_topic(self.case, topic, self.table.meeting, next(reversed(offers), None))
        self._show_screen()

    def show_offer(self, offer: Offer) -> None:
        """Let the customer see this offer, as it is now."""
        self.second.show_topic(self.case, Topic.OFFER, self.table.meeting, offer)
        self._show_screen()

    def on_ticked(self, party_id: str, is_on: bool) -> None:  # noqa: FBT001  a slot
        """Note that a party said at the second screen that it knows its rights."""
        told_to = without_id(self.table.meeting.rights_told_to, party_id)
        self.table.put(rights_told_to=(*told_to, party_id) if is_on else told_to)

    def _show_screen(self) -> None:
        is_open = self.second.is_open
        self.head.show_screen(self.second.view, is_open=is_open, is_apart=self.is_apart)

    # --- the clock ------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Interrupt the session, or go on."""
        change = resumed if self.table.meeting.paused_at is not None else paused
        self._put_time(partial(change, now=self._now()))

    def end_session(self) -> None:
        """End the session; what was noted stays open to be edited."""
        self._put_time(partial(ended, now=self._now()))

    def tick(self) -> None:
        """Show the time, and for how long an agent has been asking."""
        meeting = self.table.meeting
        self.head.show_time(elapsed_s(meeting, self._now()), meeting)
        for card in self.findChildren(OfferCard):
            card.show_waiting()

    def _put_time(self, change: Callable[[Meeting], Meeting]) -> None:
        case, meeting = self.case, change(self.table.meeting)
        meetings = tuple(meeting if each.id == meeting.id else each for each in case.meetings)
        self.context.editing.put(replace(case, meetings=meetings))
        self.tick()

    def _now(self) -> datetime:
        return self.context.place.desk.clock.now()

    # --- offers and the deal --------------------------------------------------

    def take_offer(self, offer: Offer) -> None:
        """Make an offer the deal that is being written down."""
        self.closing.take_offer(offer)
        self.show_pane("deal")
        self.go_to(f"{self.table.place}/deal/days")

    def fix_deal(self) -> None:
        """Write the deal into the agreement, or show what it lacks."""
        self.show_pane("deal")
        self.closing.fix_deal()

    def fail(self) -> None:
        """End the mediation without agreement."""
        self.closing.fail()

    # --- building -------------------------------------------------------------

    def _show_case(self, case: Case) -> None:
        self.head.show_case(case)
        self._show_notes()
        self._show_screen()
        self._rest_with(case)
        self.tick()

    def _rest_with(self, case: Case) -> None:
        """Take nothing more down once the case is over: it could not be stored."""
        self.line.rest(is_over=is_resting(case, "meetings"))
        self.board.rest(is_over=is_resting(case, "meetings"))
        for key, pane in self._panes.items():
            pane.setEnabled(self._is_open(key))

    def _is_open(self, key: str) -> bool:
        if key == "offers" and self.is_apart:
            return False
        return key == "ending" or not is_resting(self.case, "meetings")

    def _show_notes(self) -> None:
        private = self.private.of_meeting(self.table.meeting_id)
        self.board.show_notes(self.table.meeting.notes, private)

    def toggle_forms(self) -> None:
        """Show the notes or the forms where there is no room for both."""
        self._prefers_forms = not self._prefers_forms
        self._share_room()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show notes and forms, or one of them."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.head.share_room(is_narrow=self._is_narrow)
        self._left.setVisible(not self._is_narrow or not self._prefers_forms)
        self._right.setVisible(not self._is_narrow or self._prefers_forms)

    def _lay_out(self) -> None:
        self.banner = frame("apart")
        text = words(
            self.tr(
                "背靠背：下面的快记只有您能看到，不进笔录、不打印、不同步；客户屏已清空。F8 返回"
            ),
            wraps=True,
        )
        self.banner.setLayout(row(text, margins=(20, 10, 20, 10)))
        self.banner.hide()
        self._left, self._right = QWidget(), QWidget()
        left = column(self.board, self.line, spacing=10, margins=(20, 12, 12, 14))
        left.setStretchFactor(self.board, 1)
        self._left.setLayout(left)
        names = {
            "table": self.tr("到场"), "offers": self.tr("方案"), "deal": self.tr("成交"),
            "record": self.tr("笔录"), "ending": self.tr("终结"),
        }  # fmt: skip
        self.tabs = {
            key: button(names[key], partial(self.show_pane, key), kind="quiet", hint=f"Ctrl+{no}")
            for no, key in enumerate(PANES, 1)
        }
        for each in self.tabs.values():
            each.setCheckable(True)
        bar = row(*self.tabs.values(), None, spacing=4, margins=(16, 8, 16, 4))
        right = column(spacing=0)
        right.addLayout(bar)
        right.addWidget(self.stack, 1)
        self._right.setLayout(right)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left)
        split.addWidget(self._right)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.banner)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self.line.entered.connect(self.enter)
        self.line.typed.connect(partial(self.private.type_line, self.table.meeting_id))
        self.private.changed.connect(self._show_notes)
        self.context.editing.changed.connect(lambda case, _: self._show_case(case))
        self.second.changed.connect(self._show_screen)
        self.second.ticked.connect(self.on_ticked)
        self.second.blank_wanted.connect(self.toggle_apart)
        head = self.head
        head.pause_wanted.connect(self.toggle_pause)
        head.end_wanted.connect(self.end_session)
        head.apart_wanted.connect(self.toggle_apart)
        head.topic_chosen.connect(self.show_topic)
        head.page_turned.connect(self.second.turn)
        head.window_wanted.connect(self.toggle_window)
        head.case_wanted.connect(self.case_wanted)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.tick)
        self._clock.start(TICK_MS)


def without_id(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    """Return the ids but one."""
    return tuple(each for each in ids if each != one)
