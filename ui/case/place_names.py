"""What the places of a case are called in sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mediation_app.domain.cases import Case
from ui.case.places import value_at

CONTEXT = "PlaceNames"
_NAMES = {
    "number": QT_TRANSLATE_NOOP("PlaceNames", "案件编号"),
    "provisional_number": QT_TRANSLATE_NOOP("PlaceNames", "临时编号"),
    "deleted": QT_TRANSLATE_NOOP("PlaceNames", "案件已删除"),
    "dispute": QT_TRANSLATE_NOOP("PlaceNames", "纠纷类型"),
    "source": QT_TRANSLATE_NOOP("PlaceNames", "案件来源"),
    "category": QT_TRANSLATE_NOOP("PlaceNames", "业务类别"),
    "subcategory": QT_TRANSLATE_NOOP("PlaceNames", "业务子类"),
    "cause": QT_TRANSLATE_NOOP("PlaceNames", "投诉原因"),
    "channel": QT_TRANSLATE_NOOP("PlaceNames", "办理渠道"),
    "filed_on": QT_TRANSLATE_NOOP("PlaceNames", "申请日期"),
    "accepted_on": QT_TRANSLATE_NOOP("PlaceNames", "受理日期"),
    "complaint_received_on": QT_TRANSLATE_NOOP("PlaceNames", "银行收诉日期"),
    "court_material_signed_on": QT_TRANSLATE_NOOP("PlaceNames", "签收委派材料日期"),
    "facts": QT_TRANSLATE_NOOP("PlaceNames", "纠纷简要情况"),
    "issues": QT_TRANSLATE_NOOP("PlaceNames", "争议事项"),
    "requests": QT_TRANSLATE_NOOP("PlaceNames", "申请事项"),
    "claim": QT_TRANSLATE_NOOP("PlaceNames", "诉求金额"),
    "mediators": QT_TRANSLATE_NOOP("PlaceNames", "人民调解员"),
    "recorder": QT_TRANSLATE_NOOP("PlaceNames", "记录人"),
    "meeting_place": QT_TRANSLATE_NOOP("PlaceNames", "调解地点"),
    "outcome": QT_TRANSLATE_NOOP("PlaceNames", "调解结果"),
    "meetings": QT_TRANSLATE_NOOP("PlaceNames", "调解会"),
    "parties": QT_TRANSLATE_NOOP("PlaceNames", "当事人"),
    "agents": QT_TRANSLATE_NOOP("PlaceNames", "委托代理人"),
    "guardians": QT_TRANSLATE_NOOP("PlaceNames", "法定代理人"),
    "name": QT_TRANSLATE_NOOP("PlaceNames", "姓名或名称"),
    "role": QT_TRANSLATE_NOOP("PlaceNames", "地位"),
    "kind": QT_TRANSLATE_NOOP("PlaceNames", "类型"),
    "phone": QT_TRANSLATE_NOOP("PlaceNames", "联系电话"),
    "address": QT_TRANSLATE_NOOP("PlaceNames", "住址"),
    "sex": QT_TRANSLATE_NOOP("PlaceNames", "性别"),
    "born_on": QT_TRANSLATE_NOOP("PlaceNames", "出生日期"),
    "age": QT_TRANSLATE_NOOP("PlaceNames", "年龄"),
    "ethnicity": QT_TRANSLATE_NOOP("PlaceNames", "民族"),
    "nationality": QT_TRANSLATE_NOOP("PlaceNames", "国籍"),
    "occupation": QT_TRANSLATE_NOOP("PlaceNames", "职业或职务"),
    "credit_code": QT_TRANSLATE_NOOP("PlaceNames", "信用代码"),
    "representative": QT_TRANSLATE_NOOP("PlaceNames", "代表人"),
    "representative_post": QT_TRANSLATE_NOOP("PlaceNames", "职务"),
    "capacity": QT_TRANSLATE_NOOP("PlaceNames", "代理人身份"),
    "authority": QT_TRANSLATE_NOOP("PlaceNames", "权限类型"),
    "powers": QT_TRANSLATE_NOOP("PlaceNames", "代理权限"),
    "relationship": QT_TRANSLATE_NOOP("PlaceNames", "关系"),
    "identity/number": QT_TRANSLATE_NOOP("PlaceNames", "证件号码"),
    "identity/kind": QT_TRANSLATE_NOOP("PlaceNames", "证件类型"),
    "agreement": QT_TRANSLATE_NOOP("PlaceNames", "协议"),
    "terms": QT_TRANSLATE_NOOP("PlaceNames", "条款"),
    "text": QT_TRANSLATE_NOOP("PlaceNames", "内容"),
    "amount": QT_TRANSLATE_NOOP("PlaceNames", "金额"),
    "manner": QT_TRANSLATE_NOOP("PlaceNames", "履行方式"),
    "period": QT_TRANSLATE_NOOP("PlaceNames", "履行期限"),
    "copies": QT_TRANSLATE_NOOP("PlaceNames", "份数"),
    "plan": QT_TRANSLATE_NOOP("PlaceNames", "分期计划"),
    "lines": QT_TRANSLATE_NOOP("PlaceNames", "分期"),
    "total": QT_TRANSLATE_NOOP("PlaceNames", "总额"),
    "periods": QT_TRANSLATE_NOOP("PlaceNames", "期数"),
    "first_due_on": QT_TRANSLATE_NOOP("PlaceNames", "首期到期"),
    "due_on": QT_TRANSLATE_NOOP("PlaceNames", "到期日"),
    "method": QT_TRANSLATE_NOOP("PlaceNames", "还款方式"),
    "annual_rate": QT_TRANSLATE_NOOP("PlaceNames", "年利率"),
    "signatures": QT_TRANSLATE_NOOP("PlaceNames", "签名"),
    "signer": QT_TRANSLATE_NOOP("PlaceNames", "签署人"),
    "signed_on": QT_TRANSLATE_NOOP("PlaceNames", "签署日期"),
    "held_on": QT_TRANSLATE_NOOP("PlaceNames", "日期"),
    "sealed": QT_TRANSLATE_NOOP("PlaceNames", "签署完成"),
    "sealed_at": QT_TRANSLATE_NOOP("PlaceNames", "锁定时间"),
    "digest": QT_TRANSLATE_NOOP("PlaceNames", "协议摘要值"),
    "materials": QT_TRANSLATE_NOOP("PlaceNames", "材料"),
    "course": QT_TRANSLATE_NOOP("PlaceNames", "期限"),
    "pauses": QT_TRANSLATE_NOOP("PlaceNames", "中止"),
    "from_on": QT_TRANSLATE_NOOP("PlaceNames", "第一天"),
    "to_on": QT_TRANSLATE_NOOP("PlaceNames", "最后一天"),
    "extensions": QT_TRANSLATE_NOOP("PlaceNames", "延长"),
    "days": QT_TRANSLATE_NOOP("PlaceNames", "天数"),
    "agreed_on": QT_TRANSLATE_NOOP("PlaceNames", "同意日期"),
    "applicants_agree": QT_TRANSLATE_NOOP("PlaceNames", "申请人同意"),
    "respondents_agree": QT_TRANSLATE_NOOP("PlaceNames", "被申请人同意"),
    "milestones": QT_TRANSLATE_NOOP("PlaceNames", "起算事项"),
    "event": QT_TRANSLATE_NOOP("PlaceNames", "事项"),
    "happened_on": QT_TRANSLATE_NOOP("PlaceNames", "发生日期"),
    "is_received": QT_TRANSLATE_NOOP("PlaceNames", "已收到"),
    "file_name": QT_TRANSLATE_NOOP("PlaceNames", "文件名"),
    "media_type": QT_TRANSLATE_NOOP("PlaceNames", "文件类型"),
    "size_bytes": QT_TRANSLATE_NOOP("PlaceNames", "文件大小"),
    "blob_id": QT_TRANSLATE_NOOP("PlaceNames", "文件内容"),
    "added_on": QT_TRANSLATE_NOOP("PlaceNames", "收到日期"),
    "confirmation": QT_TRANSLATE_NOOP("PlaceNames", "司法确认"),
    "is_requested": QT_TRANSLATE_NOOP("PlaceNames", "是否申请"),
    "court": QT_TRANSLATE_NOOP("PlaceNames", "法院"),
    "applied_on": QT_TRANSLATE_NOOP("PlaceNames", "申请日"),
    "ruled_on": QT_TRANSLATE_NOOP("PlaceNames", "裁定日期"),
    "ruling": QT_TRANSLATE_NOOP("PlaceNames", "裁定结果"),
    "ruling_number": QT_TRANSLATE_NOOP("PlaceNames", "裁定文号"),
    "steps": QT_TRANSLATE_NOOP("PlaceNames", "办理步骤"),
    "action": QT_TRANSLATE_NOOP("PlaceNames", "步骤"),
    "taken_on": QT_TRANSLATE_NOOP("PlaceNames", "办理日期"),
    "by": QT_TRANSLATE_NOOP("PlaceNames", "办理人"),
    "came_from": QT_TRANSLATE_NOOP("PlaceNames", "原阶段"),
    "appointment_id": QT_TRANSLATE_NOOP("PlaceNames", "排期"),
    "appointments": QT_TRANSLATE_NOOP("PlaceNames", "排期"),
    "on": QT_TRANSLATE_NOOP("PlaceNames", "日期"),
    "begins_min": QT_TRANSLATE_NOOP("PlaceNames", "开始时间"),
    "lasts_min": QT_TRANSLATE_NOOP("PlaceNames", "时长（分钟）"),
    "room": QT_TRANSLATE_NOOP("PlaceNames", "调解室"),
    "way": QT_TRANSLATE_NOOP("PlaceNames", "方式"),
    "invited": QT_TRANSLATE_NOOP("PlaceNames", "通知"),
    "answered": QT_TRANSLATE_NOOP("PlaceNames", "已答复"),
    "cancelled_on": QT_TRANSLATE_NOOP("PlaceNames", "取消日期"),
    "revision": QT_TRANSLATE_NOOP("PlaceNames", "改动次数"),
    "present": QT_TRANSLATE_NOOP("PlaceNames", "到场"),
    "began_at": QT_TRANSLATE_NOOP("PlaceNames", "开始"),
    "ended_at": QT_TRANSLATE_NOOP("PlaceNames", "结束"),
    "notes": QT_TRANSLATE_NOOP("PlaceNames", "快记"),
    "side": QT_TRANSLATE_NOOP("PlaceNames", "方"),
    "tag": QT_TRANSLATE_NOOP("PlaceNames", "标签"),
    "said_at": QT_TRANSLATE_NOOP("PlaceNames", "时间"),
    "record": QT_TRANSLATE_NOOP("PlaceNames", "笔录"),
    "paused_at": QT_TRANSLATE_NOOP("PlaceNames", "暂停"),
    "paused_s": QT_TRANSLATE_NOOP("PlaceNames", "暂停秒数"),
    "rights_told_to": QT_TRANSLATE_NOOP("PlaceNames", "权利告知"),
    "doubts": QT_TRANSLATE_NOOP("PlaceNames", "注意到"),
    "safeguards": QT_TRANSLATE_NOOP("PlaceNames", "已采取"),
    "doubt_note": QT_TRANSLATE_NOOP("PlaceNames", "站长意见"),
    "deal": QT_TRANSLATE_NOOP("PlaceNames", "成交"),
    "offer_id": QT_TRANSLATE_NOOP("PlaceNames", "所取方案"),
    "payer": QT_TRANSLATE_NOOP("PlaceNames", "付款方"),
    "payee": QT_TRANSLATE_NOOP("PlaceNames", "收款户名"),
    "counts": QT_TRANSLATE_NOOP("PlaceNames", "计算方式"),
    "consequence": QT_TRANSLATE_NOOP("PlaceNames", "未按期后果"),
    "wording_note": QT_TRANSLATE_NOOP("PlaceNames", "用词理由"),
    "fixed_at": QT_TRANSLATE_NOOP("PlaceNames", "写入协议"),
    "offers": QT_TRANSLATE_NOOP("PlaceNames", "方案"),
    "meeting_id": QT_TRANSLATE_NOOP("PlaceNames", "所属调解会"),
    "round_no": QT_TRANSLATE_NOOP("PlaceNames", "轮次"),
    "is_accepted": QT_TRANSLATE_NOOP("PlaceNames", "已接受"),
    "waives": QT_TRANSLATE_NOOP("PlaceNames", "减免金额"),
    "asked_at": QT_TRANSLATE_NOOP("PlaceNames", "请示时间"),
    "answer": QT_TRANSLATE_NOOP("PlaceNames", "请示答复"),
    "reason_code": QT_TRANSLATE_NOOP("PlaceNames", "终结原因"),
    "undisputed": QT_TRANSLATE_NOOP("PlaceNames", "无争议事实"),
    "signers": QT_TRANSLATE_NOOP("PlaceNames", "愿意签名"),
    "termination": QT_TRANSLATE_NOOP("PlaceNames", "终止调解"),
    "reason": QT_TRANSLATE_NOOP("PlaceNames", "原因"),
    "visit": QT_TRANSLATE_NOOP("PlaceNames", "回访"),
    "performance": QT_TRANSLATE_NOOP("PlaceNames", "履行情况"),
    "satisfaction": QT_TRANSLATE_NOOP("PlaceNames", "满意度"),
    "handler": QT_TRANSLATE_NOOP("PlaceNames", "经办人"),
    "needs": QT_TRANSLATE_NOOP("PlaceNames", "沟通需求"),
    "links": QT_TRANSLATE_NOOP("PlaceNames", "关联案件"),
    "query_code": QT_TRANSLATE_NOOP("PlaceNames", "查询码"),
    "left_open": QT_TRANSLATE_NOOP("PlaceNames", "未解决事项"),
    "receivable": QT_TRANSLATE_NOOP("PlaceNames", "应还款项"),
    "principal": QT_TRANSLATE_NOOP("PlaceNames", "本金"),
    "penalty": QT_TRANSLATE_NOOP("PlaceNames", "违约金"),
    "interest": QT_TRANSLATE_NOOP("PlaceNames", "利息"),
    "waives_up_to": QT_TRANSLATE_NOOP("PlaceNames", "可减免至"),
    "pays_up_to": QT_TRANSLATE_NOOP("PlaceNames", "可补偿至"),
    "periods_up_to": QT_TRANSLATE_NOOP("PlaceNames", "可分期至"),
    "granted_by": QT_TRANSLATE_NOOP("PlaceNames", "授权人"),
    "valid_until_on": QT_TRANSLATE_NOOP("PlaceNames", "有效期至"),
    "need": QT_TRANSLATE_NOOP("PlaceNames", "是否必须"),
    "owed_by": QT_TRANSLATE_NOOP("PlaceNames", "由谁提供"),
    "unfinished": QT_TRANSLATE_NOOP("PlaceNames", "未完成的输入"),
}
_OF_THE_CASE = {"authority": QT_TRANSLATE_NOOP("PlaceNames", "授权区间")}
"""What a word means at the beginning of a place, where it means something else below."""


def place_name(place: str, case: Case) -> str:
    """Return how a place is called: 顾喆安 · 联系电话, 条款 2 · 内容."""
    if place.startswith("unfinished/"):
        inner = place.split("/")[1].replace("~1", "/").replace("~0", "~")
        return f"{_word('unfinished')} · {place_name(inner, case)}"
    parts: list[str] = []
    steps = place.split("/")
    walked: list[str] = []
    for step in steps:
        walked.append(step)
        name = _item_name("/".join(walked), case) or _word(step, is_first=len(walked) == 1)
        if step in _NAMES or name != step:
            parts.append(name)
    if steps[-2:-1] == ["identity"]:
        parts[-1:] = [_word("/".join(steps[-2:]))]
    return " · ".join(_without_listings(parts))


def _item_name(place: str, case: Case) -> str:
    """Return the name of an item of a list: its own, or its number."""
    listing, _, item_id = place.rpartition("/")
    items = value_at(case, listing) if listing else None
    if not isinstance(items, tuple) or not items or not hasattr(items[0], "id"):
        return ""
    for number, item in enumerate(items, 1):
        if item.id == item_id:
            return str(getattr(item, "name", "")) or str(number)
    return ""


def _without_listings(parts: list[str]) -> list[str]:
    """Leave out 当事人 before the name of one."""
    listings = {_word(each) for each in ("parties", "agreement")}
    kept = [each for no, each in enumerate(parts) if each not in listings or no == len(parts) - 1]
    return kept or parts


def _word(step: str, *, is_first: bool = False) -> str:
    source = _OF_THE_CASE.get(step) if is_first else None
    source = source or _NAMES.get(step)
    return QCoreApplication.translate(CONTEXT, str(source)) if source else step
