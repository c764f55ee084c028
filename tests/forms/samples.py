"""The sample disputes as snapshots of every form they have."""

from datetime import date

from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.plans import plan_lines
from mediation_app.domain.snapshots import issue_of
from mediation_app.exchange.reading import read_cases
from resources.files import sample_cases
from tests.builders import a_committee
from tests.fakes.environment import CountedIds


def read_samples():
    """Return the committee and the cases of the sample file."""
    result = read_cases(sample_cases(), CountedIds(), date(2026, 11, 22))
    assert result.refusals == ()
    return result.committee, result.cases


def forms_of(case):
    """Return the kinds of forms that a case has."""
    kinds = [FormKind.APPLICATION]
    if case.agreement:
        oral = case.has_oral_agreement
        kinds.append(FormKind.ORAL_AGREEMENT if oral else FormKind.AGREEMENT)
    if case.confirmation.is_requested:
        kinds.append(FormKind.CONFIRMATION)
    return kinds


def draft(kind, case, committee=None):
    """Return a draft of a form."""
    return Snapshot(
        kind=kind,
        case=case,
        committee=committee or a_committee(),
        lines=plan_lines(case.agreement.plan if case.agreement else None),
        copies=copies_of(case),
        effective_on=effective_on(case),
    )


def issued(kind, case, committee=None):
    """Return the first issue of a form."""
    return issue_of(draft(kind, case, committee), 1)


def sample_snapshots():
    """Return (name, snapshot) of every form of every sample."""
    committee, cases = read_samples()
    return [
        (f"{case.serial:02d}-{kind.value}", issued(kind, case, committee))
        for case in cases
        for kind in forms_of(case)
    ]
