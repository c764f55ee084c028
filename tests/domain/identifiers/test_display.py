import pytest

from mediation_app.domain.identifiers.display import (
    group_identity,
    group_phone,
    mask_identity,
    mask_phone,
)


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002x", "1101**********002X"),
        ("SWE310085061401", "SWE3*******1401"),
        ("H12345678", "H12***678"),
        ("12345678", "12****78"),
        ("12", "**"),
        ("", ""),
    ],
)
def test_the_middle_of_a_document_number_is_hidden(number, masked):
    assert mask_identity(number) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("154 0000 0001", "154****0001"),
        ("0999-00000000", "099****0000"),
        ("95588", "***88"),
        ("1", "1"),
        ("", ""),
    ],
)
def test_the_middle_of_a_telephone_number_is_hidden(number, masked):
    assert mask_phone(number) == masked


@pytest.mark.parametrize(
    ("number", "grouped"),
    [
        ("11010519491231002x", "110105 19491231 002X"),
        ("110105194912310", "110105 19491231 0"),
        ("11010519491231", "110105 19491231"),
        ("1101051949", "110105 1949"),
        ("110105", "110105"),
        ("H12345678", "H12345678"),
        ("12345678", "12345678"),
    ],
)
def test_long_document_numbers_are_shown_in_groups(number, grouped):
    assert group_identity(number) == grouped


def test_mobile_numbers_are_shown_in_groups():
    assert group_phone("15400000001") == "154 0000 0001"
    assert group_phone("0999-00000000") == "0999-00000000"
