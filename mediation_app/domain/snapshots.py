"""How the frozen facts of a document are put together and fingerprinted."""

from dataclasses import asdict, replace
from hashlib import sha256
from typing import Any

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, Snapshot, Subject
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.fingerprints import canonical_json as canonical_facts
from mediation_app.domain.limits import LimitRule, deadline_of
from mediation_app.domain.plans import plan_lines
from mediation_app.domain.printed_facts import (
    printed_case,
    printed_committee,
    speaks_of_agreement,
)
from mediation_app.domain.rest_days import RestCalendar

_NEVER_PRINTED = (
    "materials",
    "sealed",
    "course",
    "provisional_number",
    "steps",
    "handler",
    "offers",
    "authority",
    "todos",
    "links",
    "appointments",
    "needs",
    "query_code",
    "receivable",
    "left_open",
)
"""Facts of a case that no form speaks of: a tick in the checklist makes no new version."""

_LATER = {
    "meetings": (
        *("appointment_id", "present", "began_at", "ended_at", "notes", "record", "paused_at"),
        *("paused_s", "rights_told_to", "doubts", "safeguards", "doubt_note", "deal"),
    ),
    "termination": ("reason_code", "undisputed", "signers"),
    "confirmation": ("ruled_on", "ruling", "ruling_number"),
    "committee": ("rooms", "absences"),
    "snapshot": ("subject",),
}
"""Facts that came after the first version: where they hold nothing, digests are as they were."""


def draft_of(
    kind: FormKind,
    case: Case,
    committee: Committee,
    calendar: RestCalendar,
    confirm_rule: LimitRule,
    subject: Subject | None = None,
) -> Snapshot:
    """Return the snapshot of a draft.

    Args:
        kind: The form.
        case: The facts as they are now.
        committee: Whose letterhead it bears.
        calendar: Rest days, for the limit of the application to the court.
        confirm_rule: That limit.
        subject: What it prints beyond the facts of the case.
    """
    printed, letterhead = printed_case(kind, case), printed_committee(kind, committee)
    if not speaks_of_agreement(kind):
        return Snapshot(kind, printed, letterhead, subject=subject)
    effective = effective_on(case)
    limit = None if effective is None else deadline_of(confirm_rule, effective, calendar)
    return Snapshot(
        kind=kind,
        case=printed,
        committee=letterhead,
        lines=plan_lines(case.agreement.plan if case.agreement else None),
        copies=copies_of(case),
        effective_on=effective,
        confirm_by_on=None if limit is None else limit.limit_on,
        subject=subject,
    )


def issue_of(draft: Snapshot, version: int) -> Snapshot:
    """Return the snapshot to be issued: no draft any more, numbered and fingerprinted."""
    issued = replace(draft, is_draft=False, version=version, digest="")
    return replace(issued, digest=sha256(canonical_json(issued).encode()).hexdigest())


def canonical_json(snapshot: Snapshot) -> str:
    """Return what a form may print as JSON that is the same text for the same facts."""
    facts = asdict(snapshot)
    case = facts["case"]
    for name in _NEVER_PRINTED:
        del case[name]
    _leave_out(facts["committee"], _LATER["committee"])
    _leave_out(case["termination"] or {}, _LATER["termination"])
    _leave_out(case["confirmation"], _LATER["confirmation"])
    for meeting in case["meetings"]:
        _leave_out(meeting, _LATER["meetings"])
    _leave_out(facts, _LATER["snapshot"])
    return canonical_facts(facts)


def _leave_out(facts: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if not facts.get(name, True):
            del facts[name]
