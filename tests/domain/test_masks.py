"""Names in lists show enough to recognise a case, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.masks import mask_name

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=4)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("顾安", "顾*"),
        ("顾喆安", "顾*安"),
        ("欧阳喆安", "欧**安"),
        ("阿不都热依木", "阿*****"),
        ("Li Na", "L* N*"),
        ("阿不都·热依木", "阿**·热**"),
        ("云汀银行股份有限公司临江支行", "云汀银行股份有限公司临江支行"),
        ("Yunting Bank", "Yunting Bank"),
        ("顾", "顾"),
        (" 顾喆安 ", "顾*安"),
        ("", ""),
    ],
)
def test_people_are_masked_and_organisations_are_not(name, shown):
    assert mask_name(name) == shown


@given(HAN)
def test_a_masked_name_is_as_long_and_tells_its_ends_at_most(name):
    shown = mask_name(name)
    if "*" in shown:
        assert len(shown) == len(name)
        assert shown[0] == name[0]
        assert set(shown[1:-1]) <= {"*"}
