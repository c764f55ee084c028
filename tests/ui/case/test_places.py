from datetime import date

from mediation_app.domain.cases import Visit
from mediation_app.domain.money import Money
from tests.builders import a_case, a_person
from ui.case.places import (
    moved,
    unfinished_at,
    value_at,
    with_unfinished,
    with_value,
    without,
)


def test_a_fact_is_read_by_its_place():
    case = a_case()
    assert value_at(case, "facts") == case.facts
    assert value_at(case, "parties/p1/name") == "顾喆安"
    assert value_at(case, "parties/p2/agents/a1/name") == "骆闻笙"
    assert value_at(case, "agreement/terms/t1/text") == case.agreement.terms[0].text


def test_where_there_is_nothing_on_the_way_there_is_no_fact():
    case = a_case(agreement=None)
    assert value_at(case, "agreement/amount") is None
    assert value_at(case, "parties/nobody/name", "?") == "?"
    assert value_at(case, "no_such_fact") is None


def test_writing_changes_one_fact_and_leaves_the_rest():
    case = a_case()
    changed = with_value(case, "parties/p2/agents/a1/phone", "15400000009")
    assert value_at(changed, "parties/p2/agents/a1/phone") == "15400000009"
    assert with_value(changed, "parties/p2/agents/a1/phone", "") == case


def test_what_a_fact_stands_in_comes_into_being_with_it():
    case = with_value(a_case(agreement=None), "agreement/plan/total", Money(100))
    assert case.agreement.plan.total == Money(100)
    visited = with_value(case, "visit/visited_on", date(2026, 4, 20))
    assert visited.visit == Visit(date(2026, 4, 20))


def test_writing_into_what_is_gone_changes_nothing():
    case = a_case()
    assert with_value(case, "parties/gone/name", "x") == case


def test_unreadable_text_is_kept_by_its_place_and_taken_away_again():
    case = with_unfinished(a_case(), "agreement/amount", "12.345")
    assert unfinished_at(case, "agreement/amount") == "12.345"
    assert unfinished_at(case, "claim") is None
    case = with_unfinished(case, "agreement/amount", "12.34x")
    assert len(case.unfinished) == 1
    assert with_unfinished(case, "agreement/amount", None) == a_case()
    assert with_unfinished(a_case(), "claim", None) == a_case()


def test_items_move_up_and_down_within_their_list():
    people = (a_person(id="a"), a_person(id="b"), a_person(id="c"))
    assert [each.id for each in moved(people, "c", -1)] == ["a", "c", "b"]
    assert moved(people, "a", -1) == people
    assert moved(people, "nobody", 1) == people
    assert [each.id for each in without(people, "b")] == ["a", "c"]
