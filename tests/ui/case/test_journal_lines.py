from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from mediation_app.domain.agreements import InstalmentPlan
from mediation_app.domain.cases import Outcome
from mediation_app.domain.journal import FieldChange, JournalEntry, RecordKind
from mediation_app.domain.money import Money
from mediation_app.domain.todos import Todo
from mediation_app.services.materials import IncomingFile
from tests.builders import a_case
from ui.case.journal_lines import journal_lines
from ui.case.place_names import place_name
from ui.case.places import value_at, with_value
from ui.case.restoring import can_restore, restored, type_at

AT = datetime(2026, 3, 6, 1, 0, tzinfo=UTC)


def an_entry(*changes, action="edit", author="刘洋", minutes=0):
    return JournalEntry(
        "op", RecordKind.CASE, "c1", action, author, "d1", AT + timedelta(minutes=minutes), changes
    )


def texts(*entries):
    return [each.text for each in journal_lines(entries, a_case())]


def test_a_change_is_a_sentence_with_the_name_of_its_place(qapp):  # noqa: ARG001
    entry = an_entry(FieldChange("parties/p1/phone", "15400000001", "15400000002"))
    assert texts(entry) == ["顾喆安 · 联系电话：“154 0000 0001” 改为 “154 0000 0002”"]


def test_filling_in_and_emptying_are_said_as_such():
    assert texts(an_entry(FieldChange("facts", None, "经过"))) == ["纠纷简要情况：填写“经过”"]
    assert texts(an_entry(FieldChange("facts", "经过", ""))) == ["纠纷简要情况：清空“经过”"]


def test_amounts_are_shown_in_yuan_and_long_texts_are_shortened():
    (line,) = texts(an_entry(FieldChange("agreement/amount", None, 620008)))
    assert "6,200.08" in line
    (long,) = texts(an_entry(FieldChange("facts", None, "甲" * 500)))
    assert "…" in long


def test_things_that_come_go_and_move_are_named():
    assert texts(an_entry(FieldChange("parties/p1", None, 5))) == ["增加顾喆安"]
    assert texts(an_entry(FieldChange("agreement/terms/t1", 4, None))) == ["删除条款 · 1"]
    assert texts(an_entry(FieldChange("parties/p2", 4, 9))) == ["移动云汀银行股份有限公司临江支行"]


def test_that_the_centre_gave_the_number_is_a_line_of_its_own():
    number = "（2026）云临金人调字第1号"
    placed = AT + timedelta(hours=2)
    entry = an_entry(FieldChange("number", None, "临-临江区-3fa1c9-2"), action="register")
    given = replace(entry, given_number=number, placed_at=placed)
    official, registered = journal_lines([given], a_case())
    assert registered.text == "登记 临-临江区-3fa1c9-2"
    assert official.text == f"案号定为{number}，临时编号仍可查到"
    assert (official.saved_at, official.author) == (placed, "中心库")
    leased = an_entry(FieldChange("number", None, number), action="register")
    assert len(journal_lines([replace(leased, given_number=number)], a_case())) == 1


def test_the_newest_stands_first_and_an_arrival_is_one_line():
    number = FieldChange("number", None, "（2026）云临金人调字第1号")
    lines = texts(
        an_entry(FieldChange("facts", None, "x"), action="begin"),
        an_entry(number, action="register", minutes=9),
    )
    assert lines == ["登记 （2026）云临金人调字第1号", "新建草稿"]


def test_typing_in_one_sitting_is_one_line_from_the_first_to_the_last_state():
    lines = journal_lines(
        (
            an_entry(FieldChange("facts", "", "甲")),
            an_entry(FieldChange("facts", "甲", "甲乙"), minutes=1),
            an_entry(FieldChange("facts", "甲乙", "丙"), minutes=30),
            an_entry(FieldChange("facts", "丙", "丁"), author="韩雪", minutes=31),
        ),
        a_case(),
    )
    assert [(each.change.before, each.change.after) for each in lines] == [
        ("丙", "丁"), ("甲乙", "丙"), ("", "甲乙"),
    ]  # fmt: skip


def test_unfinished_input_is_named_by_its_field():
    assert place_name("unfinished/agreement~1amount", a_case()) == "未完成的输入 · 金额"


