"""Fold operations into registers that may hold more than one value.

A register holds each value that nobody who had seen it has replaced. The first stays shown; the
others are kept until somebody settles them. No clock and no name of a machine decides anything:
only what an author had seen. The order is that of the log, so everybody gets the same.

Three rules go beyond single registers. An object that is removed while somebody else edits below
it stays as it is shown, and both are kept; so does a whole record that is deleted. And what is
written into a sealed agreement never replaces what was sealed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from db.canonical import canonical
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.journal import FieldChange, FieldValue

DELETED = "deleted"
"""The register that says that a whole record was deleted."""
SEAL, SEALED_OBJECT = "sealed/digest", "agreement"
"""The register that seals, and the object that is immutable from then on."""
NUMBER, PROVISIONAL = "number", "provisional_number"
WHOLE = ""
"""Stands for a whole record that a newer version of the program wrote in a way yet unknown."""


class Write(NamedTuple):
    """A value in a register, and which operation wrote it.

    A case has hundreds of them, all made anew each time it is saved: a tuple is made fastest.

    Attributes:
        by: The operation's place in the shared log; for one without a place there, its number in
            the local journal, negative.
        before: What its author saw there.
        is_newer: Written by a newer version of the program; this one only reads it.
    """

    value: FieldValue
    by: int
    before: FieldValue = None
    is_newer: bool = False


State: TypeAlias = Mapping[str, tuple[Write, ...]]
"""Each register with its writes, the one that is shown first; none is empty."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An operation as the fold takes it.

    Attributes:
        by: As in ``Write``.
        seen_seq: All up to this place in the shared log was seen by its author.
        seen: What else was seen, each as in ``Write.by``.
        number: The case number that the centre gave; empty where it gave none.
    """

    by: int
    changes: tuple[FieldChange, ...]
    seen_seq: int = 0
    seen: frozenset[int] = frozenset()
    number: str = ""
    is_newer: bool = False

    def has_seen(self, write: Write) -> bool:
        """Return whether the author had seen a write."""
        return 0 < write.by <= self.seen_seq or write.by in self.seen


@dataclass(frozen=True, slots=True)
class Dispute:
    """A register with several values, the one that is shown first, no value twice."""

    path: str
    kind: ConflictKind
    before: FieldValue
    writes: tuple[Write, ...]


def fold(state: State, edits: Iterable[Edit]) -> dict[str, tuple[Write, ...]]:
    """Return the state after the edits, which come in the order of the log."""
    folding = _Folding(dict(state))
    for edit in edits:
        folding.take(edit)
    return folding.state


def shown(state: State) -> dict[str, FieldValue]:
    """Return the value that each register shows; what is in a removed object is hidden."""
    absent = {path for path, writes in state.items() if writes[0].value is None}
    return {
        path: writes[0].value
        for path, writes in state.items()
        if path not in absent and not _is_within(absent, path)
    }


def disputes(state: State) -> tuple[Dispute, ...]:
    """Return the registers that wait for a person, by their path."""
    several = sorted(path for path, writes in state.items() if len(writes) > 1)
    if not several:
        return ()
    objects = {owner for path in state for owner in owners(path)}
    absent = {path for path, writes in state.items() if writes[0].value is None}
    found = (
        _dispute(state, path, is_object=path in objects)
        for path in several
        if not _is_within(absent, path)
    )
    return tuple(each for each in found if each is not None)


def is_read_only(state: State, path: str) -> bool:
    """Return whether a newer version of the program has written a register."""
    return any(each.is_newer for each in state.get(path, ()))


def is_deleted(state: State) -> bool:
    """Return whether a record was deleted as a whole."""
    return DELETED in state and state[DELETED][0].value is not None


def owners(path: str) -> Iterator[str]:
    """Return the paths of the objects that a register is in, outermost first."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _is_within(objects: set[str], path: str) -> bool:
    return bool(objects) and any(owner in objects for owner in owners(path))


def _dispute(state: State, path: str, *, is_object: bool) -> Dispute | None:
    writes = state[path]
    # Where an object stands among its kind is worth nobody's question: only whether it is there.
    first_of_each = {
        "" if is_object and each.value is not None else canonical(each.value): each
        for each in reversed(writes)
    }
    distinct = tuple(each for each in writes if each in first_of_each.values())
    if len(distinct) < 2:  # noqa: PLR2004 - two make a dispute
        return None
    return Dispute(path, _kind(state, path, is_object=is_object), writes[0].before, distinct)


def _kind(state: State, path: str, *, is_object: bool) -> ConflictKind:
    if _is_sealed(path) and _seal(state) is not None:
        return ConflictKind.SEALED
    return ConflictKind.REMOVAL if is_object or path == DELETED else ConflictKind.VALUES


def _is_sealed(path: str) -> bool:
    return path == SEALED_OBJECT or path.startswith(f"{SEALED_OBJECT}/")


def _seal(state: State) -> Write | None:
    """Return what sealed the agreement, None where nothing did."""
    return next((each for each in state.get(SEAL, ()) if each.value is not None), None)


