"""A whole case in the exchange format."""

from dataclasses import replace
from datetime import date
from typing import Any

from mediation_app.domain.agreements import Agreement, Sealed
from mediation_app.domain.cases import (
    Case,
    CaseId,
    Confirmation,
    Meeting,
    Outcome,
    Termination,
    Visit,
)
from mediation_app.exchange.agreements import AGREEMENT, written_terms
from mediation_app.exchange.appointments import (
    APPOINTMENT,
    APPOINTMENTS_KEY,
    with_appointments,
    written_appointments,
)
from mediation_app.exchange.courses import COURSE
from mediation_app.exchange.materials import MATERIAL
from mediation_app.exchange.people import PartyValue
from mediation_app.exchange.places import Place
from mediation_app.exchange.plans import PlanValue
from mediation_app.exchange.preparation import AUTHORITY, LINK, RECEIVABLE
from mediation_app.exchange.sessions import (
    OFFER,
    OFFERS_KEY,
    SESSION,
    SESSIONS_KEY,
    with_sessions,
    written_offers,
    written_sessions,
    written_signers,
)
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape, facts_of, plain
from mediation_app.exchange.sides import SIDES, by_sides
from mediation_app.exchange.signing import (
    closed,
    signed,
    written_effective_on,
    written_signatures,
)
from mediation_app.exchange.steps import STEP
from mediation_app.exchange.values import Amount, Day, Flag, Text, Whole, words_of
from mediation_app.sentences import say

COMPUTED_KEY = "推算"
NUMBER_KEY = "案件编号"
MOST_SERIAL = 999_999_999
_TEXT, _DAY = Text(), Day()
_TEXTS = Many(_TEXT)


_LIMITS = Record(
    Shape(
        Key("受理日期", "accepted_on", _DAY, "委员会受理的日期"),
        Key("银行收到投诉日期", "complaint_received_on", _DAY, "银行收到投诉的日期"),
        Key("法院委派材料签收日", "court_material_signed_on", _DAY, "调解员签收法院材料的日期"),
    ),
    plain,
    dict,
)
_CLAIM = Record(Shape(Key("金额", "claim", Amount(), "请求的金额，元")), plain, dict)

_TERMINATION = Record(
    Shape(
        Key("终止日期", "ended_on", _DAY, "终止调解的日期"),
        Key("终止原因", "reason", _TEXT, "终止的原因"),
        Key("告知内容", "notice", _TEXT, "告知当事人的救济途径"),
        Key("送达", "delivery", _TEXT, "告知如何送达"),
        Key("移送法院", "court", _TEXT, "移送的法院"),
        Key("移送材料", "materials", _TEXTS, "移送的材料"),
        Key("原因代码", "reason_code", _TEXT, "常见原因中的哪一种"),
        Key("无争议事实", "undisputed", _TEXTS, "双方都认可的事实"),
        Key("愿意签名", "signers", _TEXTS, "愿意在无争议事实上签名的人：申请人1"),
    ),
    lambda facts, _place: Termination(**facts),
    facts_of,
)
_CONFIRMATION = Record(
    Shape(
        Key("是否申请", "is_requested", Flag(), "是否共同申请司法确认"),
        Key(
            "协议生效日", "effective_on", _DAY, "签名、印章中最晚的日期；晚于签署日期的为盖章日期"
        ),
        Key("说明", "note", _TEXT, "说明"),
        Key("申请法院", "court", _TEXT, "向哪个法院申请"),
        Key("申请日期", "applied_on", _DAY, "向法院申请的日期"),
        Key("管辖提示", "jurisdiction_note", _TEXT, "关于管辖的提示"),
        Key("裁定日期", "ruled_on", _DAY, "法院裁定的日期"),
        Key("裁定结果", "ruling", _TEXT, "确认有效、驳回申请、不予受理、准许撤回"),
        Key("裁定文号", "ruling_number", _TEXT, "法院裁定的文号"),
    ),
    plain,
    dict,
)
_VISIT = Record(
    Shape(
        Key("日期", "visited_on", _DAY, "回访日期"),
        Key("履行情况", "performance", _TEXT, "协议履行的情况"),
        Key("满意度", "satisfaction", _TEXT, "当事人是否满意"),
    ),
    lambda facts, _place: Visit(**facts),
    facts_of,
)


