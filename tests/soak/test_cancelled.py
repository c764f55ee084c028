"""What PostgreSQL calls committed though no standby has it comes back from those who saw it."""

from tests.soak.cancelled import lose_what_was_cancelled
from tests.soak.ground import own_server


def test_a_cancelled_commit_that_is_lost_with_the_primary_comes_back():
    with own_server() as server:
        failover = lose_what_was_cancelled(server, seed=1)

    assert failover.violations == ()
    assert failover.echoed > 0
