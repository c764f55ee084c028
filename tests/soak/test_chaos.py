"""A few seconds of blows; ``make soak`` goes on for minutes."""

from tests.soak.chaos import run_chaos
from tests.soak.ground import own_server


def test_nothing_is_lost_where_everything_is_killed():
    with own_server() as server:
        chaos = run_chaos(server, seconds=7, seed=1)

    assert chaos.violations == ()
    assert min(chaos.client_kills, chaos.server_kills) > 0
    assert chaos.tally.edits > 0
