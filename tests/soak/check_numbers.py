"""I10: official numbers are dense, nobody has another's, and one that was told never changes."""

import json
from collections import defaultdict
from collections.abc import Iterator

from tests.soak.evidence import Evidence, RecordId, Told

NUMBER = "number"


def wrong_numbers(evidence: Evidence) -> Iterator[str]:
    """Compare what was told, what the log says, and what the series hold."""
    # A centre that forgets which numbers it gave, and is not told so, gives them again.
    if not (evidence.witness.silent_restores or evidence.witness.ended_early):
        yield from _given_twice(evidence)
        yield from _changed(evidence)
    yield from _not_dense(evidence)


def _given_twice(evidence: Evidence) -> Iterator[str]:
    holders = defaultdict(set)
    for op in evidence.centre.log:
        number = json.loads(op.said).get(NUMBER)
        if number:
            holders[number].add(op.record_id)
    for told in _binding(evidence):
        holders[told.number].add(told.record_id)
    for number, records in sorted(holders.items()):
        if len(records) > 1:
            yield f"{number} was given to {sorted(records)}"


def _changed(evidence: Evidence) -> Iterator[str]:
    numbers = defaultdict(set)
    for told in _binding(evidence):
        if told in evidence.witness.told or _was_registered_once(evidence, told.record_id):
            numbers[told.record_id].add(told.number)
    for record_id, told_numbers in sorted(numbers.items()):
        if len(told_numbers) > 1:
            yield f"{record_id} was told {sorted(told_numbers)}"
        for machine in evidence.machines:
            register = machine.states.get(record_id, {}).get(NUMBER, ())
            if register and json.loads(register[0][0]) not in told_numbers:
                yield f"{machine.name} shows {record_id} as {register[0][0]}, told {told_numbers}"


def _was_registered_once(evidence: Evidence, record_id: RecordId) -> bool:
    """Return whether one person alone gave the case a number: of two, the first at the centre."""
    edits = evidence.witness.edits.values()
    return sum(edit.record_id == record_id and NUMBER in edit.writes for edit in edits) == 1


def _binding(evidence: Evidence) -> list[Told]:
    """Return the numbers that must hold; a lease on a copied disk cannot promise anything.

    Nor does anybody know of a number whose every copy was put back to a state before it.
    """
    witness = evidence.witness
    has_one_past = not witness.disks_copied and not witness.centre_age
    known = [each for each in witness.told if each.op_id not in witness.lost_with_all_copies]
    return known + (witness.printed if has_one_past else [])


def _not_dense(evidence: Evidence) -> Iterator[str]:
    for series, head in sorted(evidence.centre.heads.items()):
        explained = sorted(evidence.centre.serials.get(series, ()))
        if explained != list(range(1, head + 1)):
            yield f"the series {series} goes to {head} and explains {explained}"
