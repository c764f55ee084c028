"""How a deadline was found, told in sentences: the answer to 怎么算的."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_app.domain.courses import Extension
from mediation_app.domain.deadlines import Deadline, LimitUnit, PausedTime, warning_days
from mediation_app.domain.limits import Confidence, LimitRule
from mediation_app.sentences import Sentence, say

ONE_DAY = timedelta(days=1)
MOST_COUNTED = 10
"""A period of more working days is told by what was skipped alone."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """The sentences in their order; what was skipped may be many days."""

    before: tuple[Sentence, ...]
    skipped: tuple[Sentence, ...]
    after: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them."""
        return (*self.before, *self.skipped, *self.after)


def derivation_of(
    deadline: Deadline, rule: LimitRule | None = None, follows: str = ""
) -> Derivation:
    """Return how a deadline was found.

    Args:
        deadline: What was computed.
        rule: The limit, where it was one and not just a number of days.
        follows: The name of the limit whose end was taken for the start, where one was.
    """
    skipped = tuple(
        say("跳过 {day} {reason}", day=each.on, reason=each.reason) for each in deadline.skipped
    )
    return Derivation(
        tuple(_before(deadline, rule, follows)), skipped, tuple(_after(deadline, rule))
    )


def _before(deadline: Deadline, rule: LimitRule | None, follows: str) -> Iterator[Sentence]:
    yield _start(deadline, rule)
    if follows:
        yield say("起算日按“{name}”届满的那天推定，有了实际日期以实际为准", name=follows)
    yield length_of(deadline.period.length, deadline.period.unit)
    yield from map(_pause, deadline.paused)
    for extension in deadline.extended:
        yield _extension(extension, deadline.period.unit)
    for refused in deadline.refused:
        yield say(
            "延长 {days} 天不计入：{reason}", days=refused.extension.days, reason=refused.reason
        )
    if deadline.left is not None:
        yield _standing(deadline, deadline.left)
    if deadline.limit_on != deadline.last_day_on:
        yield say("最后一天 {day} 是休息日，顺延到下一个工作日", day=deadline.last_day_on)


def _after(deadline: Deadline, rule: LimitRule | None) -> Iterator[Sentence]:
    counted = tuple(_counted(deadline))
    if 0 < len(counted) <= MOST_COUNTED:
        yield say("计入 {days}", days="、".join(f"{each:%m-%d}" for each in counted))
    if not deadline.period.is_moved:
        yield say("末日遇休息日不顺延")
    if rule is not None and rule.ends_with_business:
        yield say("期限到 {day} 停止业务活动时为止", day=deadline.limit_on)
    else:
        yield say("期限到 {day} 24 时为止", day=deadline.limit_on)
    if deadline.doubt is not None:
        yield deadline.doubt
    if rule is not None:
        yield from _about(rule, deadline)


def _counted(deadline: Deadline) -> Iterator[date]:
    """Yield the working days that make up a period; none where it counts in anything else."""
    if deadline.period.unit is not LimitUnit.WORKING_DAY or deadline.left is not None:
        return
    skipped = {each.on for each in deadline.skipped}
    day = deadline.started_on
    while (day := day + ONE_DAY) <= deadline.last_day_on:
        stood = any(each.from_on <= day <= each.to_on for each in deadline.paused)
        if day not in skipped and not stood:
            yield day


def _about(rule: LimitRule, deadline: Deadline) -> Iterator[Sentence]:
    warned = warning_days(deadline, rule.warned_days)
    if warned and not rule.is_estimate:
        yield say("提醒：{days}", days="、".join(map(str, warned)))
    if rule.is_estimate:
        yield say("这是对方的期限，仅供估计")
    yield say("依据：{source}", source=rule.source)
    if rule.note:
        yield say("说明：{note}", note=rule.note)
    if rule.confidence is not Confidence.VERIFIED:
        yield say("这一期限还没有由律师核对")


def _start(deadline: Deadline, rule: LimitRule | None) -> Sentence:
    if rule is None:
        return say("从 {day} 起算，当天不计", day=deadline.started_on)
    return say(
        "从 {day}（{event}）起算，当天不计", day=deadline.started_on, event=rule.starts_from
    )


def length_of(length: int, unit: LimitUnit) -> Sentence:
    """Return how long a period is."""
    match unit:
        case LimitUnit.CALENDAR_DAY:
            return say("期限 {n} 天", n=length)
        case LimitUnit.WORKING_DAY:
            return say("期限 {n} 个工作日", n=length)
        case LimitUnit.MONTH:
            return say("期限 {n} 个月", n=length)
        case _:
            return say("期限 {n} 年", n=length)


def _pause(paused: PausedTime) -> Sentence:
    if not paused.reason:
        return say(
            "{first} 至 {last} 中止，{days} 天不计入",
            first=paused.from_on,
            last=paused.to_on,
            days=paused.days,
        )
    return say(
        "{first} 至 {last} 中止（{reason}），{days} 天不计入",
        first=paused.from_on,
        last=paused.to_on,
        reason=paused.reason,
        days=paused.days,
    )


def _extension(extension: Extension, unit: LimitUnit) -> Sentence:
    if unit is LimitUnit.WORKING_DAY:
        return say(
            "双方 {day} 同意延长 {days} 个工作日", day=extension.agreed_on, days=extension.days
        )
    return say("双方 {day} 同意延长 {days} 天", day=extension.agreed_on, days=extension.days)


def _standing(deadline: Deadline, left: int) -> Sentence:
    if deadline.period.unit is LimitUnit.WORKING_DAY:
        return say(
            "仍在中止，恢复后还剩 {left} 个工作日，最早 {day} 届满",
            left=left,
            day=deadline.limit_on,
        )
    return say("仍在中止，恢复后还剩 {left} 天，最早 {day} 届满", left=left, day=deadline.limit_on)
