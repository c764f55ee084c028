"""Numbers of 18 places with a birth date inside and a check digit at the end.

Resident identity cards, residence permits and the foreigners' cards of 2023 are built alike:
places 7-14 are the birth date, 15-17 a sequence, and 18 the check digit.

Source: GB 11643-1999 (check digit: ISO 7064, MOD 11-2).
"""

from calendar import monthrange
from datetime import MINYEAR, date

from mediation_app.domain.ages import age_on
from mediation_app.domain.findings import Finding, error
from mediation_app.domain.identifiers.spelling import normalise, wrong_length, wrong_place
from mediation_app.domain.months import MONTHS_A_YEAR
from mediation_app.sentences import say

LENGTH = 18
OLDEST_AGE = 130
_LAYOUT = "9" * (LENGTH - 1) + "X"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def check_layout(number: str) -> tuple[Finding, ...]:
    """Return a finding if a normalised number is too short, too long or has a wrong sign."""
    return wrong_length(number, LENGTH) or wrong_place(number, _LAYOUT)


def check_birth(number: str, today: date) -> tuple[Finding, ...]:
    """Return a finding if the birth date does not exist, is to come or too long ago."""
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    if year < MINYEAR:
        return (error(say("第7–10位“{year}”不是年份", year=number[6:10])),)
    if not 1 <= month <= MONTHS_A_YEAR:
        return (error(say("第11–12位“{month}”不是月份", month=number[10:12])),)
    if not 1 <= day <= monthrange(year, month)[1]:
        return (
            error(
                say(
                    "第13–14位“{day}”不是日期：{year}年{month}月没有这一天",
                    day=number[12:14],
                    year=year,
                    month=month,
                )
            ),
        )
    return _implausible_birth(date(year, month, day), today)


def check_digit(number: str) -> tuple[Finding, ...]:
    """Return a finding if the last place is not what the other 17 demand."""
    right = _right_digit(number)
    if number[-1] == right:
        return ()
    return (
        error(
            say("校验位应为 {right}，现为 {given}，请逐位核对号码", right=right, given=number[-1])
        ),
    )


def birth_on(number: str) -> date | None:
    """Return the birth date inside a number whose check digit is right, or None."""
    plain = normalise(number)
    if check_layout(plain) or check_digit(plain):
        return None
    try:
        return date(int(plain[6:10]), int(plain[10:12]), int(plain[12:14]))
    except ValueError:
        return None


def sex(number: str) -> str:
    """Return 男 or 女 by the 17th place, or nothing where the number is wrong."""
    if birth_on(number) is None:
        return ""
    return "男" if int(normalise(number)[16]) % 2 else "女"


def _implausible_birth(born_on: date, today: date) -> tuple[Finding, ...]:
    if born_on > today:
        return (error(say("第7–14位的出生日期 {day} 晚于今天，请核对", day=born_on)),)
    age = age_on(born_on, today)
    if age > OLDEST_AGE:
        return (
            error(
                say(
                    "第7–10位“{year}”：按此出生年份已{age}岁，超过{oldest}岁，请核对",
                    year=born_on.year,
                    age=age,
                    oldest=OLDEST_AGE,
                )
            ),
        )
    return ()


def _right_digit(number: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % len(_CHECK_DIGITS)]
