"""The steps of a case, each taken by the one table of transitions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.documents import FormKind
from mediation_app.domain.journal import Changes
from mediation_app.domain.lawful_changes import unlawful_change
from mediation_app.domain.moves import Move, moved
from mediation_app.domain.stages import stage_of
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.transitions import Action, LawfulStep, lawful, refusal
from mediation_app.errors import MediationError, UnlawfulStepError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.storage import UnitOfWork
from mediation_app.sentences import Sentence, say
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.overlaps import require_clear
from mediation_app.services.registration import Registration
from mediation_app.services.saved import SavedCase
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker


@dataclass(frozen=True, slots=True)
class CaseRefused:
    """One case of many in which a step was not taken, and why."""

    case_id: CaseId
    number: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class StepsReport:
    """What became of a step that was to be taken in many cases."""

    action: Action
    done: tuple[CaseId, ...]
    refused: tuple[CaseRefused, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Doors:
    """The services by which those steps are taken that do more than change facts."""

    registration: Registration
    case_files: CaseFiles


class Steps:
    """Says which steps are lawful, and takes them."""

    def __init__(
        self, storage: Storage, doors: Doors, worker: Worker, clock: Clock, ids: Ids
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._doors = doors
        self._worker = worker
        self._clock = clock
        self._ids = ids

    def lawful(self, case_id: CaseId) -> tuple[LawfulStep, ...]:
        """Return the steps that the person at the desk may take, the next one first."""
        case = self._doors.case_files.open(case_id)
        return lawful(case, self._worker.duty(case_id), self._issued(case_id))

    def take(
        self,
        case_id: CaseId,
        action: Action,
        reason: str = "",
        on: date | None = None,
        **facts: object,
    ) -> SavedCase:
        """Take a step.

        Args:
            case_id: The case.
            action: The step.
            reason: Why; some steps are not taken without.
            on: The day that it bears; None for today.
            facts: Facts of the case that come with it: ``confirmation``, ``visit`` …

        Raises:
            UnlawfulStepError: It is not lawful now; the sentence says what is missing.
        """
        special = self._special(case_id).get(action)
        with self._units() as work:
            before = work.cases.get(case_id)
            if work.cases.is_deleted(case_id):
                raise UnlawfulStepError((say("案件已经删除，请先从回收站恢复，再办理"),))
            case = replace(before, **facts)  # type: ignore[arg-type]
            day = self._checked_day(case, action, on)
            self._check(before, case, action, reason)
            if special is None:
                after = self._moved(work, case, action, reason, day)
                planned = [e for e in after.appointments if e not in before.appointments]
                require_clear(self._queries, after, planned, reason)
                saved = work.cases.save(before, after, "step", note=reason.strip())
                return SavedCase(saved, work.commit())
        return special()

    def take_all(
        self, case_ids: Iterable[CaseId], action: Action, reason: str = ""
    ) -> StepsReport:
        """Take a step in many cases, each for itself: one that is refused stops no other."""
        done: list[CaseId] = []
        refused: list[CaseRefused] = []
        for case_id in dict.fromkeys(case_ids):
            try:
                self.take(case_id, action, reason)
                done.append(case_id)
            except MediationError as error:
                refused.append(CaseRefused(case_id, self._number(case_id), error.sentence))
        return StepsReport(action, tuple(done), tuple(refused), Changes(frozenset(done)))

    def _special(self, case_id: CaseId) -> dict[Action, Callable[[], SavedCase]]:
        registration, files = self._doors.registration, self._doors.case_files
        return {
            Action.REGISTER: lambda: registration.register(case_id),
            Action.SEAL: lambda: files.seal(case_id),
        }

    def _check(self, before: Case, case: Case, action: Action, reason: str) -> None:
        issued = self._issued(case.id)
        hand = self._worker.hand(case.id, self._clock.today(), issued)
        sentences = unlawful_change(before, case, hand) or refusal(
            case, action, hand.duty, reason, issued
        )
        if sentences:
            raise UnlawfulStepError(sentences)

    def _checked_day(self, case: Case, action: Action, on: date | None) -> date:
        today = self._clock.today()
        day = on or today
        if day > today and action is not Action.SCHEDULE:
            raise UnlawfulStepError((say("{day} 还没有到，不能写成已办理", day=day),))
        if case.filed_on is not None and day < case.filed_on:
            early = say("{day} 早于申请日期 {filed_on}", day=day, filed_on=case.filed_on)
            raise UnlawfulStepError((early,))
        return day

    def _moved(self, work: UnitOfWork, case: Case, action: Action, reason: str, day: date) -> Case:
        step = StepTaken(
            self._ids.new(),
            action.value,
            day,
            self._worker.name(),
            reason.strip(),
            stage_of(case).value,
        )
        return moved(case, action, Move(day, step, self._ids.new, work.committees.get().court))

    def _issued(self, case_id: CaseId) -> frozenset[FormKind]:
        return frozenset(each.kind for each in self._queries.issued(case_id))

    def _number(self, case_id: CaseId) -> str:
        try:
            return self._doors.case_files.open(case_id).number
        except MediationError:
            return ""
