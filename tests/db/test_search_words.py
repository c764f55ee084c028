from hypothesis import given
from hypothesis import strategies as st

from db.search_words import folded, number_key, question, search_words
from mediation_app.domain.identifiers.identity import Identity
from tests.builders import a_case, a_person


def test_chinese_is_split_and_values_are_kept_apart():
    words = search_words(a_case(parties=(), mediators=("沈砚秋",), dispute="信用卡"))
    assert "信 用 卡 ¦" in words
    assert "沈 砚 秋 ¦ shenyanqiu" in words


def test_a_number_is_indexed_forward_and_backward():
    person = a_person(identity=Identity(number="33000019880312451X"))
    words = search_words(a_case(parties=(person,)))
    assert " 33000019880312451x " in words
    assert " 尾x15421308891000033 " in words


def test_a_question_asks_for_all_words():
    assert question("陈国") == '"陈 国"'
    assert question(" 陈国　4518 ") == '"陈 国" AND ("4518" * OR "尾8154" *)'
    assert question("第12") == '"第 12" *'
    assert question("a") == '"a"'


def test_what_has_no_letters_asks_nothing():
    assert question("") == question(" （）-_*\"'") == ""


@given(st.text(max_size=20))
def test_a_question_holds_no_sign_of_the_query_language(text):
    asked = question(text)
    inside = asked.replace(" AND ", " ").replace(" OR ", " ")
    assert all(each.isalnum() or each in ' "*()' for each in inside)


@given(st.text(alphabet="（）〔〕()2026云临第号 　", max_size=12))
def test_a_number_key_is_the_same_for_all_spellings(number):
    assert number_key(number) == number_key(folded(number))
    assert number_key(number.replace("（", "〔").replace("）", "〕")) == number_key(number)
