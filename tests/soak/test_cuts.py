"""The line is cut at places spread over a whole round."""

from tests.soak.cuts import cut_everywhere

EVERY = 311


def test_a_round_that_is_cut_loses_and_doubles_nothing(ground):
    cutting = cut_everywhere(ground, EVERY, first=7)

    assert cutting.violations == ()
    assert cutting.cuts >= (cutting.up + cutting.down) // EVERY - 1
    assert cutting.edits > cutting.cuts
