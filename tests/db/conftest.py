"""Either memory: what is promised of one is promised of both."""

import pytest

from tests.db.desks import CASE, Desk
from tests.db.small_centre import SmallCentre
from tests.db.stations import an_open_station
from tests.db.stored_cases import added
from tests.fakes.memory import Memory


@pytest.fixture(params=["memory", "sqlcipher"])
def storage(request, tmp_path):
    if request.param == "memory":
        yield Memory()
        return
    database = an_open_station(tmp_path)
    yield database
    database.dispose()


@pytest.fixture
def database(tmp_path):
    """A station's memory, where only the real one will do."""
    made = an_open_station(tmp_path)
    yield made
    made.dispose()


@pytest.fixture
def units(storage):
    return storage.units_of_work("沈砚秋")


@pytest.fixture
def queries(storage):
    return storage.queries()


@pytest.fixture
def desk(tmp_path):
    """Return what opens desks, each in a folder of its own."""
    made = []

    def make(name, person):
        each = Desk(tmp_path / name, len(made) + 1, person)
        made.append(each)
        return each

    yield make
    for each in made:
        each.database.dispose()


@pytest.fixture
def a(desk):
    return desk("a", "刘洋")


@pytest.fixture
def b(desk):
    return desk("b", "周静")


@pytest.fixture
def centre():
    return SmallCentre()


@pytest.fixture
def shared(a, b, centre):
    """Let both desks have the case; return their centre."""
    added(a.units, CASE)
    for each in (a, b):
        each.sync(centre)
    return centre
