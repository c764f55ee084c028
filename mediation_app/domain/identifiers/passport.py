"""Numbers of passports."""

import re

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.identifiers.spelling import normalise, wrong_length, wrong_place
from mediation_app.sentences import say

_CHINESE_LENGTH = 9
_CHINESE = re.compile(r"[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}")
_FOREIGN_LENGTHS = range(5, 21)


def check_chinese_passport(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number of an ordinary Chinese passport.

    E and eight digits, E with a letter and seven digits, or the older G and eight digits.
    Diplomatic and service passports and those of Hong Kong and Macao begin otherwise.
    """
    plain = normalise(number)
    wrong = wrong_length(plain, _CHINESE_LENGTH) or wrong_place(plain, "A*9999999")
    if wrong or _CHINESE.fullmatch(plain):
        return wrong
    return (
        warning(
            say(
                "普通护照号码应为E加8位数字、E加1个字母和7位数字，或者G加8位数字，现为“{given}”，"
                "公务护照和特别行政区护照请核对",
                given=plain,
            )
        ),
    )


def check_foreign_passport(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number of another country's passport: 5-20 signs."""
    plain = normalise(number)
    if len(plain) not in _FOREIGN_LENGTHS:
        return (error(say("应为5至20位，现为{count}位", count=len(plain))),)
    return wrong_place(plain, "*" * len(plain))