@pytest.mark.parametrize(
    ("place", "raw", "value"),
    [
        ("claim", 620008, Money(620008)),
        ("filed_on", "2026-02-01", date(2026, 2, 1)),
        ("outcome", "调解不成", Outcome.FAILED),
        ("requests", ["甲", "乙"], ("甲", "乙")),
        ("confirmation/is_requested", True, True),
        ("parties/p1/identity/number", "1", "1"),
        ("agreement/plan/annual_rate", "0.036", Decimal("0.036")),
        ("parties/p1/name", None, ""),
        ("claim", None, None),
    ],
)
def test_what_was_replaced_comes_back_in_its_own_type(place, raw, value):
    case = replace(a_case(), claim=Money(5), outcome=Outcome.PENDING)
    case = replace(case, agreement=replace(case.agreement, plan=InstalmentPlan()))
    change = FieldChange(place, raw, "anything")
    assert can_restore(case, change)
    assert value_at(restored(case, change), place) == value


@pytest.mark.parametrize(
    "change",
    [
        FieldChange("facts", "申请人持有被申请人发行的信用卡。", "x"),
        FieldChange("number", "（2026）甲字第1号", "x"),
        FieldChange("parties/gone/name", "甲", None),
        FieldChange("parties/p1", 3, None),
        FieldChange("agreement", True, None),
        FieldChange("no_such_place", "甲", None),
    ],
)
def test_nothing_is_offered_where_it_is_the_same_or_has_no_place(change):
    assert not can_restore(a_case(), change)


def test_a_place_that_this_version_does_not_know_has_no_type():
    assert type_at("parties/p1/nickname") is None


def removal_of(place, **facts):
    """Return the journal's changes of removing a thing, as the database writes them."""
    parts = tuple(FieldChange(f"{place}/{name}", value, None) for name, value in facts.items())
    return (FieldChange(place, 4, None), *parts)


def test_a_thing_that_went_is_one_line_and_comes_back_whole():
    case = a_case()
    bank, agent = case.parties[1], case.parties[1].agents[0]
    changes = removal_of(
        "parties/p2",
        **{
            "role": "被申请人", "kind": "法人分支机构", "name": bank.name,
            "credit_code": bank.credit_code, "representative": bank.representative,
            "representative_post": bank.representative_post, "phone": bank.phone,
            "address": bank.address, "identity/kind": "居民身份证", "agents/a1": 4,
            "agents/a1/name": agent.name, "agents/a1/powers": agent.powers,
            "agents/a1/identity/kind": "居民身份证",
        },
    )  # fmt: skip
    without_bank = replace(case, parties=case.parties[:1])
    (line,) = journal_lines([an_entry(*changes)], without_bank)
    assert line.text == f"删除当事人 {bank.name}"
    assert line.can_be_restored(without_bank)
    assert line.restored(without_bank) == case
    assert not line.can_be_restored(case)


def test_an_agreement_that_was_removed_comes_back_with_its_terms():
    case = replace(a_case(), agreement=None)
    changes = (
        FieldChange("agreement", True, None),
        FieldChange("agreement/manner", "转账", None),
        FieldChange("agreement/amount", 10000, None),
        FieldChange("agreement/terms/t2", 9, None),
        FieldChange("agreement/terms/t2/kind", "道歉", None),
        FieldChange("agreement/terms/t1", 4, None),
        FieldChange("agreement/terms/t1/kind", "其他约定", None),
        FieldChange("agreement/plan", True, None),
        FieldChange("agreement/plan/periods", 12, None),
    )
    (line,) = journal_lines([an_entry(*changes)], case)
    back = line.restored(case).agreement
    assert (back.manner, back.amount, back.plan.periods) == ("转账", Money(10000), 12)
    assert [each.id for each in back.terms] == ["t1", "t2"]


def test_a_thing_that_came_is_one_line_with_nothing_to_bring_back():
    changes = (
        FieldChange("parties/p1", None, 4),
        FieldChange("parties/p1/name", None, "顾喆安"),
        FieldChange("parties/p1/phone", None, "15400000001"),
    )
    (line,) = journal_lines([an_entry(*changes)], a_case())
    assert line.text == "增加顾喆安"
    assert not line.can_be_restored(a_case())


def amounts(*steps, case):
    """Return the lines of an amount that went through these steps, each by another person."""
    entries = [
        an_entry(FieldChange("agreement/amount", *each), author=f"甲{no}", minutes=no)
        for no, each in enumerate(steps)
    ]
    return journal_lines(entries, case)


