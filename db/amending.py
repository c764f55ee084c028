"""A record as it would be with the values of an edit that was not taken over."""

from collections.abc import Sequence
from typing import TypeVar

from db.registers import Registers, from_registers
from mediation_app.domain.journal import FieldChange

_GIVEN = frozenset({"number", "provisional_number"})
"""What no edit gives a case again: its number comes from its desk or from the centre."""
Kind = TypeVar("Kind")


def amended(
    kind: type[Kind], registers: Registers, changes: Sequence[FieldChange]
) -> tuple[Kind, tuple[FieldChange, ...]]:
    """Return the record with the values that the changes wanted, and what would change by that."""
    wanted = {each.path: each.after for each in changes if each.path not in _GIVEN}
    told = tuple(
        FieldChange(path, registers.get(path), value)
        for path, value in wanted.items()
        if registers.get(path) != value
    )
    together = {**registers, **wanted}
    there = {path: value for path, value in together.items() if value is not None}
    return from_registers(kind, there), told
