"""A memory without a file, for tests of services; it passes the contract of the real one."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from types import TracebackType
from typing import Any, Self

from db.amending import amended
from db.blobs import chunks_of, id_of
from db.canonical import canonical
from db.differences import differing
from db.document_lines import registers_of
from db.fold import DELETED, Edit, Write, disputes, fold, shown
from db.records import TYPES, Stored
from db.registers import from_registers, to_registers
from db.search_words import number_key
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.case_numbers import CaseNumber, read_case_number
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import Conflict, ConflictKind
from mediation_app.domain.documents import IssuedDocument
from mediation_app.domain.journal import (
    Changes,
    FieldChange,
    FieldValue,
    JournalEntry,
)
from mediation_app.errors import (
    AmbiguousCaseError,
    CaseNotFoundError,
    ContentNotHereError,
    DocumentNotFoundError,
    DuplicateCaseError,
    SealedAgreementError,
)
from mediation_app.ports.storage import UnitsOfWork
from tests.fakes.environment import CountedIds, SteppingClock
from tests.fakes.memory_queries import MemoryQueries
from tests.fakes.memory_state import OWN, Kept, Key, Seen, State, cases_in, key_of


class Memory:
    """The whole of it; ``units_of_work(author)`` and ``queries()`` as with the real one."""

    def __init__(self, clock=None, ids=None):
        self.state = State()
        self.clock = clock or SteppingClock()
        self.ids = ids or CountedIds()

    def units_of_work(self, author: str) -> UnitsOfWork:
        return lambda: MemoryUnitOfWork(self, author)

    def queries(self) -> "MemoryQueries":
        return MemoryQueries(self)


class MemoryUnitOfWork:
    """Works on a copy that ``commit`` puts in place."""

    def __init__(self, memory: Memory, author: str):
        self.memory = memory
        self.author = author
        self.is_over = True

    def __enter__(self) -> Self:
        self.state = self.memory.state.copy()
        self.written: set[str] = set()
        self.is_committee_written = False
        self.is_over = False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.is_over = True

    @property
    def cases(self) -> "MemoryCases":
        return MemoryCases(self)

    @property
    def documents(self) -> "MemoryDocuments":
        return MemoryDocuments(self)

    @property
    def committees(self) -> "MemoryCommittees":
        return MemoryCommittees(self)

    def commit(self) -> Changes:
        assert not self.is_over
        self.is_over = True
        self.memory.state = self.state
        return Changes(frozenset(self.written), self.is_committee_written)

    @property
    def blobs(self) -> "MemoryBlobs":
        return MemoryBlobs(self)

    @property
    def agenda(self) -> "MemoryAgendas":
        return MemoryAgendas(self)

    @property
    def calendars(self) -> "MemoryCalendars":
        return MemoryCalendars(self)

    @property
    def numbers(self) -> "MemoryNumbers":
        return MemoryNumbers(self)

    def kept(self, key: Key) -> Kept:
        return self.state.records.get(key, Kept())

    def changes(self, key: Key, seen: object, wanted: object) -> tuple[FieldChange, ...]:
        return differing(Stored(*key, self.kept(key).state), seen, wanted)

    def everything(self) -> frozenset[int]:
        return frozenset(range(-len(self.state.entries), 0))

    def after(self, key: Key, changes, seen) -> tuple[dict[str, tuple[Write, ...]], Any]:
        """Return what an edit makes of a record."""
        edit = Edit(-len(self.state.entries) - 1, tuple(changes), seen=seen)
        state = fold(self.kept(key).state, [edit])
        return state, from_registers(TYPES[key[0]], shown(state))

    def put(self, key: Key, changes, action: str, seen, meant=None, note="") -> None:
        """Write one entry, if anything changed, and the record as it is then."""
        assert not self.is_over
        if not changes:
            return
        state, now = self.after(key, changes, seen)
        kept = self.state.records.pop(key, Kept())
        everything = self.everything()
        by = -len(self.state.entries) - 1
        entry = JournalEntry(
            self.memory.ids.new(),
            *key,
            action,
            self.author,
            "memory",
            self.memory.clock.now(),
            tuple(each for each in changes if each.before != each.after),
            note,
        )
        self.state.entries.append(entry)
        told = Seen(now, meant, everything | {by}, seen | {by})
        self.state.records[key] = Kept(state, (*kept.seen, told))
        if key == OWN:
            self.is_committee_written = True
        else:
            self.written.add(key[1])


def _seen_by(kept: Kept, saw: object) -> frozenset[int]:
    for each in reversed(kept.seen):
        if each.shows == saw:
            return each.all
        if each.meant == saw:
            return each.own
    return frozenset()


def _untold(kept: Kept, changes, marks: Sequence[Conflict] = ()) -> frozenset[int]:
    """Return what wrote values that stand behind the shown ones, and that no mark told of."""
    shown_at = {each.path: canonical(each.before) for each in changes}
    told = {(mark.path, canonical(side.value)) for mark in marks for side in mark.sides}
    return frozenset(
        write.by
        for dispute in disputes(kept.state)
        if dispute.path in shown_at
        for write in dispute.writes
        if canonical(write.value) != shown_at[dispute.path]
        and (dispute.path, canonical(write.value)) not in told
    )


class MemoryCases:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def get(self, case_id: CaseId) -> Case:
        return from_registers(Case, self._registers(case_id))

    def find(self, number: str) -> Case:
        key = number_key(number)
        keys = {case.id: number_key(case.number) for case in cases_in(self._work.state)}
        found = [each for each in keys if key and keys[each] == key]
        found = found or [each for each in keys if key and key in keys[each]]
        if not found:
            raise CaseNotFoundError(number)
        if len(found) > 1:
            raise AmbiguousCaseError(number, sorted(self.get(each).number for each in found))
        return self.get(found[0])

    def has_number(self, number: str) -> bool:
        return bool(self._holders(number))

    def last_serial(self, year: int, word: str) -> int:
        known = cases_in(self._work.state, with_deleted=True)
        numbers = [read_case_number(case.number) for case in known]
        return max(
            (n.serial for n in numbers if n and (n.year, n.word) == (year, word)), default=0
        )

    def add(self, case: Case, action: str) -> None:
        if key_of(case.id) in self._work.state.records:
            raise ValueError(f"case {case.id} is there already")
        self._require_free(case)
        changes = [FieldChange(path, None, each) for path, each in to_registers(case).items()]
        self._work.put(key_of(case.id), changes, action, frozenset(), case)

    def save(
        self,
        shown: Case,
        wanted: Case,
        action: str,
        note: str = "",
        marks: Sequence[Conflict] = (),
    ) -> Case:
        key = key_of(wanted.id)
        self._registers(wanted.id)
        changes = self._work.changes(key, shown, wanted)
        kept = self._work.kept(key)
        seen = _seen_by(kept, shown) - _untold(kept, changes, marks)
        self._require_free(self._work.after(key, changes, seen)[1])
        self._work.put(key, changes, action, seen, wanted, note)
        return self.get(wanted.id)

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Case:
        _settle(self._work, key_of(conflict.case_id), conflict, value, reason)
        return self.get(conflict.case_id)

    def annotate(
        self, case_id: CaseId, extra: dict[str, FieldValue], action: str, note: str = ""
    ) -> None:
        there = self._registers(case_id)
        changes = [
            FieldChange(path, there.get(path), each)
            for path, each in extra.items()
            if there.get(path) != each
        ]
        self._work.put(key_of(case_id), changes, action, self._work.everything(), note=note)

    def amended(self, case_id: CaseId, changes) -> tuple[Case, tuple[FieldChange, ...]]:
        return amended(Case, self._registers(case_id), changes)

    def delete(self, case_id: CaseId, reason: str) -> None:
        self.annotate(case_id, {DELETED: True}, "delete", reason)

    def is_deleted(self, case_id: CaseId) -> bool:
        return bool(self._registers(case_id).get(DELETED))

    def restore(self, case_id: CaseId) -> Case:
        self.annotate(case_id, {DELETED: None}, "restore")
        return self.get(case_id)

    def _registers(self, case_id: CaseId) -> dict[str, FieldValue]:
        if key_of(case_id) not in self._work.state.records:
            raise CaseNotFoundError(case_id)
        return shown(self._work.kept(key_of(case_id)).state)

    def _holders(self, number: str) -> set[CaseId]:
        key = number_key(number)
        known = cases_in(self._work.state, with_deleted=True)
        return {c.id for c in known if key and number_key(c.number) == key}

    def _require_free(self, case: Case) -> None:
        if self._holders(case.number) - {case.id}:
            raise DuplicateCaseError(case.number)


class MemoryBlobs:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def put(self, content: bytes) -> str:
        hashes = b"".join(sha256(chunk).digest() for chunk in chunks_of(content))
        self._work.state.contents[id_of(hashes)] = content
        return id_of(hashes)

    def get(self, blob_id: str) -> bytes:
        if blob_id not in self._work.state.contents:
            raise ContentNotHereError
        return self._work.state.contents[blob_id]


class MemoryAgendas:
    """Remembers by which tables to compute; all is worked out when it is asked for."""

    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def arrange(self, limits: Limits, most: int) -> int:
        del most
        self._work.state.limits = limits
        return 0


class MemoryCalendars:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def replace(self, calendar: str, bookings) -> None:
        named = tuple(replace(each, calendar=calendar) for each in bookings)
        self._work.state.calendars[calendar] = named


class MemoryNumbers:
    """Those of a desk without a centre."""

    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def give(self, word: str, year: int) -> str:
        return str(CaseNumber(year, word, self._work.cases.last_serial(year, word) + 1))


class MemoryDocuments:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def add(self, document: IssuedDocument) -> None:
        put = self._work.blobs.put
        extra = registers_of(document, put(document.pdf), put(document.snapshot.encode()))
        self._work.cases.annotate(document.case_id, extra, "issue")
        self._work.state.documents[document.id] = document

    def get(self, document_id: str) -> IssuedDocument:
        if document_id not in self._work.state.documents:
            raise DocumentNotFoundError(document_id)
        return self._work.state.documents[document_id]


class MemoryCommittees:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def get(self) -> Committee:
        return from_registers(Committee, shown(self._work.kept(OWN).state))

    def save(self, shown: Committee, wanted: Committee, action: str) -> Committee:
        changes = self._work.changes(OWN, shown, wanted)
        kept = self._work.kept(OWN)
        seen = _seen_by(kept, shown) - _untold(kept, changes)
        self._work.put(OWN, changes, action, seen, wanted)
        return self.get()

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Committee:
        _settle(self._work, OWN, conflict, value, reason)
        return self.get()

    def amended(self, changes) -> tuple[Committee, tuple[FieldChange, ...]]:
        return amended(Committee, shown(self._work.kept(OWN).state), changes)

    def rewrite(self, path: str, before: FieldValue, value: FieldValue, action: str) -> bool:
        if shown(self._work.kept(OWN).state).get(path) != before:
            return False
        change = FieldChange(path, before, value)
        untold = _untold(self._work.kept(OWN), [change])
        self._work.put(OWN, [change], action, self._work.everything() - untold)
        return True


def _settle(
    work: MemoryUnitOfWork, key: Key, conflict: Conflict, value: FieldValue, reason: str
) -> None:
    writes = work.kept(key).state.get(conflict.path, ())
    known = [canonical(side.value) for side in conflict.sides]
    unseen = {each.by for each in writes if canonical(each.value) not in known}
    if conflict.kind is ConflictKind.SEALED and value != writes[0].value:
        raise SealedAgreementError
    changes = [FieldChange(conflict.path, writes[0].value, value)]
    work.put(key, changes, "resolve", work.everything() - unseen, note=reason)
