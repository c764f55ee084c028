"""I4: no mark of a record is anywhere but with those who were allowed to see it."""

from collections.abc import Iterator
from itertools import chain

from tests.soak.evidence import Edit, Evidence, MachineLeft


def seen_by_the_wrong(evidence: Evidence) -> Iterator[str]:
    """Look for marks in the files of others, and in what the centre told an adversary."""
    marked = {edit.canary: edit for edit in evidence.witness.edits.values() if edit.canary}
    for machine in evidence.machines:
        for canary in sorted(machine.canaries & set(marked)):
            yield from _wrong_here(evidence, machine, marked[canary])
    for canary in sorted(evidence.adversary_saw & set(marked)):
        granted = evidence.witness.granted.get(marked[canary].record_id, set())
        if not granted & evidence.adversary_orgs:
            yield f"the centre told an adversary of {marked[canary].record_id}: {canary}"


def _wrong_here(evidence: Evidence, machine: MachineLeft, edit: Edit) -> Iterator[str]:
    witness = evidence.witness
    if edit.person == machine.person:
        return
    if not machine.orgs & witness.granted.get(edit.record_id, set()):
        yield f"{machine.name} holds {edit.canary} of {edit.record_id}, which it never could see"
    elif not (
        machine.orgs & witness.granted_now.get(edit.record_id, set())
        or _is_in_own_entry(evidence, machine, edit)
    ):
        yield f"{machine.name} still holds {edit.canary} of {edit.record_id}, which left"


def _is_in_own_entry(evidence: Evidence, machine: MachineLeft, edit: Edit) -> bool:
    """An own entry names what it replaced or chose, and own entries are kept."""
    return any(
        edit.canary in value
        for own in evidence.witness.edits.values()
        if own.person == machine.person and own.record_id == edit.record_id
        for value in chain(own.writes.values(), *own.saw_values.values())
    )
