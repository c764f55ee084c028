"""How the frozen facts of a document are put together and fingerprinted."""

import json
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.limits import LimitRule, deadline_of
from mediation_app.domain.plans import plan_lines
from mediation_app.domain.rest_days import RestCalendar


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
    """Return the snapshot as JSON that is the same text for the same facts."""
    return json.dumps(
        asdict(snapshot),
        default=_plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def _plain(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(value)
