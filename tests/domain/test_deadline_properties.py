"""What is true of every period, whatever starts, stops and lengthens it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_app.domain.courses import Course, Extension, Pause
from mediation_app.domain.deadlines import LimitUnit, Period, deadline_after, warning_days
from mediation_app.domain.rest_days import RestCalendar, RestDay, YearTable, read_year_table
from resources.files import holiday_tables

CALENDAR = RestCalendar(read_year_table(text) for text in holiday_tables())
DAY, WORKDAY, MONTH, YEAR = LimitUnit
ONE_DAY = timedelta(days=1)


def after(start, length, unit=DAY, *, course=None, calendar=CALENDAR, is_moved=True):
    return deadline_after(start, Period(length, unit, is_moved), calendar, course or Course())


PATIENT = settings(deadline=None)
"""A busy machine is no fault of the rule."""
UNITS = st.sampled_from(LimitUnit)
DAY_UNITS = st.sampled_from([DAY, WORKDAY])
STARTS = st.dates(date(2021, 1, 1), date(2029, 12, 31))
LENGTHS = st.integers(1, 90)


@st.composite
def pauses(draw, *, may_be_open=False):
    found = []
    for no in range(draw(st.integers(0, 3))):
        first = draw(st.dates(date(2020, 12, 1), date(2030, 6, 30)))
        last = first + timedelta(days=draw(st.integers(-2, 40)))
        is_open = may_be_open and draw(st.booleans())
        found.append(Pause(str(no), first, None if is_open else last, draw(st.text(max_size=3))))
    return tuple(found)


@st.composite
def near_pauses(draw, start, days):
    """Return pauses that mostly fall into the period."""
    first = start + timedelta(days=draw(st.integers(-5, days)))
    return tuple(
        Pause(str(no), first + timedelta(days=gap), first + timedelta(days=gap + length))
        for no, (gap, length) in enumerate(
            draw(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)), max_size=3))
        )
    )


EXTENSIONS = st.lists(
    st.builds(
        Extension, st.just("e"), st.integers(1, 30), st.none() | STARTS, st.booleans(),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)  # fmt: skip
COURSES = st.builds(Course, pauses(may_be_open=True), EXTENSIONS)


@PATIENT
@given(UNITS, STARTS, LENGTHS, COURSES)
def test_no_limit_ends_on_a_rest_day_or_before_its_period(unit, start, number, course):
    deadline = after(start, number, unit, course=course)
    assert not CALENDAR.is_rest(deadline.limit_on)
    assert start < deadline.last_day_on <= deadline.limit_on
    assert all(CALENDAR.is_rest(skipped.on) for skipped in deadline.skipped)
    assert all(start < skipped.on < deadline.limit_on for skipped in deadline.skipped)


@PATIENT
@given(UNITS, STARTS, LENGTHS, COURSES)
def test_moving_never_goes_backwards_and_passes_rest_days_only(unit, start, number, course):
    deadline = after(start, number, unit, course=course)
    unmoved = after(start, number, unit, course=course, is_moved=False)
    gap = (deadline.limit_on - deadline.last_day_on).days
    between = [deadline.last_day_on + timedelta(days=days) for days in range(gap)]
    assert all(CALENDAR.is_rest(day) for day in between)
    if not course.extensions:  # Else consent may come in time for the one and not for the other.
        assert unmoved.limit_on == unmoved.last_day_on == deadline.last_day_on


@PATIENT
@given(DAY_UNITS, STARTS, STARTS, LENGTHS, pauses())
def test_who_starts_later_ends_no_earlier(unit, one, other, number, stops):
    first, second = sorted((one, other))
    course = Course(stops)
    assert (
        after(first, number, unit, course=course).limit_on
        <= after(second, number, unit, course=course).limit_on
    )


@PATIENT
@given(st.sampled_from([MONTH, YEAR]), STARTS, STARTS, st.integers(1, 30))
def test_who_starts_later_ends_no_earlier_by_months_and_years_either(unit, one, other, number):
    first, second = sorted((one, other))
    assert after(first, number, unit).limit_on <= after(second, number, unit).limit_on


@PATIENT
@given(UNITS, STARTS, st.integers(1, 60))
def test_a_longer_period_ends_no_earlier(unit, start, number):
    assert after(start, number, unit).limit_on <= after(start, number + 1, unit).limit_on


@PATIENT
@given(st.data(), UNITS, STARTS, st.integers(1, 40))
def test_a_pause_adds_exactly_its_days(data, unit, start, number):
    plain = after(start, number, unit)
    course = Course(data.draw(near_pauses(start, (plain.last_day_on - start).days)))
    deadline = after(start, number, unit, course=course)
    stood = {
        day
        for pause in course.pauses
        for day in _days(max(pause.from_on, start + ONE_DAY), pause.to_on)
        if day <= deadline.last_day_on
    }
    assert sum(each.days for each in deadline.paused) == len(stood)
    if unit is WORKDAY:
        counted = [
            day
            for day in _days(start + ONE_DAY, deadline.last_day_on)
            if day not in stood and not CALENDAR.is_rest(day)
        ]
        assert len(counted) == number
    else:
        assert (deadline.last_day_on - plain.last_day_on).days == len(stood)


@PATIENT
@given(UNITS, STARTS, LENGTHS, COURSES)
def test_the_calendar_and_the_derivation_add_up(unit, start, number, course):
    deadline = after(start, number, unit, course=course)
    more = sum(each.days for each in deadline.extended)
    counted = (
        number
        if unit in (DAY, WORKDAY)
        else (after(start, number, unit, is_moved=False).last_day_on - start).days
    )
    stood = sum(each.days for each in deadline.paused)
    passed = (deadline.limit_on - start).days
    assert passed == counted + more + stood + len(deadline.skipped)
    assert len(deadline.extended) + len(deadline.refused) == len(course.extensions)


@PATIENT
@given(DAY_UNITS, STARTS, st.integers(1, 40), st.integers(1, 40))
def test_an_extension_is_as_good_as_a_longer_period(unit, start, number, more):
    extension = Extension("e", more, start, applicants_agree=True, respondents_agree=True)
    deadline = after(start, number, unit, course=Course(extensions=(extension,)))
    assert deadline.limit_on == after(start, number + more, unit).limit_on


@PATIENT
@given(DAY_UNITS, STARTS, LENGTHS, STARTS)
def test_what_is_left_when_the_clock_stops_is_what_was_not_counted(unit, start, number, since):
    course = Course((Pause("p", since),))
    deadline = after(start, number, unit, course=course)
    if deadline.left is None:
        assert deadline.limit_on == after(start, number, unit).limit_on
        assert since > deadline.last_day_on
    else:
        resumed = max(since, start + ONE_DAY)
        assert deadline.last_day_on == after(resumed, deadline.left, unit).last_day_on


@PATIENT
@given(STARTS, st.integers(1, 400))
def test_reminders_fall_into_the_period_in_their_order(start, number):
    deadline = after(start, number)
    days = warning_days(deadline)
    assert list(days) == sorted(days)
    assert all(start < day < deadline.limit_on for day in days)


@st.composite
def later_tables(draw):
    first = date(2026, 12, 25)
    offsets = draw(st.sets(st.integers(0, 370), max_size=60))
    days = tuple(
        RestDay(first + timedelta(days=offset), "节日", draw(st.booleans()))
        for offset in sorted(offsets)
    )
    return YearTable(2027, days)


@PATIENT
@given(UNITS, st.dates(date(2025, 1, 1), date(2027, 6, 1)), st.integers(1, 60), later_tables())
def test_the_table_of_a_later_year_never_changes_a_certain_limit(unit, start, number, table):
    before = after(start, number, unit)
    if before.is_certain:
        assert after(start, number, unit, calendar=CALENDAR.with_table(table)) == before


def _days(first, last):
    return [first + timedelta(days=days) for days in range((last - first).days + 1)]
