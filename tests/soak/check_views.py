"""I3 and I8: everybody sees the same, and nothing that nobody had seen went out of sight."""

from collections.abc import Iterator, Mapping

from tests.soak.check_log import logs_of
from tests.soak.evidence import Edit, Evidence, MachineLeft, Path, RecordId, Register
from tests.soak.reference_fold import fold

States = Mapping[RecordId, Mapping[Path, Register]]


def disagreeing(evidence: Evidence) -> Iterator[str]:
    """Compare each machine with the fold from nothing, record by record."""
    expected = {record_id: fold(log) for record_id, log in logs_of(evidence.centre).items()}
    for machine in evidence.machines:
        visible = {
            record_id
            for record_id in expected
            if machine.orgs & evidence.witness.granted_now.get(record_id, set())
        }
        for record_id in sorted(visible - set(machine.states)):
            yield f"{machine.name} lacks {record_id}"
        for record_id in sorted(visible & set(machine.states)):
            yield from _differences(machine, record_id, expected[record_id])
        yield from _wrong_conflicts(machine, {each: expected[each] for each in visible})


def _differences(
    machine: MachineLeft, record_id: RecordId, expected: Mapping[Path, Register]
) -> Iterator[str]:
    state = machine.states[record_id]
    for path in sorted(set(state) | set(expected)):
        if state.get(path) != expected.get(path):
            yield (
                f"{machine.name} shows {record_id} {path} as {state.get(path)},"
                f" the log says {expected.get(path)}"
            )


def open_conflicts(states: States) -> set[tuple[RecordId, Path]]:
    """Return the fields with more than one value; two ranks of an object are none."""
    return {
        (record_id, path)
        for record_id, state in states.items()
        for path, register in state.items()
        if len({value for value, _ in register}) > 1
        and not all(
            value.lstrip("-").isdigit() and _is_object(path, state) for value, _ in register
        )
    }


def _is_object(path: Path, state: Mapping[Path, Register]) -> bool:
    return any(other.startswith(f"{path}/") for other in state)


def _wrong_conflicts(machine: MachineLeft, expected: States) -> Iterator[str]:
    for record_id, path in sorted(open_conflicts(expected) - machine.conflicts):
        if not any(
            record == record_id and path.startswith(f"{shown}/")
            for record, shown in machine.conflicts
        ):
            yield f"{machine.name} does not show the conflict at {record_id} {path}"


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
    return any(path in each.writes and _had_seen(each, edit, path) for each in later)


def _had_seen(later: Edit, edit: Edit, path: Path) -> bool:
    value = edit.writes[path]
    return (
        edit.op_id in later.saw_ops
        or value in later.saw_values.get(path, frozenset())
        or value == later.writes[path]
    )


def _out_of_sight(
    evidence: Evidence, record_id: RecordId, edit: Edit, path: Path
) -> Iterator[str]:
    for machine in evidence.machines:
        state = machine.states.get(record_id)
        if state is not None and machine.orgs & evidence.witness.granted_now.get(record_id, set()):
            values = [value for value, _ in state.get(path, ())]
            if edit.writes[path] not in values:
                yield f"{machine.name} lost {edit.writes[path]} at {record_id} {path}"
