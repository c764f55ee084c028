"""The cases of the journeys J1 to J5 and J9, as far as their paper goes; all invented."""

from dataclasses import replace
from datetime import UTC, date, datetime

from mediation_app.domain.agreements import InstalmentPlan, Term, TermKind
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_papers import about_of, subject_of
from mediation_app.domain.cases import Case, CaseId, Meeting, Outcome, Termination
from mediation_app.domain.committees import Committee
from mediation_app.domain.deadlines import LimitUnit
from mediation_app.domain.documents import About, FormKind, VolumeLine
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.limits import Confidence, LimitRule
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Agent, Party, PartyKind, PartyRole
from mediation_app.domain.query_codes import new_query_code
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.sessions import Offer, SessionNote
from mediation_app.domain.snapshots import draft_of, issue_of
from tests.builders import Facts, an_agreement

COMMITTEE = Committee(
    name="滨海市崂山区金融消费纠纷人民调解委员会",
    station="崂山工作站",
    address="滨海市崂山区海岳路18号2楼",
    phone="0530-8899 0012",
    court="滨海市崂山区人民法院",
    case_word="崂金人调字",
)
CODE = new_query_code("a secret of the tests")
DAY = date(2026, 11, 23)
THIRTY_DAYS = LimitRule(
    "confirmation",
    "司法确认申请期限",
    30,
    LimitUnit.CALENDAR_DAY,
    "协议生效",
    "虚构",
    None,
    Confidence.SEEN,
)


BANK = Party(
    id="p2",
    role=PartyRole.RESPONDENT,
    kind=PartyKind.BRANCH,
    name="海岳银行股份有限公司崂山支行",
    credit_code="91990000MA00BK01XH",
    representative="梁致远",
    representative_post="行长",
    address="滨海市崂山区海岳路66号",
    agents=(Agent("a1", "李海涛", powers="代为承认、放弃、变更请求，签署调解协议"),),
)


def a_customer(name, number, phone):
    return Party(
        id="p1",
        role=PartyRole.APPLICANT,
        name=name,
        sex="男",
        identity=Identity(number=number),
        phone=phone,
        address="滨海市崂山区松岭路7号3单元502室",
    )


def _case(serial, customer, dispute, **facts):
    usual: Facts = {
        "id": CaseId(f"c{serial}"),
        "number": f"（2026）崂金人调字第{serial}号",
        "source": "当事人申请",
        "dispute": dispute,
        "filed_on": DAY,
        "parties": (customer, BANK),
        "facts": "申请人与被申请人因金融消费发生纠纷。",
        "issues": "能否减免。",
        "mediators": ("刘洋",),
        "recorder": "韩雪",
        "query_code": CODE,
    }
    return Case(**(usual | facts))


def chen(**facts):
    """J1: a walk-in of 67 years."""
    customer = a_customer("陈国强", "370000195901124518", "13700000021")
    usual: Facts = {
        "requests": ("退还违约金并停止催收电话",),
        "claim": Money(620008),
        "needs": ("老年", "大字"),
    }
    return _case(41, customer, "信用卡息费争议", **(usual | facts))


def sun(**facts):
    """J2, J3: a borrower, his notice and his volume."""
    customer = a_customer("孙浩", "370000199709032216", "13700000043")
    usual: Facts = {
        "requests": ("减免违约金和利息", "分期偿还本金"),
        "claim": Money(3186075),
        "accepted_on": DAY,
        "appointments": (
            Appointment(
                "ap1",
                on=date(2026, 11, 26),
                begins_min=14 * 60,
                lasts_min=90,
                room="调解室1",
                mediators=("刘洋",),
                invited=("p1", "p2"),
            ),
        ),
        "materials": (
            Material("m1", "领用合约", need="必须", owed_by="被申请人"),
            Material("m2", "还款流水", need="必须", owed_by="申请人"),
        ),
    }
    return _case(42, customer, "信用卡逾期纠纷", **(usual | facts))


