"""日程: what is planned in a week or on a day, by rooms or by mediators."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QWidget

from mediation_app.domain.boards import last_day_of_week
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import Changes
from mediation_app.domain.schedule import Booking
from mediation_app.services.scheduling import DayPlan
from ui.elided import Elided
from ui.empty_state import EmptyState
from ui.measures import scaled, space
from ui.pages import Message, Page, Tone, Workplace
from ui.schedule.board import Board, Shown
from ui.schedule.calendar_files import CalendarFiles
from ui.schedule.drawing import day_words, load_words
from ui.styling import button, column, frame, icon_button, row, words

WEEK = timedelta(days=7)
WIDE_PX = 760
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class _Loaded:
    plans: tuple[DayPlan, ...]
    committee: Committee


class SchedulePage(Page):
    """Keeps its day, its view and its rows when it is left."""

    scrolls_inside = True

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.setWindowTitle(self.tr("日程"))
        self.day = place.desk.clock.today()
        self.is_week = True
        self.by_room = True
        self._loaded = _Loaded((), Committee())
        self.board = Board()
        self.board.opened.connect(self._on_opened)
        self.board.day_chosen.connect(self._on_day_chosen)
        self.calendars = CalendarFiles(place, self)
        self.calendars.message.connect(self.message)
        self.calendars.taken.connect(self._load)
        self.span = words("", role="heading")
        self.load = Elided(tone="muted")
        self.empty = EmptyState(
            "calendar",
            self.tr("这几天还没有排期"),
            self.tr("打开一件已受理的案件，按 R 输入日期，例如 下周三 9:30；冲突会在保存前列出。"),
            self.tr("选择案件"),
            self._on_new,
        )
        self._stack = QStackedWidget()
        self._make_commands()
        self._lay_out()
        self.setFocusProxy(self.board)
        place.tasks.changed.connect(self._on_changed)

    def enter(self, subject: str = "") -> None:
        """Fetch what is planned; ``subject`` may name the day."""
        if subject:
            self.day = date.fromisoformat(subject)
        self._load()

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.day = day
        self._load()

    # --- building -------------------------------------------------------------

    def _make_commands(self) -> None:
        self.add_command(self.tr("今天"), "T", lambda: self.show_day(self._today))
        self.add_command(self.tr("下一周"), "PgDown", lambda: self.show_day(self.day + WEEK))
        self.add_command(self.tr("上一周"), "PgUp", lambda: self.show_day(self.day - WEEK))
        self.add_command(self.tr("按周或按天"), "W", self._switch_view)
        self.add_command(self.tr("按调解室或按调解员"), "V", self._switch_rows)
        self.add_command(self.tr("新的排期"), "N", self._on_new)
        self.add_command(self.tr("导出日历（.ics）"), "Ctrl+E", self._export)
        self.add_command(self.tr("导入日历（.ics）"), "Ctrl+I", self.calendars.take)

    def _lay_out(self) -> None:
        self.view_button = button("", self._switch_view, kind="quiet", hint="W")
        self.rows_button = button("", self._switch_rows, kind="quiet", hint="V")
        self._controls = QWidget()
        self._controls.setLayout(
            row(
                None,
                icon_button("chevron-left", self.tr("上一周  PgUp"), self._earlier),
                button(
                    self.tr("今天"), lambda: self.show_day(self._today), kind="quiet", hint="T"
                ),
                icon_button("chevron-right", self.tr("下一周  PgDn"), self._later),
                *(self.view_button, self.rows_button),
                icon_button("download", self.tr("导出日历（.ics）  Ctrl+E"), self._export),
                icon_button("intake", self.tr("导入日历（.ics）  Ctrl+I"), self.calendars.take),
            )
        )
        bar = frame("bar")
        self._head = QGridLayout(bar)
        space(self._head, 4, (20, 8, 12, 8))
        self._head.addLayout(row(self.span, self.load, None), 0, 0)
        self._head.setColumnStretch(0, 1)
        self._place_controls()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setWidget(self.board)
        self._stack.addWidget(area)
        self._stack.addWidget(self.empty)
        layout = column(bar, self._stack, spacing=0)
        layout.setStretchFactor(self._stack, 1)
        self.setLayout(layout)
        self._name_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the day where there is no room beside it."""
        super().resizeEvent(event)
        self._place_controls()

    def _place_controls(self) -> None:
        is_wide = self.width() >= scaled(WIDE_PX)
        self._head.addWidget(self._controls, 0 if is_wide else 1, 1 if is_wide else 0)

    def _name_buttons(self) -> None:
        self.view_button.setText(self.tr("周视图") if self.is_week else self.tr("日视图"))
        self.view_button.setAccessibleName(self.tr("按周或按天"))
        self.rows_button.setText(self.tr("按调解室") if self.by_room else self.tr("按调解员"))
        self.rows_button.setAccessibleName(self.tr("按调解室或按调解员"))

    # --- what happens ---------------------------------------------------------

    @property
    def _today(self) -> date:
        return self.place.desk.clock.today()

    @property
    def _days(self) -> tuple[date, date]:
        if not self.is_week:
            return self.day, self.day
        last = last_day_of_week(self.day)
        return last - WEEK + timedelta(days=1), last

    def _earlier(self) -> None:
        self.show_day(self.day - WEEK)

    def _later(self) -> None:
        self.show_day(self.day + WEEK)

    def _switch_view(self) -> None:
        self.is_week = not self.is_week
        self._name_buttons()
        self._load()

    def _switch_rows(self) -> None:
        self.by_room = not self.by_room
        self._name_buttons()
        self._show()

    def _on_new(self) -> None:
        text = self.tr("选择一件已受理的案件，打开后按 R 排期")
        self.page_wanted.emit("cases")
        self.message.emit(Message(text, Tone.NEWS, topic="schedule"))

    def _on_opened(self, booking: Booking) -> None:
        if booking.case_id:
            self.case_chosen.emit(booking.case_id)

    def _on_day_chosen(self, day: date) -> None:
        first, last = self._days
        self.day = day
        if not first <= day <= last:
            self._load()
        else:
            self._show_head()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.case_ids or changes.is_committee_changed):
            self._load()

    def _load(self) -> None:
        first, last = self._days
        desk = self.place.desk

        def work() -> _Loaded:
            return _Loaded(desk.scheduling.days(first, last), desk.setup.committee())

        self.place.tasks.run_latest("schedule", self, work, self._on_loaded)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._show()

    def _show(self) -> None:
        plans, committee = self._loaded.plans, self._loaded.committee
        now = self.place.desk.clock.now().astimezone()
        rows = rows_of(plans, committee, by_room=self.by_room)
        shown = Shown(plans, rows, self.by_room)
        self.board.show_days(shown, self.day, self._today, now.hour * _MINUTE_S + now.minute)
        has_rows = any(rows) or any(plan.bookings for plan in plans)
        self._stack.setCurrentIndex(0 if has_rows else 1)
        self._show_head()

    def _show_head(self) -> None:
        first, last = self._days
        span = f"{first} – {last:%m-%d}" if self.is_week else f"{first.year}-{day_words(first)}"
        self.span.setText(span)
        loads = [plan.load for plan in self._loaded.plans if plan.load.on == self.day]
        texts = [load_words(each) for each in loads if load_words(each)]
        if self.is_week:
            texts = [f"{day_words(self.day)} {each}" for each in texts]
        self.load.show_text("".join(texts))

    def _export(self) -> None:
        first, last = self._days
        bookings = tuple(each for plan in self._loaded.plans for each in plan.bookings)
        self.calendars.save(f"{first}_{last}", bookings)


def rows_of(plans: tuple[DayPlan, ...], committee: Committee, *, by_room: bool) -> tuple[str, ...]:
    """Return the rows: what the committee has, then what else is planned, then that of none."""
    planned = [each.appointment for plan in plans for each in plan.bookings]
    if by_room:
        names = [*committee.rooms, *(each.room for each in planned)]
    else:
        roster = (each.name for each in committee.mediators)
        names = [*roster, *(name for each in planned for name in each.mediators)]
    return (*(each for each in dict.fromkeys(names) if each), "")
