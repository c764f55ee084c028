import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.identifiers.credit_code import (
    _ORGANISATION_CHECKS,
    _ORGANISATION_WEIGHTS,
    _SIGNS,
    _WEIGHTS,
    check_credit_code,
)

GOOD = "91350100M000100Y43"


def with_checks(front):
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    inner = sum(
        signs.index(s) * w for s, w in zip(front[8:16], _ORGANISATION_WEIGHTS, strict=True)
    )
    code = front + _ORGANISATION_CHECKS[inner % 11]
    outer = sum(_SIGNS.index(s) * w for s, w in zip(code, _WEIGHTS, strict=True))
    return code + _SIGNS[-outer % 31]


CODES = st.text(_SIGNS, min_size=8, max_size=8).map(lambda body: with_checks(f"91990000{body}"))


@pytest.mark.parametrize(
    "code", [GOOD, GOOD.lower(), "91350100 M000100Y4-3", "91990000MA00BK01XH"]
)
def test_a_code_is_good_however_it_is_typed(code):
    assert check_credit_code(code) == ()


def test_a_genuine_early_code_that_breaks_the_rule_is_only_pointed_out():
    (finding,) = check_credit_code("91350211M0000XUF46")
    assert not finding.is_error
    assert "校验码应为 R，现为 6" in str(finding.sentence)


def test_a_wrong_inner_check_sign_is_pointed_out():
    code = "91350100M000100Y4"[:16] + "5"
    outer = sum(_SIGNS.index(s) * w for s, w in zip(code, _WEIGHTS, strict=True))
    (finding,) = check_credit_code(code + _SIGNS[-outer % 31])
    assert not finding.is_error
    assert "第17位（组织机构代码校验码）应为 4，现为 5" in str(finding.sentence)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("91350100M000100Y4", "应为18位，现为17位"),
        (
            "9135O100M000100Y43",
            "第5位“O”不会出现在代码中（不用I、O、S、V、Z），请核对是否为“0”",
        ),
        ("9135_100M000100Y43", "第5位“_”应为数字或大写字母"),
    ],
)
def test_a_wrong_sign_is_named_with_what_it_may_have_been(code, sentence):
    (finding,) = check_credit_code(code)
    assert finding.is_error
    assert str(finding.sentence) == sentence


@given(CODES)
def test_every_code_made_by_the_rule_is_good(code):
    assert check_credit_code(code) == ()


@given(CODES, st.integers(0, 17), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_any_single_wrong_sign_is_caught(code, place, sign):
    corrupted = code[:place] + sign + code[place + 1 :]
    assert bool(check_credit_code(corrupted)) == (corrupted != code)
