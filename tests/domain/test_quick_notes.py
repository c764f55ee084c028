import pytest
from hypothesis import given
from hypothesis import strategies as st

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
