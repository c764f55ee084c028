from datetime import date

import pytest

from mediation_app.domain.chinese_dates import capital_date, chinese_date, court_date


def test_agreements_carry_plain_dates():
    assert chinese_date(date(2026, 3, 5)) == "2026年3月5日"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 3, 5), "二〇二六年三月五日"),
        (date(2026, 10, 10), "二〇二六年十月十日"),
        (date(2026, 11, 15), "二〇二六年十一月十五日"),
        (date(2026, 12, 20), "二〇二六年十二月二十日"),
        (date(2000, 1, 31), "二〇〇〇年一月三十一日"),
    ],
)
def test_courts_get_dates_in_everyday_numerals(day, text):
    assert court_date(day) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 15), "贰零贰陆年零壹月壹拾伍日"),
        (date(2026, 10, 20), "贰零贰陆年零壹拾月零贰拾日"),
        (date(2026, 2, 12), "贰零贰陆年零贰月壹拾贰日"),
        (date(2026, 3, 5), "贰零贰陆年叁月零伍日"),
        (date(2026, 11, 30), "贰零贰陆年壹拾壹月零叁拾日"),
        (date(2026, 12, 10), "贰零贰陆年壹拾贰月零壹拾日"),
        (date(2026, 9, 21), "贰零贰陆年玖月贰拾壹日"),
        (date(2026, 5, 31), "贰零贰陆年伍月叁拾壹日"),
    ],
)
def test_bills_close_the_front_of_short_months_and_days_with_a_zero(day, text):
    assert capital_date(day) == text
