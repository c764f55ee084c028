"""Where texts differ, and how edits of one text are put together."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from ui.conflicts import differences
from ui.conflicts.differences import (
    AROUND,
    GAP,
    LONG_SAME,
    MOST_SIGNS,
    Piece,
    blended,
    pieces,
    shortened,
)

TEXTS = st.text(alphabet="申请人还款。，12\nab ", max_size=40)
BASE = "申请人持有信用卡，未能还款。被申请人电话催收。"


@given(TEXTS, TEXTS)
def test_the_pieces_are_the_whole_text_and_the_common_signs_are_in_the_other(text, other):
    parts = pieces(text, other)
    assert "".join(each.text for each in parts) == text
    rest = iter(other)
    assert all(sign in rest for each in parts if not each.is_own for sign in each.text)


@given(TEXTS, TEXTS)
def test_a_text_that_only_one_person_changed_is_taken_over(before, changed):
    assert blended(before, [changed, before]) == changed
    assert blended(before, [before, changed]) == changed
    assert blended(before, [changed, changed]) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_merging_loses_no_sign_that_somebody_added(before, left, right):
    result = blended(before, [left, right])
    for text in (left, right):
        for each in pieces(text, before):
            if each.is_own:
                assert set(each.text) <= set(result)


def test_edits_in_different_places_are_both_there():
    left = BASE.replace("信用卡", "借记卡")
    right = f"{BASE}双方到场。"
    assert blended(BASE, [left, right]) == f"{left}双方到场。"


def test_edits_of_one_place_are_both_kept_one_after_the_other():
    left, right = BASE.replace("未能", "已经"), BASE.replace("未能", "拒绝")
    assert blended(BASE, [left, right]) == BASE.replace("未能", "已经拒绝")


def test_three_edits_are_put_together():
    texts = [f"甲{BASE}", f"{BASE}乙", BASE.replace("电话", "上门")]
    assert blended(BASE, texts) == f"甲{BASE.replace('电话', '上门')}乙"


def test_numbers_are_compared_as_a_whole():
    parts = pieces("欠款6,180.00元", "欠款6,020.00元")
    assert [each.text for each in parts if each.is_own] == ["6,180.00"]


def noting(compared):
    """Return what compares as always, and notes what it is given."""

    def made(junk, own, its, **others):
        compared.append((own, its))
        return SequenceMatcher(junk, own, its, **others)

    return made


def test_long_texts_are_compared_in_few_steps_and_still_exactly(monkeypatch):
    sentences = [f"第{number}次催收发生在夜间，申请人要求停止。" for number in range(400)]
    before = "".join(sentences)
    assert len(before) > MOST_SIGNS
    after = before.replace("第200次催收发生在夜间", "第200次催收发生在清晨")
    compared = []
    monkeypatch.setattr(differences, "SequenceMatcher", noting(compared))
    own = [each.text for each in pieces(after, before) if each.is_own]
    assert blended(before, [after, f"{before}完。"]) == f"{after}完。"
    assert own == ["清晨"]
    assert all(len(each) <= MOST_SIGNS for pair in compared for each in pair)


def test_a_long_text_that_is_quite_another_one_is_marked_as_a_whole():
    long = "甲乙丙丁" * 400
    assert [each.is_own for each in pieces(long, "戊")] == [True]


def test_what_is_long_and_the_same_is_left_out_but_around_what_differs():
    same = "".join(chr(ord("一") + no) for no in range(LONG_SAME + 1))
    parts = (Piece(same, is_own=False), Piece("甲", is_own=True), Piece("短", is_own=False))
    assert [each.text for each in shortened(parts)] == [f"{GAP}{same[-AROUND:]}", "甲", "短"]
    within = (Piece("甲", is_own=True), parts[0], Piece("乙", is_own=True))
    told = f"{same[:AROUND]}{GAP}{same[-AROUND:]}"
    assert [each.text for each in shortened(within)] == ["甲", told, "乙"]
