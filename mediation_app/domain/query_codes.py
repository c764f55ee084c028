"""The code by which a customer asks how a case stands (查询码): it says nothing by itself.

It is drawn from an id that nobody else ever sees, so that it cannot be computed from a case, a
person or another code: a guess hits one in 850,000 million. Its last sign is a check sign: a slip
of the finger is told at once and never shows another person's case.
"""

from hashlib import sha256

from mediation_app.domain.identifiers.spelling import normalise

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Without I, L, O, U and Z, which are mistaken for others on paper or over the phone; a prime."""
_MEANT = str.maketrans("ILOZ", "1102")
LENGTH = 9
_GROUP = 3
_ROOT = 3
"""Its powers are all different modulo 31: no two places of a code have one weight."""


def new_query_code(secret: str) -> str:
    """Return the code that is drawn from a secret: an id that is kept nowhere."""
    number = int.from_bytes(sha256(f"query code {secret}".encode()).digest())
    body = ""
    while len(body) < LENGTH - 1:
        number, rest = divmod(number, len(SIGNS))
        body += SIGNS[rest]
    return body + _check_sign(body)


def read_query_code(text: str) -> str:
    """Return the code that was typed or scanned, empty where it is none; gaps do not matter."""
    code = normalise(text).translate(_MEANT)
    is_spelt = len(code) == LENGTH and all(sign in SIGNS for sign in code)
    return code if is_spelt and _check_sign(code[:-1]) == code[-1] else ""


def group_query_code(code: str) -> str:
    """Return the code in groups of three, as it is printed and read out."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def _check_sign(body: str) -> str:
    """Return the sign that tells any one wrong sign and any two swapped ones."""
    weights = (pow(_ROOT, place, len(SIGNS)) for place in range(1, LENGTH))
    total = sum(SIGNS.index(sign) * each for sign, each in zip(body, weights, strict=True))
    return SIGNS[-total % len(SIGNS)]
