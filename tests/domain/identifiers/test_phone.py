import pytest

from mediation_app.domain.identifiers.phone import check_phone, is_mobile, normalise_phone


@pytest.mark.parametrize(
    "number",
    [
        "15400000001",
        "１５４００００ ０００１",
        "154-0000-0001",
        "+86 154 0000 0001",
        "0086 15400000001",
        "0999-00000000",
        "(0532)88888888",
        "010-88888888-801",
        "0532-88888888转801",
        "400-812-3456",
        "95588",
        "12378",
        "+852 2123 4567",
        "+853 28123456",
        "00886-2-2123-4567",
        "+886912345678",
        "+1 212 555 0100",
    ],
)
def test_a_number_of_home_or_abroad_is_good(number):
    assert check_phone(number) == ()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("1540000000", "手机号应为11位，现为10位"),
        ("154000000011", "手机号应为11位，现为12位"),
        ("12400000001", "手机号第2位应为3至9，现为2"),
        ("1540000OOO1", "第8位“O”不是数字"),
        ("88888888", "固定电话缺少区号，应写成 0999-88888888 的样子"),
        ("+852 212 3456", "香港号码应为+852加8位数字，现为7位"),
        ("+886 2123", "台湾号码应为+886加8或9位数字，现为4位"),
        ("+1 23", "境外号码应为+国家代码加号码，共8至15位数字"),
        ("15+0", "第3位“+”不是数字"),
        (
            "0532",
            "“0532”不是电话号码，应为11位手机号、带区号的固定电话或以+开头的境外号码",
        ),
        (
            "",
            "“”不是电话号码，应为11位手机号、带区号的固定电话或以+开头的境外号码",
        ),
    ],
)
def test_a_wrong_number_is_named_with_what_would_be_right(number, sentence):
    (finding,) = check_phone(number)
    assert finding.is_error
    assert str(finding.sentence) == sentence


def test_numbers_are_kept_in_one_spelling():
    assert normalise_phone("+86 154—0000 0001") == "15400000001"
    assert normalise_phone("0999-00000000") == "0999-00000000"
    assert normalise_phone("00852 21234567") == "+85221234567"


def test_mobile_numbers_are_told_from_others():
    assert is_mobile("154 0000 0001")
    assert not is_mobile("0999-00000000")
