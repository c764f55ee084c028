"""The administrator's commands about cases, numbers and machines that there are."""

from contextlib import closing

import pytest

from db.canonical import canonical
from mediation_app.errors import CentralError
from tests.central.machines import Machines, a_wish, an_id
from tests.cli.desk_hand import Hand

NUMBER = "（2026）云临金人调字第1号"


@pytest.fixture
def machines(centre):
    """Machines in a town whose home is not the only one in the database."""
    with closing(centre.database.connect()) as connection:
        made = Machines(centre.database, connection)
        yield made
        made.close()


@pytest.fixture
def office(centre):
    return Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})


@pytest.mark.parametrize("named", ["by its number", "by its id"])
def test_a_case_appears_at_the_other_station_and_goes_here(named, office, machines):
    here = machines.at(machines.town.station)
    there = machines.at(machines.town.other_station, "何青")
    case = here.new_record(number=a_wish())
    moved = office(
        "central", "move-case", NUMBER if named == "by its number" else case, "西坝调解站"
    )
    assert (moved.status, moved.output.endswith("已移交给西坝调解站\n")) == (0, True)
    assert len(there.log(case)) == 1
    assert here.feed()[-1].event.name == "LEAVE"
    assert here.log(case) == ()


def test_a_case_that_is_there_already_is_told(office, machines):
    machines.at(machines.town.station).new_record(number=a_wish())
    ran = office("central", "move-case", NUMBER, "临江调解站")
    assert (ran.status, "本来就在临江调解站" in ran.errors) == (1, True)


def test_a_provisional_number_that_two_cases_had_names_none(office, machines):
    machine = machines.at(machines.town.station)
    number = "临-临江站-3fa1c9-2"
    for _ in range(2):
        machine.new_record(number=a_wish(), body=canonical({"changes": [["number", "", number]]}))
    ran = office("central", "move-case", number, "西坝调解站")
    assert (ran.status, ran.output) == (1, "")
    assert f"临时编号“{number}”不止一件案件用过" in ran.errors


def test_a_case_stays_in_its_home(office, machines, centre):
    machines.at(machines.town.station).new_record(number=a_wish())
    ran = office("central", "move-case", NUMBER, centre.centre_id)
    assert (ran.status, ran.output) == (1, "")
    assert "属于另一个中心" in ran.errors


def test_a_revoked_machine_is_shut_out(office, machines):
    machine = machines.at(machines.town.station)
    other = machines.of(machine.person)
    assert "周文的电脑" in office("central", "status").output
    assert office("central", "revoke-device", machine.device_id[:12]).status == 0
    with pytest.raises(CentralError, match="已被管理员停用"):
        machine.push(machine.op(an_id()))
    assert machine.hello().device_is_revoked
    assert not other.hello().device_is_revoked
    devices = office("central", "status", "--json").json["devices"]
    assert {each["device_id"]: each["is_revoked"] for each in devices} == {
        machine.device_id: True,
        other.device_id: False,
    }
    assert all(each["contact_at"] for each in devices)


def test_a_part_of_a_device_s_id_must_name_one(office, machines):
    first = machines.at(machines.town.station).device_id
    while not machines.at(machines.town.station).device_id.startswith(first[0]):
        pass
    ran = office("central", "revoke-device", first[0])
    assert (ran.status, "对应多台设备" in ran.errors) == (1, True)


def test_no_device_is_meant_by_no_letter(office, machines):
    machines.at(machines.town.station)
    ran = office("central", "revoke-device", "")
    assert (ran.status, "请写设备编号" in ran.errors) == (1, True)


def test_every_number_is_explained(office, machines):
    machine = machines.at(machines.town.station)
    case = machine.new_record(number=a_wish())
    machine.central.lease_numbers(machine.device_id, machines.town.station, 2026, 2)
    told = office("central", "status", "--numbers", "--json").json["numbers"]
    assert told == [
        {"org": "临江调解站", "number": NUMBER, "state": "case", "holder": case},
        *(
            {
                "org": "临江调解站",
                "number": f"（2026）云临金人调字第{serial}号",
                "state": "leased",
                "holder": "周文的电脑",
            }
            for serial in (2, 3)
        ),
    ]
    assert "预留给设备，尚未使用" in office("central", "status", "--numbers").output
    assert "预留给设备" not in office("central", "status").output
