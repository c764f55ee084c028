from mediation_app.domain.widths import half_width, shown


def test_what_an_input_method_types_full_width_becomes_half_width():
    assert half_width("１２３ＡＢｘ　，．￥－") == "123ABx ,.¥-"


def test_ornamental_digits_stay_as_they_are():
    assert half_width("5²①") == "5²①"


def test_a_message_quotes_no_more_than_thirty_signs():
    assert shown("短") == "短"
    assert shown("长" * 31) == "长" * 30 + "…"
