"""Reminds of meetings: when the window opens, and when a day begins while it stays open."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer

from mediation_app.domain.masks import mask_name
from mediation_app.ports.queries import AgendaLine
from mediation_app.services.desk import Desk
from ui.agenda_watch import AgendaWatch
from ui.pages import Message, Tone, Workplace
from ui.schedule.readers import WEEKDAYS
from ui.sentences import spoken

TOPIC = "reminders"
MOST_TOLD = 3
_A_DAY_MS = 24 * 60 * 60 * 1000
_AFTER_MS = 1000
"""So long after midnight nobody doubts which day it is."""


class Reminding(QObject):
    """Looks once a day which meetings the person is to be reminded of, and says so."""

    def __init__(
        self,
        place: Workplace,
        say: Callable[[Message], None],
        show_today: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._say = say
        self._show_today = show_today
        self._day: date | None = None
        self._watch: AgendaWatch = place.news.agenda
        self._watch.told.connect(lambda _: self._look())
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._on_midnight)
        self._wait_for_midnight()

    def _look(self) -> None:
        """Ask for the meetings, unless that was done today."""
        today = self._place.desk.clock.today()
        if today != self._day:
            self._day = today
            desk = self._place.desk
            work = lambda: _meetings(desk)  # noqa: E731
            self._place.tasks.run_latest(TOPIC, self, work, self._tell, lambda _: None)

    def _tell(self, lines: tuple[AgendaLine, ...]) -> None:
        if not lines:
            return
        told = "；".join(_words(each) for each in lines[:MOST_TOLD])
        text = self.tr("调解会提醒：{told}").format(told=told)
        if len(lines) > MOST_TOLD:
            text += self.tr("；共 {count} 场").format(count=len(lines))
        look = self.tr("查看")
        self._say(Message(text, Tone.WARNING, look, self._show_today, topic=TOPIC))

    def _on_midnight(self) -> None:
        self._watch.look()
        self._wait_for_midnight()

    def _wait_for_midnight(self) -> None:
        """Set the timer to the beginning of the next day.

        A machine that slept over it hears of it by the watch that counts again now and then.
        """
        now, today = self._place.desk.clock.now(), self._place.desk.clock.today()
        ends_at = datetime.combine(today + timedelta(days=1), time()).astimezone(UTC)
        left_ms = int((ends_at - now).total_seconds() * 1000)
        self._midnight.start(min(max(left_ms, 0), _A_DAY_MS) + _AFTER_MS)


def _meetings(desk: Desk) -> tuple[AgendaLine, ...]:
    """Return the meetings of today and those of which today reminds, of whoever sits here."""
    return desk.agenda.meetings_ahead(desk.author)


def _words(line: AgendaLine) -> str:
    item = line.item
    day = item.due_on
    said = "" if day is None else f"{day:%m-%d} {spoken(WEEKDAYS[day.weekday()])} "
    hours, minutes = divmod(item.at_min or 0, 60)
    sides = (line.applicants, line.respondents)
    parties = " ⇄ ".join(mask_name(each[0]) for each in sides if each)
    return f"{said}{hours}:{minutes:02} {item.text} {line.number} {parties}".strip()
