"""Days with their time, and lengths, as people type them into a schedule."""

import re
from dataclasses import dataclass
from datetime import date

from mediation_app.domain.typed_days import read_day, with_digits
from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import Sentence, say

MINUTES_AN_HOUR = 60
HOURS_A_DAY = 24
MINUTES_A_DAY = HOURS_A_DAY * MINUTES_AN_HOUR
LONGEST_MIN = 720
_NOON = 12
_MORNING = {hour: hour for hour in range(_NOON + 1)}
_EVENING = {hour: hour + _NOON for hour in range(5, _NOON)}
_PARTS_OF_DAY = {
    "凌晨": {_NOON: 0, **{hour: hour for hour in range(7)}},
    "早": _MORNING,
    "上午": _MORNING,
    "中午": {11: 11, 12: 12, 1: 13, 2: 14},
    "下午": {_NOON: _NOON, **{hour: hour + _NOON for hour in range(1, 8)}},
    "晚": _EVENING,
}
_SAME_PART = {"清晨": "早", "早上": "早", "午后": "下午", "傍晚": "晚", "晚上": "晚", "夜里": "晚"}
_MINUTES = {"半": 30, "1刻": 15, "3刻": 45}
_HALF_DAYS = re.compile("([今明后])([早晚])")
_ISO = re.compile(r"(?<=\d)t(?=\d)")
_TIME = re.compile(
    r"(?:^|(?<=\D))(?P<part>凌晨|清晨|早上|上午|中午|下午|午后|傍晚|晚上|夜里|早|晚)?\s*"
    r"(?P<hour>\d{1,2})\s?"
    r"(?::\s?(?P<minute>\d{2})|[点时]\s?(?:(?P<more>\d{1,2})分?|(?P<words>半|1刻|3刻|钟|整))?)$"
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})(?P<tenth>\.5)?(?:个?(?P<half>半)?小时|h))?"
    r"(?:(?P<minutes>\d{1,4})(?:分钟?|min|m)?)?"
)


@dataclass(frozen=True, slots=True)
class When:
    """What was understood.

    Attributes:
        on: The local day.
        begins_min: Minutes after midnight; None where only a day was typed.
        remark: What a person should know before going on, as that the day is over.
    """

    on: date
    begins_min: int | None = None
    remark: Sentence | None = None


def read_when(text: str, today: date, keeps: date | None = None) -> When:
    """Read a day with a time, a day, or a time: 下周三 9:30, 11-26 下午2点半, +15, 14:00.

    Args:
        text: What was typed.
        today: Where counting starts; what lacks its year or month lies ahead.
        keeps: The day that a mere time is about; None for today.

    Raises:
        InvalidValueError: The sentence says what would be right.
    """
    typed = _ISO.sub(" ", with_digits(half_width(text)).lower())
    typed = _HALF_DAYS.sub(r"\1天\2", typed)
    time = _TIME.search(typed)
    begins_min = _minutes(time, text) if time else None
    day_text = typed[: time.start()].strip(" ,") if time else typed
    if not day_text:
        if begins_min is None:
            raise InvalidValueError(say("请写日期和时间，例如 下周三 9:30"))
        return _remarked(keeps or today, begins_min, today)
    if begins_min is None and ":" in day_text:
        raise _no_time(text)
    return _remarked(read_day(day_text, today, looks_ahead=True), begins_min, today)


def read_length(text: str) -> int:
    """Read how long something lasts, in minutes: 90, 90分钟, 1.5小时, 一个半小时, 1小时30分.

    Raises:
        InvalidValueError: It is no length, or none of 5 to 720 minutes.
    """
    typed = with_digits(half_width(text)).replace(" ", "").lower()
    match = _LENGTH.fullmatch("30" if typed == "半小时" else typed)
    if match is None:
        raise InvalidValueError(
            say("“{text}”不是时长，请写分钟数，例如 90，或者 1.5小时", text=shown(text))
        )
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    halves = bool(match["tenth"]) + bool(match["half"])
    length = hours * MINUTES_AN_HOUR + halves * (MINUTES_AN_HOUR // 2) + minutes
    if not 5 <= length <= LONGEST_MIN:  # noqa: PLR2004  said in the sentence too
        raise InvalidValueError(say("时长应在 5 至 {most} 分钟之间", most=LONGEST_MIN))
    return length


def clock_text(minutes: int) -> str:
    """Return a time of day as in 9:30; 24:00 is the end of the day."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    return f"{hours}:{rest:02d}"


def _remarked(on: date, begins_min: int | None, today: date) -> When:
    remark = say("{day} 已经过去，请核对", day=on) if on < today else None
    return When(on, begins_min, remark)


def _minutes(time: re.Match[str], text: str) -> int:
    minute = _MINUTES.get(time["words"] or "", int(time["minute"] or time["more"] or 0))
    hour = _hour(time["part"] or "", int(time["hour"]))
    if hour == HOURS_A_DAY:
        raise InvalidValueError(say("24点请写成第二天的 0:00"))
    if hour > HOURS_A_DAY or minute >= MINUTES_AN_HOUR:
        raise _no_time(text)
    return hour * MINUTES_AN_HOUR + minute


def _hour(part: str, hour: int) -> int:
    hours = _PARTS_OF_DAY.get(_SAME_PART.get(part, part), {})
    if not part or (hour in hours.values() and hour not in hours):
        return hour
    if hour not in hours:
        raise InvalidValueError(
            say("{part}没有{hour}点，请写成 14:30 的样子", part=part, hour=hour)
        )
    return hours[hour]


def _no_time(text: str) -> InvalidValueError:
    return InvalidValueError(
        say("“{text}”中的时间不存在，请写成 9:30、14:00 或 下午2点半", text=shown(text))
    )
