"""How the frozen facts of a document are put together and fingerprinted."""

from dataclasses import asdict, replace
from hashlib import sha256

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.fingerprints import canonical_json as canonical_facts
from mediation_app.domain.limits import LimitRule, deadline_of
from mediation_app.domain.plans import plan_lines
from mediation_app.domain.rest_days import RestCalendar

_NEVER_PRINTED = ("materials", "sealed", "course", "provisional_number")
"""Facts of a case that no form speaks of: a tick in the checklist makes no new version."""


def draft_of(
    kind: FormKind,
    case: Case,
    committee: Committee,
    calendar: RestCalendar,
    confirm_rule: LimitRule,
) -> Snapshot:
    """Return the snapshot of a draft.

    Args:
        kind: The form.
        case: The facts as they are now.
        committee: Whose letterhead it bears.
        calendar: Rest days, for the limit of the application to the court.
        confirm_rule: That limit.
    """
    effective = effective_on(case)
    limit = None if effective is None else deadline_of(confirm_rule, effective, calendar)
    return Snapshot(
        kind=kind,
        case=replace(case, unfinished=()),
        committee=committee,
        lines=plan_lines(case.agreement.plan if case.agreement else None),
        copies=copies_of(case),
        effective_on=effective,
        confirm_by_on=None if limit is None else limit.limit_on,
    )


def issue_of(draft: Snapshot, version: int) -> Snapshot:
    """Return the snapshot to be issued: no draft any more, numbered and fingerprinted."""
    issued = replace(draft, is_draft=False, version=version, digest="")
    return replace(issued, digest=sha256(canonical_json(issued).encode()).hexdigest())


def canonical_json(snapshot: Snapshot) -> str:
    """Return what a form may print as JSON that is the same text for the same facts."""
    facts = asdict(snapshot)
    for name in _NEVER_PRINTED:
        del facts["case"][name]
    return canonical_facts(facts)
