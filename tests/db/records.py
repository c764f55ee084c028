"""Random records of the domain for hypothesis."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from mediation_app.domain.absences import Absence
from mediation_app.domain.agreements import Agreement, InstalmentPlan, PlannedLine, Signature, Term
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import (
    Case,
    CaseId,
    Confirmation,
    Link,
    Meeting,
    Termination,
    Visit,
)
from mediation_app.domain.committees import Committee, Mediator
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Agent, Guardian, Party
from mediation_app.domain.receivables import Receivable
from mediation_app.domain.sessions import Authority, Deal, Offer, SessionNote
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.todos import Todo

texts = st.text(alphabet="陈国强仇𠮷䶮 aB1/~\n", max_size=6)
ids = st.text(alphabet="abc/~é", min_size=1, max_size=2)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
instants = st.integers(-(2 * 10**9), 4 * 10**9).map(lambda each: datetime.fromtimestamp(each, UTC))

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
small = st.integers(0, 999)
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
meetings = st.builds(
    Meeting,
    id=ids,
    held_on=days,
    present=BASIC[tuple[str, ...]],
    began_at=optional(instants),
    notes=listed(st.builds(SessionNote, id=ids, text=texts, said_at=optional(instants))),
    record=texts,
    paused_s=st.integers(0, 9999),
    doubts=BASIC[tuple[str, ...]],
    deal=optional(st.builds(Deal, payee=texts, amount=optional(amounts), days=optional(small))),
)
appointments = st.builds(
    Appointment,
    id=ids,
    on=optional(days),
    begins_min=st.integers(0, 1439),
    invited=BASIC[tuple[str, ...]],
    cancelled_on=optional(days),
)
offers = st.builds(Offer, id=ids, side=texts, amount=optional(amounts), said_at=optional(instants))
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
    meetings=listed(meetings),
    agreement=optional(agreements),
    confirmation=st.builds(
        Confirmation, court=texts, applied_on=optional(days), ruled_on=optional(days), ruling=texts
    ),
    termination=optional(st.builds(Termination, reason=texts)),
    visit=optional(st.builds(Visit, visited_on=optional(days), satisfaction=texts)),
    steps=listed(st.builds(StepTaken, id=ids, action=texts, taken_on=optional(days))),
    handler=texts,
    appointments=listed(appointments),
    offers=listed(offers),
    authority=optional(st.builds(Authority, pays_up_to=optional(amounts), granted_by=texts)),
    todos=listed(st.builds(Todo, id=ids, text=texts, due_on=optional(days))),
    needs=BASIC[tuple[str, ...]],
    links=listed(st.builds(Link, id=ids, case_id=texts.map(CaseId), number=texts)),
    query_code=texts,
    left_open=texts,
    receivable=optional(
        st.builds(Receivable, total=optional(amounts), interest=optional(amounts))
    ),
    materials=listed(
        st.builds(Material, id=ids, name=texts, need=texts, owed_by=texts, due_on=optional(days))
    ),
)
committees = st.builds(
    Committee,
    name=texts,
    mediators=listed(st.builds(Mediator, id=ids, name=texts, number=texts)),
    rooms=BASIC[tuple[str, ...]],
    absences=listed(st.builds(Absence, id=ids, person=texts, from_on=optional(days))),
)
