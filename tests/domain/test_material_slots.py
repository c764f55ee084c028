"""Which line a file is for."""

import pytest

from mediation_app.domain.material_slots import likeness, open_slots, proposed_slot
from mediation_app.domain.materials import Material
from tests.builders import a_case

NAMES = (
    *("身份证明复印件（孙浩）", "授权委托书（李海涛）", "代理人身份证明复印件（李海涛）"),
    *("合同或交易凭证", "信用卡领用合约", "账单", "还款流水", "息费计算表"),
)
CASE = a_case(materials=tuple(Material(name, name) for name in NAMES))


@pytest.mark.parametrize(
    ("file_name", "slot"),
    [
        ("领用合约.pdf", "信用卡领用合约"),
        ("账单.pdf", "账单"),
        ("息费计算表.xlsx", "息费计算表"),
        ("还款流水.pdf", "还款流水"),
        ("授权委托书.pdf", "授权委托书（李海涛）"),
        ("身份证复印件.jpg", "身份证明复印件（孙浩）"),
        ("李海涛代理人身份证明.jpg", "代理人身份证明复印件（李海涛）"),
        ("IMG_0001.jpg", ""),
    ],
)
def test_a_file_is_proposed_for_the_line_that_is_called_like_it(file_name, slot):
    assert proposed_slot(CASE, file_name) == slot


def test_only_lines_that_wait_for_a_file_are_open():
    filled = Material("m1", "账单", blob_id="0" * 64)
    case = a_case(materials=(filled, Material("m2", " "), Material("m3", "流水")))
    assert [each.id for each in open_slots(case)] == ["m3"]
    assert proposed_slot(case, "账单.pdf") == ""
    assert proposed_slot(a_case(), "账单.pdf") == ""


def test_an_empty_name_is_like_nothing():
    assert likeness("", "账单") == likeness("账单", "") == 0
