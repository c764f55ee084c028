"""Edits as the tests of the fold write them down."""

from db.fold import (
    Edit,
    disputes,
)
from mediation_app.domain.journal import FieldChange

EVERYTHING = 1 << 40


def edit(by, seen=0, others=(), *, is_newer=False, **values):
    """Return an edit; ``a__b`` stands for the path ``a/b``, a pair for before and after."""
    changes = []
    for name, value in values.items():
        before, after = value if isinstance(value, tuple) else (None, value)
        changes.append(FieldChange(name.replace("__", "/"), before, after))
    return Edit(by, tuple(changes), seen, frozenset(others), is_newer=is_newer)


def values(state, path):
    return [each.value for each in state[path]]


def kinds(state):
    return {each.path: each.kind for each in disputes(state)}


PARTY = edit(1, parties__b=7, parties__b__name="乙", parties__b__phone="1", facts="事实")
