"""What a log means, once more, by set algebra over raw rows.

``plain_registers`` is a fold of our own for single registers. ``folded_anew`` lets the program
fold the log from nothing, with causes that are computed here: what machines arrived at in many
steps, with unsent entries coming and going, must be the same.
"""

import json
from collections.abc import Sequence

from db.fold import Edit as FoldEdit
from db.fold import fold as program_fold
from mediation_app.domain.journal import FieldChange, FieldValue
from tests.soak.evidence import Frozen, LoggedOp, Path, Register

PLACE_BYTES = 8
SPECIAL = frozenset({"deleted", "number", "provisional_number"})
"""Registers that more than their writers decide upon."""


def frozen(value: FieldValue) -> Frozen:
    """Return a value so that it can be compared and be a member of a set."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def changes_of(op: LoggedOp) -> list[tuple[Path, FieldValue, FieldValue]]:
    """Return what an operation says that it changed; nothing where it was erased."""
    return json.loads(op.body)["changes"] if op.body else []


def causes(log: Sequence[LoggedOp]) -> dict[str, frozenset[int]]:
    """Return for each operation the places of the log that its author had seen."""
    chains = {op.seq: op.chain[:PLACE_BYTES] for op in log}
    by_id = {op.op_id: op for op in log}
    seen = {}
    for op in log:
        is_base_good = chains.get(op.base_seq) == op.base_chain
        places = set(range(1, op.base_seq + 1)) if is_base_good else set()
        waiting = list(op.after)
        done: set[str] = set()
        while waiting:
            cause = by_id.get(waiting.pop())
            # What stands later was not there when everybody folded this: it counts for nobody.
            if cause is not None and cause.seq < op.seq and cause.op_id not in done:
                done.add(cause.op_id)
                places.add(cause.seq)
                waiting += cause.after
        seen[op.op_id] = frozenset(places)
    return seen


def folded_anew(log: Sequence[LoggedOp]) -> dict[Path, Register]:
    """Return the state of a record from its log in order."""
    seen = causes(log)
    edits = [
        FoldEdit(
            by=op.seq,
            changes=tuple(FieldChange(*change) for change in changes_of(op)),
            seen=seen[op.op_id],
            number=json.loads(op.said).get("number", ""),
        )
        for op in log
    ]
    state = program_fold({}, edits)
    return {
        path: tuple((frozen(write.value), write.by) for write in writes)
        for path, writes in state.items()
    }


def plain_registers(log: Sequence[LoggedOp]) -> dict[Path, Register]:
    """Return the registers that belong to no object and are under no seal, folded by ourselves."""
    written = {path for op in log for path, _, _ in changes_of(op)}
    plain = {path for path in written if "/" not in path} - SPECIAL - _objects(written)
    seen = causes(log)
    state: dict[Path, Register] = {}
    for op in log:
        for path, _, value in changes_of(op):
            if path in plain:
                kept = (each for each in state.get(path, ()) if each[1] not in seen[op.op_id])
                state[path] = (*kept, (frozen(value), op.seq))
    return state


def _objects(paths: set[Path]) -> set[Path]:
    return {path.split("/", maxsplit=1)[0] for path in paths if "/" in path}
