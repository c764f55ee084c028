"""The nightly job that folds records, run by command under its own login."""

from hashlib import sha256

import psycopg
import pytest

from db.canonical import canonical
from db.sync.local.snapshots import snapshot_doc
from mediation_app.domain.journal import RecordKind
from tests.central.machines import an_id
from tests.cli.desk_hand import Hand
from tests.db.other_versions import with_other_rows
from tests.postgres import PASSWORD


@pytest.fixture
def night(centre, machines):
    """The hand of the nightly job of the machines' home."""
    login = f"night_{an_id()[:12]}"
    office = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn, "P": PASSWORD})
    added = office(
        *("central", "add-person", login, "--name", "夜间快照", "--role", "reader"),
        *("--org", machines.town.centre, "--snapshots", "--password-env", "P"),
    )
    assert added.status == 0, added.errors
    return Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.dsn(login, PASSWORD)})


def a_change(machine, record, text):
    body = canonical({"changes": [["facts", None, text]], "nonce": an_id()})
    machine.push(machine.op(record, body=body))


def test_each_record_is_folded_as_a_machine_folds_it(night, machines):
    here = machines.at(machines.town.station)
    there = machines.at(machines.town.other_station, "何青")
    records = {here.new_record(), here.new_record(), there.new_record()}
    a_change(here, min(records), "又查明")
    assert night("central", "snapshot", "--json").json == {"records": 3}
    leader = machines.at(machines.town.centre, "方舟", "leader")
    stored = leader.central.snapshots(machines.town.centre, "", 10)
    assert {each.head.record_id for each in stored} == records
    for each in stored:
        log = leader.log(each.head.record_id)
        assert each.head == leader.central.heads(machines.town.centre, "", 10)[stored.index(each)]
        assert each.doc == snapshot_doc(RecordKind.CASE, each.head.record_id, log)
        assert each.sha256 == sha256(each.doc).digest()


def test_only_what_went_on_is_folded_again(night, machines):
    machine = machines.at(machines.town.station)
    machine.new_record()
    record = machine.new_record()
    assert night("central", "snapshot").output == "已更新快照 2 份\n"
    assert night("central", "snapshot").output == "已更新快照 0 份\n"
    a_change(machine, record, "又查明")
    assert night("central", "snapshot").output == "已更新快照 1 份\n"


@pytest.mark.parametrize(
    "change", [lambda _: b"", lambda doc: with_other_rows(doc, lambda rows: rows | {"rules": "x"})]
)
def test_what_another_version_folded_is_folded_again(night, machines, centre, change):
    machine = machines.at(machines.town.station)
    record = machine.new_record()
    night("central", "snapshot")
    (before,) = machine.central.snapshots(machine.org_id, "", 10)
    with centre.database.connect() as admin:
        admin.execute(
            "UPDATE sync.snapshot SET doc = %s, sha256 = sha256(%s) WHERE record_id = %s",
            (change(before.doc), change(before.doc), record),
        )
    assert night("central", "snapshot").output == "已更新快照 1 份\n"
    assert machine.central.snapshots(machine.org_id, "", 10) == (before,)


def test_an_operation_that_nobody_can_read_does_not_stop_the_job(night, machines):
    machine = machines.at(machines.town.station)
    machine.new_record()
    machine.new_record(body="no JSON at all")
    ran = night("central", "snapshot")
    assert (ran.status, ran.errors) == (0, "")
    assert "2" in ran.output


def test_the_job_sees_its_home_only_and_an_ordinary_login_stores_nothing(night, machines, centre):
    abroad = machines.at(centre.centre_id, "外人")
    machine = machines.at(machines.town.station)
    machine.new_record()
    assert night("central", "snapshot", "--json").json == {"records": 1}
    machine.new_record()
    person = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.dsn(machine.person)})
    refused = person("central", "snapshot")
    assert (refused.status, refused.output) == (1, "")
    assert len(abroad.central.snapshots(centre.centre_id, "", 10)) == 0


def test_the_job_is_to_be_seen_among_the_machines(night, centre):
    night("central", "snapshot")
    office = Hand(environment={"MEDIATION_CENTRAL_DSN": centre.database.admin_dsn})
    devices = office("central", "status", "--json").json["devices"]
    assert [each["name"] for each in devices] == ["夜间快照"]


def test_where_there_is_no_centre_the_job_says_so(central_database):
    hand = Hand(environment={"MEDIATION_CENTRAL_DSN": central_database.admin_dsn})
    ran = hand("central", "snapshot")
    assert (ran.status, ran.output) == (1, "")
    assert "还不是调解中心库" in ran.errors


def test_an_unreachable_centre_is_told():
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect("host=127.0.0.1 port=1")
    ran = Hand(environment={"MEDIATION_CENTRAL_DSN": "host=127.0.0.1 port=1"})(
        "central", "snapshot"
    )
    assert (ran.status, "没有应答" in ran.errors) == (1, True)
