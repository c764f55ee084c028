"""One day as a strip of time, with the meeting that is being planned on it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from mediation_app.domain.schedule import Booking, Overlap
from mediation_app.domain.typed_times import MINUTES_AN_HOUR
from mediation_app.services.scheduling import DayPlan
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

HEAD_PX, HOURS_PX, LANE_PX, GAP_PX, RIGHT_PX = 22, 18, 46, 3, 24


class DayStrip(QWidget):
    """Draws what stands on a day; it is only looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._head = ""
        self._bookings: tuple[Booking, ...] = ()
        self._lanes: list[int] = []
        self._looks: dict[tuple[str, str], Look] = {}
        self.setAccessibleName(self.tr("当天的安排"))

    def show_day(
        self, plan: DayPlan, wanted: Booking | None, overlaps: tuple[Overlap, ...]
    ) -> None:
        """Show a day, the booking that is wanted on it, and what is in its way."""
        others = (each for each in plan.bookings if wanted is None or each.key != wanted.key)
        both = [*others, *([wanted] if wanted else [])]
        self._bookings = tuple(sorted(both, key=lambda each: each.appointment.begins_min))
        self._lanes = lanes_of(self._bookings)
        self._looks = {each.other.key: Look(is_in_the_way=True) for each in overlaps}
        if wanted is not None:
            self._looks[wanted.key] = Look(is_wanted=True)
        load = load_words(plan.load) or self.tr("还没有安排")
        self._head = f"{day_words(plan.load.on)} · {load}"
        self.setAccessibleDescription("\n".join([self._head, *map(spoken_block, self._bookings)]))
        self.updateGeometry()
        self.update()

    @property
    def blocks(self) -> tuple[Booking, ...]:
        """What is drawn, by its beginning."""
        return self._bookings

    def sizeHint(self) -> QSize:
        """Return the height of all lanes."""
        lanes = max(self._lanes, default=0) + 1
        height = HEAD_PX + HOURS_PX + lanes * (LANE_PX + GAP_PX) + GAP_PX
        return QSize(scaled(360), scaled(height))

    def minimumSizeHint(self) -> QSize:
        """Return the height of all lanes; it may be narrow."""
        return QSize(scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw head, hours and blocks."""
        del event
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            0, 0, self.width(), scaled(HEAD_PX), Qt.AlignmentFlag.AlignVCenter, self._head
        )
        self._draw_hours(painter)
        for booking, rect in self._placed():
            look = self._looks.get(booking.key, Look())
            draw_block(painter, rect, booking, look, colours)

    def event(self, event: QEvent) -> bool:
        """Tell all about the block under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = (each for each, rect in self._placed() if rect.contains(event.pos()))
            QToolTip.showText(event.globalPos(), "\n".join(map(spoken_block, under)), self)
            return True
        return super().event(event)

    def _draw_hours(self, painter: QPainter) -> None:
        colours = colours_now()
        first, last = hours_shown(self._bookings)
        top, step = scaled(HEAD_PX), MINUTES_AN_HOUR * (1 if self.width() > scaled(520) else 2)
        for minutes in range(first, last + 1, step):
            x = round(self._x(minutes))
            painter.setPen(QColor(colours.line))
            painter.drawLine(x, top + scaled(HOURS_PX), x, self.height())
            painter.setPen(QColor(colours.muted))
            label = str(minutes // MINUTES_AN_HOUR)
            painter.drawText(x + scaled(2), top + scaled(HOURS_PX) - scaled(4), label)

    def _placed(self) -> list[tuple[Booking, QRectF]]:
        top = scaled(HEAD_PX + HOURS_PX)
        placed = []
        for booking, lane in zip(self._bookings, self._lanes, strict=True):
            each = booking.appointment
            left, right = self._x(each.begins_min), self._x(each.ends_min)
            y = top + scaled(GAP_PX) + lane * scaled(LANE_PX + GAP_PX)
            rect = QRectF(left, y, max(right - left - 1, scaled(8)), scaled(LANE_PX))
            placed.append((booking, rect))
        return placed

    def _x(self, minutes: int) -> float:
        first, last = hours_shown(self._bookings)
        return (minutes - first) / (last - first) * (self.width() - scaled(RIGHT_PX))
