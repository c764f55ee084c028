"""A dispute comes in: a draft from the first key press, a numbered case when it is registered."""

from dataclasses import dataclass, replace

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.missing import missing_for_registration
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.query_codes import new_query_code
from mediation_app.domain.transitions import Action, refusal
from mediation_app.errors import CaseNotFoundError, MissingFactsError, UnlawfulStepError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.queries import CaseLine
from mediation_app.ports.storage import UnitOfWork
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage
from mediation_app.services.workers import ALONE, Worker

DEFAULT_WORD = "人调字"
"""The word in case numbers of a committee that has not set its own."""


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case of what is perhaps the same person.

    Attributes:
        has_same_identity: The identity number is the same; else name and tail of the phone are.
    """

    line: CaseLine
    has_same_identity: bool


class Registration:
    """Opens drafts, finds possible duplicates, gives numbers."""

    def __init__(self, storage: Storage, clock: Clock, ids: Ids, worker: Worker = ALONE) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._clock = clock
        self._ids = ids
        self._worker = worker

    def blank(self, committee: Committee) -> Case:
        """Return an empty case with one party on each side; nothing is stored yet."""
        return Case(
            id=CaseId(self._ids.new()),
            filed_on=self._clock.today(),
            parties=(
                Party(self._ids.new(), PartyRole.APPLICANT, nationality="中国"),
                Party(self._ids.new(), PartyRole.RESPONDENT),
            ),
            recorder=committee.recorder,
            meeting_place=committee.station,
        )

    def begin(self, draft: Case) -> SavedCase:
        """Store a draft, so that nothing typed from now on is lost."""
        with self._units() as work:
            work.cases.add(draft, "begin")
            return SavedCase(draft, work.commit())

    def register(self, case_id: CaseId) -> SavedCase:
        """Give the case its number.

        Raises:
            MissingFactsError: Facts without which no case is registered.
            UnlawfulStepError: The person at the desk may not register cases.
        """
        with self._units() as work:
            draft = work.cases.get(case_id)
            if draft.number:
                return SavedCase(draft, work.commit())
            missing = missing_for_registration(draft)
            if missing:
                raise MissingFactsError("登记", [each.sentence for each in missing])
            if reasons := refusal(draft, Action.REGISTER, self._worker.duty(case_id), ""):
                raise UnlawfulStepError(reasons)
            word = work.committees.get().case_word or DEFAULT_WORD
            filed_on = draft.filed_on or self._clock.today()
            number = work.numbers.give(word, filed_on.year)
            code = draft.query_code or new_query_code(self._ids.new())
            wanted = replace(draft, number=number, filed_on=filed_on, query_code=code)
            case = work.cases.save(draft, wanted, "register")
            _tell_linked(work, case)
            return SavedCase(case, work.commit())

    def give_code(self, case_id: CaseId) -> SavedCase:
        """Give a registered case its query code, as one from before there were codes needs."""
        with self._units() as work:
            case = work.cases.get(case_id)
            if case.number and not case.query_code:
                wanted = replace(case, query_code=new_query_code(self._ids.new()))
                case = work.cases.save(case, wanted, "edit")
            return SavedCase(case, work.commit())

    def similar(self, party: Party) -> tuple[SimilarCase, ...]:
        """Return cases of what is perhaps the same person, latest first, and why it may be."""
        number = party.identity.number
        same = {line.id for line in self._queries.similar("", number, "")}
        return tuple(
            SimilarCase(line, has_same_identity=line.id in same)
            for line in self._queries.similar(party.name, number, party.phone)
        )


def _tell_linked(work: UnitOfWork, case: Case) -> None:
    """Write the number that a case has got into the links that lead to it."""
    for each in case.links:
        try:
            other = work.cases.get(each.case_id)
        except CaseNotFoundError:
            continue
        links = tuple(
            replace(back, number=case.number) if back.case_id == case.id else back
            for back in other.links
        )
        work.cases.save(other, replace(other, links=links), "link")
