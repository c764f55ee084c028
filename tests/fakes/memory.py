"""A memory without a file, for tests of services; it passes the contract of the real one."""

from dataclasses import dataclass, field
from hashlib import sha256
from types import TracebackType
from typing import Self

from db.pinyin import pinyin_keys
from db.refolding import fingerprints
from db.registers import changed, from_registers, merged, to_registers
from db.search_words import folded, number_key
from mediation_app.domain.case_numbers import read_case_number
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import IssuedDocument, IssuedLine
from mediation_app.domain.journal import (
    Changes,
    FieldValue,
    JournalEntry,
    RecordKind,
    Verification,
)
from mediation_app.domain.parties import Agent, Guardian, Party, PartyRole
from mediation_app.domain.stages import stage_of
from mediation_app.errors import (
    AmbiguousCaseError,
    CaseNotFoundError,
    DocumentNotFoundError,
    DuplicateCaseError,
)
from mediation_app.ports.queries import CaseLine
from mediation_app.ports.storage import UnitsOfWork
from tests.fakes.environment import CountedIds, SteppingClock

Key = tuple[RecordKind, str]
OWN = (RecordKind.COMMITTEE, "own")


@dataclass
class State:
    """All that is stored."""

    records: dict[Key, dict[str, FieldValue]] = field(default_factory=dict)
    entries: list[JournalEntry] = field(default_factory=list)
    documents: dict[str, IssuedDocument] = field(default_factory=dict)

    def copy(self) -> "State":
        return State(dict(self.records), list(self.entries), dict(self.documents))


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

    def put(self, key: Key, registers: dict[str, FieldValue], action: str) -> None:
        assert not self.is_over
        changes = changed(self.state.records.get(key, {}), registers)
        if not changes:
            return
        self.state.records.pop(key, None)
        self.state.records[key] = registers
        entry = JournalEntry(
            self.memory.ids.new(),
            *key,
            action,
            self.author,
            "memory",
            self.memory.clock.now(),
            changes,
        )
        self.state.entries.append(entry)
        if key == OWN:
            self.is_committee_written = True
        else:
            self.written.add(key[1])


class MemoryCases:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def get(self, case_id: CaseId) -> Case:
        return from_registers(Case, self._registers(case_id))

    def find(self, number: str) -> Case:
        key = number_key(number)
        keys = {case.id: number_key(case.number) for case in _cases(self._work.state)}
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
        numbers = [read_case_number(case.number) for case in _cases(self._work.state)]
        return max(
            (n.serial for n in numbers if n and (n.year, n.word) == (year, word)), default=0
        )

    def add(self, case: Case, action: str) -> None:
        if _key(case.id) in self._work.state.records:
            raise ValueError(f"case {case.id} is there already")
        self._require_free(case)
        self._work.put(_key(case.id), to_registers(case), action)

    def save(self, shown: Case, wanted: Case, action: str) -> Case:
        registers = merged(self._registers(wanted.id), shown, wanted)
        case = from_registers(Case, registers)
        self._require_free(case)
        self._work.put(_key(case.id), registers, action)
        return case

    def annotate(self, case_id: CaseId, extra: dict[str, FieldValue], action: str) -> None:
        self._work.put(_key(case_id), {**self._registers(case_id), **extra}, action)

    def _registers(self, case_id: CaseId) -> dict[str, FieldValue]:
        if _key(case_id) not in self._work.state.records:
            raise CaseNotFoundError(case_id)
        return self._work.state.records[_key(case_id)]

    def _holders(self, number: str) -> set[CaseId]:
        key = number_key(number)
        return {c.id for c in _cases(self._work.state) if key and number_key(c.number) == key}

    def _require_free(self, case: Case) -> None:
        if self._holders(case.number) - {case.id}:
            raise DuplicateCaseError(case.number)


class MemoryDocuments:
    def __init__(self, work: MemoryUnitOfWork):
        self._work = work

    def add(self, document: IssuedDocument) -> None:
        path = f"documents/{document.id}"
        known = fingerprints(document.kind.value, document.pdf, document.snapshot)
        extra = {
            path: document.version,
            **{f"{path}/{name}": each for name, each in known.items()},
        }
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
        return from_registers(Committee, self._work.state.records.get(OWN, {}))

    def save(self, shown: Committee, wanted: Committee, action: str) -> Committee:
        registers = merged(self._work.state.records.get(OWN, {}), shown, wanted)
        self._work.put(OWN, registers, action)
        return from_registers(Committee, registers)


class MemoryQueries:
    def __init__(self, memory: Memory):
        self._memory = memory

    def case_lines(
        self, text: str = "", limit: int = 200, offset: int = 0
    ) -> tuple[CaseLine, ...]:
        found = [case for case in reversed(_cases(self._memory.state)) if _fits(case, text)]
        return tuple(self._line(case) for case in found[offset : offset + limit])

    def count(self, text: str = "") -> int:
        return sum(_fits(case, text) for case in _cases(self._memory.state))

    def similar(self, name: str, identity_number: str, phone: str) -> tuple[CaseLine, ...]:
        asked = (name, identity_number, phone)
        found = [
            case
            for case in reversed(_cases(self._memory.state))
            if any(_is_alike(party, *asked) for party in case.parties)
        ]
        return tuple(self._line(case) for case in found[:10])

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        return tuple(
            IssuedLine(d.id, d.kind, d.version, d.issued_at, d.content_digest)
            for d in self._memory.state.documents.values()
            if d.case_id == case_id
        )

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        key = _key(case_id)
        entries = self._memory.state.entries
        return tuple(each for each in entries if (each.record_kind, each.record_id) == key)

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


def _key(case_id: CaseId) -> Key:
    return RecordKind.CASE, case_id


def _cases(state: State) -> list[Case]:
    """Return the cases in the order in which they were last written."""
    return [
        from_registers(Case, registers)
        for (kind, _), registers in state.records.items()
        if kind is RecordKind.CASE
    ]


def _fits(case: Case, text: str) -> bool:
    return all(_word_fits(case, word) for word in folded(text).split() if _plain(word))


def _word_fits(case: Case, word: str) -> bool:
    named: list[Party | Agent | Guardian] = []
    for party in case.parties:
        named += [party, *party.agents, *party.guardians]
    names = [*(each.name for each in named), *case.mediators]
    texts = [case.number, case.dispute, case.category, case.subcategory, case.cause, case.recorder]
    numbers = [each.identity.number for each in named] + [each.phone for each in named]
    numbers += [party.credit_code for party in case.parties]
    readings = [key for name in names for key in pinyin_keys(name)]
    return (
        any(_plain(word) in _plain(folded(each)) for each in [*names, *texts, *case.tags])
        or any(key.startswith(word) for key in readings)
        or any(folded(each).endswith(word) for each in numbers)
    )


def _plain(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def _is_alike(party: Party, name: str, identity_number: str, phone: str) -> bool:
    if identity_number and party.identity.number.upper() == identity_number.upper():
        return True
    return bool(name) and party.name == name and _tails_agree(party.phone, phone)


def _tails_agree(one: str, other: str) -> bool:
    return len(one) > 3 and len(other) > 3 and one[-4:] == other[-4:]
