from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mediation_app.domain.money import Money
from tests.builders import a_case, a_person
from ui.case.places import value_at, with_value
from ui.merging import merged

PLACES = ("facts", "issues", "parties/p1/name", "parties/p2/phone", "agreement/manner")
EDITS = st.dictionaries(st.sampled_from(PLACES), st.text(min_size=1, max_size=5))


def edited(case, edits):
    for place, value in edits.items():
        case = with_value(case, place, value)
    return case


@given(EDITS, EDITS)
def test_what_only_one_changed_is_kept_and_mine_wins_where_both_did(mine, theirs):
    base = a_case()
    result = merged(base, edited(base, mine), edited(base, theirs))
    for place in PLACES:
        was = value_at(base, place)
        changed = mine.get(place, was)
        wanted = changed if changed != was else theirs.get(place, was)
        assert value_at(result, place) == wanted


def test_a_party_that_each_side_added_is_there_in_the_end():
    base = a_case()
    mine = replace(base, parties=(*base.parties, a_person(id="m")))
    theirs = replace(base, parties=(*base.parties, a_person(id="t")))
    assert [each.id for each in merged(base, mine, theirs).parties] == ["p1", "p2", "m", "t"]


def test_a_party_that_i_removed_stays_away_and_one_that_they_removed_goes():
    base = a_case()
    mine = replace(base, parties=base.parties[:1], facts="x")
    theirs = replace(base, issues="y")
    assert [each.id for each in merged(base, mine, theirs).parties] == ["p1"]
    they_removed = replace(base, parties=base.parties[:1])
    result = merged(base, replace(base, parties=base.parties[::-1]), they_removed)
    assert [each.id for each in result.parties] == ["p1"]


def test_a_party_that_they_removed_stays_where_i_changed_it():
    base = a_case()
    mine = with_value(base, "parties/p2/name", "新名称")
    theirs = replace(base, parties=base.parties[:1])
    assert "p2" in [each.id for each in merged(base, mine, theirs).parties]


def test_my_amount_and_my_list_win_as_a_whole():
    base = a_case(claim=Money(1), requests=("a",))
    mine = replace(base, claim=Money(2), requests=("a", "b"))
    theirs = replace(base, claim=Money(3), requests=("c",))
    result = merged(base, mine, theirs)
    assert (result.claim, result.requests) == (Money(2), ("a", "b"))
    assert merged(base, mine, base) == mine
    assert merged(base, base, theirs) == theirs


def test_an_agreement_that_only_they_made_arrives():
    base = a_case(agreement=None)
    theirs = a_case()
    mine = replace(base, facts="x")
    assert merged(base, mine, theirs).agreement == theirs.agreement
    assert merged(base, replace(mine, agreement=a_case().agreement), base).agreement is not None
