"""Codes that open a database whose password was forgotten, made to be copied by hand."""

from hashlib import sha256
from secrets import choice

from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are read as others (Crockford's base 32)."""

_GROUPS, _GROUP_LENGTH, _CHECK_LENGTH = 8, 4, 2
_LENGTH = _GROUPS * _GROUP_LENGTH
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": "", "　": ""})


def new_recovery_code() -> str:
    """Return eight groups of four signs: 150 random bits and two signs that catch a slip."""
    random = "".join(choice(ALPHABET) for _ in range(_LENGTH - _CHECK_LENGTH))
    whole = random + _check(random)
    return "-".join(
        whole[start : start + _GROUP_LENGTH] for start in range(0, _LENGTH, _GROUP_LENGTH)
    )


def read_recovery_code(typed: str) -> str:
    """Return the signs of a code as somebody typed it.

    Raises:
        InvalidValueError: It has a slip; no database needs to be asked.
    """
    signs = typed.upper().translate(_MISREAD)
    if len(signs) != _LENGTH:
        raise InvalidValueError(
            say(
                "恢复码应有{groups}组、每组{length}个字符，请核对",
                groups=_GROUPS,
                length=_GROUP_LENGTH,
            )
        )
    if signs[-_CHECK_LENGTH:] != _check(signs[:-_CHECK_LENGTH]):
        raise InvalidValueError(say("恢复码有抄写错误，请逐个字符核对"))
    return signs


def _check(signs: str) -> str:
    total = int.from_bytes(sha256(signs.encode()).digest(), "big")
    return ALPHABET[total % 32] + ALPHABET[total // 32 % 32]
