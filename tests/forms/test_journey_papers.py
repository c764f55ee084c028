"""What the journeys print: the right words on the right paper, and no others."""

import re
from dataclasses import replace
from datetime import date

import pytest

from forms.large_print import LEAST_PT, enlarged
from forms.plain_summary import readable
from forms.receipts import A6
from forms.renderer import ALWAYS_LARGE, SHEETS, blocks_of
from forms.typesetting.codes import code_ink
from forms.typesetting.paper import PaperWriter, Sheet
from forms.typesetting.strips import StripKind
from forms.wording import Wording
from mediation_app.domain.agreements import InstalmentPlan, PlannedLine, Term
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_papers import about_of
from mediation_app.domain.cases import Meeting, Termination
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import About, FormKind
from mediation_app.domain.money import Money
from mediation_app.domain.parties import Guardian
from mediation_app.domain.query_codes import group_query_code
from mediation_app.domain.snapshots import canonical_json
from resources.files import wording
from tests.forms.journeys import (
    BANK,
    CODE,
    chen,
    drawn,
    issued,
    journey_snapshots,
    li,
    sun,
    sun_pays,
    wang,
    wanted,
)
from tests.forms.reading import lacking, packed, page_texts, pictures, whole_text

SNAPSHOTS = dict(journey_snapshots())
WORDING = Wording.read(wording("2026-01"))
PRIVATE = ("MARK-7731", "15000", "12000", "30000", "12,000", "30,000")


@pytest.fixture(scope="module")
def printed(renderer):
    return {name: renderer.render(snapshot) for name, snapshot in SNAPSHOTS.items()}


@pytest.fixture(scope="module")
def text(printed):
    return {name: packed("".join(page_texts(pdf))) for name, pdf in printed.items()}


@pytest.mark.parametrize("name", ["J1-slip", "J1-receipt"])
def test_slip_and_receipt_say_number_code_next_step_and_whom_to_ask(name, text):
    number, code = "（2026）崂金人调字第41号", group_query_code(CODE)
    values = [number, code, "受理决定，最迟2026年11月30日", "2026年11月23日"]
    values += ["0530-88990012", "滨海市崂山区海岳路18号2楼"]
    assert lacking(text[name], values) == []


@pytest.mark.parametrize("name", ["J1-slip", "J1-receipt", "J3-notice", "J3-service"])
def test_no_number_of_an_identity_document_is_on_what_is_handed_out(name, text):
    assert re.search(r"\d{17}[\dXx]", text[name]) is None
    assert "1370000" not in text[name]


def test_the_slip_fits_one_a6_sheet_and_hides_the_middle_of_the_name(printed, text):
    ((width, height, _),) = pictures(printed["J1-slip"], scale=1)
    assert (width, height) == (round(105 / 25.4 * 72), round(148 / 25.4 * 72))
    assert "陈*强" in text["J1-slip"]
    assert "陈国强" not in text["J1-slip"]


@pytest.mark.parametrize(
    ("name", "sheet"), [("J1-slip", A6), ("J1-receipt", Sheet()), ("J3-notice", Sheet())]
)
def test_the_code_holds_the_query_code_and_nothing_else(name, sheet, faces):
    pages = PaperWriter(faces, sheet).pages(blocks_of(SNAPSHOTS[name], WORDING))
    rules = [
        rule
        for page in pages
        for placed in page
        for rule in placed.strip.ink.rules
        if CODE not in placed.strip.ink.text
    ]
    shape = [(r.to_x_pt - r.x_pt) / r.width_pt for r in code_ink(CODE, 60).rules]
    found = [(r.to_x_pt - r.x_pt) / r.width_pt for r in rules if r.y_pt == r.to_y_pt]
    starts = range(len(found) - len(shape) + 1)
    assert any(found[at : at + len(shape)] == pytest.approx(shape) for at in starts)


@pytest.mark.parametrize("kind", sorted(ALWAYS_LARGE, key=str))
def test_what_is_for_the_customer_alone_is_set_in_eighteen_points_at_least(kind, faces):
    cases = {FormKind.INTAKE_RECEIPT: chen, FormKind.PLAIN_SUMMARY: wang, FormKind.OTHER_WAYS: li}
    case = cases[kind]()
    pages = PaperWriter(faces).pages(blocks_of(issued(kind, case), WORDING))
    sizes = {
        letters.size_pt for page in pages for one in page for letters in one.strip.ink.letters
    }
    assert min(sizes) >= LEAST_PT


