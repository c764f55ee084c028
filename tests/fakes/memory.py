"""A memory without a file, for tests of services; it passes the contract of the real one."""

from dataclasses import replace
from hashlib import sha256
from types import TracebackType
from typing import Any, Self

from db.blobs import chunks_of, id_of
from db.canonical import canonical
from db.differences import differing
from db.document_lines import registers_of
from db.fold import DELETED, Edit, Write, disputes, fold, shown
from db.records import TYPES, Stored
from db.registers import from_registers, to_registers
from db.search_words import number_key
from mediation_app.domain.agenda import agenda_of
from mediation_app.domain.boards import Wish, place_of
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.case_numbers import CaseNumber, read_case_number
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import Conflict, ConflictKind, ConflictSide
from mediation_app.domain.documents import IssuedDocument, IssuedLine
from mediation_app.domain.journal import (
    Changes,
    FieldChange,
    FieldValue,
    JournalEntry,
    RecordKind,
    Verification,
)
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.schedule import Booking, bookings_of, in_order
from mediation_app.domain.stages import stage_of
from mediation_app.errors import (
    AmbiguousCaseError,
    CaseNotFoundError,
    ContentNotHereError,
    DocumentNotFoundError,
    DuplicateCaseError,
    SealedAgreementError,
)
from mediation_app.ports.queries import AgendaLine, CaseLine
from mediation_app.ports.storage import UnitsOfWork
from tests.fakes.environment import CountedIds, SteppingClock
from tests.fakes.memory_search import fits, is_alike
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

    def save(self, shown: Case, wanted: Case, action: str, note: str = "") -> Case:
        key = key_of(wanted.id)
        self._registers(wanted.id)
        changes = self._work.changes(key, shown, wanted)
        seen = _seen_by(self._work.kept(key), shown)
        self._require_free(self._work.after(key, changes, seen)[1])
        self._work.put(key, changes, action, seen, wanted, note)
        return self.get(wanted.id)

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Case:
        key = key_of(conflict.case_id)
        writes = self._work.kept(key).state.get(conflict.path, ())
        known = [canonical(side.value) for side in conflict.sides]
        unseen = {each.by for each in writes if canonical(each.value) not in known}
        if conflict.kind is ConflictKind.SEALED and value != writes[0].value:
            raise SealedAgreementError
        changes = [FieldChange(conflict.path, writes[0].value, value)]
        self._work.put(key, changes, "resolve", self._work.everything() - unseen, note=reason)
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

    def delete(self, case_id: CaseId, reason: str) -> None:
        self.annotate(case_id, {DELETED: True}, "delete", reason)

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
        seen = _seen_by(self._work.kept(OWN), shown)
        self._work.put(OWN, changes, action, seen, wanted)
        return self.get()


class MemoryQueries:
    def __init__(self, memory: Memory):
        self._memory = memory

    def case_lines(
        self, text: str = "", limit: int = 200, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        found = [case for case in reversed(cases_in(self._memory.state)) if fits(case, text)]
        return tuple(self._line(case) for case in found[offset : offset + limit])

    def count(self, text: str = "") -> int:
        return sum(fits(case, text) for case in cases_in(self._memory.state))

    def similar(self, name: str, identity_number: str, phone: str) -> tuple[CaseLine, ...]:
        asked = (name, identity_number, phone)
        found = [
            case
            for case in reversed(cases_in(self._memory.state))
            if any(is_alike(party, *asked) for party in case.parties)
        ]
        return tuple(self._line(case) for case in found[:10])

    def agenda(self, wish: Wish, limit: int = 200, offset: int = 0) -> tuple[AgendaLine, ...]:
        limits = self._memory.state.limits
        lines = [
            AgendaLine(item, line.number, line.stage, line.applicants, line.respondents)
            for case in cases_in(self._memory.state)
            for line in [self._line(case)]
            for item in agenda_of(case, limits.of_case(case), limits.calendar)
            if wish.fits(item)
        ]
        lines.sort(key=lambda line: place_of(line.item, wish.board))
        return tuple(lines[offset : offset + limit])

    def agenda_count(self, wish: Wish) -> int:
        return len(self.agenda(wish, 1_000_000))

    def unarranged(self, limits: Limits) -> int:
        return 0 if limits is self._memory.state.limits else self.count()

    def bookings(self, first_on, last_on) -> tuple[Booking, ...]:
        ours = [each for case in cases_in(self._memory.state) for each in bookings_of(case)]
        taken = [each for some in self._memory.state.calendars.values() for each in some]
        return in_order(e for e in [*ours, *taken] if first_on <= e.appointment.on <= last_on)

    def case_of_appointment(self, appointment_id: str) -> CaseId | None:
        cases = cases_in(self._memory.state)
        ids = {planned.id: case.id for case in cases for planned in case.appointments}
        return ids.get(appointment_id)

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        return tuple(
            IssuedLine(d.id, d.kind, d.version, d.issued_at, d.content_digest, d.about)
            for d in self._memory.state.documents.values()
            if d.case_id == case_id
        )

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        key = key_of(case_id)
        entries = self._memory.state.entries
        return tuple(each for each in entries if (each.record_kind, each.record_id) == key)

    def conflicts(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        found = [
            self._conflict(CaseId(record_id), dispute)
            for (kind, record_id), kept in self._memory.state.records.items()
            if kind is RecordKind.CASE and case_id in (None, record_id)
            for dispute in disputes(kept.state)
        ]
        return tuple(sorted(found, key=lambda each: max(s.saved_at for s in each.sides)))

    def _conflict(self, case_id: CaseId, dispute) -> Conflict:
        kept = self._memory.state.records[key_of(case_id)]
        number = from_registers(Case, shown(kept.state)).number
        sides = tuple(self._side(write) for write in dispute.writes)
        return Conflict(case_id, number, dispute.path, dispute.kind, dispute.before, sides)

    def _side(self, write) -> ConflictSide:
        entry = self._memory.state.entries[-write.by - 1]
        return ConflictSide(entry.op_id, write.value, entry.author, "", entry.saved_at)

    def verify(self) -> Verification:
        state = self._memory.state
        bad = [d.id for d in state.documents.values() if sha256(d.pdf).hexdigest() != d.sha256]
        return Verification(not bad, len(state.entries), next(iter(bad), None))

    def _line(self, case: Case) -> CaseLine:
        agreed = case.agreement.amount if case.agreement else None
        return CaseLine(
            case.id,
            case.number,
            stage_of(case),
            tuple(party.name for party in case.parties_in(PartyRole.APPLICANT)),
            tuple(party.name for party in case.parties_in(PartyRole.RESPONDENT)),
            case.dispute,
            case.category,
            case.claim if agreed is None else agreed,
            case.filed_on,
            self.history(case.id)[-1].saved_at,
        )
