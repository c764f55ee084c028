"""Permits of people from Hong Kong, Macao and Taiwan."""

from datetime import date

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.identifiers import birth_numbers
from mediation_app.domain.identifiers.spelling import normalise, wrong_length, wrong_place
from mediation_app.sentences import say

_RENEWALS = 2
_HK_MACAO_LENGTH = 9
_TAIWAN_LENGTH = 8


def check_hk_macao_residence_permit(number: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a 港澳居民居住证 (810000…, 820000…)."""
    return _check_residence_permit(number, ("810000", "820000"), today)


def check_taiwan_residence_permit(number: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a 台湾居民居住证 (830000…)."""
    return _check_residence_permit(number, ("830000",), today)


def check_hk_macao_permit(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a 港澳居民来往内地通行证.

    H or M and eight digits; HA or MA and seven for people without Chinese nationality (since
    2024-07-10). Older prints add two digits for the renewal.
    """
    plain = normalise(number)
    if plain[:1] not in {"H", "M"}:
        return (error(say("第1位应为 H（香港）或 M（澳门），现为“{sign}”", sign=plain[:1])),)
    body = plain[:_HK_MACAO_LENGTH]
    if len(plain) not in {_HK_MACAO_LENGTH, _HK_MACAO_LENGTH + _RENEWALS}:
        return (error(say("应为9位（带换证次数的为11位），现为{count}位", count=len(plain))),)
    front = "AA" if body[1] == "A" else "A9"
    return wrong_place(plain, front.ljust(len(plain), "9"))


def check_taiwan_permit(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a 台湾居民来往大陆通行证, eight digits."""
    plain = normalise(number)
    if len(plain) == _TAIWAN_LENGTH + _RENEWALS and not wrong_place(plain, "9" * len(plain)):
        return (warning(say("应为8位，现为10位；旧证末两位是换证次数，请核对")),)
    return wrong_length(plain, _TAIWAN_LENGTH) or wrong_place(plain, "9" * _TAIWAN_LENGTH)


def _check_residence_permit(
    number: str, fronts: tuple[str, ...], today: date
) -> tuple[Finding, ...]:
    plain = normalise(number)
    return (
        birth_numbers.check_layout(plain)
        or _wrong_front(plain, fronts)
        or birth_numbers.check_birth(plain, today)
        or birth_numbers.check_digit(plain)
    )


def _wrong_front(number: str, fronts: tuple[str, ...]) -> tuple[Finding, ...]:
    if number.startswith(fronts):
        return ()
    return (
        error(
            say("前六位应为{fronts}，现为“{given}”", fronts="或".join(fronts), given=number[:6])
        ),
    )
