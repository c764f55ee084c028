"""Seals the four lines of a case by its query code, so that only who has the slip reads them.

A code has one of 850,000 million values (``domain.query_codes``): a quick digest of it would be
found by trying all of them. So both what a status is found by and what it is sealed with come from
Argon2id over the code and a salt of the centre. What is sealed is always of one length, and the
same status gives the same text (AES-SIV, RFC 5297): telling it again changes nothing, and no
number has to be drawn that may never be drawn twice.
"""

from dataclasses import dataclass
from hashlib import sha256, sha512
from hmac import digest

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from db.key_slots import Cost

COST = Cost(passes=3, memory_kib=64 * 1024, lanes=1)
"""The same at every machine, or they would not find what others told."""
SEALED_BYTES = 656
_TEXT_BYTES = 640
_ABOUT = b"mediation status 1"
"""Another number where any of this is done in another way: each then finds only its own."""


@dataclass(frozen=True, slots=True)
class StatusKeys:
    """What a code makes: 32 bytes by which its status is found, 64 that open it."""

    lookup: bytes
    key: bytes


def status_keys(code: str, salt: bytes, cost: Cost = COST) -> StatusKeys:
    """Return what a code makes at a centre; it takes a tenth of a second, that is its purpose."""
    root = hash_secret_raw(
        secret=code.encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )
    lookup, key = digest(root, _ABOUT + b" lookup", sha256), digest(root, _ABOUT + b" key", sha512)
    return StatusKeys(lookup, key)


def seal(keys: StatusKeys, text: str) -> bytes:
    """Return a text of at most 640 bytes in UTF-8, sealed."""
    padded = text.encode().ljust(_TEXT_BYTES)
    return AESSIV(keys.key).encrypt(padded, [_ABOUT, keys.lookup])


def open_sealed(keys: StatusKeys, sealed: bytes) -> str | None:
    """Return what was sealed; None where it is not for this code."""
    try:
        return AESSIV(keys.key).decrypt(sealed, [_ABOUT, keys.lookup]).decode().rstrip(" ")
    except (InvalidTag, ValueError):
        return None
