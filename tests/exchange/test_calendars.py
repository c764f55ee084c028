"""Calendars as RFC 5545 wants them, and as other programs write them."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.schedule import Booking, booking_of
from mediation_app.errors import InvalidValueError
from mediation_app.exchange.calendars import MOST_BYTES, MOST_DAYS, read_calendar, write_calendar
from tests.builders import a_case, a_committee

NOW = datetime(2026, 11, 20, 4, 30, 7, 999, tzinfo=UTC)
DAY = date(2026, 11, 26)
PLANNED = Appointment(
    "0192",
    DAY,
    840,
    90,
    "调解室1",
    mediators=("刘洋",),
    note="客户血压高 330000198803121379",
    reason="上次吵起来",
    revision=3,
)
COMMITTEE = a_committee(address="滨澜市临江区观澜路88号，金融服务中心;三楼\\东侧" * 2)
CASE = a_case()


def lines_of(content):
    """Return the lines as RFC 5545 section 3.1 unfolds them."""
    return re.sub(rb"\r\n[ \t]", b"", content).decode().split("\r\n")


def written(*appointments):
    return write_calendar([booking_of(CASE, each) for each in appointments], COMMITTEE, NOW)


def test_an_appointment_is_an_event_of_the_zone_of_the_desk():
    lines = lines_of(written(PLANNED))
    for line in (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        "TZID:Asia/Shanghai",
        "TZOFFSETTO:+0800",
        "UID:0192@mediation-app",
        "SEQUENCE:3",
        "DTSTAMP:20261120T043007Z",
        "DTSTART;TZID=Asia/Shanghai:20261126T140000",
        "DTEND;TZID=Asia/Shanghai:20261126T153000",
        "STATUS:CONFIRMED",
        "TRIGGER:-P1D",
        f"SUMMARY:调解会 {CASE.number}",
    ):
        assert line in lines
    (place,) = (each for each in lines if each.startswith("LOCATION"))
    assert place.startswith(
        "LOCATION:调解室1，滨澜市临江区观澜路88号，金融服务中心\\;三楼\\\\东侧"
    )


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_wants():
    content = written(PLANNED)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode()


def test_nothing_in_a_calendar_tells_who_meets_about_what():
    text = "\n".join(lines_of(written(PLANNED)))
    names = [each.name for each in CASE.parties]
    secrets = (PLANNED.note, PLANNED.reason, CASE.facts, CASE.dispute, "330000198803121379")
    for secret in (*names, *secrets):
        assert secret not in text


def test_what_was_called_off_says_so_and_what_has_no_room_says_how_one_meets():
    lines = lines_of(written(replace(PLANNED, cancelled_on=DAY, room="", way="视频")))
    assert "STATUS:CANCELLED" in lines
    assert "LOCATION:视频" in lines


def test_times_of_other_calendars_and_of_no_day_do_not_go_out():
    busy = Booking(PLANNED, calendar="周静")
    content = write_calendar([busy, Booking(replace(PLANNED, on=None))], COMMITTEE, NOW)
    assert b"VEVENT" not in content
    assert read_calendar(content, DAY) == ()


def test_the_same_input_gives_the_same_bytes():
    assert written(PLANNED) == written(PLANNED)


@settings(max_examples=40)
@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 1439).flatmap(lambda at: st.tuples(st.just(at), st.integers(1, 1440 - at))),
    st.text(max_size=40),
    st.booleans(),
)
def test_every_appointment_reads_back_from_its_calendar(on, minutes, room, is_off):
    begins_min, lasts_min = minutes
    planned = Appointment("a1", on, begins_min, lasts_min, room, revision=1)
    planned = replace(planned, cancelled_on=on if is_off else None)
    (found,) = read_calendar(written(planned), DAY)
    assert (found.on, found.begins_min, found.lasts_min) == (on, begins_min, lasts_min)
    assert (found.appointment_id, found.is_cancelled) == ("a1", is_off)


def foreign(*lines):
    text = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:u1"]
    return "\r\n".join([*text, *lines, "END:VEVENT", "END:VCALENDAR", ""]).encode()


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        (("DTSTART:20261126T010000Z", "DTEND:20261126T023000Z"), [(DAY, 540, 90)]),
        (("DTSTART:20261126T090000", "DURATION:PT45M"), [(DAY, 540, 45)]),
        (("DTSTART;VALUE=DATE:20261126",), [(DAY, 0, 1440)]),
        (
            ("DTSTART;TZID=America/New_York:20261125T200000", "DTEND:20261126T013000Z"),
            [(DAY, 540, 30)],
        ),
        (
            ("DTSTART:20261126T230000", "DTEND:20261127T010000"),
            [(DAY, 1380, 60), (date(2026, 11, 27), 0, 60)],
        ),
        (("DTSTART:20261126T090000", "DTEND:20261126T100000", "TRANSP:TRANSPARENT"), []),
        (("DTSTART:20261126T090000",), []),
        (("SUMMARY:ohne Zeit",), []),
    ],
)
def test_times_are_read_as_other_programs_write_them(lines, times):
    found = read_calendar(foreign(*lines), DAY)
    assert [(each.on, each.begins_min, each.lasts_min) for each in found] == times


def test_an_event_without_end_takes_no_more_days_than_anybody_is_busy():
    found = read_calendar(foreign("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20290101"), DAY)
    assert len(found) == MOST_DAYS
    assert found[-1].on == date(2026, 1, 1) + timedelta(MOST_DAYS - 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "没有日历"),
        (b"hello", "不是有效的日历"),
        (b"\xff\xfe\x00", "不是有效的日历|没有日历"),
        (foreign("DTSTART:gestern"), "不是有效的日历"),
        (b"x" * (MOST_BYTES + 1), "超过 8 MB"),
    ],
)
def test_what_is_no_calendar_is_refused(content, said):
    with pytest.raises(InvalidValueError, match=said):
        read_calendar(content, DAY)


@settings(max_examples=40)
@given(st.binary(max_size=60))
def test_whatever_a_file_holds_it_is_read_or_refused(content):
    for each in (content, foreign(content.decode("latin-1"))):
        with suppress(InvalidValueError):
            assert all(found.lasts_min > 0 for found in read_calendar(each, DAY))


# A second reader, made from the grammar of RFC 5545 (3.1, 3.2, 3.3, 3.6), that knows no library.
_NAME = r"[A-Z0-9-]+"
_VALUE = r'(?:"[^"\x00-\x1f]*"|[^",;:\x00-\x1f]*)'
_LINE = re.compile(
    rf"({_NAME})((?:;{_NAME}={_VALUE}(?:,{_VALUE})*)*):([^\x00-\x08\x0a-\x1f\x7f]*)"
)
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")
_FORMS = {
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "DTSTART": r"\d{8}T\d{6}",
    "DTEND": r"\d{8}T\d{6}",
    "SEQUENCE": r"\d+",
    "TRIGGER": r"-P1D",
    "TZOFFSETFROM": r"[+-]\d{4}",
    "TZOFFSETTO": r"[+-]\d{4}",
    "VERSION": r"2\.0",
}
_NEEDED = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
_INSIDE = {
    "VCALENDAR": {""},
    "VTIMEZONE": {"VCALENDAR"},
    "STANDARD": {"VTIMEZONE"},
    "VEVENT": {"VCALENDAR"},
    "VALARM": {"VEVENT"},
}


def components(content):
    """Yield name, kind of parent and properties of each component, or fail where the RFC would."""
    assert content.endswith(b"\r\n")
    open_ones = [("", {})]
    for line in lines_of(content)[:-1]:
        found = _LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            assert open_ones[-1][0] in _INSIDE[value]
            open_ones.append((value, {}))
        elif name == "END":
            kind, properties = open_ones.pop()
            assert kind == value
            assert _NEEDED[kind] <= properties.keys(), kind
            yield kind, properties
        else:
            properties = open_ones[-1][1]
            assert name not in properties, f"{name} twice"
            assert re.fullmatch(_FORMS.get(name, _TEXT.pattern), value), line
            properties[name] = (parameters, value)
    assert len(open_ones) == 1


@settings(max_examples=40)
@given(
    rooms=st.lists(st.text(max_size=60), min_size=1, max_size=4),
    address=st.text(max_size=60),
    is_off=st.booleans(),
)
def test_a_second_reader_that_knows_only_the_grammar_reads_every_calendar(rooms, address, is_off):
    planned = [
        replace(PLANNED, id=f"a{no}", room=room, cancelled_on=DAY if is_off else None)
        for no, room in enumerate(rooms)
    ]
    bookings = [booking_of(CASE, each) for each in planned]
    content = write_calendar(bookings, a_committee(address=address), NOW)
    found = list(components(content))
    zones = [each["TZID"][1] for kind, each in found if kind == "VTIMEZONE"]
    events = [each for kind, each in found if kind == "VEVENT"]
    assert len(events) == len(planned)
    for event in events:
        assert event["DTSTART"] == (f";TZID={zones[0]}", "20261126T140000")
        assert event["DTEND"][1] > event["DTSTART"][1]
        assert event["STATUS"][1] == ("CANCELLED" if is_off else "CONFIRMED")
    assert len({each["UID"][1] for each in events}) == len(events)


def test_no_number_of_a_paper_stands_in_a_calendar():
    numbers = [each.identity.number for each in CASE.parties if each.identity.number]
    numbers += [each.credit_code for each in CASE.parties if each.credit_code]
    text = "".join(lines_of(written(PLANNED)))
    assert numbers
    assert not any(number in text for number in numbers)
    assert not re.search(r"\d{15,}", text.replace(CASE.number, ""))