def wang(**facts):
    """J4: a session with a customer who hears badly, and what came of it."""
    customer = a_customer("王桂兰", "370000195308150029", "13700000032")
    meeting = Meeting(
        "mt1",
        date(2026, 11, 25),
        present=("p1", "a1"),
        began_at=datetime(2026, 11, 25, 1, 30, tzinfo=UTC),
        ended_at=datetime(2026, 11, 25, 3, 5, tzinfo=UTC),
        notes=(
            SessionNote("n1", "甲", "诉求", "赔52000"),
            SessionNote("n2", "乙", "理由", "双录完整"),
            SessionNote("n3", "我", "", "客户其实最在意道歉 MARK-7731"),
        ),
        rights_told_to=("p1", "p2"),
    )
    agreement = an_agreement(
        terms=(
            Term(
                "t1",
                TermKind.COMPENSATION,
                "被申请人自本协议签署之日起10个工作日内（最迟2026年12月9日）一次性补偿申请人"
                "人民币18,000.00元（大写：人民币壹万捌仟元整），转账至户名“王桂兰”的账户；"
                "该补偿不表示承认存在过错。",
                Money(1800000),
            ),
            Term("t2", text="未按期履行的后果：按未付金额每日万分之三支付违约金。"),
        ),
        manner="转账",
        period="自本协议签署之日起10个工作日内（最迟2026年12月9日）",
        amount=Money(1800000),
    )
    usual: Facts = {
        "requests": ("赔偿理财亏损52,000.00元",),
        "claim": Money(5200000),
        "meetings": (meeting,),
        "meeting_place": "崂山工作站调解室1",
        "needs": ("听力弱", "大字"),
        "offers": (
            Offer("o1", "mt1", 1, "甲", Money(3000000)),
            Offer("o2", "mt1", 2, "乙", Money(1200000)),
            Offer("o3", "mt1", 3, "乙", Money(1800000), is_accepted=True),
        ),
        "agreement": agreement,
        "outcome": Outcome.WRITTEN_AGREEMENT,
    }
    return _case(43, customer, "个人理财纠纷", **(usual | facts))


def sun_pays(**facts):
    """J5: instalments."""
    agreement = an_agreement(
        terms=(
            Term("t1", TermKind.INSTALMENTS, "申请人分24期支付被申请人人民币26,400.00元。"),
            Term("t2", text="逾期两期的，未到期部分全部到期。"),
        ),
        manner="转账至户名“海岳银行股份有限公司崂山支行”的账户",
        period="按分期表履行",
        amount=Money(2640000),
        plan=InstalmentPlan(Money(2640000), 24, date(2026, 12, 20)),
    )
    return sun(agreement=agreement, outcome=Outcome.WRITTEN_AGREEMENT, **facts)


def li(**facts):
    """J9: no agreement, and nothing leaks."""
    customer = a_customer("李海滨", "370000198808080018", "13700000076")
    usual: Facts = {
        "requests": ("退还提前还款违约金",),
        "claim": Money(480000),
        "accepted_on": date(2026, 11, 24),
        "meetings": (Meeting("mt1", date(2026, 11, 27)),),
        "offers": (Offer("o1", "mt1", 1, "乙", Money(200000)),),
        "outcome": Outcome.FAILED,
        "termination": Termination(
            ended_on=date(2026, 11, 27),
            reason="分歧较大",
            reason_code="分歧较大",
            undisputed=("双方于2023年3月1日签订个人贷款合同", "申请人已还本金人民币120,000.00元"),
        ),
    }
    return _case(44, customer, "个人贷款提前还款纠纷", **(usual | facts))


def drawn(kind, case, about=None, next_step="受理决定", next_by_on=date(2026, 11, 30), **facts):
    """Return the draft of a form as the paper service makes it."""
    subject = subject_of(kind, case, about or about_of(kind, case), next_step, next_by_on)
    subject = subject and replace(subject, **facts)
    return draft_of(kind, case, COMMITTEE, RestCalendar(()), THIRTY_DAYS, subject)


def issued(kind, case, about=None, **facts):
    """Return the first issue of a form."""
    return issue_of(drawn(kind, case, about, **facts), 1)


VOLUME_LINES = tuple(
    VolumeLine(title, first, last)
    for title, first, last in (
        ("领用合约", 1, 3),
        ("账单", 4, 9),
        ("息费计算表", 10, 10),
        ("还款流水", 11, 12),
        ("授权委托书", 13, 13),
        ("身份证复印件", 14, 14),
    )
)


def journey_snapshots():
    """Return (name, snapshot) of every form that the journeys print."""
    small, large = About("ap1", "p1"), About("ap1", "p1", is_large=True)
    return [
        ("J1-slip", issued(FormKind.SLIP, chen())),
        ("J1-receipt", issued(FormKind.INTAKE_RECEIPT, chen())),
        ("J3-notice", issued(FormKind.MEETING_NOTICE, sun(), small)),
        ("J3-notice-bank", issued(FormKind.MEETING_NOTICE, sun(), About("ap1", "p2"))),
        ("J3-notice-large", issued(FormKind.MEETING_NOTICE, sun(), large)),
        ("J3-service", issued(FormKind.SERVICE_RECEIPT, sun(), small)),
        ("J4-record", issued(FormKind.RECORD, wang())),
        ("J4-plain", issued(FormKind.PLAIN_SUMMARY, wang())),
        ("J5-plain", issued(FormKind.PLAIN_SUMMARY, sun_pays())),
        ("J9-termination", issued(FormKind.TERMINATION, li())),
        ("J9-undisputed", issued(FormKind.UNDISPUTED_FACTS, li())),
        ("J9-ways", issued(FormKind.OTHER_WAYS, li())),
        ("J2-contents", issued(FormKind.VOLUME, sun(), contents=VOLUME_LINES)),
    ]


def wanted(name):
    """Return a material that the applicant has to bring."""
    return Material(name, name, need="必须", owed_by="申请人")
