"""Readers of the day, time and length of a meeting, with what is said about them while typing."""

from collections.abc import Callable
from datetime import date

from mediation_app.domain.findings import error, warning
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.typed_times import When, clock_text, read_length, read_when
from mediation_app.errors import MediationError
from mediation_app.sentences import Sentence, say
from ui.fields.entries import Entry, Reader

WEEKDAYS = (
    say("周一"),
    say("周二"),
    say("周三"),
    say("周四"),
    say("周五"),
    say("周六"),
    say("周日"),
)


class WhenReader(Reader):
    """Reads a day with its time; under a good one stands how it was understood."""

    sample = "下周三 9:30"

    def __init__(self, today: Callable[[], date], calendar: Callable[[], RestCalendar]) -> None:
        self._today = today
        self._calendar = calendar
        self.keeps: date | None = None
        """The day that a mere time is about."""
        self.begins_min = 0
        """The time where only a day was typed."""
        self.lasts_min = 0

    def read(self, text: str) -> Entry:
        """Return a ``When``, or None for an empty field."""
        if not text.strip():
            return Entry(text, None)
        try:
            when = read_when(text, self._today(), self.keeps)
        except MediationError as trouble:
            return Entry(text, None, (error(trouble.sentence),), is_read=False)
        return Entry(text, when, (warning(when.remark),) if when.remark else ())

    def write(self, value: object) -> str:
        """Return it as in 2026-11-26 9:30."""
        if not isinstance(value, When):
            return ""
        time = "" if value.begins_min is None else f" {clock_text(value.begins_min)}"
        return f"{value.on.isoformat()}{time}"

    def remark(self, entry: Entry) -> Sentence | None:
        """Return day, weekday, beginning and end, and why people rest then."""
        if not isinstance(entry.value, When):
            return None
        on, begins = entry.value.on, entry.value.begins_min
        begins = self.begins_min if begins is None else begins
        told = {
            "day": on,
            "weekday": WEEKDAYS[on.weekday()],
            "begins": clock_text(begins),
            "ends": clock_text(begins + self.lasts_min),
        }
        if rest := self._calendar().reason(on):
            return say("{day} {weekday} {begins}–{ends} · 休息日：{rest}", rest=rest, **told)
        return say("{day} {weekday} {begins}–{ends}", **told)


class LengthReader(Reader):
    """Reads how long a meeting lasts."""

    sample = "90"

    def read(self, text: str) -> Entry:
        """Return minutes, or None for an empty field."""
        if not text.strip():
            return Entry(text, None)
        try:
            return Entry(text, read_length(text))
        except MediationError as trouble:
            return Entry(text, None, (error(trouble.sentence),), is_read=False)

    def write(self, value: object) -> str:
        """Return the minutes."""
        return str(value) if isinstance(value, int) else ""
