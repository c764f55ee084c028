from datetime import date

import pytest

from mediation_app.domain.ages import age_on


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2026, 3, 11), 37),
        (date(2026, 3, 12), 38),
        (date(2026, 4, 1), 38),
        (date(1988, 3, 12), 0),
    ],
)
def test_a_year_of_age_is_completed_on_the_birthday(day, age):
    assert age_on(date(1988, 3, 12), day) == age


def test_who_was_born_on_a_leap_day_ages_on_the_first_of_march():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
