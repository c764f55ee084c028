"""The fold once more, by set algebra over raw rows: slow, short, and not the program's."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mediation_app.domain.journal import FieldValue
from tests.soak.evidence import Frozen, LoggedOp, Path, Register

PLACE_BYTES = 8
SEAL = "sealed/digest"


def frozen(value: FieldValue) -> Frozen:
    """Return a value so that it can be compared and be a member of a set."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def writes_of(op: LoggedOp) -> dict[Path, Frozen]:
    """Return what an operation wrote; nothing where it was erased."""
    if not op.body:
        return {}
    written = {path: frozen(after) for path, _, after in json.loads(op.body)["changes"]}
    return written | _said(op)


def _said(op: LoggedOp) -> dict[Path, Frozen]:
    return {path: frozen(value) for path, value in json.loads(op.said).items()}


def causes(log: Sequence[LoggedOp]) -> dict[str, frozenset[int]]:
    """Return for each operation the places of the log that its author had seen."""
    chains = {op.seq: op.chain[:PLACE_BYTES] for op in log} | {0: b""}
    by_id = {op.op_id: op for op in log}
    seen: dict[str, frozenset[int]] = {}
    for op in log:
        known = chains.get(op.base_seq) == op.base_chain
        places = set(range(1, op.base_seq + 1)) if known else set()
        for earlier in op.after:
            if earlier in by_id:
                places |= {by_id[earlier].seq} | seen.get(earlier, frozenset())
        seen[op.op_id] = frozenset(places)
    return seen


@dataclass(slots=True)
class _State:
    registers: dict[Path, list[tuple[Frozen, int]]] = field(default_factory=dict)
    is_sealed: bool = False

    def write(self, path: Path, value: Frozen, op: LoggedOp, seen: frozenset[int]) -> None:
        there = self.registers.get(path, [])
        left = [each for each in there if each[1] not in seen]
        if self.is_sealed and there and (path == "agreement" or path.startswith("agreement/")):
            # What was signed stays what is shown; the edit stands beside it.
            left = [there[0], *(each for each in left if each != there[0])]
        self.registers[path] = [*left, (value, op.seq)]


def fold(log: Sequence[LoggedOp]) -> Mapping[Path, Register]:
    """Return the state of a record from its log in order."""
    seen = causes(log)
    state = _State()
    for op in log:
        for path, value in writes_of(op).items():
            state.write(path, value, op, seen[op.op_id])
        state.is_sealed = state.is_sealed or bool(op.sealed)
    return {path: tuple(values) for path, values in state.registers.items()}
