from datetime import UTC, datetime, timedelta

import pytest

from db.sync.wire import PROTOCOL, Cursor
from mediation_app.errors import CentralError
from tests.central.machines import an_id


def test_hello_says_who_one_is_and_where_one_works(town, mediator):
    hello = mediator.hello()
    assert (hello.person, hello.login) == ("周文", mediator.person.login)
    assert hello.protocol_min <= PROTOCOL <= hello.protocol_max
    assert [hello.is_recovering, hello.is_replica, hello.device_is_revoked] == [False] * 3
    assert abs(hello.server_at - datetime.now(UTC)) < timedelta(minutes=5)  # noqa: TID251
    (org,) = hello.orgs
    assert (org.org_id, org.home_id, org.name) == (town.station, town.centre, "临江调解站")
    assert (org.kind, org.role, org.can_write) == ("station", "mediator", True)
    assert (org.case_word, org.fseq, org.chain) == ("云临金人调字", 0, b"")
    assert len(org.bell_key) == 16


def test_hello_tells_the_chain_at_the_cursor(mediator):
    for _ in range(3):
        mediator.new_record()
    entries = mediator.feed()
    for fseq, chain in ((0, b""), (2, entries[1].chain), (3, entries[2].chain), (4, b"")):
        (org,) = mediator.hello({mediator.org_id: Cursor(fseq)}).orgs
        assert org.chain_at_cursor == chain
        assert (org.fseq, org.chain) == (3, entries[2].chain)


def test_a_branch_has_the_word_of_the_station_above(machines, town):
    (org,) = machines.at(town.branch, "沈禾", "specialist").hello().orgs
    assert org.case_word == "云临金人调字"


def test_a_person_of_two_organisations_sees_both(machines, town, mediator):
    machines.join(mediator.person, town.other_station)
    orgs = mediator.hello().orgs
    assert [org.org_id for org in orgs] == sorted((town.station, town.other_station))


def test_a_person_of_no_organisation_hears_it(machines, town, mediator):
    machines.admin("SELECT sync.remove_member(%s, %s)", mediator.person.login, town.station)
    assert mediator.hello().orgs == ()


def test_a_disabled_person_is_nobody(machines, mediator):
    machines.admin("SELECT sync.disable_person(%s)", mediator.person.login)
    with pytest.raises(CentralError) as caught:
        mediator.hello()
    assert caught.value.is_refusal
    with pytest.raises(CentralError):
        mediator.push(mediator.op(an_id()))
    assert mediator.feed() == ()
    machines.admin("SELECT sync.enable_person(%s)", mediator.person.login)
    assert mediator.hello().person == "周文"


def test_a_revoked_machine_hears_it_and_writes_no_more(machines, mediator):
    machines.admin("SELECT sync.revoke_device(%s)", mediator.device_id)
    assert mediator.hello().device_is_revoked
    with pytest.raises(CentralError, match="停用") as caught:
        mediator.push(mediator.op(an_id()))
    assert caught.value.is_refusal
    machines.admin("SELECT sync.readmit_device(%s)", mediator.device_id)
    assert not mediator.hello().device_is_revoked


def test_a_machine_is_known_by_its_newest_name(machines, mediator):
    mediator.central.hello(mediator.device_id, "前台二号机", {})
    names = machines.admin(
        "SELECT name FROM sync.devices WHERE device_id = %s", mediator.device_id
    )
    assert names == [("前台二号机",)]


@pytest.mark.parametrize(
    ("least", "greatest", "who"), [(2, 3, "本程序版本太旧"), (0, 0, "中心库")]
)
def test_a_protocol_out_of_range_is_told_in_a_sentence(machines, mediator, least, greatest, who):
    (source,) = machines.admin("SELECT pg_get_functiondef('sync.hello'::regproc)")[0]
    machines.admin(source.replace("SELECT 1, 1, h.epoch", f"SELECT {least}, {greatest}, h.epoch"))
    try:
        with pytest.raises(CentralError, match=who) as caught:
            mediator.hello()
    finally:
        machines.admin(source)
    assert caught.value.is_refusal


def test_recovery_has_an_epoch_of_its_own(machines, town, mediator):
    before = mediator.hello().epoch
    machines.admin("SELECT sync.begin_recovery(%s)", town.centre)
    during = mediator.hello()
    assert during.is_recovering
    assert during.epoch > before
    machines.admin("SELECT sync.end_recovery(%s)", town.centre)
    after = mediator.hello()
    assert not after.is_recovering
    assert after.epoch == during.epoch


def test_one_person_does_not_fill_the_list_of_machines(machines, town, mediator):
    machines.admin(
        "INSERT INTO sync.device (home_id, device_no, device_id, person_id, name, seen_at)"
        " SELECT home_id, device_no + g, device_id || g, person_id, '', now()"
        " FROM sync.device, generate_series(1, 499) AS g WHERE device_id = %s",
        mediator.device_id,
    )
    machines.admin("UPDATE sync.home SET device_count = 500 WHERE home_id = %s", town.centre)
    assert not mediator.hello().device_is_revoked
    with pytest.raises(CentralError, match="过多"):
        mediator.central.hello(an_id(), "又一台", {})