def _side(name: str, about: str, *, is_required: bool = False) -> Key:
    value = Many(PartyValue(SIDES[name]), "人")
    return Key(name, name, value, about, is_required=is_required)


SHAPE = Shape(
    Key("序号", "serial", Whole(0, MOST_SERIAL), "在来源名单中的序号"),
    Key(NUMBER_KEY, "number", _TEXT, "委员会的案件编号，不得重复", is_required=True),
    Key("难点标签", "tags", _TEXTS, "标签", is_always_written=True),
    Key("业务类别", "category", _TEXT, "业务类别（JR/T 0169）"),
    Key("业务子类", "subcategory", _TEXT, "业务子类"),
    Key("投诉原因", "cause", _TEXT, "投诉原因"),
    Key("办理渠道", "channel", _TEXT, "办理渠道"),
    Key("案件来源", "source", _TEXT, "当事人申请、人民法院诉前委派等"),
    Key("纠纷类型", "dispute", _TEXT, "纠纷类型", is_required=True),
    Key("申请日期", "filed_on", _DAY, "申请调解的日期", is_required=True),
    Key("期限", "limits", _LIMITS, "期限的起算日"),
    Key("期限经过", "course", COURSE, "期限的中止、延长和其他起算事项"),
    _side("申请人", "申请人，至少一人", is_required=True),
    _side("被申请人", "被申请人，至少一人", is_required=True),
    _side("第三人", "第三人"),
    Key("纠纷简要情况", "facts", _TEXT, "纠纷的主要事实", is_required=True),
    _side("案外担保人", "在协议上签名的担保人"),
    Key("争议事项", "issues", _TEXT, "争议的事项"),
    Key("申请事项", "requests", _TEXTS, "申请人的请求，每项一条", is_always_written=True),
    Key("诉求金额", "claim", _CLAIM, "请求的金额"),
    Key("调解员", "mediators", _TEXTS, "调解员姓名", is_always_written=True),
    Key("记录人", "recorder", _TEXT, "记录人姓名"),
    Key("调解次数", "meeting_count", Whole(0, MOST_SERIAL), "应与调解日期的个数一致"),
    Key("调解日期", "meetings", Many(_DAY), "每次调解的日期", is_always_written=True),
    Key("调解地点", "meeting_place", _TEXT, "调解的地点"),
    Key(APPOINTMENTS_KEY, "appointments", Many(APPOINTMENT), "约定的调解会，包括已取消的"),
    Key(SESSIONS_KEY, "sessions", Many(SESSION), "各次调解会的经过；只知道日期的不写"),
    Key(OFFERS_KEY, "offers", Many(OFFER), "各方先后提出的方案，不得用作对其不利的证据"),
    Key("调解结果", "outcome", words_of(Outcome), "调解的结果", is_always_written=True),
    Key("协议", "agreement", AGREEMENT, "达成的协议，没有的为 null", is_always_written=True),
    Key("分期计划", "plan", PlanValue(), "分期履行的计划"),
    Key("终止", "termination", _TERMINATION, "没有达成协议而终止、移送的情况"),
    Key("司法确认", "confirmation", _CONFIRMATION, "司法确认", is_always_written=True),
    Key("回访", "visit", _VISIT, "回访，没有的为 null", is_always_written=True),
    Key("经办人", "handler", _TEXT, "案件由谁经办；没有写的为第一位调解员"),
    Key("沟通需求", "needs", _TEXTS, "沟通时需要的帮助：老年、听力弱、大字"),
    Key("关联案件", "links", Many(LINK), "属于一处的其他案件，不合并"),
    Key("查询码", "query_code", _TEXT, "当事人凭此查询进度"),
    Key("应还款项", "receivable", RECEIVABLE, "银行主张的款项及其组成"),
    Key("未解决事项", "left_open", _TEXT, "协议没有解决的争议；全部解决的不写"),
    Key("授权区间", "authority", AUTHORITY, "银行代理人的权限，不给对方当事人看"),
    Key("材料", "materials", Many(MATERIAL), "材料清单，收到的已勾选；文件内容不在本文件中"),
    Key("办理步骤", "steps", Many(STEP), "依次办理的步骤，如归档、重开及其理由"),
    ignored={COMPUTED_KEY: "程序推算的金额大写、期限、份数等，导入时不读取"},
)


