import pytest

from mediation_app.cli.parsing import METHODS
from mediation_app.domain.instalments import Method
from tests.cli.desk_hand import Hand

HAND = Hand()


@pytest.mark.parametrize(
    ("amount", "words"),
    [("100000", "壹拾万元整"), ("¥10,006.05", "壹万零陆元零伍分"), ("0", "零元整")],
)
def test_capitals_are_printed_alone(amount, words):
    ran = HAND("capitals", amount)
    assert (ran.status, ran.output, ran.errors) == (0, f"{words}\n", "")


def test_capitals_come_as_json_too():
    assert HAND("capitals", "1000.5", "--json").json == {
        "amount": "1000.50",
        "capitals": "壹仟元零伍角",
        "rmb": "人民币壹仟元零伍角",
    }


@pytest.mark.parametrize("amount", ["1.234", "-5", "abc", "", "1e5", "9" * 30])
def test_what_is_no_amount_is_refused_in_one_sentence(amount):
    ran = HAND("capitals", amount)
    assert (ran.status, ran.output) == (1, "")
    assert len(ran.errors.splitlines()) == 1


def test_an_even_split_is_what_the_contract_says():
    found = HAND(
        *("instalments", "--total", "100000", "--periods", "60"),
        *("--first", "2026-03-31", "--json"),
    ).json
    assert found["lines"][0] == {
        "no": 1,
        "due_on": "2026-03-31",
        "amount": "1666.66",
        "principal": "1666.66",
        "interest": "0.00",
    }
    assert found["lines"][-1]["amount"] == "1667.06"
    assert (found["total"], found["interest"], found["paid"]) == (
        "100000.00",
        "0.00",
        "100000.00",
    )


@pytest.mark.parametrize(
    ("method", "first", "last", "interest"),
    [
        ((), "3521.57", "3521.37", "6776.32"),
        (("--method", "payment"), "3521.57", "3521.37", "6776.32"),
        (("--method", "principal"), "3693.33", "3343.45", "6660.00"),
    ],
)
def test_interest_is_in_per_cent_a_year(method, first, last, interest):
    words = ("instalments", "--total", "120000", "--periods", "36", "--first", "2026-01-31")
    found = HAND(*words, "--rate", "3.6", "--json", *method).json
    assert (found["lines"][0]["amount"], found["lines"][-1]["amount"]) == (first, last)
    assert (found["total"], found["interest"]) == ("120000.00", interest)
    assert HAND(*words, "--rate", "3.6%", "--json", *method).json == found


def test_instalments_are_a_table_for_people():
    ran = HAND("instalments", "--total", "100", "--periods", "3", "--first", "2026-01-31")
    assert ran.output.splitlines() == [
        "期次  到期日      金额    本金    利息",
        "1     2026-01-31  33.33   33.33   0.00",
        "2     2026-02-28  33.33   33.33   0.00",
        "3     2026-03-31  33.34   33.34   0.00",
        "合计              100.00  100.00  0.00",
    ]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--rate", "abc"), 1),
        (("--rate", "3.6", "--method", "even"), 1),
        (("--periods", "0"), 1),
        (("--total", "0.01"), 1),
        (("--method", "other"), 2),
        (("--periods", "many"), 2),
    ],
)
def test_instalments_that_cannot_be_are_refused(words, status):
    usual = ("--total", "100", "--periods", "3", "--first", "2026-01-31")
    ran = HAND("instalments", *usual, *words)
    assert (ran.status, ran.output) == (status, "")


def test_every_method_can_be_asked_for():
    assert list(METHODS) == [method.value for method in Method]
