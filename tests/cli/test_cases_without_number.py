"""Cases that have no official number are moved all the same: by what their desk shows of them."""

from contextlib import closing

import pytest

from mediation_app.bootstrap import LocalStations
from tests.builders import a_case
from tests.cli.desk_hand import PASSWORD, Hand
from tests.cli.test_syncing_commands import ENVIRONMENT, edited, words

OTHER = "西坝调解站"


@pytest.fixture
def office(centre):
    centre.org(OTHER, case_word="云西金人调字")
    return Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})


@pytest.fixture
def desk_hand(tmp_path, centre):
    """A hand at a station whose organisation has no word, so that it gets no official numbers."""
    person = centre.person("陆知远", centre.org("临江站"))
    hand = Hand(tmp_path / "站", ENVIRONMENT | {"MEDIATION_CENTRAL_PASSWORD": person.password})
    assert hand.sit_down()(*words(centre, person)).status == 0
    assert hand("sync", "--once").status == 0
    return hand


def registered(hand):
    with closing(LocalStations().open(hand.data_dir, PASSWORD)) as desk:
        case = desk.registration.begin(a_case(number="")).case
        return desk.registration.register(case.id).case.number


def moved(hand, office, named):
    assert hand("sync", "--once").status == 0
    ran = office("central", "move-case", named, OTHER)
    assert hand("sync", "--once").status == 0
    return ran


def test_by_the_provisional_number_that_the_station_shows(desk_hand, office):
    number = registered(desk_hand)
    assert number.startswith("临-临江站-")
    assert desk_hand("list").output.count(number) == 1
    ran = moved(desk_hand, office, number)
    assert (ran.status, ran.output) == (0, f"{number} 已移交给{OTHER}\n"), ran.errors
    assert desk_hand("list", "--json").json == []


def test_a_draft_by_the_id_that_the_station_lists(desk_hand, office):
    edited(desk_hand, None, facts="甲")
    ((case_id, number),) = [
        (each["id"], each["number"]) for each in desk_hand("list", "--ids", "--json").json
    ]
    assert number == ""
    ran = moved(desk_hand, office, case_id)
    assert (ran.status, ran.output) == (0, f"{case_id} 已移交给{OTHER}\n"), ran.errors
    assert desk_hand("list", "--json").json == []