def test_any_form_can_be_set_in_large_print(faces):
    for name, snapshot in SNAPSHOTS.items():
        blocks = enlarged(blocks_of(snapshot, WORDING))
        pages = PaperWriter(faces).pages(blocks)
        letters = [each for page in pages for one in page for each in one.strip.ink.letters]
        assert min(each.size_pt for each in letters) >= LEAST_PT, name
    large = issued(FormKind.AGREEMENT, sun_pays(), About(is_large=True))
    usual = issued(FormKind.AGREEMENT, sun_pays(), About())
    counts = [len(PaperWriter(faces).pages(blocks_of(each, WORDING))) for each in (large, usual)]
    assert counts[0] > counts[1]
    assert usual.subject is None


def test_a_receipt_of_service_leaves_to_be_filled_only_what_happens_at_the_door(text):
    receipt = text["J3-service"]
    values = ["受送达人孙浩", "松岭路7号3单元502室", "《调解通知书》一份（2026年11月26日"]
    assert lacking(receipt, values) == []
    assert receipt.count("□") == 5
    assert receipt.count("日期：") == 4


def test_a_record_says_who_was_there_and_is_signed_on_each_page(printed, text):
    record = text["J4-record"]
    values = [
        "2026年11月25日9:30至11:05",
        "崂山工作站调解室1",
        "申请人王桂兰",
        "选择或者接受人民调解员",
    ]
    values += [
        "委托代理人李海涛（代被申请人海岳银行",
        "赔52000",
        "双录完整",
        "以上记录已经本人阅读",
    ]
    assert lacking(record, values) == []
    pages = [packed(page) for page in page_texts(printed["J4-record"])]
    assert all("申请人被申请人调解员记录人第" in page for page in pages)


def test_what_was_said_apart_or_offered_is_on_no_paper_and_in_no_stored_facts(text):
    for kind in (FormKind.RECORD, FormKind.AGREEMENT, FormKind.PLAIN_SUMMARY):
        stored = canonical_json(issued(kind, wang()))
        assert [mark for mark in PRIVATE if mark in stored] == []
    assert [mark for mark in PRIVATE for each in text.values() if mark in each] == []


def test_a_record_without_times_or_people_has_lines_to_be_filled(renderer):
    guardians = (
        Guardian("g1", "林知夏", relationship="女儿"),
        Guardian("g2", "林知秋", relationship="儿子"),
    )
    guarded = replace(wang().parties[0], guardians=guardians)
    meeting = Meeting("mt1", date(2026, 11, 25), present=("g1",), record="双方到场。")
    case = wang(meetings=(meeting,), parties=(guarded, BANK), meeting_place="")
    record = packed("".join(page_texts(renderer.render(issued(FormKind.RECORD, case)))))
    values = ["时间2026年11月25日地点", "法定代理人林知夏（申请人王桂兰的女儿）"]
    values += ["被申请人海岳银行股份有限公司崂山支行（未到场）", "双方到场。"]
    assert lacking(record, values) == []
    begun = replace(wang().meetings[0], ended_at=None)
    record = packed(
        "".join(page_texts(renderer.render(issued(FormKind.RECORD, wang(meetings=(begun,))))))
    )
    assert "9:30开始" in record


def test_a_record_names_the_room_that_was_planned(renderer):
    planned = Appointment("ap1", date(2026, 11, 25), room="调解室3")
    meeting = replace(wang().meetings[0], appointment_id="ap1")
    case = wang(appointments=(planned,), meetings=(meeting,), meeting_place="")
    record = packed("".join(page_texts(renderer.render(issued(FormKind.RECORD, case)))))
    assert "地点调解室3当事人" in record


def test_a_plain_summary_answers_five_questions(text):
    plain = text["J4-plain"]
    values = ["付多少银行付您18,000元（壹万捌仟元整）", "什么时候最晚2026年12月9日"]
    values += ["怎么付付到您名下卡", "不付怎么办按未付金额每日万分之三", "问谁崂山工作站，找刘洋"]
    assert lacking(plain, values) == []
    paying = text["J5-plain"]
    values = ["您付银行26,400元（贰万陆仟肆佰元整）", "分24期付：第一期2026年12月20日"]
    values += ["每期1,100元。", "最晚2028年11月20日", "逾期两期的，未到期部分全部到期。"]
    assert lacking(paying, values) == []


def summary(renderer, case, about=None):
    pdf = renderer.render(issued(FormKind.PLAIN_SUMMARY, case, about))
    return packed("".join(page_texts(pdf)))


