"""Either memory: what is promised of one is promised of both."""

import pytest

from tests.db.stations import an_open_station
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
def units(storage):
    return storage.units_of_work("沈砚秋")


@pytest.fixture
def queries(storage):
    return storage.queries()
