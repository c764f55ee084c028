"""Random records of the domain for hypothesis."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from mediation_app.domain.agreements import Agreement, InstalmentPlan, PlannedLine, Signature, Term
from mediation_app.domain.cases import Case, CaseId, Confirmation, Meeting, Termination, Visit
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Agent, Guardian, Party

texts = st.text(alphabet="陈国强仇𠮷䶮 aB1/~\n", max_size=6)
ids = st.text(alphabet="abc/~é", min_size=1, max_size=2)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))

BASIC = {
    str: texts,
    date: days,
    Money: st.builds(Money, st.integers(-(10**14), 10**14)),
    Decimal: st.decimals(0, 1, places=6),
    tuple[str, ...]: st.lists(texts, max_size=3).map(tuple),
}


def listed(one):
    """Return tuples of these objects, no id twice."""
    return st.lists(one, max_size=3, unique_by=lambda each: each.id).map(tuple)


def optional(one):
    return st.none() | one


identities = st.builds(Identity, number=texts)
amounts = BASIC[Money]
agents = st.builds(
    Agent, id=ids, name=texts, sex=texts, identity=identities, valid_until_on=optional(days)
)
guardians = st.builds(Guardian, id=ids, name=texts, identity=identities, proof=texts)
parties = st.builds(
    Party,
    id=ids,
    name=texts,
    phone=texts,
    born_on=optional(days),
    age=optional(st.integers(0, 150)),
    identity=identities,
    guardian_consents=optional(st.booleans()),
    agents=listed(agents),
    guardians=listed(guardians),
)
terms = st.builds(Term, id=ids, text=texts, amount=optional(amounts))
plans = st.builds(
    InstalmentPlan,
    total=optional(amounts),
    first_due_on=optional(days),
    annual_rate=BASIC[Decimal],
    lines=listed(st.builds(PlannedLine, id=ids, due_on=days, amount=amounts)),
)
signatures = st.builds(Signature, id=ids, signer=texts, signed_on=days)
agreements = st.builds(
    Agreement,
    number=texts,
    terms=listed(terms),
    amount=optional(amounts),
    plan=optional(plans),
    copies=optional(st.integers(0, 9)),
    signatures=listed(signatures),
)
cases = st.builds(
    Case,
    id=st.just(CaseId("case-1")),
    number=texts,
    serial=optional(st.integers()),
    tags=BASIC[tuple[str, ...]],
    dispute=texts,
    filed_on=optional(days),
    parties=listed(parties),
    facts=texts,
    requests=BASIC[tuple[str, ...]],
    claim=optional(amounts),
    meetings=listed(st.builds(Meeting, id=ids, held_on=days)),
    agreement=optional(agreements),
    confirmation=st.builds(Confirmation, court=texts, applied_on=optional(days)),
    termination=optional(st.builds(Termination, reason=texts)),
    visit=optional(st.builds(Visit, visited_on=optional(days), satisfaction=texts)),
)
committees = st.builds(
    Committee,
    name=texts,
    mediators=listed(st.builds(Mediator, id=ids, name=texts, number=texts)),
)
