from datetime import date

import pytest

from mediation_app.domain.months import last_day_of_month, months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_at_its_end(day, months, expected):
    assert months_after(day, months) == expected


def test_a_wanted_day_of_the_month_returns_after_a_short_month():
    first = date(2026, 2, 28)
    assert [months_after(first, number, 31).day for number in (0, 1, 2)] == [28, 31, 30]


def test_a_month_has_its_own_last_day():
    assert last_day_of_month(date(2024, 2, 29)) == last_day_of_month(date(2024, 2, 1))
    assert last_day_of_month(date(2026, 11, 22)) == date(2026, 11, 30)
