from mediation_app.domain.identifiers.phone import check_phone
from mediation_app.domain.widths import half_width, shown


def test_what_an_input_method_types_full_width_becomes_half_width():
    assert half_width("１２３ＡＢｘ　，．￥－") == "123ABx ,.¥-"


def test_ornamental_digits_stay_as_they_are():
    assert half_width("5²①") == "5²①"


def test_a_message_quotes_no_more_than_thirty_signs():
    assert shown("短") == "短"
    assert shown("长" * 31) == "长" * 30 + "…"


def test_what_cannot_be_printed_is_quoted_by_its_number():
    assert shown("1\x80") == "1\\u0080"


def test_a_sentence_about_a_phone_quotes_no_control_sign():
    (finding,) = check_phone("1\x805400000001")
    assert str(finding.sentence) == "第2位“\\u0080”不是数字"
