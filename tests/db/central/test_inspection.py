"""Following the chains of the centre: whole ones, and ones that its owner tampered with."""

import pytest

from tests.central.machines import a_wish
from tests.cli.desk_hand import Hand


@pytest.fixture
def records(machines):
    """Three records, one of them of the other station, one moved there."""
    here, there = (
        machines.at(machines.town.station),
        machines.at(machines.town.other_station, "何青"),
    )
    made = [here.new_record(number=a_wish()), here.new_record(), there.new_record()]
    here.push(here.op(made[0]))
    machines.admin("SELECT sync.move_record(%s, %s)", made[1], machines.town.other_station)
    return made


@pytest.fixture
def inspector(centre, machines):
    reader = machines.at(machines.town.centre, "核查", "reader").person
    return Hand(environment={"MEDIATION_CENTRAL_DSN": centre.dsn(reader)})


@pytest.mark.usefixtures("records")
def test_whole_chains_give_the_same_anchor_until_something_is_added(inspector, machines):
    first = inspector("central", "verify", "--json").json
    assert (first["record_count"], first["op_count"], first["first_bad"]) == (3, 4, "")
    assert inspector("central", "verify", "--json").json == first
    assert first["anchor"] in inspector("central", "verify").output
    machines.at(machines.town.station).new_record()
    assert inspector("central", "verify", "--json").json["anchor"] != first["anchor"]


@pytest.mark.parametrize(
    "crime",
    [
        "UPDATE sync.op SET body = '{}' WHERE record_id = '{0}' AND seq = 1",
        "UPDATE sync.op SET author = '别人' WHERE record_id = '{0}' AND seq = 2",
        "UPDATE sync.op SET placed_at = placed_at - interval '1 day' WHERE record_id = '{0}'",
        "UPDATE sync.op SET said = '{{}}' WHERE record_id = '{0}' AND seq = 1",
        "DELETE FROM sync.op WHERE record_id = '{0}' AND seq = 2",
        "UPDATE sync.feed SET seq = 1 WHERE record_id = '{0}' AND seq = 2",
        "DELETE FROM sync.feed WHERE record_id = '{0}' AND seq = 1",
        "UPDATE sync.op SET chain = mac || mac WHERE record_id = '{0}' AND seq = 2",
    ],
)
def test_what_the_owner_rewrote_is_found(crime, inspector, machines, records):
    assert inspector("central", "verify").status == 0
    machines.admin("SET session_replication_role = replica")
    for statement in crime.replace("'{}'", "'{{}}'").format(records[0]).split(";"):
        machines.admin(statement)
    ran = inspector("central", "verify")
    assert (ran.status, ran.output) == (1, "")
    assert "链条断在" in ran.errors


@pytest.mark.parametrize("verb", ["verify", "snapshot"])
def test_an_administrator_who_is_no_person_is_told_whose_login_it_takes(verb, centre):
    office = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})
    ran = office("central", verb)
    assert (ran.status, ran.output) == (1, "")
    assert "postgres 不是中心库里的人员" in ran.errors


def test_numbers_that_are_on_paper_are_passed_over(centre, machines):
    office = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})
    ran = office("central", "start-numbers", machines.town.station, "2026", "41")
    assert (ran.status, "从第42号起" in ran.output) == (0, True)
    machine = machines.at(machines.town.station)
    assert "第42号" in machine.log(machine.new_record(number=a_wish()))[0].said
    again = office("central", "start-numbers", machines.town.station, "2026", "50")
    assert (again.status, "已发到第42号" in again.errors) == (1, True)
    lines = office("central", "status", "--numbers", "--json").json["numbers"]
    assert [line["state"] for line in lines] == ["paper"] * 41 + ["case"]
