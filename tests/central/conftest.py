"""A centre with two stations, one of them with a branch, and machines for whoever works there."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.central.machines import Machine, Machines
from tests.postgres import TestCentre


@dataclass
class Town:
    centre: int
    station: int
    other_station: int
    branch: int


@pytest.fixture
def machines(centre: TestCentre) -> Iterator[Machines]:
    made = Machines(centre)
    yield made
    made.close()


@pytest.fixture
def town(centre: TestCentre) -> Town:
    station = centre.org("临江调解站", case_word="云临金人调字")
    return Town(
        centre=centre.centre_id,
        station=station,
        other_station=centre.org("西坝调解站", case_word="云西金人调字"),
        branch=centre.org("临江支行", "branch", station),
    )


@pytest.fixture
def mediator(machines: Machines, town: Town) -> Machine:
    return machines.at(town.station, "周文")


@pytest.fixture
def stranger(machines: Machines, town: Town) -> Machine:
    return machines.at(town.other_station, "何青")
