"""Many keys in one parameter: hundreds of question marks took longer to write than the answer."""

import json
from collections.abc import Collection

from sqlalchemy import text

MANY = text("SELECT value FROM json_each(:many)")
"""Stands in a statement for any number of texts or whole numbers: ``column.in_(MANY)``."""


def many(keys: Collection[str] | Collection[int]) -> dict[str, str]:
    """Return the parameter of ``MANY``."""
    return {"many": json.dumps(list(keys))}
