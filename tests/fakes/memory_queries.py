"""What may be asked of the memory without a file."""

from hashlib import sha256

from db.fold import disputes, shown
from db.former_states import former
from mediation_app.domain.agenda import agenda_of
from mediation_app.domain.boards import Wish, place_of
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.conflicts import OF_COMMITTEE, Conflict, ConflictSide
from mediation_app.domain.day_limits import LIMIT_KINDS
from mediation_app.domain.documents import IssuedLine
from mediation_app.domain.journal import (
    JournalEntry,
    RecordKind,
    Verification,
)
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.schedule import Booking, bookings_of, in_order
from mediation_app.domain.stages import stage_of
from mediation_app.ports.queries import AgendaLine, CaseLine
from tests.fakes.memory_search import fits, is_alike
from tests.fakes.memory_state import OWN, Key, cases_in, key_of


class MemoryQueries:
    def __init__(self, memory):
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

    def running_limits(self, owners, limit: int = 200) -> tuple[AgendaLine, ...]:
        limits = self._memory.state.limits
        lines = [
            AgendaLine(item, line.number, line.stage, line.applicants, line.respondents)
            for case in cases_in(self._memory.state)
            for line in [self._line(case)]
            for item in agenda_of(case, limits.of_case(case), limits.calendar)
            if item.kind in LIMIT_KINDS and (owners is None or not owners.isdisjoint(item.owners))
        ]
        lines.sort(key=lambda each: (each.item.due_on, each.item.case_id, each.item.ref))
        return tuple(lines[:limit])

    def case_as_of(self, case_id: CaseId, instant) -> Case | None:
        kept = self._memory.state.records.get(key_of(case_id))
        return kept and former(shown(kept.state), self.history(case_id), instant)

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

    def roles(self, case_ids) -> dict[CaseId, frozenset[str]]:
        return dict.fromkeys(case_ids, frozenset())

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        return tuple(
            IssuedLine(d.id, d.kind, d.version, d.issued_at, d.content_digest, d.about)
            for d in self._memory.state.documents.values()
            if d.case_id == case_id
        )

    def history(self, case_id: CaseId) -> tuple[JournalEntry, ...]:
        key = _key_of(case_id)
        entries = self._memory.state.entries
        return tuple(each for each in entries if (each.record_kind, each.record_id) == key)

    def conflicts(self, case_id: CaseId | None = None) -> tuple[Conflict, ...]:
        found = [
            self._conflict(_id_of(key), dispute)
            for key, kept in self._memory.state.records.items()
            if case_id in (None, _id_of(key))
            for dispute in disputes(kept.state)
        ]
        return tuple(sorted(found, key=lambda each: max(s.saved_at for s in each.sides)))

    def _conflict(self, case_id: CaseId, dispute) -> Conflict:
        kept = self._memory.state.records[_key_of(case_id)]
        number = str(shown(kept.state).get("number", ""))
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


def _key_of(case_id: CaseId) -> Key:
    return OWN if case_id == OF_COMMITTEE else key_of(case_id)


def _id_of(key: Key) -> CaseId:
    kind, record_id = key
    return OF_COMMITTEE if kind is RecordKind.COMMITTEE else CaseId(record_id)
