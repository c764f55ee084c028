"""How much goes into one transaction."""

from db.sync.stride import LONGEST_S, Stride


def test_slow_transactions_become_smaller_down_to_one_and_quick_ones_larger_up_to_the_most():
    stride = Stride(first=8, most=32)
    for _ in range(10):
        stride.took(2 * LONGEST_S)
    assert stride.size == 1
    for _ in range(10):
        stride.took(LONGEST_S / 10)
    assert stride.size == 32
    stride.took(LONGEST_S / 2)
    assert stride.size == 32


def test_it_takes_the_first_of_many_and_measures_itself():
    with Stride(first=2) as stride:
        assert stride.first_of([1, 2, 3]) == [1, 2]
    assert stride.size == 4


def test_it_never_becomes_smaller_than_is_worth_a_transaction():
    stride = Stride(first=64, least=16)
    for _ in range(10):
        stride.took(2 * LONGEST_S)
    assert stride.size == 16
