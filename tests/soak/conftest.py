"""One database with logins for all histories of a test process."""

import pytest

from tests.soak.ground import prepared


@pytest.fixture(scope="session")
def ground(central):
    with prepared(central) as ready:
        yield ready
