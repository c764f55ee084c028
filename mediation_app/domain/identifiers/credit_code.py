"""Unified social credit codes of companies and other organisations.

Source: GB 32100-2015; the inner organisation code by GB 11714-1997.
"""

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.identifiers.spelling import DIGITS, LETTERS, normalise, wrong_length
from mediation_app.sentences import say

_LENGTH = 18
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, len(_SIGNS)) for place in range(_LENGTH - 1))
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "Z": "2", "V": "U"}
_ORGANISATION = slice(8, 17)
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_CHECKS = "0X987654321"


def check_credit_code(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the code, one sentence at most; nothing where it is good.

    Some genuine early codes break the check rules, so a wrong check sign is only a warning.
    """
    plain = normalise(number)
    return (
        wrong_length(plain, _LENGTH)
        or _wrong_sign(plain)
        or _wrong_check(plain)
        or _wrong_organisation(plain)
    )


def _wrong_sign(code: str) -> tuple[Finding, ...]:
    for place, sign in enumerate(code, start=1):
        if sign in _LOOKALIKES:
            return (
                error(
                    say(
                        "第{place}位“{sign}”不会出现在代码中（不用I、O、S、V、Z），请核对是否为“{right}”",
                        place=place,
                        sign=sign,
                        right=_LOOKALIKES[sign],
                    )
                ),
            )
        if sign not in _SIGNS:
            return (error(say("第{place}位“{sign}”应为数字或大写字母", place=place, sign=sign)),)
    return ()


def _wrong_check(code: str) -> tuple[Finding, ...]:
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(code, _WEIGHTS, strict=False))
    right = _SIGNS[-total % len(_SIGNS)]
    if code[-1] == right:
        return ()
    return (
        warning(
            say(
                "校验码应为 {right}，现为 {given}，请与营业执照核对（个别早期代码确实如此）",
                right=right,
                given=code[-1],
            )
        ),
    )


def _wrong_organisation(code: str) -> tuple[Finding, ...]:
    """Check places 9-17 by the rule of the older organisation code."""
    organisation = code[_ORGANISATION]
    body, given = organisation[:-1], organisation[-1]
    signs = DIGITS + LETTERS
    total = sum(
        signs.index(sign) * weight
        for sign, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True)
    )
    right = _ORGANISATION_CHECKS[total % len(_ORGANISATION_CHECKS)]
    if given == right:
        return ()
    return (
        warning(
            say(
                "第17位（组织机构代码校验码）应为 {right}，现为 {given}，请与营业执照核对",
                right=right,
                given=given,
            )
        ),
    )
