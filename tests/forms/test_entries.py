"""Single facts on paper."""

from datetime import date
from decimal import Decimal

import pytest

from forms.entries import amount_entry, day_entry, known, name, numeral, sentence, term_text
from forms.house_style import BODY
from forms.instalment_table import instalment_table
from forms.prose import Prose
from forms.typesetting.text import Blank, Run, Together
from forms.wording import Wording, joined
from mediation_app.domain.agreements import Term
from mediation_app.domain.instalments import Method, instalments
from mediation_app.domain.money import Money
from resources.files import wording
from tests.builders import a_case, a_person

WORDING = Wording.read(wording("2026-01"))


def text_of(inlines):
    return "".join(run.text for run in inlines if isinstance(run, Run))


@pytest.mark.parametrize(
    ("text", "amount", "printed"),
    [
        ("退还人民币100.00元。", None, "退还人民币100.00元。"),
        ("退还人民币100.00元。", 10000, "退还人民币100.00元（大写：人民币壹佰元整）。"),
        ("退还人民币1,000.00元", 100000, "退还人民币1,000.00元（大写：人民币壹仟元整）"),
        ("退还100.00元（人民币壹佰元整）。", 10000, "退还100.00元（人民币壹佰元整）。"),
        ("退还本金。", 10000, "退还本金（人民币100.00元（大写：人民币壹佰元整））。"),
    ],
)
def test_a_clause_has_its_amount_in_digits_and_capitals(text, amount, printed):
    term = Term("t1", text=text, amount=None if amount is None else Money(amount))
    assert term_text(term, WORDING) == printed


@pytest.mark.parametrize(
    ("number", "printed"),
    [(3, "三"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (100, "100")],
)
def test_numbers_are_written_as_chinese_texts_write_them(number, printed):
    assert numeral(number) == printed


def test_what_is_not_known_is_a_line_to_be_filled_by_hand():
    assert known(" ") == Blank(160, BODY)
    assert name("") == Blank(160, BODY)
    assert known(" 甲 ") == Run("甲", BODY)
    day = day_entry(None, label="日期：")
    assert isinstance(day, Together)
    assert [type(part) for part in day.parts] == [Run, Blank, Run, Blank, Run, Blank, Run]
    assert sum(isinstance(part, Blank) for part in amount_entry(None, WORDING)) == 2


def test_a_date_that_is_known_is_printed():
    assert text_of(day_entry(date(2026, 3, 5)).parts) == "2026年3月5日"


def test_names_stay_whole_unless_they_are_long_ones_of_entities():
    person, foreigner = "诸葛知语", "ERIK JONAS SANDSTRÖM"
    entity = "云汀银行股份有限公司信用卡中心"
    assert name(person) == Run(person, BODY, whole=True)
    assert name(foreigner) == Run(foreigner, BODY, whole=True)
    assert name(entity) == Run(entity, BODY)


def test_a_full_stop_is_added_only_where_there_is_none():
    assert [sentence(text) for text in ("甲", "甲。", "甲；", "")] == ["甲。", "甲。", "甲；", ""]


def test_names_of_people_are_kept_whole_in_what_was_typed():
    prose = Prose.of(a_case(parties=(a_person(name="尹𠮷兰"),), mediators=(), recorder=""))
    assert prose.entry("尹𠮷兰与银行，代收人尹𠮷兰") == (
        Run("尹𠮷兰", BODY, whole=True),
        Run("与银行，代收人", BODY),
        Run("尹𠮷兰", BODY, whole=True),
    )


def test_a_text_without_known_names_is_one_run():
    prose = Prose.of(a_case(parties=(), mediators=(), recorder=""))
    assert prose.entry(" 甲乙 ") == (Run("甲乙", BODY),)
    assert prose.entries("甲\n\n 乙 \n") == ((Run("甲", BODY),), (Run("乙", BODY),))
    assert prose.entries("") == ((Blank(160, BODY),),)


def test_interest_has_columns_of_its_own_only_where_it_is_owed():
    first = date(2026, 3, 31)
    total = Money(1000000)
    without = instalment_table(instalments(total, 12, first), WORDING)
    assert len(without.columns) == 3
    lines = instalments(
        total, 12, first, method=Method.EQUAL_PAYMENT, annual_rate=Decimal("0.0385")
    )
    table = instalment_table(lines, WORDING)
    assert len(table.columns) == 5
    assert table.total is not None
    assert table.closing is not None
    sums = [text_of(cell) for cell in table.total]
    assert sums[2] == "10000.00"
    assert Money.parse(sums[2]) + Money.parse(sums[3]) == Money.parse(sums[4])
    assert [text_of(cell) for cell in table.closing(0, 12)][2:] == sums[2:]


def test_runs_are_joined_with_a_text_between_them():
    parts = (Run("甲", BODY), Run("乙", BODY), Run("丙", BODY))
    assert text_of(joined(parts, "、", BODY)) == "甲、乙、丙"
