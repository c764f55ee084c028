"""The key of a database, wrapped for one person.

It is encrypted with AES-256-GCM under a key that Argon2id makes from a secret.
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum
from secrets import token_bytes

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_SALT_BYTES, _NONCE_BYTES = 16, 12


class SlotKind(Enum):
    """What opens a slot."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs (Argon2id)."""

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 2


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose slot of which database it is; a slot moved elsewhere does not open."""

    database_id: str
    kind: SlotKind
    user: str = ""

    @property
    def label(self) -> bytes:
        """The text that the encryption binds to the slot."""
        return f"{self.database_id}\n{self.kind.value}\n{self.user}".encode()


@dataclass(frozen=True, slots=True)
class Slot:
    """The key, wrapped for one holder."""

    holder: Holder
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


def new_key() -> bytes:
    """Return a random key."""
    return token_bytes(KEY_BYTES)


def wrap(holder: Holder, secret: str, key: bytes, cost: Cost) -> Slot:
    """Return a slot that this secret opens."""
    salt, nonce = token_bytes(_SALT_BYTES), token_bytes(_NONCE_BYTES)
    cipher = AESGCM(_stretched(secret, salt, cost))
    return Slot(holder, cost, salt, nonce, cipher.encrypt(nonce, key, holder.label))


def unwrap(slot: Slot, secret: str) -> bytes | None:
    """Return the key, or None where the secret does not open the slot."""
    cipher = AESGCM(_stretched(secret, slot.salt, slot.cost))
    try:
        return cipher.decrypt(slot.nonce, slot.wrapped, slot.holder.label)
    except InvalidTag:
        return None


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    # One password typed on two systems may differ in how its characters are composed.
    spelt = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return hash_secret_raw(
        spelt,
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
