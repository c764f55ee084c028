"""How bookings are drawn: side by side where they overlap, with words that fit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mediation_app.domain.schedule import Booking, DayLoad
from mediation_app.domain.typed_times import MINUTES_AN_HOUR, clock_text
from ui.colours import Colours
from ui.measures import scaled
from ui.schedule.readers import WEEKDAYS
from ui.sentences import spoken, term

FIRST_MIN, LAST_MIN = 8 * MINUTES_AN_HOUR, 18 * MINUTES_AN_HOUR
"""Office hours: what a day shows at least."""
WEEKEND = ("星期六", "星期日")
"""Days that rest without a name of their own: the weekday says it."""
PAD_PX = 4
EDGE_PX = 1
"""Right of the words: three characters fit into an hour of the strip beside the paper."""
BAR_PX = 4
RADIUS_PX = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How one booking stands out.

    Attributes:
        is_chosen: The keyboard is at it.
        is_wanted: It is the one that is being planned.
        is_in_the_way: It is in the way of that one.
    """

    is_chosen: bool = False
    is_wanted: bool = False
    is_in_the_way: bool = False


def hours_shown(bookings: Iterable[Booking]) -> tuple[int, int]:
    """Return the first and the last whole hour that a day shows, in minutes."""
    times = [each.appointment for each in bookings]
    first = min([FIRST_MIN, *(each.begins_min for each in times)])
    last = max([LAST_MIN, *(each.ends_min for each in times)])
    hour = MINUTES_AN_HOUR
    return first // hour * hour, -(-last // hour) * hour


def lanes_of(bookings: Sequence[Booking]) -> list[int]:
    """Return for each booking, in the order of its beginning, in which lane it stands."""
    ends: list[int] = []
    lanes = []
    for each in bookings:
        begins = each.appointment.begins_min
        free = next((no for no, end in enumerate(ends) if end <= begins), len(ends))
        ends[free : free + 1] = [each.appointment.ends_min]
        lanes.append(free)
    return lanes


def block_lines(booking: Booking) -> tuple[str, ...]:
    """Return what is written into a block: time, who meets, where and with whom."""
    each = booking.appointment
    time = f"{clock_text(each.begins_min)}–{clock_text(each.ends_min)}"
    if booking.calendar:
        return time, each.note or QCoreApplication.translate("Schedule", "其他日历")
    sides = [" ".join(booking.applicants), " ".join(booking.respondents)]
    who = " ⇄ ".join(side or "…" for side in sides)
    place = each.room or term(each.way)
    return f"{time} {_short(booking.number)}", who, " · ".join([place, *each.mediators])


def short_lines(booking: Booking) -> tuple[str, ...]:
    """Return what is written where there is little room: when it begins, who comes, where."""
    each = booking.appointment
    who = " ".join(booking.applicants) or each.note or _short(booking.number)
    return clock_text(each.begins_min), who, each.room or term(each.way)


def spoken_block(booking: Booking) -> str:
    """Return all about a booking, for tooltips and screen readers."""
    each = booking.appointment
    day = "" if each.on is None else day_words(each.on)
    number = (booking.number,) if booking.number else ()
    return "\n".join([day, *number, *block_lines(booking)])


def day_words(day: date) -> str:
    """Return a day as in 11-26 周四."""
    return f"{day:%m-%d} {spoken(WEEKDAYS[day.weekday()])}"


def load_words(load: DayLoad) -> str:
    """Return how full a day is, and whether people rest."""
    parts = [term(load.rest)] if load.rest and load.rest not in WEEKEND else []
    if load.count:
        hours = f"{load.minutes / MINUTES_AN_HOUR:.1f}".removesuffix(".0")
        text = QCoreApplication.translate("Schedule", "{count} 场 · {hours} 小时")
        parts.append(text.format(count=load.count, hours=hours))
    return " · ".join(parts)


def draw_block(
    painter: QPainter, rect: QRectF, booking: Booking, look: Look, colours: Colours
) -> None:
    """Draw one booking."""
    ground, bar = _colours_of(booking, look, colours)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    radius = scaled(RADIUS_PX)
    painter.drawRoundedRect(rect, radius, radius)
    painter.fillRect(QRectF(rect.left(), rect.top(), scaled(BAR_PX), rect.height()), QColor(bar))
    if look.is_chosen or look.is_wanted:
        style = Qt.PenStyle.DashLine if look.is_wanted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.accent), scaled(2), style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    _draw_words(painter, rect, booking, colours)


def words_rect(rect: QRectF) -> QRectF:
    """Return the part of a block in which its words stand."""
    return rect.adjusted(scaled(BAR_PX + PAD_PX), scaled(2), -scaled(EDGE_PX), -scaled(2))


def _draw_words(painter: QPainter, rect: QRectF, booking: Booking, colours: Colours) -> None:
    inside = words_rect(rect)
    font = QFont(painter.font())
    painter.save()
    top = inside.top()
    lines = block_lines(booking)
    is_short = painter.fontMetrics().horizontalAdvance(lines[0]) > inside.width()
    if is_short:
        lines = short_lines(booking)
    for no, line in enumerate(lines):
        # Where there is hardly room for the time, bold digits would cost its last ones.
        font.setBold(no == 0 and not is_short)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        if no and top + metrics.height() > inside.bottom() + 1:
            break
        painter.setPen(QColor(colours.muted if no > 1 else colours.text))
        elided = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(inside.width()))
        place = QRectF(inside.left(), top, inside.width(), metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
        top += metrics.height()
    painter.restore()


def _colours_of(booking: Booking, look: Look, colours: Colours) -> tuple[str, str]:
    if look.is_in_the_way:
        return colours.error_soft, colours.error
    if booking.calendar:
        return colours.raised, colours.faint
    if not booking.appointment.room:
        return colours.ok_soft, colours.ok
    return colours.accent_soft, colours.accent


def _short(number: str) -> str:
    """Return the end of a case number, which is what people call it by."""
    at = number.rfind("第")
    return number[at:] if at >= 0 else number
