"""The code tables of the station as choices."""

import json
from functools import cache

from mediation_app.sentences import say
from resources.wordings import code_table
from ui.fields.choices import Choice

ODD_CODE = say("不在代码表中，仍会照此保存")


def read_code_table(text: str) -> tuple[Choice, ...]:
    """Return the entries of a table; ``initials``, ``pinyin`` and ``group`` may be left out."""
    return tuple(
        Choice(
            value=entry["name"],
            label=entry["name"],
            keys=tuple(key for key in (entry.get("initials"), entry.get("pinyin")) if key),
            note=entry.get("group", ""),
        )
        for entry in json.loads(text)["entries"]
    )


@cache
def choices_of(table: str) -> tuple[Choice, ...]:
    """Return the choices of a shipped table."""
    return read_code_table(code_table(table))
