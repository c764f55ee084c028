"""The card on which a meeting is planned or moved: what is in the way is seen before."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.schedule import Overlap, booking_of, overlap_words
from mediation_app.domain.typed_times import When
from mediation_app.services.scheduling import DayPlan
from ui.buttons import is_enter
from ui.drafts import KeptForm
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.tick_list_field import TickListField
from ui.pages import Workplace
from ui.schedule.day_strip import DayStrip
from ui.schedule.readers import LengthReader, WhenReader
from ui.sentences import spoken, term
from ui.styling import button, column, frame, mark, row, words

PLAN = "plan"
"""The form in which a meeting is planned; moved where its id follows after a slash."""
WAYS = ("现场", "视频", "电话")
QUICK_LEFT_PX = 98
"""Where the editors begin, beside their labels."""
QUICK = ("1周", "2周", "1个月", "3个月", "6个月", "12个月")


@dataclass(frozen=True, slots=True)
class Looked:
    """What is on the day of a wanted appointment, and what of it is in the way."""

    wanted: Appointment
    plan: DayPlan
    overlaps: tuple[Overlap, ...]


class Planner(QFrame):
    """Typed day and time with a live reading, length, place, people; Enter plans it."""

    planned = Signal(object, str)
    """The ``Appointment``, and the reason for which it may stand in the way."""
    closed = Signal()

    def __init__(self, place: Workplace, case: Callable[[], Case]) -> None:
        super().__init__()
        mark(self, role="surface")
        self._place = place
        self._case = case
        self._before = Appointment("")
        self._looked: Looked | None = None
        self.is_moving = False
        self.when_reader = WhenReader(place.desk.clock.today, lambda: place.desk.limits.calendar)
        self.when = LineField(self.tr("时间"), self.when_reader, is_required=True)
        self.length = LineField(self.tr("时长（分钟）"), LengthReader())
        self.way = OptionField(self.tr("方式"), [Choice(each, term(each)) for each in WAYS])
        self.room = ChoiceField(self.tr("调解室"), ())
        self.mediators = TickListField(self.tr("调解员"), ())
        self.invited = TickListField(self.tr("通知"), (), columns=2)
        self.reason = LineField(self.tr("理由"), is_required=True)
        self.strip = DayStrip()
        self.heading = words("", role="heading")
        self.warning = words("", tone="error", wraps=True)
        self.notice = self._make_notice()
        self.go = button("", self.submit, kind="primary", hint=self.tr("Enter"))
        self.kept = KeptForm(place.drafts, self._by_name(), self)
        self.kept.restored.connect(self._on_restored)
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> tuple[Field, ...]:
        """All that is filled in, in its order."""
        return (
            *(self.when, self.length, self.way, self.room),
            *(self.mediators, self.invited, self.reason),
        )

    def begin(self, before: Appointment, committee: Committee, *, is_moving: bool) -> None:
        """Show an appointment to be planned, or one that is to be moved."""
        self._before, self.is_moving, self._looked = before, is_moving, None
        self.go.setEnabled(True)
        case = self._case()
        self.when_reader.keeps, self.when_reader.begins_min = before.on, before.begins_min
        self._offer(case, committee)
        shown = None if before.on is None else When(before.on, before.begins_min)
        self.when_reader.lasts_min = before.lasts_min
        for field, value in (
            (self.when, shown),
            (self.length, before.lasts_min),
            (self.way, before.way),
            (self.room, before.room),
            (self.mediators, before.mediators),
            (self.invited, before.invited),
            (self.reason, ""),
        ):
            field.show_value(value)
        self.heading.setText(self.tr("改期") if is_moving else self.tr("排期"))
        self.go.setText(self.tr("改期") if is_moving else self.tr("确定排期"))
        self._show_looked()
        form = f"{PLAN}/{before.id}" if is_moving else PLAN
        about = f"{self.heading.text()} {case.number}".strip()
        self.kept.begin(FormPlace("case", case.id, form), about)
        self.look()
        self.when.activate()

    def appointment(self) -> Appointment | None:
        """Return what is filled in; None where the day or the length cannot be read."""
        when, length = self.when.entry(), self.length.entry()
        if not isinstance(when.value, When) or not when.is_read or not length.is_read:
            return None
        begins = when.value.begins_min
        way, lasts = self.way.value(), length.value
        return replace(
            self._before,
            on=when.value.on,
            begins_min=self._before.begins_min if begins is None else begins,
            lasts_min=lasts if isinstance(lasts, int) else self._before.lasts_min,
            way=way if isinstance(way, str) else WAYS[0],
            room=str(self.room.value() or "") if way == WAYS[0] else "",
            mediators=_texts(self.mediators.value()),
            invited=_texts(self.invited.value()),
        )

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What is in the way, as far as is known."""
        return self._looked.overlaps if self._looked else ()

    def look(self) -> None:
        """Ask what is on the day, and what of it is in the way."""
        wanted = self.appointment()
        if wanted is None or wanted.on is None:
            self._looked = None
            self._show_looked()
            return
        scheduling, case, on = self._place.desk.scheduling, self._case(), wanted.on

        def work() -> Looked:
            (plan,) = scheduling.days(on, on)
            return Looked(wanted, plan, scheduling.conflicts_of(case, wanted))

        self._place.tasks.run_latest("overlaps", self, work, self._on_looked)

    def submit(self) -> None:
        """Plan it, or go to the field that keeps it from being planned."""
        wanted = self.appointment()
        if wanted is None:
            self.when.refresh_remark()
            if not self.when.entry().text.strip():
                self.when.show_lack(self.tr("请写日期和时间，例如 下周三 9:30"))
            lacking = self.when if self.when.value() is None else self.length
            lacking.activate()
        elif self.overlaps and not self._reason():
            self.reason.show_lack(self.tr("请改时间，或者写明仍要安排的理由"))
            self.reason.activate()
        elif self.go.isEnabled():
            # Until the desk has answered: Enter twice plans once.
            self.go.setEnabled(False)
            self.planned.emit(wanted, self._reason())

    @property
    def is_begun(self) -> bool:
        """True where something was typed that is not planned yet."""
        return bool(self.when.entry().text.strip()) and self.go.isEnabled()

    def show_refused(self, sentence: str) -> None:
        """Say beside the time why it was not planned."""
        self.go.setEnabled(True)
        self.when.show_trouble(sentence)
        self.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plan it with Enter."""
        if is_enter(event):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _reason(self) -> str:
        return self.reason.entry().text.strip() if self.overlaps else ""

    def _offer(self, case: Case, committee: Committee) -> None:
        self.room.set_choices([Choice(each, each) for each in committee.rooms])
        roster = (each.name for each in committee.mediators)
        names = dict.fromkeys([*case.mediators, *self._before.mediators, *roster])
        self.mediators.set_choices([Choice(each, each) for each in names if each])
        people = ((each.id, each.name or self.tr("未填姓名")) for each in case.parties)
        self.invited.set_choices([Choice(each, name) for each, name in people])

    def _on_looked(self, looked: Looked) -> None:
        if looked.wanted == self.appointment():
            self._looked = looked
            self._show_looked()

    def _show_looked(self) -> None:
        looked = self._looked
        self.notice.setVisible(bool(self.overlaps))
        self.strip.setVisible(looked is not None)
        if looked is not None:
            wanted = booking_of(self._case(), looked.wanted)
            self.strip.show_day(looked.plan, wanted, looked.overlaps)
            told = [spoken(overlap_words(each)) for each in looked.overlaps]
            self.warning.setText("\n".join(told))

    def _by_name(self) -> dict[str, Field]:
        names = ("when", "length", "way", "room", "mediators", "invited", "reason")
        return dict(zip(names, self.fields, strict=True))

    def _on_restored(self) -> None:
        when = self.when.value()
        if isinstance(when, When):
            self.when_reader.keeps = when.on
        self._refresh()

    def _on_edited(self, entry: Entry) -> None:
        if self.sender() is self.when and isinstance(entry.value, When):
            self.when_reader.keeps = entry.value.on
        self._refresh()

    def _refresh(self) -> None:
        lasts = self.length.value()
        self.when_reader.lasts_min = lasts if isinstance(lasts, int) else 0
        self.room.setEnabled(self.way.value() == WAYS[0])
        self.when.refresh_remark()
        self.look()

    def _connect(self) -> None:
        for field in (*self.fields[:-1],):
            field.edited.connect(self._on_edited)

    def _make_notice(self) -> QFrame:
        made = frame("notice", tone="error")
        made.setLayout(column(self.warning, self.reason, spacing=8, margins=10))
        made.hide()
        return made

    def _lay_out(self) -> None:
        quick = row(spacing=0, margins=(QUICK_LEFT_PX, 0, 0, 0))
        for text in QUICK:
            quick.addWidget(button(text, self._typing(text), kind="link"))
        quick.addStretch(1)
        close = button(self.tr("收起"), self.closed.emit, kind="quiet", hint="Esc")
        pairs = row(self.length, self.way, spacing=20)
        pairs.setStretch(0, 1)
        pairs.setStretch(1, 1)
        buttons = row(self.go, close, None)
        self.setLayout(
            column(
                *(
                    self.heading,
                    self.kept.note,
                    self.when,
                    quick,
                    pairs,
                    self.room,
                    self.notice,
                    self.strip,
                ),
                *(self.mediators, self.invited, buttons),
                spacing=8,
                margins=14,
            )
        )
        self.setFocusProxy(self.when.line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _typing(self, text: str) -> Callable[[], None]:
        def put() -> None:
            entry = self.when_reader.read(text)
            if isinstance(entry.value, When):
                self.when_reader.keeps = entry.value.on
                begins = self._begins()
                self.when.show_value(replace(entry.value, begins_min=begins))
                self.kept.keep("when")
                self.look()
                self.when.activate()

        return put

    def _begins(self) -> int:
        wanted = self.appointment()
        return self._before.begins_min if wanted is None else wanted.begins_min


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()
