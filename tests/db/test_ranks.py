from hypothesis import given
from hypothesis import strategies as st

from db.ranks import STEP, ranks

names = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(names, st.dictionaries(st.sampled_from("abcdefgh"), st.integers(-3, 3)))
def test_ranks_ascend_in_the_wanted_order(ids, before):
    given_ranks = ranks(ids, before)
    assert sorted(given_ranks, key=lambda each: (given_ranks[each], each)) == ids
    assert set(given_ranks) == set(ids)


@given(names.filter(bool), st.data())
def test_a_removal_moves_nothing(ids, data):
    before = ranks(ids, {})
    gone = data.draw(st.sampled_from(ids))
    rest = [each for each in ids if each != gone]
    assert ranks(rest, before) == {each: before[each] for each in rest}


@given(names, st.integers(0, 8))
def test_an_insertion_moves_nothing_else(ids, place):
    before = ranks(ids, {})
    after = ranks([*ids[:place], "new", *ids[place:]], before)
    assert {each: after[each] for each in ids} == before


def test_moving_one_object_changes_one_rank():
    before = ranks("abcdef", {})
    after = ranks("aebcdf", before)
    assert [each for each in "abcdef" if after[each] != before[each]] == ["e"]


def test_where_no_room_is_left_all_are_numbered_anew():
    assert ranks(["a", "x", "b"], {"a": 1, "b": 2}) == {"a": 0, "x": STEP, "b": 2 * STEP}
