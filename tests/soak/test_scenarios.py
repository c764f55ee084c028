"""Each scripted history: right code breaks no promise in it."""

import pytest

from tests.soak.scenarios import SCENARIOS


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_a_scripted_history_breaks_no_promise(ground, name):
    assert SCENARIOS[name](ground) == ()
