"""I3 and I8: everybody sees the same, and nothing that nobody had seen went out of sight."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from tests.soak.check_log import logs_of
from tests.soak.evidence import Edit, Evidence, MachineLeft, Path, RecordId, Register
from tests.soak.reference_fold import folded_anew, plain_registers

_KEPT_AT = {"number": ("number", "provisional_number")}
"""A provisional number stands aside for the one that the centre gives."""

States = Mapping[RecordId, Mapping[Path, Register]]


def disagreeing(evidence: Evidence) -> Iterator[str]:
    """Compare each machine with the fold from nothing, record by record."""
    logs = logs_of(evidence.centre)
    anew = {record_id: folded_anew(log) for record_id, log in logs.items()}
    plain = {record_id: plain_registers(log) for record_id, log in logs.items()}
    for machine in evidence.machines:
        visible = {record_id for record_id in logs if _may_see(evidence, machine, record_id)}
        yield from (
            f"{machine.name} lacks {each}" for each in sorted(visible - set(machine.states))
        )
        for record_id in sorted(visible & set(machine.states)):
            state = machine.states[record_id]
            yield from _differences(machine, record_id, state, anew[record_id])
            of_plain = {path: state.get(path, ()) for path in plain[record_id]}
            yield from _differences(machine, record_id, of_plain, plain[record_id])
        yield from _hidden_conflicts(machine, {each: plain[each] for each in visible})
    yield from _conflicts_that_differ(evidence)


def _may_see(evidence: Evidence, machine: MachineLeft, record_id: RecordId) -> bool:
    return bool(machine.orgs & evidence.witness.granted_now.get(record_id, set()))


def _differences(
    machine: MachineLeft,
    record_id: RecordId,
    state: Mapping[Path, Register],
    expected: Mapping[Path, Register],
) -> Iterator[str]:
    for path in sorted(set(state) | set(expected)):
        if state.get(path) != expected.get(path):
            yield (
                f"{machine.name} shows {record_id} {path} as {state.get(path)},"
                f" the log says {expected.get(path)}"
            )


def open_conflicts(states: States) -> set[tuple[RecordId, Path]]:
    """Return the fields that hold more than one value."""
    return {
        (record_id, path)
        for record_id, state in states.items()
        for path, register in state.items()
        if len({value for value, _ in register}) > 1
    }


def _hidden_conflicts(machine: MachineLeft, expected: States) -> Iterator[str]:
    for record_id, path in sorted(open_conflicts(expected) - machine.conflicts):
        yield f"{machine.name} does not show the conflict at {record_id} {path}"


def _conflicts_that_differ(evidence: Evidence) -> Iterator[str]:
    """Compare the conflicts of every two machines in the records that both may see."""
    for one, other in combinations(evidence.machines, 2):
        for record_id, path in sorted(one.conflicts ^ other.conflicts):
            if _may_see(evidence, one, record_id) and _may_see(evidence, other, record_id):
                yield f"only one of {one.name}, {other.name} shows the conflict {record_id} {path}"


def silently_overwritten(evidence: Evidence) -> Iterator[str]:
    """Find values that went out of sight though no later author had seen them."""
    edits = evidence.witness.edits
    for record_id, log in logs_of(evidence.centre).items():
        ordered = [edits[op.op_id] for op in log if op.op_id in edits]
        for place, edit in enumerate(ordered):
            for path in edit.writes:
                if not _was_replaced(edit, path, ordered[place + 1 :]):
                    yield from _out_of_sight(evidence, record_id, edit, path)


def _was_replaced(edit: Edit, path: Path, later: list[Edit]) -> bool:
    return any(
        kept in each.writes and _had_seen(each, edit, path, kept)
        for kept in _KEPT_AT.get(path, (path,))
        for each in later
    )


def _had_seen(later: Edit, edit: Edit, path: Path, kept: Path) -> bool:
    value = edit.writes[path]
    return (
        edit.op_id in later.saw_ops
        or value in later.saw_values.get(kept, frozenset())
        or value == later.writes[kept]
    )


def _out_of_sight(
    evidence: Evidence, record_id: RecordId, edit: Edit, path: Path
) -> Iterator[str]:
    for machine in evidence.machines:
        state = machine.states.get(record_id)
        if state is not None and _may_see(evidence, machine, record_id):
            values = [
                value for each in _KEPT_AT.get(path, (path,)) for value, _ in state.get(each, ())
            ]
            if edit.writes[path] not in values:
                yield f"{machine.name} lost {edit.writes[path]} at {record_id} {path}"
