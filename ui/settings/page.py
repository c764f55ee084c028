"""The page of settings; every change is stored by itself."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from ui.case.journal_lines import JournalLine
from ui.measures import limit
from ui.pages import Page, SaveState, SaveStep, Workplace
from ui.preferences import Preferences
from ui.settings.appearance import Appearance
from ui.settings.committee_form import CommitteeForm
from ui.settings.history import CommitteeHistory
from ui.settings.rooms import Rooms
from ui.settings.roster import Roster
from ui.settings.tables_card import TablesCard
from ui.sight import bring_into_sight
from ui.styling import column, row, words
from ui.undo import COMMITTEE, Edit

WIDTH_PX = 720
WHOLE = 1000
"""A stretch that leaves nothing to the margin until the column is as wide as it may be."""
SAVE_AFTER_MS = 400
RETRY_AFTER_MS = 3000


class SettingsPage(Page):
    """The committee, its mediators, the tables behind limits, and the look of the window."""

    def __init__(self, place: Workplace, preferences: Preferences) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("设置"))
        self._stored: Committee | None = None
        self._seen = Committee()
        self.committee = CommitteeForm()
        self.roster = Roster(place.desk.ids)
        self.rooms = Rooms()
        self.history = CommitteeHistory(place, self.committee_on_screen)
        self.history.restore_asked.connect(self._restore)
        self.tables = TablesCard(place)
        self.appearance = Appearance(preferences)
        self._save_soon = QTimer(self, singleShot=True)
        self._save_soon.timeout.connect(self._save)
        for part in (self.committee, self.roster, self.rooms):
            part.setEnabled(False)
            part.edited.connect(self._on_edited)
        place.tasks.changed.connect(self._on_changed)
        self.setLayout(column(self._area(), spacing=0))
        self.setFocusProxy(self.committee.fields["name"])

    def enter(self, subject: str = "") -> None:
        """Fetch what is stored."""
        del subject
        self.tables.show_known()
        self._load()
        self.history.look()

    def leave(self) -> None:
        """Store what was typed, now."""
        if self._save_soon.isActive():
            self._save_soon.stop()
            self._save()

    # --- building -------------------------------------------------------------

    def _area(self) -> QScrollArea:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        sections = column(
            words(self.tr("设置"), role="title"),
            words(self.tr("修改后自动保存，不需要按保存按钮。"), tone="muted"),
            self._section(self.tr("调解委员会"), self.committee),
            self._section(self.tr("调解员名册"), self.roster),
            self._section(self.tr("调解室"), self.rooms),
            self._section("", self.history),
            self._section(self.tr("节假日和时限"), self.tables),
            self._section(self.tr("外观与语言"), self.appearance),
            None,
            spacing=8,
            margins=(0, 16, 0, 32),
        )
        middle = QWidget()
        middle.setLayout(sections)
        limit(middle, maximumWidth=WIDTH_PX)
        line = row(middle, spacing=0, margins=(20, 0, 20, 0))
        line.setStretchFactor(middle, WHOLE)
        line.addStretch(1)
        sheet.setLayout(line)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        return area

    def _section(self, heading: str, body: QWidget) -> QWidget:
        section = QWidget()
        title = (words(heading, role="heading"),) if heading else ()
        section.setLayout(column(*title, body, spacing=12, margins=(0, 20, 0, 0)))
        return section

    # --- what happens ---------------------------------------------------------

    def _load(self) -> None:
        self.place.tasks.run(self, self.place.desk.setup.committee, self._show_committee)

    def _on_changed(self, changes: Changes) -> None:
        if changes.is_committee_changed:
            self._load()
            if self.isVisible():
                self.history.look()

    def _show_committee(self, committee: Committee) -> None:
        if self._save_soon.isActive():
            return
        if self._stored is None:
            self.place.undo.attach(self)
        self._stored = committee
        self.committee.show_committee(committee)
        self.roster.show_mediators(committee.mediators)
        self.rooms.show_rooms(committee.rooms)
        for part in (self.committee, self.roster, self.rooms):
            part.setEnabled(True)
        self._seen = self.committee_on_screen()

    @property
    def subject(self) -> str:
        """The subject of its steps."""
        return COMMITTEE

    @property
    def record(self) -> Committee:
        """What undo starts from."""
        return self.committee_on_screen()

    def take(self, committee: Committee) -> None:
        """Take what undo made of the committee; this is no step of its own."""
        self.committee.put_committee(committee)
        self.roster.show_mediators(committee.mediators)
        self.rooms.show_rooms(committee.rooms)
        self._seen = committee
        self._save_soon_enough()

    def bears(self, subject: str) -> bool:
        """Return whether a step is about the committee."""
        return subject == COMMITTEE

    def go_to(self, place: str) -> None:
        """Put the person into the field of a fact of the committee."""
        own = {"mediators": self.roster.line_of(place), "rooms": self.rooms.editor}
        part = self.committee.fields.get(place) or own.get(place.split("/", maxsplit=1)[0])
        if part is not None:
            part.setFocus()
            bring_into_sight(part)

    def _restore(self, line: JournalLine) -> None:
        """Bring the older value of a line of the history back, as an edit that can be undone."""
        before = self.committee_on_screen()
        if line.change is not None and line.can_be_restored(before):
            after = line.restored(before)
            self.place.undo.edited(Edit(COMMITTEE, before, after, ""))
            self.take(after)
            self.go_to(line.change.path)

    def _on_edited(self) -> None:
        before, after = self._seen, self.committee_on_screen()
        names = (each for each in self.committee.fields if _differs(each, before, after))
        place = next(names, "mediators")
        self.place.undo.edited(Edit(COMMITTEE, before, after, place))
        self._seen = after
        self._save_soon_enough()

    def _save_soon_enough(self) -> None:
        self.save_state.emit(SaveState(SaveStep.SAVING))
        # Typing on does not put off saving.
        if not self._save_soon.isActive():
            self._save_soon.start(SAVE_AFTER_MS)

    def _save(self) -> None:
        shown = self._stored
        if shown is None:
            return
        wanted = self._wanted(shown)
        setup = self.place.desk.setup
        self._stored = wanted
        self.place.tasks.run_first(
            self,
            lambda: setup.save(shown, wanted),
            lambda _: self._on_saved(),
            lambda error: self._on_refused(shown, error),
        )

    def committee_on_screen(self) -> Committee:
        """Return the committee with what stands in the fields."""
        return self._wanted(self._stored or Committee())

    def _wanted(self, shown: Committee) -> Committee:
        mediators, rooms = self.roster.mediators(), self.rooms.rooms()
        return replace(self.committee.applied_to(shown), mediators=mediators, rooms=rooms)

    def _on_saved(self) -> None:
        if not self._save_soon.isActive():
            now = self.place.desk.clock.now()
            self.save_state.emit(SaveState(SaveStep.SAVED, now))

    def _on_refused(self, shown: Committee, error: MediationError) -> None:
        # It is sent again, together with what was typed since.
        self._stored = shown
        self._save_soon.start(RETRY_AFTER_MS)
        self.save_state.emit(SaveState(SaveStep.FAILED, reason=error.sentence))


def _differs(name: str, before: Committee, after: Committee) -> bool:
    return bool(getattr(before, name) != getattr(after, name))
