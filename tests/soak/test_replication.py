"""A standby that is promoted loses nothing that anybody was told is safe."""

from tests.soak.ground import own_server
from tests.soak.replication import fail_over


def test_a_promoted_standby_has_all_that_was_echoed():
    with own_server() as server:
        failover = fail_over(server, rounds=5, seed=1)

    assert failover.violations == ()
    assert failover.echoed > 10
    assert failover.tally.edits >= failover.echoed
