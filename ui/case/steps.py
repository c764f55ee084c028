"""What the primary button of a case does, and which keys its steps have."""

from dataclasses import dataclass
from enum import Enum, auto

from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Action, LawfulStep, next_action

KEYS = {
    Action.REGISTER: "Ctrl+Alt+G",
    Action.ACCEPT: "Ctrl+Alt+A",
    Action.REFUSE: "Ctrl+Alt+Q",
    Action.PREPARE: "Ctrl+Alt+B",
    Action.SCHEDULE: "R",
    Action.MEDIATE: "Ctrl+Alt+M",
    Action.DRAFT_AGREEMENT: "Ctrl+Alt+X",
    Action.SIGN: "Ctrl+Alt+S",
    Action.SEAL: "Ctrl+Alt+K",
    Action.ASK_CONFIRMATION: "Ctrl+Alt+J",
    Action.APPLY: "Ctrl+Alt+Y",
    Action.RULE: "Ctrl+Alt+C",
    Action.PERFORM: "Ctrl+Alt+P",
    Action.VISIT: "Ctrl+Alt+V",
    Action.ARCHIVE: "Ctrl+Alt+F",
    Action.SUSPEND: "Ctrl+Alt+Z",
    Action.RESUME: "Ctrl+Alt+H",
    Action.WITHDRAW: "Ctrl+Alt+W",
    Action.FAIL: "Ctrl+Alt+N",
    Action.TRANSFER: "Ctrl+Alt+O",
    Action.SUPPLEMENT: "Ctrl+Alt+U",
    Action.FINISH: "Ctrl+Alt+E",
    Action.REOPEN: "Ctrl+Alt+R",
}


class StepKind(Enum):
    """What the primary button does."""

    TAKE = auto()
    COMPLETE = auto()
    PRINT = auto()
    READ = auto()


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is next; ``form`` where it is about one, ``action`` where it is a step of the table."""

    kind: StepKind
    form: FormKind | None = None
    action: Action | None = None


def form_in_work(case: Case) -> FormKind | None:
    """Return the form that the case is at, None where it is not about one."""
    stage = stage_of(case)
    if stage is Stage.AGREEMENT:
        return FormKind.ORAL_AGREEMENT if case.has_oral_agreement else FormKind.AGREEMENT
    if stage is Stage.SIGNED and case.confirmation.is_requested:
        return FormKind.CONFIRMATION
    return None


def next_step(
    case: Case, offered: tuple[LawfulStep, ...], issued: frozenset[FormKind], missing_count: int
) -> NextStep:
    """Return what to do next.

    Args:
        case: The case as it is on screen.
        offered: The steps that the person at the desk may take.
        issued: The forms that were issued in it.
        missing_count: How much the form in work lacks.
    """
    action = next_action(case)
    if action not in {each.action for each in offered}:
        return NextStep(StepKind.READ)
    form = form_in_work(case) if action in (Action.SIGN, Action.APPLY) else None
    if form is None or form in issued:
        return NextStep(StepKind.TAKE, action=action)
    return NextStep(StepKind.COMPLETE if missing_count else StepKind.PRINT, form, action)
