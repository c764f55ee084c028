"""I12: the contents of files arrive, like the entries that name them."""

import json
from collections.abc import Iterator

from tests.soak.evidence import Evidence, MachineLeft, RecordId

NAMES_A_CONTENT = "/blob_id"


def stuck_contents(evidence: Evidence) -> Iterator[str]:
    """Find contents that somebody has, and that the centre or somebody else still lacks."""
    if evidence.witness.silent_restores:
        # Contents have no chain: that they went away with a backup must be said.
        return
    for machine in evidence.machines:
        for record_id in machine.states:
            if machine.orgs & evidence.witness.granted_now.get(record_id, set()):
                yield from _stuck(evidence, machine, record_id)


def _stuck(evidence: Evidence, machine: MachineLeft, record_id: RecordId) -> Iterator[str]:
    for content in sorted(_named(machine, record_id)):
        here, there = content in machine.contents, content in evidence.centre.contents
        if here and not there:
            yield f"{machine.name} has {content} and the centre does not"
        if there and not here:
            yield f"the centre has {content} and {machine.name} does not"


def _named(machine: MachineLeft, record_id: RecordId) -> Iterator[tuple[RecordId, str]]:
    state = machine.states[record_id]
    for path, register in state.items():
        owner = state.get(path.removesuffix(NAMES_A_CONTENT), ())
        is_shown = not owner or owner[0][0] != "null"
        if path.endswith(NAMES_A_CONTENT) and is_shown and register[0][0] != "null":
            yield record_id, json.loads(register[0][0])
