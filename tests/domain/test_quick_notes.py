from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.cases import Meeting, Outcome
from mediation_app.domain.money import Money
from mediation_app.domain.quick_notes import (
    NoteKind,
    QuickNote,
    Sum,
    completed,
    completions,
    read_quick_note,
    read_sum,
)
from mediation_app.domain.session_records import drafted_record
from mediation_app.domain.sessions import SessionNote
from tests.builders import a_case


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("@甲 #诉求 赔52000", QuickNote(NoteKind.JOINT, "甲", "诉求", "赔52000")),
        ("＠乙方 ＃理由 双录完整", QuickNote(NoteKind.JOINT, "乙", "理由", "双录完整")),
        ("双方到齐", QuickNote(NoteKind.JOINT, "", "", "双方到齐")),
        ("他说 #事实 已还三期 @甲", QuickNote(NoteKind.JOINT, "甲", "事实", "他说 已还三期")),
        ("@我 其实最在意道歉", QuickNote(NoteKind.PRIVATE, "我", "", "其实最在意道歉")),
        ("@乙 #方案 1100*24", QuickNote(NoteKind.OFFER, "乙", "方案", "1100*24")),
        ("#方案 谁也没说是谁的", QuickNote(NoteKind.JOINT, "", "方案", "谁也没说是谁的")),
        ("", QuickNote(NoteKind.JOINT)),
    ],
)
def test_a_line_says_whose_words_they_are_and_what_about(typed, note):
    assert read_quick_note(typed) == note


@given(st.text(max_size=30), st.sampled_from(["", "@甲 ", "@乙 #方案 ", "#诉求 "]))
def test_everything_typed_apart_is_private(text, marks):
    assert read_quick_note(marks + text, is_apart=True).kind is NoteKind.PRIVATE


def test_what_a_line_says_shows_in_no_repr():
    assert "MARK" not in repr(read_quick_note("@我 MARK-7731"))


TYPED = """\
@甲 #诉求 赔52000
@甲 #事实 2025年3月在柜面买的
@乙 #理由 双录完整
@我 客户其实最在意道歉
@甲 #回应 录像里没有讲风险
@乙 #方案 5000
@甲 #方案 52000
@乙 #事实 风险测评为稳健型
@甲 #无争议 合同签于2025年3月1日
@乙 #无争议 亏损为52000元
双方同意不公开
@我 #底线 银行能到20000
@甲 #让步 三万也可以谈
@乙 #底线 最多两万
@乙 #理由 产品等级为R3
@甲 不认可测评结果
@乙 #方案 12000
@甲 #方案 30000
@我 下午再谈
@乙 愿意当面说明"""

RECORD = """\
申请人（诉求）：赔52000。
申请人（事实）：2025年3月在柜面买的。
被申请人（理由）：双录完整。
申请人（回应）：录像里没有讲风险。
被申请人（事实）：风险测评为稳健型。
双方：双方同意不公开。
被申请人（理由）：产品等级为R3。
申请人：不认可测评结果。
被申请人：愿意当面说明。
双方无争议的事实：1. 合同签于2025年3月1日；2. 亏损为52000元。"""


def test_twenty_lines_make_the_record_without_offers_concessions_and_private_words():
    quick = [read_quick_note(line) for line in TYPED.splitlines()]
    joint = [each for each in quick if each.kind is NoteKind.JOINT]
    notes = tuple(
        SessionNote(str(no), each.side, each.tag, each.text) for no, each in enumerate(joint)
    )
    meeting = Meeting("m1", date(2026, 11, 25), notes=notes)
    case = a_case(parties=(), meetings=(meeting,), outcome=Outcome.PENDING, agreement=None)
    assert drafted_record(case, meeting) == RECORD
    kinds = [each.kind for each in quick]
    assert (kinds.count(NoteKind.PRIVATE), kinds.count(NoteKind.OFFER)) == (3, 4)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("52000", Sum(Money(5200000))),
        ("一次性 5,000.50 元", Sum(Money(500050))),
        ("1100*24", Sum(Money(2640000), 24)),
        ("每月１１００×２４期", Sum(Money(2640000), 24)),
        ("当面道歉", None),
        ("9" * 30, None),
        ("9" * 30 + "*2", None),
    ],
)
def test_the_sum_of_an_offer_is_read(text, found):
    assert read_sum(text) == found


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("@", ("@甲", "@乙", "@我")),
        ("＠", ("@甲", "@乙", "@我")),
        ("@甲 #诉", ("#诉求",)),
        ("@甲", ()),
        ("@甲 ", ()),
        ("a@b", ()),
        ("没有记号", ()),
    ],
)
def test_the_word_at_the_end_can_be_completed(typed, marks):
    assert completions(typed) == marks


def test_a_mark_takes_the_place_of_what_was_begun():
    assert completed("他说 #诉", "#诉求") == "他说 #诉求 "
    assert completed("＠", "@甲") == "@甲 "
