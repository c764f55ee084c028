"""I1 and I2: what was saved is somewhere, and what was safe stays what it was."""

from collections import Counter
from collections.abc import Iterator

from tests.soak.evidence import Edit, Evidence, LoggedOp

_PARKED = frozenset({"rejected", "parked"})


def not_kept(evidence: Evidence) -> Iterator[str]:
    """Find edits that were reported saved and are nowhere, and such as are there twice."""
    logged = {op.op_id: op for op in evidence.centre.log}
    for op_id, times in Counter(op.op_id for op in evidence.centre.log).items():
        if times > 1:
            yield f"{op_id} is in the log {times} times"
    for edit in evidence.witness.edits.values():
        if edit.op_id in evidence.witness.lost_with_all_copies:
            continue
        if edit.op_id in logged:
            yield from _distorted(edit, logged[edit.op_id])
        elif edit.op_id not in evidence.centre.set_aside and not _is_parked(evidence, edit):
            yield f"{edit.op_id} of {edit.machine} on {edit.record_id} is nowhere"


def _distorted(edit: Edit, op: LoggedOp) -> Iterator[str]:
    if op.body_hash != edit.body_hash:
        yield f"{edit.op_id} is in the log with another content"
    if op.author != edit.person:
        yield f"{edit.op_id} of {edit.person} is in the log under another name"


def refused_without_a_trace(evidence: Evidence) -> Iterator[str]:
    """Find edits that the centre refused and did not keep, or refused and placed as well."""
    if evidence.witness.centre_age:
        return
    for logged in evidence.centre.log:
        if logged.op_id in evidence.centre.set_aside:
            yield f"{logged.op_id} is in the log and is set aside as well"
    for machine in evidence.machines:
        for op in machine.ops.values():
            if op.state == "parked" and op.op_id not in evidence.centre.set_aside:
                yield f"{op.op_id} of {machine.name} was refused and is not set aside"


def _told_anew(evidence: Evidence) -> set[str]:
    """Return edits of which every copy was sent anew after a restore, and refused.

    Where the centre has forgotten an edit, and each disk that knew it to be safe was put back as
    well, it waits like any other: when its case has left meanwhile it is set aside, and its author
    is told.
    """
    if not (evidence.witness.centre_age and evidence.witness.disks_copied):
        return set()
    states: dict[str, set[str]] = {}
    for machine in evidence.machines:
        for op in machine.ops.values():
            states.setdefault(op.op_id, set()).add(op.state)
    return {op_id for op_id, found in states.items() if found <= _PARKED}


def _is_parked(evidence: Evidence, edit: Edit) -> bool:
    return any(
        edit.op_id in machine.ops and machine.ops[edit.op_id].state in _PARKED
        for machine in evidence.machines
        if machine.person == edit.person
    )


def changed_after_echo(evidence: Evidence) -> Iterator[str]:
    """Find operations that were reported safe and went away, changed, or moved for no reason."""
    logged = {op.op_id: op for op in evidence.centre.log}
    excused = evidence.witness.lost_with_all_copies | _told_anew(evidence)
    for echo in evidence.witness.echoes.values():
        op = logged.get(echo.op_id)
        if op is None:
            if echo.op_id not in excused:
                yield f"{echo.op_id} was reported safe and is not in the log"
        elif op.body_hash != echo.body_hash:
            yield f"{echo.op_id} has another content than when it was reported safe"
        elif echo.centre_age == evidence.witness.centre_age and (op.seq, op.chain) != (
            echo.seq,
            echo.chain,
        ):
            yield f"{echo.op_id} moved from place {echo.seq} to {op.seq}"
