"""The limits that laws and authorities set, as dated data rather than code."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mediation_app.domain.courses import UNDISTURBED, Course
from mediation_app.domain.deadlines import (
    WARNED_DAYS_AHEAD,
    Deadline,
    LimitUnit,
    Period,
    deadline_after,
)
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say


class Confidence(Enum):
    """How sure we are of a limit."""

    VERIFIED = "V"
    """Read in the official text."""
    SEEN = "S"
    """Seen in secondary material."""
    REMEMBERED = "M"
    """From memory: a lawyer must check it."""


@dataclass(frozen=True, slots=True)
class LimitRule:
    """One edition of a limit.

    Attributes:
        key: The stable name that all editions share.
        name: What people call it.
        length: How many of the unit.
        unit: What is counted.
        starts_from: The event from whose day on time runs; the day itself is not counted.
        source: Law and article.
        valid_from: First day of this edition; None where it is not established.
        confidence: How sure we are of it.
        note: What else to know.
        valid_to: Last day of this edition; None where none is set.
        is_moved: True where a last day that is a rest day moves to the next workday.
        is_extendable: True where both parties together may extend it.
        is_pausable: True where the clock stands while the mediation does.
        ends_with_business: True where the last day ends when the office closes, not at 24:00.
        is_estimate: True for what somebody else has to keep, and a desk only waits for.
        after: The key of the limit whose end is taken for the start while no other day is known.
        warned_days: How many days ahead people are reminded.
    """

    key: str
    name: str
    length: int
    unit: LimitUnit
    starts_from: str
    source: str
    valid_from: date | None
    confidence: Confidence
    note: str = ""
    valid_to: date | None = None
    is_moved: bool = True
    is_extendable: bool = False
    is_pausable: bool = False
    ends_with_business: bool = False
    is_estimate: bool = False
    after: str = ""
    warned_days: tuple[int, ...] = WARNED_DAYS_AHEAD

    @property
    def period(self) -> Period:
        """The length and whether its end is moved off rest days."""
        return Period(self.length, self.unit, self.is_moved)


def deadline_of(
    rule: LimitRule, started_on: date, calendar: RestCalendar, course: Course = UNDISTURBED
) -> Deadline:
    """Return when the limit ends that started on this day; what the rule forbids is left out."""
    counted = replace(
        course,
        pauses=course.pauses if rule.is_pausable else (),
        extensions=course.extensions if rule.is_extendable else (),
    )
    return deadline_after(started_on, rule.period, calendar, counted)


def limits_in_force(rules: Iterable[LimitRule], day: date) -> tuple[LimitRule, ...]:
    """Return the edition of every limit that is in force on the day, in the given order."""
    editions: dict[str, LimitRule] = {}
    for rule in rules:
        known = editions.get(rule.key)
        if _is_in_force(rule, day) and (known is None or _since(known) <= _since(rule)):
            editions[rule.key] = rule
    return tuple(editions.values())


@dataclass(frozen=True, slots=True)
class LimitTable:
    """The limits that travel with the program, and over them those of this station."""

    shipped: tuple[LimitRule, ...]
    own: tuple[LimitRule, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a limit that starts after itself, or after one that is not there."""
        after = {(rule.key, rule.after) for rule in self.editions if rule.after}
        keys = {rule.key for rule in self.editions}
        for key, earlier in sorted(after):
            if earlier not in keys:
                raise InvalidValueError(
                    say(
                        "期限“{key}”接在“{earlier}”之后起算，没有这一期限",
                        key=key,
                        earlier=earlier,
                    )
                )
            if key in _all_before(key, after):
                raise InvalidValueError(
                    say("期限“{key}”绕了一圈接在自己之后起算，请核对“after”", key=key)
                )

    @property
    def editions(self) -> tuple[LimitRule, ...]:
        """Every edition that is known."""
        return (*self.shipped, *self.own)

    def in_force(self, day: date) -> tuple[LimitRule, ...]:
        """Return every limit as it is on the day; where the station has its own, that one."""
        own = {rule.key: rule for rule in limits_in_force(self.own, day)}
        shipped = {rule.key: rule for rule in limits_in_force(self.shipped, day)}
        return tuple((shipped | own).values())

    def edition(self, key: str, day: date) -> LimitRule | None:
        """Return a limit as it is on the day; None where there is none."""
        of_key = ([rule for rule in each if rule.key == key] for each in (self.own, self.shipped))
        found = (limits_in_force(rules, day) for rules in of_key)
        return next((rules[0] for rules in found if rules), None)

    def rule(self, key: str, day: date) -> LimitRule:
        """Return a limit as it is on the day.

        Raises:
            InvalidValueError: There is none; the sentence lists those there are.
        """
        found = self.edition(key, day)
        if found is None:
            keys = "、".join(rule.key for rule in self.in_force(day))
            raise InvalidValueError(
                say("{day} 没有“{key}”这一期限，可选：{keys}", day=day, key=key, keys=keys)
            )
        return found


def _all_before(key: str, after: set[tuple[str, str]]) -> set[str]:
    """Return the keys of all limits before one, however far back."""
    found: set[str] = set()
    wanted = {key}
    while wanted:
        wanted = {earlier for later, earlier in after if later in wanted} - found
        found |= wanted
    return found


def _is_in_force(rule: LimitRule, day: date) -> bool:
    return _since(rule) <= day <= (rule.valid_to or date.max)


def _since(rule: LimitRule) -> date:
    return rule.valid_from or date.min
