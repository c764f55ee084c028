"""How much goes into one transaction, and who goes first."""

from threading import Event, Thread

from db.right_of_way import RightOfWay
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


def test_nobody_waits_where_nobody_saves():
    RightOfWay().give_way(60)


def test_what_syncs_waits_until_the_last_one_has_saved():
    way, has_waited = RightOfWay(), Event()
    way.enter()
    way.enter()
    waiting = Thread(target=lambda: (way.give_way(60), has_waited.set()))
    waiting.start()
    way.leave()
    assert not has_waited.wait(0.05)
    way.leave()
    assert has_waited.wait(60)
    waiting.join()


def test_somebody_who_saves_for_ever_does_not_stop_the_sync():
    way = RightOfWay()
    way.enter()
    way.give_way(0.01)
