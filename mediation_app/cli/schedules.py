"""The command about meetings: list, plan, move, call off, and calendars of other programs."""

from argparse import Namespace
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from mediation_app.cli.printing import Printer
from mediation_app.cli.reading import read_bytes
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case
from mediation_app.domain.schedule import Booking
from mediation_app.domain.typed_days import read_day
from mediation_app.domain.typed_times import clock_text, read_length, read_when
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk

IMPORT = "import"
_A_WEEK = timedelta(days=6)


def schedule(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """List meetings, or do something about one."""
    if arguments.case == IMPORT:
        return _import(arguments, surroundings, printer)
    with open_desk(arguments, surroundings) as desk:
        bookings = _done(arguments, desk) if arguments.case else _listed(arguments, desk)
        content = desk.scheduling.exported(bookings) if arguments.ics else b""
    if arguments.ics:
        _write(arguments.ics, content)
    if printer.is_json:
        printer.json([_told(each) for each in bookings])
    elif bookings:
        printer.table(
            [("日期", "时间", "调解室/方式", "案件编号", "当事人", "调解员"), *map(_row, bookings)]
        )
    else:
        printer.line("没有排期")
    return 0


def _listed(arguments: Namespace, desk: Desk) -> tuple[Booking, ...]:
    today = desk.clock.today()
    first = read_day(arguments.first or "今天", today, looks_ahead=True)
    last = read_day(arguments.last, first, looks_ahead=True) if arguments.last else first + _A_WEEK
    if last < first:
        raise InvalidValueError(say("{last} 早于 {first}，请核对起止日期", last=last, first=first))
    return desk.scheduling.between(first, last)


def _done(arguments: Namespace, desk: Desk) -> tuple[Booking, ...]:
    """Plan, move or call off a meeting of a case; return what the case has planned then."""
    case = desk.case_files.find(arguments.case)
    if arguments.cancel:
        case = desk.scheduling.cancel(case.id, arguments.cancel, arguments.reason).case
    elif arguments.move:
        was = next((each for each in case.appointments if each.id == arguments.move), None)
        wanted = _asked(arguments, desk, was or Appointment(arguments.move))
        case = desk.scheduling.move(case.id, wanted, arguments.reason).case
    elif arguments.at:
        blank = desk.scheduling.proposal(case, desk.setup.committee())
        wanted = _asked(arguments, desk, blank)
        case = desk.scheduling.plan(case.id, wanted, arguments.reason).case
    return _of_case(case, desk)


def _asked(arguments: Namespace, desk: Desk, before: Appointment) -> Appointment:
    """Return the appointment as the options ask for it."""
    wanted = before
    if arguments.at:
        when = read_when(arguments.at, desk.clock.today(), before.on)
        begins_min = before.begins_min if when.begins_min is None else when.begins_min
        wanted = replace(wanted, on=when.on, begins_min=begins_min)
    if arguments.minutes:
        wanted = replace(wanted, lasts_min=read_length(arguments.minutes))
    if arguments.room:
        wanted = replace(wanted, room=arguments.room)
    if arguments.way:
        room = wanted.room if arguments.way == Appointment("").way else arguments.room
        wanted = replace(wanted, way=arguments.way, room=room)
    return wanted


def _of_case(case: Case, desk: Desk) -> tuple[Booking, ...]:
    days = [each.on for each in case.appointments if each.on is not None]
    if not days:
        return ()
    found = desk.scheduling.between(min(days), max(days))
    return tuple(each for each in found if each.case_id == case.id)


def _import(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    if not arguments.file:
        raise InvalidValueError(say("请写要导入的日历文件，例如 schedule import 日历.ics"))
    content = read_bytes(arguments.file, surroundings)
    with open_desk(arguments, surroundings) as desk:
        report = desk.scheduling.take_calendar(content, arguments.person or desk.author)
    if printer.is_json:
        printer.json(
            {
                "taken": report.taken,
                "moved": list(report.moved),
                "cancelled": list(report.cancelled),
                "refused": [str(each) for each in report.refused],
                "repeating": report.repeating,
                "until_on": report.until_on and report.until_on.isoformat(),
            }
        )
    else:
        printer.line(
            f"占用 {report.taken} 段时间，改期 {len(report.moved)} 件，"
            f"取消 {len(report.cancelled)} 件，未采用 {len(report.refused)} 件"
        )
        if report.until_on is not None:
            printer.line(f"重复的日程取到 {report.until_on}")
        if report.repeating:
            printer.refuse(f"有 {report.repeating} 项重复日程，只取了第一次")
    for each in report.refused:
        printer.refuse(each)
    return 1 if report.refused else 0


def _write(name: str, content: bytes) -> None:
    try:
        Path(name).expanduser().write_bytes(content)
    except OSError as error:
        raise InvalidValueError(say("日历文件 {name} 无法写入", name=name)) from error


def _told(booking: Booking) -> dict[str, Any]:
    each = booking.appointment
    return {
        "id": each.id,
        "number": booking.number,
        "parties": [*booking.applicants, *booking.respondents],
        "date": None if each.on is None else each.on.isoformat(),
        "begins": clock_text(each.begins_min),
        "ends": clock_text(each.ends_min),
        "room": each.room,
        "way": each.way,
        "mediators": list(each.mediators),
        "cancelled": each.cancelled_on is not None,
        "calendar": booking.calendar,
    }


def _row(booking: Booking) -> tuple[str, ...]:
    each = booking.appointment
    cancelled = "（已取消）" if each.cancelled_on is not None else ""
    return (
        f"{each.on}",
        f"{clock_text(each.begins_min)}–{clock_text(each.ends_min)}",
        f"{each.room or each.way or each.note}{cancelled}",
        booking.number or booking.calendar,
        "、".join([*booking.applicants, *booking.respondents]),
        "、".join(each.mediators),
    )
