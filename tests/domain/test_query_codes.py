"""The code by which a customer asks."""

from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.query_codes import (
    LENGTH,
    SIGNS,
    group_query_code,
    new_query_code,
    read_query_code,
)

codes = st.text(max_size=40).map(new_query_code)


@given(codes)
def test_a_code_is_read_as_it_was_written_in_any_spelling(code):
    assert len(code) == LENGTH
    assert read_query_code(code) == code
    assert read_query_code(f" {group_query_code(code).lower()} ") == code
    assert read_query_code(code.replace("1", "l").replace("0", "o").replace("2", "z")) == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_no_code(code, place, sign):
    other = code[:place] + sign + code[place + 1 :]
    assert read_query_code(other) == (code if other == code else "")


@given(codes, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_swapped_signs_are_no_code(code, one, two):
    signs = list(code)
    signs[one], signs[two] = signs[two], signs[one]
    other = "".join(signs)
    assert read_query_code(other) == (code if other == code else "")


def test_other_texts_are_no_codes():
    for text in ("", "陈国强", "12345678", "1234567890", "UUUUUUUUU", "370000195901124518"):
        assert read_query_code(text) == ""


def test_two_secrets_give_two_codes_and_none_tells_its_secret():
    made = {new_query_code(f"{number:032x}") for number in range(2000)}
    assert len(made) == 2000


def test_a_code_is_read_out_in_groups():
    assert group_query_code("7K3F9QXW2") == "7K3 F9Q XW2"
