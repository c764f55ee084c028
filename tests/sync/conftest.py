"""A centre with a station and two persons, and computers that sync with it."""

import pytest

from tests.sync.machines import Machine

WORD = "云临金人调字"


@pytest.fixture
def station(centre):
    """Return the number of a station whose cases bear a word."""
    return centre.org("临江区金融消费纠纷调解站", case_word=WORD)


@pytest.fixture
def machine(centre, station, tmp_path):
    """Return what makes connected computers; each person has one of them."""
    made = []

    def make(name="PC-A", who="陆知远", org=station, person=None, **other):
        person = person or centre.person(who, org)
        each = Machine(tmp_path / name, centre, person, name, **other)
        made.append(each)
        return each.connect()

    yield make
    for each in made:
        each.close()


@pytest.fixture
def pair(machine):
    """Return two computers of two persons at one station."""
    return machine("PC-A", "陆知远"), machine("PC-B", "沈云舟")
