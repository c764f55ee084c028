"""Those who write take turns, in the order in which they came."""

from queue import SimpleQueue
from threading import Thread

import pytest

from db.turns import Turns
from tests.patience import PATIENCE_S


def test_where_nobody_else_writes_nobody_waits():
    turns = Turns()
    for _ in range(3):
        with turns.turn():
            pass


def test_who_comes_back_at_once_goes_behind_who_waits():
    turns, order = Turns(), SimpleQueue()
    first = turns.come()

    def write():
        with turns.turn():
            order.put("second")

    waiting = Thread(target=write)
    waiting.start()
    while len(turns._queue) < 2:
        order.empty()
    turns.go(first)
    with turns.turn():
        order.put("first again")
    waiting.join(PATIENCE_S)
    assert [order.get(timeout=PATIENCE_S) for _ in range(2)] == ["second", "first again"]


def test_nobody_waits_for_ever_for_who_does_not_go():
    turns = Turns()
    sleeper = turns.come()
    turns.go(turns.come(0.01))
    turns.go(sleeper)
    with turns.turn():
        pass


def test_an_error_lets_the_next_one_in():
    turns = Turns()
    with pytest.raises(ValueError, match="x"), turns.turn():
        raise ValueError("x")
    with turns.turn():
        pass
