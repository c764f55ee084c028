"""Towns of invented organisations at one centre's server, each a home of its own."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from db.central.administration import PostgresAdministration
from tests.central.machines import Machine, Machines, Town
from tests.central.thief import Thief, a_thief
from tests.postgres import CentralServer, TestDatabase


@pytest.fixture(scope="session")
def shared(central: CentralServer) -> TestDatabase:
    """Return a database with our schema in which every test has its own home."""
    database = central.new_database()  # no copy: rights on a database are not copied with it
    with closing(PostgresAdministration(database.admin_dsn)) as administration:
        administration.initialise("云州总中心", "")
    return database


@pytest.fixture(scope="session")
def admin(shared: TestDatabase) -> Iterator[psycopg.Connection]:
    """Connect the administrator."""
    with closing(shared.connect()) as connection:
        yield connection


@pytest.fixture
def machines(shared: TestDatabase, admin: psycopg.Connection) -> Iterator[Machines]:
    made = Machines(shared, admin)
    yield made
    made.close()


@pytest.fixture
def town(machines: Machines) -> Town:
    return machines.town


@pytest.fixture
def mediator(machines: Machines) -> Machine:
    return machines.at(machines.town.station, "周文")


@pytest.fixture
def stranger(machines: Machines) -> Machine:
    return machines.at(machines.town.other_station, "何青")


@pytest.fixture
def leader(machines: Machines) -> Machine:
    return machines.at(machines.town.centre, "方舟", "leader")


@pytest.fixture
def thief(machines: Machines, mediator: Machine) -> Iterator[Thief]:
    """Return the mediator's login in other hands."""
    person = mediator.person
    with a_thief(machines.database.dsn(person.login, person.password)) as stolen:
        yield stolen