def test_a_value_that_lost_a_conflict_is_named_so_and_can_be_brought_back():
    case = with_value(a_case(), "agreement/amount", Money(618000))
    lines = amounts((None, 620008), (620008, 618000), (620008, 602000), case=case)
    assert [each.text.endswith("（未采用）") for each in lines] == [True, False, False]
    assert lines[0].can_be_restored(case)
    assert value_at(lines[0].restored(case), "agreement/amount") == Money(602000)
    assert value_at(lines[1].restored(case), "agreement/amount") == Money(620008)


def test_what_was_replaced_in_order_did_not_lose_anything():
    case = with_value(a_case(), "agreement/amount", Money(3))
    lines = amounts((None, 1), (1, 2), (2, 3), case=case)
    assert not any(each.is_unused for each in lines)


def test_who_settled_a_conflict_and_why_is_a_sentence():
    case = with_value(a_case(), "agreement/amount", Money(618000))
    again = FieldChange("agreement/amount", 618000, 618000)
    entry = an_entry(again, action="resolve")
    (line,) = journal_lines([entry], case)
    assert line.text == "金额：在冲突中选定“6,180.00”"
    assert not line.can_be_restored(case)
    (line,) = journal_lines([replace(entry, note="按结算单")], case)
    assert line.text == "金额：在冲突中选定“6,180.00”，理由：按结算单"


def test_two_values_of_one_person_on_two_machines_are_two_lines():
    lines = texts(
        an_entry(FieldChange("facts", "甲", "乙")),
        an_entry(FieldChange("facts", "甲", "丙"), minutes=1),
    )
    assert len(lines) == 2


def test_a_material_that_is_moved_is_told_in_the_timelines_of_both_cases(desk):
    one, other = (desk.case_files.find(each) for each in ("第1号", "第20号"))
    kept = desk.materials.keep(one, IncomingFile("合约.pdf", b"%PDF-1.4")).material
    desk.case_files.save(one, replace(one, materials=(*one.materials, kept)))
    desk.materials.move(kept.id, one.id, other.id)
    assert newest(desk, one) == f"材料“{kept.name}”移到{other.number}"
    assert newest(desk, other) == f"材料“{kept.name}”从{one.number}移来"


def test_a_link_is_told_in_the_timelines_of_both_cases_when_it_comes_and_when_it_goes(desk):
    one, other = (desk.case_files.find(each) for each in ("第1号", "第20号"))
    desk.links.link(one.id, other.id, "同一人")
    assert newest(desk, one) == f"与{other.number}关联，不合并 · 同一人"
    assert newest(desk, other) == f"与{one.number}关联，不合并 · 同一人"
    desk.links.unlink(one.id, other.id)
    assert newest(desk, one) == f"取消与{other.number}的关联 · 同一人"
    assert newest(desk, other) == f"取消与{one.number}的关联 · 同一人"


def test_a_linked_draft_is_told_by_its_number_as_soon_as_it_has_one(desk):
    one = desk.case_files.find("第1号")
    draft = a_case(id=desk.ids.new(), number="", agreement=None)
    desk.registration.begin(draft)
    desk.links.link(one.id, draft.id)
    assert newest(desk, one) == "与一件草稿关联，不合并"
    number = desk.registration.register(draft.id).case.number
    assert newest(desk, one) == f"关联的草稿已登记为{number}"


def test_a_hand_over_tells_from_whom_to_whom_with_what_was_promised_and_that_it_came_back(desk):
    case = desk.case_files.find("第20号")
    owned = replace(case, handler="刘洋", todos=(Todo("t9", "寄账单", owner="刘洋"),))
    desk.case_files.save(case, owned)
    handed = desk.handover.hand_over([case.id], "刘洋", "周静", "休假")
    assert newest(desk, case) == "移交：刘洋 → 周静；休假，连同 1 项待办"
    desk.handover.give_back(handed)
    assert newest(desk, case) == "收回移交：刘洋 → 周静；休假，连同 1 项待办"
    desk.case_files.save(desk.case_files.open(case.id), replace(owned, todos=()))
    desk.handover.hand_over([case.id], "刘洋", "周静", "")
    assert newest(desk, case) == "移交：刘洋 → 周静"


def newest(desk, case):
    """Return the newest line of the journal of a case."""
    lines = journal_lines(desk.case_files.history(case.id), desk.case_files.open(case.id))
    assert not lines[0].can_be_restored(case)
    return lines[0].text


def test_that_a_card_was_begun_is_no_line_beside_what_was_typed_into_it():
    changes = (
        FieldChange("receivable", None, True),
        FieldChange("receivable/total", None, 3_186_075),
    )
    assert texts(an_entry(*changes)) == ["应还款项 · 总额：填写“31,860.75”"]
