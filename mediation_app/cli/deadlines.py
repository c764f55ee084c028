"""The command that computes a limit and says how; it needs no database."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from mediation_app.cli.options import read_day, read_pause
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.courses import Course, Extension
from mediation_app.domain.deadlines import (
    Deadline,
    LimitUnit,
    Period,
    deadline_after,
    warning_days,
)
from mediation_app.domain.derivations import derivation_of
from mediation_app.domain.limits import LimitRule
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say


def deadline(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print when a period ends, and everything that led to it."""
    started_on = read_day(arguments.start)
    data_dir = getattr(arguments, "data_dir", None)
    limits = surroundings.limits(None if data_dir is None else Path(data_dir).expanduser())
    rule = None if arguments.rule is None else limits.table.rule(arguments.rule, started_on)
    _check_options(arguments, rule)
    period = _period(arguments, rule)
    course = Course(
        tuple(map(read_pause, arguments.pause)),
        tuple(Extension("", days, started_on, True, True) for days in arguments.extend),
    )
    found = deadline_after(started_on, period, limits.calendar, course)
    if found.refused:
        raise InvalidValueError(found.refused[0].reason)
    if printer.is_json:
        printer.json(_as_json(found, rule))
    else:
        _tell(found, rule, printer)
    return 0


def _check_options(arguments: Namespace, rule: LimitRule | None) -> None:
    """Refuse what the limit does not allow, and options that make no sense together."""
    if arguments.working and arguments.days is None:
        raise InvalidValueError(say("--working 只能与 --days 同用"))
    if rule is None:
        return
    if arguments.no_shift:
        raise InvalidValueError(say("--no-shift 不能与 --rule 同用，是否顺延以时限表为准"))
    if arguments.pause and not rule.is_pausable:
        raise InvalidValueError(say("“{name}”不因中止而停止计算", name=rule.name))
    if arguments.extend and not rule.is_extendable:
        raise InvalidValueError(say("“{name}”不能由双方同意延长", name=rule.name))


def _period(arguments: Namespace, rule: LimitRule | None) -> Period:
    if rule is not None:
        return rule.period
    units = (
        (arguments.days, LimitUnit.WORKING_DAY if arguments.working else LimitUnit.CALENDAR_DAY),
        (arguments.months, LimitUnit.MONTH),
        (arguments.years, LimitUnit.YEAR),
    )
    length, unit = next((length, unit) for length, unit in units if length is not None)
    return Period(length, unit, is_moved=not arguments.no_shift)


def _as_json(found: Deadline, rule: LimitRule | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "limit": found.limit_on.isoformat(),
        "day": found.last_day_on.isoformat(),
        "skipped": [
            {"date": skipped.on.isoformat(), "reason": skipped.reason} for skipped in found.skipped
        ],
        "certain": found.is_certain,
        "paused": [
            {
                "from": each.from_on.isoformat(),
                "to": each.to_on.isoformat(),
                "days": each.days,
            }
            for each in found.paused
        ],
        "extended": [each.days for each in found.extended],
        "left": found.left,
        "derivation": [str(each) for each in derivation_of(found, rule).sentences],
    }
    if rule is None:
        return told
    warned = [day.isoformat() for day in warning_days(found, rule.warned_days)]
    return told | {"rule": rule.key, "name": rule.name, "source": rule.source, "warn": warned}


def _tell(found: Deadline, rule: LimitRule | None, printer: Printer) -> None:
    name = "" if rule is None else rule.name
    day = "最早的届满日" if found.is_standing else "届满日"
    printer.line(f"{name}{day}：{found.limit_on}")
    for sentence in derivation_of(found, rule).sentences:
        printer.line(str(sentence))


COMMANDS = {"deadline": deadline}
