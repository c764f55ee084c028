"""What became of the mediations of a month: settled, in part, not settled, withdrawn (结果)."""

from datetime import date

from mediation_app.domain.agenda import AgendaItem, AgendaKind, owner_of
from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.effect import effective_on
from mediation_app.domain.transitions import Action


def result_of(case: Case) -> AgendaItem | None:
    """Return what became of a case and on which day; None while nothing has, or nobody noted when.

    An agreement counts from the day on which it took effect, in part where it leaves something
    open. What was never accepted, and what went to the court, is no result of a mediation.

    Source: People's Mediation Law arts 26, 29(2), 30.
    """
    found = _agreed(case) if case.outcome in _AGREED else _ended(case)
    return found if found is None or found.since_on is not None else None


def _agreed(case: Case) -> AgendaItem:
    is_partial = bool(case.left_open.strip())
    kind = AgendaKind.SETTLED_IN_PART if is_partial else AgendaKind.SETTLED
    return _item(case, kind, case.left_open.strip(), effective_on(case))


def _ended(case: Case) -> AgendaItem | None:
    known = _ENDINGS.get(case.outcome)
    if known is None:
        return None
    kind, action = known
    steps = [each for each in case.steps if each.action == action.value]
    day, why = (steps[-1].taken_on, steps[-1].reason) if steps else (None, "")
    if kind is AgendaKind.NOT_SETTLED and case.termination is not None:
        ending = case.termination
        day, why = ending.ended_on or day, ending.reason_code or ending.reason or why
    return _item(case, kind, why.strip(), day)


def _item(case: Case, kind: AgendaKind, text: str, day: date | None) -> AgendaItem:
    return AgendaItem(case.id, kind, text=text, owner=owner_of(case), since_on=day)


_AGREED = frozenset({Outcome.WRITTEN_AGREEMENT, Outcome.ORAL_AGREEMENT})
_ENDINGS = {
    Outcome.FAILED: (AgendaKind.NOT_SETTLED, Action.FAIL),
    Outcome.WITHDRAWN: (AgendaKind.WITHDRAWN, Action.WITHDRAW),
    Outcome.SUSPENDED: (AgendaKind.SUSPENDED, Action.SUSPEND),
}
