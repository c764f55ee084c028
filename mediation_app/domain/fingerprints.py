"""Facts as one text, and the digest of that text: equal facts give equal digests."""

import json
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any


def canonical_json(facts: Any) -> str:
    """Return the facts as JSON that is the same text for the same facts.

    Raises:
        TypeError: There is something among them that is no fact.
    """
    return json.dumps(
        facts, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def digest_of(facts: Any) -> str:
    """Return the SHA-256 of the facts, 64 hex digits."""
    return sha256(canonical_json(facts).encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(value)