class _Folding:
    """A state that is being changed."""

    def __init__(self, state: dict[str, tuple[Write, ...]]) -> None:
        self.state = state

    def take(self, edit: Edit) -> None:
        """Fold one edit."""
        changes = self._changes(edit)
        # The first seal counts: whoever sealed something else unseen finds his words beside it.
        seals = _seal(self.state) is None and any(
            each.path == SEAL and each.after is not None for each in changes.values()
        )
        unseen = self._first_unseen(edit, self.state) if DELETED in changes else None
        if seals:
            self._shut_out(edit, changes)
        for change in changes.values():
            self._write(edit, change, seals=seals)
        if changes.get(DELETED) is not None:
            self._keep_undeleted(unseen)
        elif changes:
            self._undelete(edit)
        self._keep_owners(edit, changes)

    def _changes(self, edit: Edit) -> dict[str, FieldChange]:
        """Return what it writes: an object that goes takes all that is in it with it."""
        given = {each.path: each for each in edit.changes}
        gone = {path for path, each in given.items() if each.after is None}
        changes = {path: each for path, each in given.items() if not _is_within(gone, path)}
        if edit.number:
            there = changes.get(NUMBER) or FieldChange(NUMBER, None, self._shown(NUMBER))
            changes[NUMBER] = FieldChange(NUMBER, there.before, edit.number)
            if there.after not in (None, "", edit.number):
                before = self._shown(PROVISIONAL)
                changes[PROVISIONAL] = FieldChange(PROVISIONAL, before, there.after)
        return changes

    def _shown(self, path: str) -> FieldValue:
        writes = self.state.get(path)
        return writes[0].value if writes else None

    def _write(self, edit: Edit, change: FieldChange, *, seals: bool) -> None:
        path = change.path
        there = self.state.get(path, ())
        write = Write(change.after, edit.by, change.before, edit.is_newer)
        kept = tuple(each for each in there if not edit.has_seen(each))
        if _is_sealed(path) and seals:
            self.state[path] = (write, *kept)
        elif _is_sealed(path) and (seal := _seal(self.state)) is not None:
            self._write_into_sealed(edit, write, path, seal)
        else:
            if write.value is None and not any(each.value is not None for each in kept):
                kept += self._kept_for_edits_below(edit, path, there)
            self.state[path] = (*kept, write)

    def _shut_out(self, edit: Edit, changes: Mapping[str, FieldChange]) -> None:
        """Show nothing in an agreement that its signer had not seen."""
        for path, writes in self.state.items():
            first = writes[0]
            is_left = _is_sealed(path) and path not in changes
            if is_left and first.value is not None and not edit.has_seen(first):
                self.state[path] = (Write(None, edit.by), *writes)

    def _write_into_sealed(self, edit: Edit, write: Write, path: str, seal: Write) -> None:
        first, *rest = self.state.get(path) or (Write(None, seal.by),)
        kept = (first, *(each for each in rest if not edit.has_seen(each)))
        is_as_sealed = canonical(first.value) == canonical(write.value)
        self.state[path] = kept if is_as_sealed else (*kept, write)

    def _kept_for_edits_below(
        self, edit: Edit, path: str, there: tuple[Write, ...]
    ) -> tuple[Write, ...]:
        """Keep an object for those who edited in it what its remover had not seen."""
        place = next((each.value for each in there if each.value is not None), None)
        if place is None:
            return ()
        prefix = f"{path}/"
        below = {each: writes for each, writes in self.state.items() if each.startswith(prefix)}
        first = self._first_unseen(edit, below, has_value=True)
        return () if first is None else (Write(place, first.by, place, first.is_newer),)

    def _keep_owners(self, edit: Edit, changes: Mapping[str, FieldChange]) -> None:
        """Claim an object that was removed unseen for this edit below it."""
        claimed = {
            owner
            for path, change in changes.items()
            if change.after is not None
            for owner in owners(path)
            if owner in self.state and owner not in changes
        }
        for owner in sorted(claimed):
            writes = self.state[owner]
            unseen = (each for each in writes if each.value is None and not edit.has_seen(each))
            gone = next(unseen, None)
            if gone is not None and all(each.value is None for each in writes):
                place = 0 if gone.before is None else gone.before
                self.state[owner] = (*writes, Write(place, edit.by, place, edit.is_newer))

    def _keep_undeleted(self, unseen: Write | None) -> None:
        """Keep a record for those who edited in it what its deleter had not seen."""
        *others, own = self.state[DELETED]
        if own.value is not None and unseen is not None and not others:
            self.state[DELETED] = (Write(None, unseen.by), own)

    def _undelete(self, edit: Edit) -> None:
        """Claim a record that was deleted unseen for this edit of it."""
        writes = self.state.get(DELETED, ())
        gone = [each for each in writes if each.value is not None and not edit.has_seen(each)]
        if gone and len(gone) == len(writes):
            self.state[DELETED] = (*writes, Write(None, edit.by, None, edit.is_newer))

    @staticmethod
    def _first_unseen(edit: Edit, state: State, *, has_value: bool = False) -> Write | None:
        """Return the earliest write that the author had not seen."""
        unseen = (
            each
            for writes in state.values()
            for each in writes
            if not edit.has_seen(each) and not (has_value and each.value is None)
        )
        return min(unseen, key=lambda each: (each.by < 0, abs(each.by)), default=None)
