"""Sessions in the exchange format: what everybody at the table may read, offers, the deal.

What a mediator noted for himself is no part of a case and cannot get here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.sessions import Deal, Offer, SessionNote
from mediation_app.exchange.places import Place, quoted
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape, facts_of, plain
from mediation_app.exchange.values import Amount, Flag, Instant, Text, Whole
from mediation_app.sentences import say

SESSIONS_KEY, OFFERS_KEY = "调解会", "方案"
_MOST = 999_999_999
_TEXT, _INSTANT, _COUNT = Text(), Instant(), Whole(0, _MOST)
_TEXTS = Many(_TEXT)


_NOTE = Record(
    Shape(
        Key("方", "side", _TEXT, "谁的话：甲为申请人，乙为被申请人；空为双方"),
        Key("标签", "tag", _TEXT, "诉求、理由、事实、无争议"),
        Key("内容", "text", _TEXT, "记下的话", is_always_written=True),
        Key("时间", "said_at", _INSTANT, "记下的时刻"),
    ),
    lambda facts, place: SessionNote(place.notes.ids.new(), **facts),
    facts_of,
)
_DEAL = Record(
    Shape(
        Key("方案序号", "offer", Whole(1, _MOST), "接受的是“方案”中的第几个"),
        Key("金额", "amount", Amount(), "成交的金额，元"),
        Key("期数", "periods", _COUNT, "分几期"),
        Key("付款方", "payer", _TEXT, "甲或者乙"),
        Key("收款户名", "payee", _TEXT, "收款账户的户名"),
        Key("履行方式", "manner", _TEXT, "转账等"),
        Key("签署后几日", "days", _COUNT, "签署后几日内付清"),
        Key("计算方式", "counts", _TEXT, "工作日或者日"),
        Key("未按期后果", "consequence", _TEXT, "未按期履行的后果"),
        Key("用词理由", "wording_note", _TEXT, "诉求与条款用词不同的理由"),
        Key("写入协议时间", "fixed_at", _INSTANT, "写入协议的时刻"),
    ),
    plain,
    dict,
)
SESSION = Record(
    Shape(
        Key("会次", "number", Whole(1, _MOST), "“调解日期”中的第几次", is_required=True),
        Key("到场", "present", _TEXTS, "到场的人：申请人1、被申请人1代理人1"),
        Key("开始", "began_at", _INSTANT, "开始的时刻"),
        Key("结束", "ended_at", _INSTANT, "结束的时刻"),
        Key("暂停于", "paused_at", _INSTANT, "从何时起暂停"),
        Key("暂停秒数", "paused_s", _COUNT, "已经暂停的秒数"),
        Key("快记", "notes", Many(_NOTE, "条"), "在场各方都可以看的记录"),
        Key("笔录", "record", _TEXT, "调解笔录"),
        Key("已告知权利", "rights_told_to", _TEXTS, "表示清楚权利义务的人"),
        Key("注意到", "doubts", _TEXTS, "需要照顾的情况"),
        Key("已做到", "safeguards", _TEXTS, "已采取的措施"),
        Key("负责人意见", "doubt_note", _TEXT, "负责人对行为能力等的意见"),
        Key("成交", "deal", _DEAL, "双方说定的内容"),
    ),
    plain,
    dict,
)
OFFER = Record(
    Shape(
        Key("会次", "meeting", Whole(1, _MOST), "在第几次调解中提出"),
        Key("轮次", "round_no", _COUNT, "第几轮", is_always_written=True),
        Key("方", "side", _TEXT, "甲或者乙"),
        Key("金额", "amount", Amount(), "支付的金额，元"),
        Key("减免", "waives", Amount(), "减免的金额，元"),
        Key("期数", "periods", _COUNT, "分几期"),
        Key("内容", "text", _TEXT, "原话"),
        Key("时间", "said_at", _INSTANT, "提出的时刻"),
        Key("是否接受", "is_accepted", Flag(), "是否成交"),
        Key("请示时间", "asked_at", _INSTANT, "代理人开始请示的时刻"),
        Key("请示答复", "answer", _TEXT, "请示的答复"),
    ),
    plain,
    dict,
)


def written_sessions(case: Case) -> tuple[Facts, ...]:
    """Return what is told of the sessions; one of which only the day is known is left out."""
    people = {person: name for name, person in people_called(case)}
    return tuple(
        facts
        for number, meeting in enumerate(case.meetings, start=1)
        if _is_told(facts := _written(case, meeting, number, people))
    )


def written_offers(case: Case) -> tuple[Facts, ...]:
    """Return the offers, each with the number of its meeting."""
    numbers = {each.id: number for number, each in enumerate(case.meetings, start=1)}
    return tuple(
        facts_of(each)
        | {"meeting": numbers.get(each.meeting_id), "is_accepted": each.is_accepted or None}
        for each in case.offers
    )


def written_signers(case: Case) -> tuple[str, ...]:
    """Return who is willing to sign the undisputed facts."""
    people = {person: name for name, person in people_called(case)}
    signers = case.termination.signers if case.termination else ()
    return tuple(people[each] for each in signers if each in people)


def with_sessions(case: Case, facts: Facts, place: Place) -> Case:
    """Return the case with the sessions and offers that the file tells.

    Args:
        case: With its parties and the days of its meetings.
        facts: Those of the file; ``sessions`` and ``offers`` are used.
        place: Of the case.
    """
    people = dict(people_called(case))
    offers = tuple(
        _offer(case, told, place.key(OFFERS_KEY).item(number, "项"))
        for number, told in enumerate(facts.get("offers", ()), start=1)
    )
    meetings = {each.id: each for each in case.meetings}
    for number, told in enumerate(facts.get("sessions", ()), start=1):
        here = place.key(SESSIONS_KEY).item(number, "项")
        meeting_id = _meeting_id(case, told.get("number"), here.key("会次"))
        if meeting_id:
            meetings[meeting_id] = _session(meetings[meeting_id], told, people, offers, here)
    ending = case.termination
    if ending is not None and ending.signers:
        signers = named_people(ending.signers, people, place.key("终止").key("愿意签名"))
        ending = replace(ending, signers=signers)
    return replace(case, meetings=tuple(meetings.values()), offers=offers, termination=ending)


def _written(case: Case, meeting: Meeting, number: int, people: Mapping[str, str]) -> Facts:
    facts = facts_of(meeting)
    for name in ("present", "rights_told_to"):
        facts[name] = tuple(people[each] for each in facts[name] if each in people)
    facts["paused_s"] = meeting.paused_s or None
    if meeting.deal is not None:
        numbers = {each.id: place for place, each in enumerate(case.offers, start=1)}
        facts["deal"] = facts_of(meeting.deal) | {"offer": numbers.get(meeting.deal.offer_id)}
    return facts | {"number": number}


def _is_told(facts: Facts) -> bool:
    return len(SESSION.write(facts)) > 1


def _session(
    meeting: Meeting,
    told: Facts,
    people: Mapping[str, str],
    offers: tuple[Offer, ...],
    place: Place,
) -> Meeting:
    facts = {name: value for name, value in told.items() if name != "number"}
    for name, key in (("present", "到场"), ("rights_told_to", "已告知权利")):
        if name in facts:
            facts[name] = named_people(facts[name], people, place.key(key))
    if "deal" in facts:
        facts["deal"] = _deal(facts["deal"], offers, place.key("成交"))
    return replace(meeting, **facts)


def _deal(told: Facts, offers: tuple[Offer, ...], place: Place) -> Deal:
    number = told.get("offer")
    rest = {name: value for name, value in told.items() if name != "offer"}
    if number is None:
        return Deal(**rest)
    if number > len(offers):
        place.key("方案序号").refuse(say("没有第{number}个方案", number=number))
        return Deal(**rest)
    return Deal(offer_id=offers[number - 1].id, **rest)


def _offer(case: Case, told: Facts, place: Place) -> Offer:
    rest = {name: value for name, value in told.items() if name != "meeting"}
    number = told.get("meeting")
    meeting_id = "" if number is None else _meeting_id(case, number, place.key("会次"))
    return Offer(place.notes.ids.new(), meeting_id=meeting_id, **rest)


def _meeting_id(case: Case, number: int | None, place: Place) -> str:
    """Return the id of a meeting by its number; empty, and refused, where there is none."""
    if number is None:
        return ""
    if number > len(case.meetings):
        place.refuse(say("“调解日期”中没有第{number}次", number=number))
        return ""
    return case.meetings[number - 1].id


def named_people(
    names: tuple[str, ...], people: Mapping[str, str], place: Place
) -> tuple[str, ...]:
    """Return the ids of people as the file calls them; who is not there is refused."""
    for name in names:
        if name not in people:
            place.refuse(say("案件中没有“{who}”", who=quoted(name)))
    return tuple(people[name] for name in names if name in people)


def people_called(case: Case) -> Iterator[tuple[str, str]]:
    """Yield everybody as (how the file calls him, id): 申请人1, 申请人1代理人1, 申请人1监护人1."""
    for role in PartyRole:
        for number, party in enumerate(case.parties_in(role), start=1):
            name = f"{role.value}{number}"
            yield name, party.id
            for place, agent in enumerate(party.agents, start=1):
                yield f"{name}代理人{place}", agent.id
            for place, guardian in enumerate(party.guardians, start=1):
                yield f"{name}监护人{place}", guardian.id
