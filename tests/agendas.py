"""Cases with something to see to, near one day; hypothesis strategies of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from mediation_app.domain.agreements import Signature, SignatureKind
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId, Confirmation, Meeting, Outcome, Visit
from mediation_app.domain.courses import Course, Pause
from mediation_app.domain.deadlines import LimitUnit
from mediation_app.domain.limits import Confidence, LimitRule, LimitTable
from mediation_app.domain.materials import Material
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.steps import StepTaken
from mediation_app.domain.todos import Todo
from tests.builders import a_branch, a_person, an_agreement

TODAY = date(2026, 11, 23)
"""A Monday."""
PEOPLE = ("沈砚秋", "陆则安", "")


def a_rule(key, name, starts_from, days=30, **facts):
    return LimitRule(
        key,
        name,
        days,
        LimitUnit.CALENDAR_DAY,
        starts_from,
        "某规则",
        None,
        Confidence.SEEN,
        **facts,
    )


LIMITS = Limits(
    LimitTable(
        (
            a_rule("mediation", "调解期限", "受理", is_pausable=True),
            a_rule("confirmation", "司法确认申请期限", "协议生效"),
            a_rule("court", "法院决定", "申请司法确认", 3, is_estimate=True),
        )
    ),
    RestCalendar(()),
)


def in_days(number):
    return TODAY + timedelta(days=number)


near = st.integers(-40, 40).map(in_days)
people = st.sampled_from(PEOPLE)


def some(one):
    """Return tuples of up to two, with ids of their own."""
    return st.lists(one, max_size=2, unique_by=lambda each: each.id).map(tuple)


two_ids = st.sampled_from(("x1", "x2"))
todos = st.builds(
    Todo,
    id=two_ids,
    text=st.just("寄出复印件"),
    owner=people,
    waits_for=st.sampled_from(("", "银行")),
    asked_on=st.none() | near,
    due_on=st.none() | near,
    done_on=st.none() | near,
)
appointments = st.builds(
    Appointment,
    id=two_ids,
    on=st.none() | near,
    begins_min=st.sampled_from((540, 840)),
    mediators=st.sampled_from(((), ("陆则安",), ("陆则安", "沈砚秋"))),
    invited=st.sampled_from(((), ("p1", "p2", "gone"))),
    answered=st.sampled_from(((), ("p1",))),
    cancelled_on=st.none() | near,
)
materials = st.builds(
    Material, id=two_ids, name=st.just("账单"), is_received=st.booleans(), due_on=st.none() | near
)
signatures = st.builds(
    Signature,
    id=two_ids,
    kind=st.sampled_from(SignatureKind),
    signer=st.sampled_from(("p1", "p2", "沈砚秋")),
    signed_on=near,
)


def _with_id(number):
    return CaseId(f"case-{number}")


cases = st.builds(
    Case,
    id=st.integers(1, 6).map(_with_id),
    number=st.sampled_from(("", "（2026）云临金人调字第{}号")),
    filed_on=st.none() | near,
    accepted_on=st.none() | near,
    parties=st.just((a_person(), a_branch())),
    mediators=st.sampled_from(((), ("沈砚秋",), ("陆则安", "沈砚秋"))),
    handler=people,
    course=st.builds(
        Course, pauses=some(st.builds(Pause, id=two_ids, from_on=near, to_on=st.none() | near))
    ),
    meetings=some(
        st.builds(Meeting, id=two_ids, held_on=near, appointment_id=st.sampled_from(("", "x1")))
    ),
    outcome=st.sampled_from(Outcome),
    agreement=st.none() | st.builds(an_agreement, signatures=some(signatures) | st.just(())),
    confirmation=st.builds(Confirmation, is_requested=st.booleans(), applied_on=st.none() | near),
    visit=st.none() | st.builds(Visit, visited_on=near),
    materials=some(materials),
    appointments=some(appointments),
    todos=some(todos),
    steps=some(
        st.builds(
            StepTaken,
            id=two_ids,
            action=st.sampled_from(("调解不成", "撤回", "中止", "恢复调解")),
            taken_on=st.none() | near,
            reason=st.sampled_from(("", "分歧较大")),
        )
    ),
    left_open=st.sampled_from(("", "征信异议")),
)
