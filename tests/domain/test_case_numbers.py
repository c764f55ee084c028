"""The committee's case numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.case_numbers import CaseNumber, read_case_number


@given(st.integers(1000, 9999), st.text("云临金人调海岳", min_size=1), st.integers(1, 10**6))
def test_a_number_is_read_back_from_its_text(year, word, serial):
    number = CaseNumber(year, word + "字", serial)
    assert read_case_number(str(number)) == number


def test_other_brackets_are_read_too():
    read = read_case_number("〔2026〕云临金人调字第7号")
    assert read == CaseNumber(2026, "云临金人调字", 7)


@pytest.mark.parametrize("text", ["", "第1号", "（26）云字第1号", "（2026）字"])
def test_what_is_no_number_is_not_guessed(text):
    assert read_case_number(text) is None
