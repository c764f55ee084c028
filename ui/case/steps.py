"""What is sensible to do next with a case."""

from dataclasses import dataclass
from enum import Enum, auto

from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from mediation_app.domain.stages import Stage, stage_of


class StepKind(Enum):
    """What the primary button does."""

    REGISTER = auto()
    ACCEPT = auto()
    MEET = auto()
    WRITE_AGREEMENT = auto()
    COMPLETE = auto()
    PRINT = auto()
    SIGN = auto()
    SEAL = auto()
    ASK_CONFIRMATION = auto()
    APPLY = auto()
    VISIT = auto()
    READ = auto()


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step; ``form`` where it is about one."""

    kind: StepKind
    form: FormKind | None = None


_PLAIN = {
    Stage.DRAFT: NextStep(StepKind.REGISTER),
    Stage.REGISTERED: NextStep(StepKind.ACCEPT),
    Stage.ACCEPTED: NextStep(StepKind.MEET),
    Stage.MEDIATION: NextStep(StepKind.WRITE_AGREEMENT),
    Stage.CONFIRMATION: NextStep(StepKind.VISIT),
    Stage.PERFORMANCE: NextStep(StepKind.VISIT),
}


def form_in_work(case: Case) -> FormKind | None:
    """Return the form that the case is at, None where it is not about one."""
    stage = stage_of(case)
    if stage is Stage.AGREEMENT:
        return FormKind.ORAL_AGREEMENT if case.has_oral_agreement else FormKind.AGREEMENT
    if stage is Stage.SIGNED and case.confirmation.is_requested:
        return FormKind.CONFIRMATION
    return None


def next_step(case: Case, issued: frozenset[FormKind], missing_count: int) -> NextStep:
    """Return what to do next.

    Args:
        case: The case as it is on screen.
        issued: The forms that were issued in it.
        missing_count: How much the form in work lacks.
    """
    stage, form = stage_of(case), form_in_work(case)
    if stage is Stage.SIGNED and case.sealed is None:
        return NextStep(StepKind.SEAL)
    if form is None:
        asks = stage is Stage.SIGNED
        return NextStep(StepKind.ASK_CONFIRMATION) if asks else _plain(stage)
    if form in issued:
        signs = stage is Stage.AGREEMENT
        return NextStep(StepKind.SIGN if signs else StepKind.APPLY)
    return NextStep(StepKind.COMPLETE if missing_count else StepKind.PRINT, form)


def _plain(stage: Stage) -> NextStep:
    return _PLAIN.get(stage, NextStep(StepKind.READ))