def test_a_plain_summary_says_only_what_the_agreement_says(renderer):
    agreement = wang().agreement
    open_terms = replace(
        agreement, terms=(Term("t1", text="双方互谅互让。"),), period="签署后十日内", manner="现金"
    )
    plain = summary(renderer, wang(agreement=open_terms))
    assert lacking(plain, ["约定的金额18,000元", "什么时候签署后十日内", "怎么付现金"]) == []
    assert "我们督促履行；也可以向人民法院起诉" in plain
    unpaid = replace(agreement, amount=Money(0))
    assert "这份协议不涉及付钱。" in summary(renderer, wang(agreement=unpaid))
    bank = summary(renderer, wang(), About(party_id="p2"))
    assert "您付王桂兰18,000元" in bank
    third = replace(wang().parties[0], id="p3", name="赵敏")
    case = wang(parties=(*wang().parties, replace(third, role=BANK.role)))
    assert "银行付王桂兰18,000元" in summary(renderer, case, About(party_id="p3"))


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        ([10000, 10000, 9999], "每期100元，最后一期99.99元。"),
        ([10000, 5000, 2500], "每期的金额见协议所附的分期表。"),
    ],
)
def test_instalments_are_told_shortly(cents, words, renderer):
    lines = tuple(
        PlannedLine(f"l{at}", date(2026, 12, 20 + at), Money(each))
        for at, each in enumerate(cents)
    )
    agreement = replace(sun_pays().agreement, plan=InstalmentPlan(lines=lines))
    assert packed(words) in summary(renderer, sun(agreement=agreement))
    assert readable(Money(9999)) == "99.99"


def test_a_summary_of_a_signed_agreement_says_the_last_day_for_the_court(renderer):
    snapshot = replace(drawn(FormKind.PLAIN_SUMMARY, wang()), confirm_by_on=date(2026, 12, 28))
    plain = packed("".join(page_texts(renderer.render(snapshot))))
    assert "最迟2026年12月28日，双方可以一起向人民法院申请司法确认" in plain


def test_what_ends_a_case_tells_no_offer_and_no_number_but_those_of_the_case(printed, text):
    ended = whole_text(printed["J9-termination"])
    ended = ended.replace("（2026）崂金人调字第44号", "").replace("4,800.00", "")
    # The foot of a page before the last one stands in the middle of the text.
    ended = re.sub(r"第\d页共\d页·?.*?[0-9A-F]{8}", "", ended)
    ended = re.sub(r"2026年\d{1,2}月\d{1,2}日", "", ended)
    assert re.findall(r"\d+", re.sub(r"第\d页共\d页.*", "", ended)) == []
    for name in ("J9-termination", "J9-undisputed", "J9-ways"):
        assert "2000" not in text[name]
        assert "2,000" not in text[name]
    assert (
        lacking(text["J9-termination"], ["因分歧较大", "第二十六条", "退还提前还款违约金"]) == []
    )


def test_undisputed_facts_are_listed_for_both_to_sign(text):
    page = text["J9-undisputed"]
    values = ["1.双方于2023年3月1日签订个人贷款合同。", "2.申请人已还本金人民币120,000.00元。"]
    values += ["申请人（签名、盖章或按指印）：", "被申请人（盖章）：", "人民调解员（签名）："]
    assert lacking(page, values) == []


def test_the_other_ways_name_complaint_arbitration_court_and_limitation(text):
    ways = text["J9-ways"]
    values = ["一、投诉", "二、仲裁", "三、诉讼", "时效提示", "三年", "滨海市崂山区人民法院"]
    assert lacking(ways, [*values, "由法务人员审定", "本人已收到这份告知"]) == []


def test_a_case_that_ended_before_it_began_is_told_as_far_as_it_is_known(renderer):
    bare = replace(
        li(requests=(), claim=None, accepted_on=None, meetings=(), termination=None), dispute=""
    )
    for kind in (FormKind.TERMINATION, FormKind.UNDISPUTED_FACTS, FormKind.OTHER_WAYS):
        page = packed("".join(page_texts(renderer.render(drawn(kind, bare)))))
        assert "None" not in page
    ended = packed("".join(page_texts(renderer.render(drawn(FormKind.TERMINATION, bare)))))
    assert lacking(ended, ["之间的纠纷", "未能组织调解", "各方意见未能一致"]) == []
    ways = replace(drawn(FormKind.OTHER_WAYS, bare), committee=Committee(name="甲人民调解委员会"))
    page = packed("".join(page_texts(renderer.render(ways))))
    assert "可以问的法院" not in page
    court = li(termination=Termination(court="滨海市中级人民法院"))
    page = packed("".join(page_texts(renderer.render(drawn(FormKind.OTHER_WAYS, court)))))
    assert "可以问的法院：滨海市中级人民法院" in page


