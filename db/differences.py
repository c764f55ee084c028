"""What an author changed on a screen that showed one state and now wants another."""

from collections.abc import Iterator

from db.canonical import canonical
from db.fold import SEAL, SEALED_OBJECT, State, owners
from db.records import Stored
from db.registers import Registers, changed, to_registers
from mediation_app.domain.journal import FieldChange


def differing(stored: Stored, seen: object, wanted: object) -> tuple[FieldChange, ...]:
    """Return what an author changed, but for what is stored so already and undisputed.

    Ranks that did not move are those that are stored. An agreement that is sealed is said again
    as a whole, so that everybody shows what was signed, also where an edit that the signer had not
    seen came first.
    """
    before = to_registers(seen, onto=stored.registers)
    after = to_registers(wanted, onto=before)
    changes = [each for each in changed(before, after) if not _is_so(stored.state, each)]
    changes += _left_over(stored.state, changes, after)
    changes += _not_stored(stored.state, changes, before, after)
    if any(each.path == SEAL and each.after is not None for each in changes):
        written = {each.path for each in changes}
        changes += (
            FieldChange(path, value, value)
            for path, value in after.items()
            if path.split("/", maxsplit=1)[0] == SEALED_OBJECT and path not in written
        )
    return tuple(changes)


def _left_over(
    state: State, changes: list[FieldChange], after: Registers
) -> Iterator[FieldChange]:
    """Return what an object that comes back had and shall have no more."""
    created = tuple(
        f"{each.path}/" for each in changes if each.before is None and each.path in state
    )
    if created:
        for path, writes in state.items():
            if path.startswith(created) and path not in after and writes[0].value is not None:
                yield FieldChange(path, None, None)


def _not_stored(
    state: State, changes: list[FieldChange], before: Registers, after: Registers
) -> Iterator[FieldChange]:
    """Return the rest of each object that was edited where it was seen and is not stored any more.

    Whoever added it was refused meanwhile: its new place alone would be an object without what
    makes it one, and no record could be read with it.
    """
    touched = {path for each in changes for path in (*owners(each.path), each.path)}
    lost = {path for path in touched if path in before and path in after and path not in state}
    if lost:
        written = {each.path for each in changes}
        prefixes = tuple(f"{path}/" for path in lost)
        for path, value in after.items():
            is_lost = path in lost or path.startswith(prefixes)
            if is_lost and value is not None and path not in written:
                yield FieldChange(path, None, value)


def _is_so(state: State, change: FieldChange) -> bool:
    writes = state.get(change.path, ())
    values = {canonical(each.value) for each in writes} or {"null"}
    return values == {canonical(change.after)}
