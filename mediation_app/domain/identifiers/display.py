"""How numbers of documents and telephones are shown: in groups, or with their middle hidden."""

import re

from mediation_app.domain.identifiers.phone import is_mobile, normalise_phone
from mediation_app.domain.identifiers.spelling import normalise

_SHOWN_ENDS = 4
_RESIDENT_ID = re.compile(r"[0-9]{9,17}|[0-9]{17}[0-9X]")
_SHORTEST_MASKED_PHONE = 9


def mask_identity(number: str) -> str:
    """Return the first and the last four places, a third at most of a short number."""
    plain = normalise(number)
    ends = min(_SHOWN_ENDS, len(plain) // 3)
    return f"{plain[:ends]}{'*' * (len(plain) - 2 * ends)}{plain[len(plain) - ends :]}"


def mask_phone(number: str) -> str:
    """Return the first three and the last four places; of a short number only the last two."""
    plain = normalise_phone(number)
    if len(plain) < _SHORTEST_MASKED_PHONE:
        return "*" * len(plain[:-2]) + plain[-2:]
    return f"{plain[:3]}****{plain[-4:]}"


def group_identity(number: str) -> str:
    """Return a number of 18 places in groups of 6, 8 and 4, also while it is being typed.

    Other kinds of numbers have letters in front, or are too short, and stay in one piece.
    """
    plain = normalise(number)
    if not _RESIDENT_ID.fullmatch(plain):
        return plain
    return " ".join(part for part in (plain[:6], plain[6:14], plain[14:]) if part)


def group_phone(number: str) -> str:
    """Return a mobile number in groups of 3, 4 and 4; other numbers as they are."""
    plain = normalise_phone(number)
    return f"{plain[:3]} {plain[3:7]} {plain[7:]}" if is_mobile(plain) else plain