def test_rare_characters_and_long_names_are_printed_whole(renderer):
    customer = replace(chen().parties[0], name="尹𠮷䶮")
    bank = replace(BANK, name="海岳银行股份有限公司滨海分行崂山新区科技金融特色支行")
    case = chen(parties=(customer, bank), requests=("一" * 300, "二" * 300))
    receipt = packed("".join(page_texts(renderer.render(issued(FormKind.INTAKE_RECEIPT, case)))))
    assert lacking(receipt, ["尹𠮷䶮：", bank.name]) == []
    assert receipt.count("一") >= 300
    assert receipt.count("二") >= 300


def test_a_slip_before_any_limit_says_that_the_day_will_be_told(renderer):
    snapshot = drawn(FormKind.SLIP, chen(), next_by_on=None)
    slip = packed("".join(page_texts(renderer.render(snapshot))))
    assert "受理决定，日期另行通知" in slip
    assert "草稿" in slip


def test_forms_about_nothing_are_about_the_first_paper_of_their_kind():
    assert about_of(FormKind.MEETING_NOTICE, sun()) == About("ap1", "p1")
    assert about_of(FormKind.MEETING_NOTICE, chen()) == About()


def test_a_draft_leaves_lines_where_nothing_is_known(renderer):
    bank_only = replace(BANK, agents=())
    bare = replace(chen(claim=None, mediators=()), parties=(chen().parties[0], bank_only))
    receipt = packed("".join(page_texts(renderer.render(drawn(FormKind.INTAKE_RECEIPT, bare)))))
    assert "请求金额" not in receipt
    record = packed("".join(page_texts(renderer.render(drawn(FormKind.RECORD, bare)))))
    assert "参加人" not in record
    agreement = replace(wang().agreement, amount=None)
    plain = packed(
        "".join(
            page_texts(renderer.render(drawn(FormKind.PLAIN_SUMMARY, wang(agreement=agreement))))
        )
    )
    assert "什么时候最晚2026年12月9日" in plain


def test_a_large_draft_of_a_form_without_its_subject_still_prints(renderer):
    for kind in (FormKind.MEETING_NOTICE, FormKind.SERVICE_RECEIPT, FormKind.RECORD):
        page = packed("".join(page_texts(renderer.render(drawn(kind, chen(), About("x", "x"))))))
        assert packed(kind.title) in page


@pytest.mark.parametrize("count", range(0, 24, 2))
def test_signatures_stand_under_body_and_nothing_hangs_over_however_long_it_is(count, faces):
    facts = tuple(f"双方于2023年{no % 12 + 1}月1日对第{no}笔往来没有争议" for no in range(count))
    end = Termination(date(2026, 11, 27), reason="分歧较大", undisputed=facts)
    meeting = replace(
        wang().meetings[0], record="\n".join(each + "，均无异议。" for each in facts)
    )
    for kind, case in (
        (FormKind.UNDISPUTED_FACTS, li(termination=end)),
        (FormKind.TERMINATION, li(termination=end, requests=facts)),
        (FormKind.RECORD, wang(meetings=(meeting,))),
        (FormKind.MEETING_NOTICE, sun(materials=tuple(map(wanted, facts)))),
    ):
        sheet = SHEETS.get(kind, Sheet())
        for page in PaperWriter(faces, sheet).pages(blocks_of(issued(kind, case), WORDING)):
            kinds = [one.strip.kind for one in page]
            if StripKind.SIGNATURE in kinds:
                above = kinds[: kinds.index(StripKind.SIGNATURE)]
                assert sum(each in {StripKind.BODY, StripKind.TABLE} for each in above) >= 2
            lowest = max(one.y_pt + one.strip.height_pt for one in page if one.strip.ink.letters)
            assert lowest <= sheet.type_height_pt + 0.01


@pytest.mark.parametrize("number", ["（2026）云临金人调字第1009号", "（2026）崂金人调字第10086号"])
def test_a_case_number_is_not_broken_on_the_slip(number, faces):
    snapshot = issued(FormKind.SLIP, chen(number=number))
    (page,) = PaperWriter(faces, A6).pages(blocks_of(snapshot, WORDING))
    assert any(number in placed.strip.ink.text for placed in page)
