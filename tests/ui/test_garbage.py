"""Cyclic garbage is collected in the thread of the window only."""

import gc
import weakref

import pytest

from ui.garbage import GarbageCollection


class Cycle:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self):
        vars(self)["itself"] = self


@pytest.fixture
def collection(qapp):  # noqa: ARG001  timers need an application
    made = GarbageCollection()
    yield made
    made.stop()


def test_python_does_not_collect_by_itself_while_the_desktop_runs(collection):
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()


def test_what_is_due_is_collected_and_nothing_sooner(collection, monkeypatch):
    dead = weakref.ref(Cycle())
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    collection.collect_if_due()
    assert dead() is not None
    monkeypatch.setattr(gc, "get_count", lambda: (10_000_000, 10_000, 10_000))
    collection.collect_if_due()
    assert dead() is None