def read_case(json: Any, place: Place) -> Case | None:
    """Return the case as far as it can be read; what is wrong is noted at its place."""
    facts = SHAPE.read(json, place)
    if facts is None:
        return None
    _check_meetings(facts, place)
    told = facts.get("agreement")
    confirmation = dict(facts.get("confirmation", {}))
    effective: date | None = confirmation.pop("effective_on", None)
    unsigned = Case(
        id=CaseId(place.notes.ids.new()),
        parties=tuple(party for side in SIDES for party in facts.get(side, ())),
        meetings=tuple(
            Meeting(place.notes.ids.new(), held_on) for held_on in facts.get("meetings", ())
        ),
        agreement=None if told is None else _agreement(told, facts, place),
        confirmation=Confirmation(**confirmation),
        **facts.get("limits", {}),
        **facts.get("claim", {}),
        **{name: facts[name] for name in _PLAIN if name in facts},
    )
    unsigned = with_appointments(with_sessions(unsigned, facts, place), facts, place)
    if told is None:
        _refuse_without_agreement(facts, effective, place)
        return unsigned
    sealed_at = told.get("sealed_at")
    sealed = None if sealed_at is None else Sealed(sealed_at, "")
    return closed(signed(replace(unsigned, sealed=sealed), told, effective, place), place)


_PLAIN = (
    *("serial", "number", "tags", "category", "subcategory", "cause", "channel", "source"),
    *("dispute", "filed_on", "facts", "issues", "requests", "mediators", "recorder"),
    *("meeting_place", "outcome", "termination", "visit", "course", "materials", "steps"),
    *("handler", "needs", "links", "query_code", "receivable", "left_open", "authority"),
)


def write_case(case: Case) -> dict[str, Any]:
    """Return the case as JSON values, in the order of the table."""
    case = by_sides(case)
    written = SHAPE.write(
        facts_of(case)
        | {side: case.parties_in(role) for side, role in SIDES.items()}
        | {
            "limits": facts_of(case),
            "claim": {"claim": case.claim},
            "meeting_count": len(case.meetings),
            "meetings": tuple(meeting.held_on for meeting in case.meetings),
            "appointments": written_appointments(case),
            "sessions": written_sessions(case),
            "offers": written_offers(case),
            "termination": _written_ending(case),
            "agreement": _written_agreement(case),
            "plan": None if case.agreement is None else case.agreement.plan,
            "confirmation": facts_of(case.confirmation)
            | {"effective_on": written_effective_on(case)},
        }
    )
    if case.agreement is None and "终止" in written:
        del written["协议"]  # It failed: no agreement is to be waited for.
    return written


def _written_ending(case: Case) -> Termination | None:
    ending = case.termination
    return None if ending is None else replace(ending, signers=written_signers(case))


def _agreement(told: Facts, facts: Facts, place: Place) -> Agreement:
    """Return the agreement, not signed yet."""
    if told.get("words") and told.get("terms"):
        place.key("协议").key("条款").refuse(say("“协议内容”与“条款”只能写一种"))
    rest = {
        name: value
        for name, value in told.items()
        if name not in ("signed_on", "records", "words", "terms", "sealed_at")
    }
    terms = told.get("terms") or told.get("words", ())
    return Agreement(terms=terms, plan=facts.get("plan"), **rest)


def _written_agreement(case: Case) -> Facts | None:
    agreement = case.agreement
    if agreement is None:
        return None
    return (
        facts_of(agreement)
        | {"terms": (), "sealed_at": case.sealed and case.sealed.sealed_at}
        | written_terms(agreement.terms)
        | written_signatures(case, agreement)
    )


def _check_meetings(facts: Facts, place: Place) -> None:
    count, meetings = facts.get("meeting_count"), facts.get("meetings")
    if count is None or place.notes.touches("调解日期"):
        return
    if meetings is None and count:
        place.key("调解次数").warn(say("写了{count}次调解，没有写调解日期", count=count))
    elif meetings is not None and count != len(meetings):
        place.key("调解次数").refuse(
            say(
                "调解次数写了{count}次，调解日期有{days}个，应一致",
                count=count,
                days=len(meetings),
            )
        )


def _refuse_without_agreement(facts: Facts, effective: date | None, place: Place) -> None:
    if place.notes.touches("协议"):
        return
    if "plan" in facts:
        place.key("分期计划").refuse(say("没有协议，不能有分期计划"))
    if effective is not None:
        place.key("司法确认").key("协议生效日").refuse(say("没有协议，不能有协议生效日"))
