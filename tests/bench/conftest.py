"""A bench collects garbage before each measurement, and pytest has much that is none."""

import gc

import pytest


@pytest.fixture(autouse=True)
def _only_what_comes_is_looked_through():
    gc.freeze()
    yield
    gc.unfreeze()
