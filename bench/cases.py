"""The cases that are drawn, typed into and stored."""

from dataclasses import replace
from functools import cache

from bench.place import ROOT, SAMPLES
from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, Snapshot
from mediation_app.domain.effect import copies_of, effective_on
from mediation_app.domain.money import Money
from mediation_app.domain.plans import plan_lines
from mediation_app.exchange.reading import ReadResult, read_cases
from mediation_app.system import SystemClock, TimeOrderedIds

LONG, SHORT = 1, 3
"""Places in the list of samples: 60 instalments, and one payment."""


@cache
def samples() -> ReadResult:
    """Return the invented cases that travel with the program."""
    result = read_cases(
        SAMPLES.read_text(encoding="utf-8"), TimeOrderedIds(), SystemClock().today()
    )
    if result.refusals:
        raise ValueError(f"{SAMPLES.relative_to(ROOT)}: {result.refusals[0]}")
    return result


def sample(serial: int) -> Case:
    """Return one of them by its place in the list."""
    return next(case for case in samples().cases if case.serial == serial)


def agreement_of(case: Case) -> Snapshot:
    """Return the agreement as it would be issued for the first time."""
    agreement = case.agreement
    return Snapshot(
        kind=FormKind.AGREEMENT,
        case=case,
        committee=samples().committee or Committee(),
        lines=plan_lines(agreement.plan if agreement else None),
        copies=copies_of(case),
        effective_on=effective_on(case),
        is_draft=False,
        digest="0" * 64,
    )


def another(case: Case, number: int) -> Case:
    """Return a case like this one in which no paragraph and no amount is the same.

    An engine that remembers what it drew before would otherwise be asked nothing new.
    """
    agreement = case.agreement
    assert agreement is not None
    plan = agreement.plan
    if plan is not None and plan.total is not None:
        plan = replace(plan, total=plan.total + Money(number * 6000))
    terms = tuple(replace(term, text=f"{term.text}第{number}稿。") for term in agreement.terms)
    return replace(
        case,
        number=case.number.replace("第", f"第{number}"),
        parties=tuple(
            replace(party, address=f"{party.address}{number}号") for party in case.parties
        ),
        facts=f"{case.facts}以上为第{number}稿。",
        issues=f"{case.issues}以上为第{number}稿。",
        agreement=replace(
            agreement, terms=terms, plan=plan, manner=f"{agreement.manner}（第{number}稿）"
        ),
    )
