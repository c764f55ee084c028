"""Numbers of bank cards and other accounts."""

from mediation_app.domain.findings import Finding, error, warning
from mediation_app.domain.identifiers.spelling import normalise, wrong_place
from mediation_app.sentences import say

_CARD_LENGTHS = range(13, 20)
_ACCOUNT_LENGTHS = range(5, 33)


def check_bank_card(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number, or looks unlike a card's.

    A card has 13-19 digits and a Luhn check digit. Passbooks and company accounts need neither,
    so that is only a warning.
    """
    plain = normalise(number)
    if len(plain) not in _ACCOUNT_LENGTHS:
        return (error(say("银行卡号应为13至19位，现为{count}位", count=len(plain))),)
    wrong = wrong_place(plain, "9" * len(plain))
    if wrong:
        return wrong
    if len(plain) not in _CARD_LENGTHS:
        return (
            warning(
                say("银行卡号应为13至19位，现为{count}位，存折或对公账号请核对", count=len(plain))
            ),
        )
    return _wrong_check(plain)


def _wrong_check(number: str) -> tuple[Finding, ...]:
    right = -_luhn(number[:-1] + "0") % 10
    if int(number[-1]) == right:
        return ()
    return (
        warning(
            say(
                "卡号末位应为 {right}，现为 {given}，请核对（存折和对公账号可不符合）",
                right=right,
                given=number[-1],
            )
        ),
    )


def _luhn(number: str) -> int:
    """Return the sum of the digits, every second from the right doubled."""
    doubled = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
    return sum(
        doubled[int(digit)] if place % 2 else int(digit)
        for place, digit in enumerate(reversed(number))
    )
