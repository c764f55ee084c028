"""Identity cards of foreigners with permanent residence; old and new numbers are both valid."""

from datetime import date

from mediation_app.domain.findings import Finding, error
from mediation_app.domain.identifiers import birth_numbers
from mediation_app.domain.identifiers.spelling import normalise, wrong_length, wrong_place
from mediation_app.sentences import say

_OLD_LAYOUT = "AAA" + "9" * 12
_NEW_FRONT = "9"


def check_old_card(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a card before 2023-12-01: 3 letters, 12 digits."""
    plain = normalise(number)
    if len(plain) == birth_numbers.LENGTH and plain.startswith(_NEW_FRONT):
        return (
            error(
                say("应为15位（3个字母加12位数字）；9开头的18位号码是2023版证件，请核对证件类型")
            ),
        )
    return wrong_length(plain, len(_OLD_LAYOUT)) or wrong_place(plain, _OLD_LAYOUT)


def check_new_card(number: str, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the number of a card since 2023-12-01: 18 places after a 9.

    Places 2-6 (province of first acceptance, nationality) are not looked up: no official text
    of their code lists was at hand.
    """
    plain = normalise(number)
    return (
        birth_numbers.check_layout(plain)
        or _wrong_front(plain)
        or birth_numbers.check_birth(plain, today)
        or birth_numbers.check_digit(plain)
    )


def _wrong_front(number: str) -> tuple[Finding, ...]:
    if number.startswith(_NEW_FRONT):
        return ()
    return (error(say("第1位应为 9，现为 {given}", given=number[0])),)
