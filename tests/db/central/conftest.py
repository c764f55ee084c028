"""A real centre for each test; the name stands for a small one in the folder above."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.central.machines import Machines
from tests.postgres import CentralServer, TestCentre


@pytest.fixture
def centre(central: CentralServer) -> Iterator[TestCentre]:
    made = central.new_centre()
    yield made
    central.drop(made.database)


@pytest.fixture
def machines(centre: TestCentre) -> Iterator[Machines]:
    """Machines in a town whose home is not the only one in the database."""
    with closing(centre.database.connect()) as connection:
        made = Machines(centre.database, connection)
        yield made
        made.close()
