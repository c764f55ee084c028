"""Dates as Chinese papers write them."""

from datetime import date

from mediation_app.domain.capitals import DIGITS

_SMALL_DIGITS = "〇一二三四五六七八九"


def chinese_date(day: date) -> str:
    """Return the date of agreements and letters, as in 2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def court_date(day: date) -> str:
    """Return the formal date of papers for a court, as in 二〇二六年三月五日 (〇 is U+3007)."""
    year = "".join(_SMALL_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def capital_date(day: date) -> str:
    """Return the date of bills, as in 贰零贰陆年零壹月壹拾伍日.

    Source: 《正确填写票据和结算凭证的基本规定》 rule 6 (银发〔1997〕393号, annex 1).
    """
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    month = ("零" if day.month in {1, 2, 10} else "") + _capital(day.month)
    # 1 to 10, 20 and 30 could be lengthened by a forger, so a 零 closes the front.
    number = ("零" if day.day < len(DIGITS) or day.day % 10 == 0 else "") + _capital(day.day)
    return f"{year}年{month}月{number}日"


def _small(number: int) -> str:
    """Return a number from 1 to 31 in everyday numerals, as in 十五."""
    tens, ones = divmod(number, 10)
    return (
        (_SMALL_DIGITS[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (_SMALL_DIGITS[ones] if ones else "")
    )


def _capital(number: int) -> str:
    """Return a number from 1 to 31 in capitals, ten being 壹拾."""
    tens, ones = divmod(number, 10)
    return (f"{DIGITS[tens]}拾" if tens else "") + (DIGITS[ones] if ones else "")
