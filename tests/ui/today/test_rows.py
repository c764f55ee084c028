"""What a line of a board says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mediation_app.domain.agenda import AgendaItem, AgendaKind
from mediation_app.domain.cases import CaseId
from mediation_app.domain.stages import Stage
from mediation_app.ports.queries import AgendaLine
from tests.agendas import TODAY, in_days
from ui.today.rows import Column, Looker, place_in_case, row_of, tone_of, when_words

K = AgendaKind
ITEM = AgendaItem(CaseId("c1"), K.LIMIT, "x", "调解期限", owner="刘洋", due_on=TODAY)


def text(item, column, person="", number="（2026）第1号"):
    line = AgendaLine(item, number, Stage.MEDIATION, ("顾喆安",), ())
    return row_of(line, Looker(TODAY, person)).texts[tuple(Column).index(column)]


@pytest.mark.parametrize(
    ("facts", "words", "tone"),
    [
        ({"due_on": None}, "", ""),
        ({}, "今天", "warning"),
        ({"due_on": in_days(3)}, "11-26 剩 3 天", "warning"),
        ({"due_on": in_days(4)}, "11-27 剩 4 天", ""),
        ({"due_on": in_days(40)}, "2027-01-02 剩 40 天", ""),
        ({"due_on": in_days(40), "is_certain": False}, "2027-01-02 剩 40 天", "warning"),
        ({"due_on": in_days(-1)}, "11-22 逾期 1 天", "error"),
        ({"due_on": in_days(-1), "kind": K.ESTIMATE}, "11-22 已过 1 天", "muted"),
        ({"due_on": None, "kind": K.IRREGULAR}, "", "error"),
    ],
)
def test_a_day_is_told_with_its_distance_and_is_as_serious_as_it_is_near(facts, words, tone):
    item = replace(ITEM, **facts)
    assert (when_words(item, TODAY), tone_of(item, TODAY)) == (words, tone)


def test_a_limit_without_its_year_table_says_so():
    assert "节假日表未导入" in text(replace(ITEM, is_certain=False), Column.WHAT)


def test_what_somebody_stands_in_for_is_marked():
    assert text(ITEM, Column.OWNER) == "刘洋"
    assert text(ITEM, Column.OWNER, "刘洋") == "刘洋"
    assert text(ITEM, Column.OWNER, "周静") == "代 刘洋"
    assert text(replace(ITEM, owner=""), Column.OWNER) == "无人经办"


def test_days_are_told_of_what_waits_and_not_of_what_runs():
    since = TODAY - timedelta(days=5)
    assert text(replace(ITEM, since_on=since), Column.WAITED) == ""
    assert text(replace(ITEM, kind=K.WAIT, since_on=since), Column.WAITED) == "5 天"


def test_people_are_masked():
    item = replace(ITEM, kind=K.WAIT, about="顾喆安", text="签名")
    assert text(item, Column.WHAT) == "等顾*安：签名"
    assert text(item, Column.PARTIES) == "顾*安 ⇄ —"
    assert text(item, Column.NUMBER, number="") == "尚未编号"


def test_a_line_leads_to_the_place_where_it_is_seen_to():
    assert place_in_case(replace(ITEM, kind=K.WAIT)) == "todos/x/text"
    assert place_in_case(replace(ITEM, kind=K.IDLE)) == ""
