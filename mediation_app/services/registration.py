"""A dispute comes in: a draft from the first key press, a numbered case when it is registered."""

from dataclasses import replace

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.missing import missing_for_registration
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.errors import MissingFactsError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.queries import CaseLine
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage

DEFAULT_WORD = "人调字"
"""The word in case numbers of a committee that has not set its own."""


class Registration:
    """Opens drafts, finds possible duplicates, gives numbers."""

    def __init__(self, storage: Storage, clock: Clock, ids: Ids) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._clock = clock
        self._ids = ids

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
        """
        with self._units() as work:
            draft = work.cases.get(case_id)
            if draft.number:
                return SavedCase(draft, work.commit())
            missing = missing_for_registration(draft)
            if missing:
                raise MissingFactsError("登记", [each.sentence for each in missing])
            word = work.committees.get().case_word or DEFAULT_WORD
            filed_on = draft.filed_on or self._clock.today()
            number = work.numbers.give(word, filed_on.year)
            case = work.cases.save(
                draft, replace(draft, number=number, filed_on=filed_on), "register"
            )
            return SavedCase(case, work.commit())

    def similar(self, party: Party) -> tuple[CaseLine, ...]:
        """Return cases of what is perhaps the same person."""
        return self._queries.similar(party.name, party.identity.number, party.phone)
