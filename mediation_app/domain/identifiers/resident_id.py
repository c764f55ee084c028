"""Numbers of resident identity cards.

Source: GB 11643-1999; provinces by GB/T 2260.
"""

from datetime import date

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.identifiers import birth_numbers
from mediation_app.domain.identifiers.spelling import normalise
from mediation_app.sentences import say

_OLD_LENGTH = 15
_PROVINCES = frozenset(
    str(code)
    for first, last in (
        (11, 15),
        (21, 23),
        (31, 37),
        (41, 46),
        (50, 54),
        (61, 65),
        (71, 71),
        (81, 82),
    )
    for code in range(first, last + 1)
)
_PERMITS = {"810000": "港澳居民居住证", "820000": "港澳居民居住证", "830000": "台湾居民居住证"}


def check_resident_id(number: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the number, one sentence at most; nothing where it is good.

    Only the province is looked up: codes of districts are retired over the years.
    """
    plain = normalise(number)
    if len(plain) == _OLD_LENGTH and plain.isdecimal():
        return (error(say("15位的旧号码自2013年1月1日起无效，应填写18位号码")),)
    return (
        birth_numbers.check_layout(plain)
        or _wrong_province(plain)
        or birth_numbers.check_birth(plain, today)
        or birth_numbers.check_digit(plain)
        or _permit(plain)
    )


def birth_on(number: str) -> date | None:
    """Return the birth date, or None where the number is wrong."""
    return birth_numbers.birth_on(number)


def sex(number: str) -> str:
    """Return 男 or 女, or nothing where the number is wrong."""
    return birth_numbers.sex(number)


def _wrong_province(number: str) -> tuple[Finding, ...]:
    if number[:2] in _PROVINCES or number[:6] in _PERMITS:
        return ()
    return (
        error(
            say(
                "前两位“{code}”不是省级行政区划代码，应为11–15、21–23、31–37、41–46、50–54、"
                "61–65、71、81、82之一",
                code=number[:2],
            )
        ),
    )


def _permit(number: str) -> tuple[Finding, ...]:
    kind = _PERMITS.get(number[:6])
    if kind is None:
        return ()
    return (
        warning(say("{code}开头的是{kind}的号码，请核对证件类型", code=number[:6], kind=kind)),
    )
