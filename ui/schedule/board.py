"""Days side by side with rooms or mediators as rows, drawn by hand and led by the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mediation_app.domain.schedule import Booking
from mediation_app.domain.typed_times import MINUTES_AN_HOUR
from mediation_app.services.scheduling import DayPlan
from ui.buttons import is_enter
from ui.colours import colours_now
from ui.measures import scaled
from ui.schedule.drawing import (
    Look,
    day_words,
    draw_block,
    hours_shown,
    lanes_of,
    load_words,
    spoken_block,
)

HEAD_PX, NAMES_PX, BLOCK_PX, GAP_PX, LEAST_ROW_PX = 46, 112, 66, 4, 74
RIGHT_PX = 44
LEAST_PX, LEAST_DAY_PX = 320, 88
"""Room for the label of the last hour."""
_DAYS_OF_KEY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_BLOCKS_OF_KEY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CENTRED = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Placed:
    """A booking with where it is drawn."""

    booking: Booking
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Shown:
    """What the board shows.

    Attributes:
        plans: The days, one after the other.
        rows: The names of the rows; the last, empty one is for what belongs to none of them.
        by_room: True where rows are rooms, False where they are mediators.
    """

    plans: tuple[DayPlan, ...] = ()
    rows: tuple[str, ...] = ("",)
    by_room: bool = True

    def row_of(self, booking: Booking) -> tuple[int, ...]:
        """Return the rows in which a booking stands: that of each of its mediators."""
        each = booking.appointment
        names = (each.room,) if self.by_room else each.mediators
        rows = tuple(no for no, name in enumerate(self.rows) if name and name in names)
        return rows or (len(self.rows) - 1,)


class Board(QWidget):
    """Arrows move through days and bookings, Enter opens the case."""

    opened = Signal(object)
    """The ``Booking`` that is to be opened."""
    day_chosen = Signal(object)
    """The ``date`` to which the person went; it may lie beyond what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(self.tr("日程"))
        self._shown = Shown()
        self._today = date.min
        self._now_min: int | None = None
        self.day = date.min
        self._chosen: tuple[str, str] | None = None
        self._placed: tuple[Placed, ...] = ()
        self._tops: list[int] = []

    def show_days(self, shown: Shown, day: date, today: date, now_min: int | None) -> None:
        """Show some days; ``now_min`` is the time of today's line, None for none."""
        self._shown, self.day, self._today, self._now_min = shown, day, today, now_min
        keys = [each.key for each in self._of_day(day)]
        if self._chosen not in keys:
            self._chosen = keys[0] if keys else None
        self._place()
        self._tell()

    @property
    def chosen(self) -> Booking | None:
        """The booking at which the keyboard is."""
        found = (each.booking for each in self._placed if each.booking.key == self._chosen)
        return next(found, None)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """What is drawn, and where."""
        return self._placed

    def choose(self, booking: Booking) -> None:
        """Put the keyboard at a booking."""
        self._chosen = booking.key
        if booking.appointment.on is not None and booking.appointment.on != self.day:
            self.day = booking.appointment.on
            self.day_chosen.emit(self.day)
        self._tell()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        bottom = self._tops[-1] if self._tops else scaled(HEAD_PX + LEAST_ROW_PX)
        return QSize(scaled(640), bottom + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows, and a width in which the days of a week can be read."""
        days = len(self._shown.plans)
        width_px = NAMES_PX + LEAST_DAY_PX * days if days > 1 else LEAST_PX
        return QSize(scaled(width_px), self.sizeHint().height())

    # --- hands ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or open."""
        key = Qt.Key(event.key())
        chosen = self.chosen
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _DAYS_OF_KEY:
            self.day += timedelta(days=_DAYS_OF_KEY[key])
            self._chosen = next((each.key for each in self._of_day(self.day)), None)
            self._tell()
            self.day_chosen.emit(self.day)
        elif key in _BLOCKS_OF_KEY:
            self._step(_BLOCKS_OF_KEY[key])
        elif is_enter(event) and chosen is not None:
            self.opened.emit(chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what was clicked, or to its day."""
        under = self._under(event.position())
        if under is not None:
            self.choose(under)
        elif (day := self._day_under(event.position())) is not None and day != self.day:
            self.day, self._chosen = day, None
            self._tell()
            self.day_chosen.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked twice."""
        under = self._under(event.position())
        if under is not None:
            self.opened.emit(under)

    def event(self, event: QEvent) -> bool:
        """Tell all about the block under the pointer; place the blocks anew."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spoken_block(under) if under else "", self)
            return True
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._place()
        return done

    def _step(self, by: int) -> None:
        keys = [each.key for each in self._of_day(self.day)]
        if not keys:
            return
        at = keys.index(self._chosen) + by if self._chosen in keys else 0
        self._chosen = keys[min(max(at, 0), len(keys) - 1)]
        self._tell()

    def _of_day(self, day: date) -> list[Booking]:
        return [
            each for plan in self._shown.plans if plan.load.on == day for each in plan.bookings
        ]

    def _under(self, at: QPointF) -> Booking | None:
        return next((each.booking for each in self._placed if each.rect.contains(at)), None)

    def _day_under(self, at: QPointF) -> date | None:
        columns = enumerate(self._shown.plans)
        days = (plan.load.on for no, plan in columns if self._column(no).contains(at))
        return next(days, None)

    def _tell(self) -> None:
        chosen = self.chosen
        said = spoken_block(chosen) if chosen else self._head_of(self.day)
        self.setAccessibleDescription(said)
        self.update()

    # --- places ---------------------------------------------------------------

    def _place(self) -> None:
        """Work out the height of each row and the place of each block."""
        plans, rows = self._shown.plans, self._shown.rows
        self._tops = [scaled(HEAD_PX)]
        placed: list[Placed] = []
        for row_no in range(len(rows)):
            deepest = 0
            for column, plan in enumerate(plans):
                here = [each for each in plan.bookings if row_no in self._shown.row_of(each)]
                found, lanes = self._of_cell(here, column)
                placed.extend(found)
                deepest = max(deepest, lanes)
            height = deepest * scaled(BLOCK_PX + GAP_PX) + scaled(GAP_PX)
            self._tops.append(self._tops[-1] + max(height, scaled(LEAST_ROW_PX)))
        self._placed = tuple(placed)
        self.updateGeometry()
        self.update()

    def _of_cell(self, here: Sequence[Booking], column: int) -> tuple[list[Placed], int]:
        """Return where the bookings of one row and one day stand, and how many lanes they take."""
        is_day = len(self._shown.plans) == 1
        lanes = lanes_of(here) if is_day else list(range(len(here)))
        found = []
        for booking, lane in zip(here, lanes, strict=True):
            area = self._column(column)
            top = self._tops[-1] + scaled(GAP_PX) + lane * scaled(BLOCK_PX + GAP_PX)
            left, right = area.left() + scaled(GAP_PX), area.right() - scaled(GAP_PX)
            if is_day:
                each = booking.appointment
                left, right = self._x(each.begins_min), self._x(each.ends_min) - 1
            width = max(right - left, scaled(12))
            found.append(Placed(booking, QRectF(left, top, width, scaled(BLOCK_PX))))
        return found, max(lanes, default=-1) + 1

    def _column(self, no: int) -> QRectF:
        count, left = max(len(self._shown.plans), 1), scaled(NAMES_PX)
        width = (self.width() - left) / count
        bottom = self._tops[-1] if self._tops else 0
        return QRectF(left + no * width, 0, width, bottom)

    def _x(self, minutes: int) -> float:
        area, (first, last) = self._column(0), self._hours()
        inside = area.width() - scaled(RIGHT_PX)
        return area.left() + scaled(GAP_PX) + (minutes - first) / (last - first) * inside

    def _hours(self) -> tuple[int, int]:
        return hours_shown(each for plan in self._shown.plans for each in plan.bookings)

    # --- drawing --------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grounds, heads, rows and blocks."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for no, plan in enumerate(self._shown.plans):
            self._draw_column(painter, no, plan)
        self._draw_rows(painter)
        if len(self._shown.plans) == 1:
            self._draw_hours(painter)
        for each in self._placed:
            look = Look(is_chosen=each.booking.key == self._chosen and self.hasFocus())
            draw_block(painter, each.rect, each.booking, look, colours_now())
        self._draw_now(painter)

    def _draw_column(self, painter: QPainter, no: int, plan: DayPlan) -> None:
        colours, area, on = colours_now(), self._column(no), plan.load.on
        if plan.load.rest:
            painter.fillRect(area, QColor(colours.raised))
        if on == self._today:
            bar = QRectF(area.left(), 0, area.width(), scaled(3))
            painter.fillRect(bar, QColor(colours.accent))
        if len(self._shown.plans) > 1:
            self._draw_head(painter, area, plan)
        if on == self.day and self.hasFocus() and len(self._shown.plans) > 1:
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, scaled(3), -1, -1))
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPointF(area.left(), 0), QPointF(area.left(), area.bottom()))

    def _draw_head(self, painter: QPainter, area: QRectF, plan: DayPlan) -> None:
        colours = colours_now()
        inside = area.adjusted(scaled(8), scaled(4), -scaled(4), 0)
        half = scaled(HEAD_PX - 4) / 2
        lines = (day_words(plan.load.on), load_words(plan.load))
        for no, text in enumerate(lines):
            font = painter.font()
            font.setBold(no == 0)
            painter.setFont(font)
            is_today = plan.load.on == self._today
            first = colours.accent if is_today else colours.text
            painter.setPen(QColor(colours.muted if no else first))
            width = int(inside.width())
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            place = QRectF(inside.left(), inside.top() + no * half, inside.width(), half)
            painter.drawText(place, _CENTRED, elided)
        painter.setFont(self.font())

    def _draw_rows(self, painter: QPainter) -> None:
        colours = colours_now()
        for no, name in enumerate(self._shown.rows):
            top, bottom = self._tops[no], self._tops[no + 1]
            painter.setPen(QColor(colours.line))
            painter.drawLine(0, top, self.width(), top)
            painter.setPen(QColor(colours.text if name else colours.muted))
            place = QRectF(scaled(8), top, scaled(NAMES_PX - 12), bottom - top)
            metrics, width = painter.fontMetrics(), int(place.width())
            text = name or self._nobody()
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(place, _CENTRED, elided)
        painter.setPen(QColor(colours.line))
        painter.drawLine(0, self._tops[-1], self.width(), self._tops[-1])

    def _nobody(self) -> str:
        return self.tr("视频、电话等") if self._shown.by_room else self.tr("未定调解员")

    def _draw_hours(self, painter: QPainter) -> None:
        colours, (first, last) = colours_now(), self._hours()
        wide = self._x(MINUTES_AN_HOUR) - self._x(0) > scaled(36)
        for minutes in range(first, last + 1, MINUTES_AN_HOUR * (1 if wide else 2)):
            x = round(self._x(minutes))
            painter.setPen(QColor(colours.line))
            painter.drawLine(x, self._tops[0], x, self._tops[-1])
            painter.setPen(QColor(colours.muted))
            painter.drawText(x + scaled(3), self._tops[0] - scaled(6), f"{minutes // 60}:00")

    def _draw_now(self, painter: QPainter) -> None:
        is_today = [plan.load.on for plan in self._shown.plans] == [self._today]
        first, last = self._hours()
        if self._now_min is None or not is_today or not first <= self._now_min <= last:
            return
        x = self._x(self._now_min)
        painter.setPen(QPen(QColor(colours_now().error), scaled(2)))
        painter.drawLine(QPointF(x, self._tops[0]), QPointF(x, self._tops[-1]))

    def _head_of(self, day: date) -> str:
        loads = [plan.load for plan in self._shown.plans if plan.load.on == day]
        return "\n".join(f"{day_words(each.on)} {load_words(each)}" for each in loads)
