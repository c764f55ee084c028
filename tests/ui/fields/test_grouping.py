import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.fields.grouping import PHONE_GROUPS, group, moved_caret, ungrouped


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("154", "154"), ("1540", "154 0"), ("15400000001", "154 0000 0001"), ("", "")],
)
def test_a_phone_is_grouped_while_it_grows(typed, shown):
    assert group(typed, PHONE_GROUPS) == shown


def test_what_is_too_long_stays_in_one_piece():
    assert group("154000000011", PHONE_GROUPS) == "154000000011"


@given(st.text(alphabet="0123456789 ", max_size=16), st.data())
def test_the_caret_stays_behind_its_character(typed, data):
    caret = data.draw(st.integers(0, len(typed)))
    shown = group(typed, PHONE_GROUPS)
    moved = moved_caret(typed, caret, shown)
    assert ungrouped(shown[:moved]) == ungrouped(typed[:caret])
    assert ungrouped(shown) == ungrouped(typed)
