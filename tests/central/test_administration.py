import psycopg
import pytest
import sqlalchemy

from db.central import schema
from tests.central.machines import an_id


def refused(machines, statement, *values):
    with pytest.raises(psycopg.errors.InvalidParameterValue) as caught:
        machines.admin(statement, *values)
    return str(caught.value)


def test_an_upgrade_of_the_newest_schema_changes_nothing(shared):
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=shared.connect)
    with engine.connect() as connection:
        assert schema.version(connection) == schema.LATEST
        schema.upgrade(connection)
        assert schema.version(connection) == schema.LATEST
    engine.dispose()


def test_an_upgrade_closes_a_database_that_was_copied(central):
    copy = central.new_centre().database
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=copy.connect)
    rights = "SELECT has_database_privilege('sync_reader', current_database(), 'TEMP, CONNECT')"
    with engine.begin() as connection:
        assert connection.scalar(sqlalchemy.text(rights))
        schema.upgrade(connection)
        assert not connection.scalar(sqlalchemy.text(rights))
    engine.dispose()
    central.drop(copy)


def test_a_database_without_the_schema_has_no_version(central_database):
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=central_database.connect)
    with engine.connect() as connection:
        assert schema.version(connection) == ""
    engine.dispose()


def test_an_organisation_needs_one_above_it_and_a_word_of_its_own(machines, town):
    add = "SELECT sync.add_org(%s, %s, %s, %s)"
    assert "999999" in refused(machines, add, 999999, "station", "某站", "")
    for parent, kind, word in (
        (town.centre, "station", "云临金人调字"),
        (town.centre, "centre", ""),
        (None, "station", ""),
        (town.centre, "hotel", ""),
    ):
        with pytest.raises(psycopg.errors.IntegrityError):
            machines.admin(add, parent, kind, "某站", word)


def test_an_organisation_takes_another_name_and_word(machines, town, mediator):
    change = "SELECT sync.change_org(%s, %s, %s)"
    machines.admin(change, town.station, "临江调解中心站", "云江金人调字")
    (org,) = mediator.hello().orgs
    assert (org.name, org.case_word) == ("临江调解中心站", "云江金人调字")
    refused(machines, change, 999999, "某站", "")


def test_a_person_belongs_to_one_centre(machines, mediator):
    (elsewhere,) = machines.admin("SELECT sync.add_org(NULL, 'centre', '别处中心', '')")[0]
    add = "SELECT sync.add_person(%s, '周文', %s, 'mediator', true)"
    refused(machines, add, mediator.person.login, elsewhere)
    refused(machines, add, "somebody", 999999)
    assert len(mediator.hello().orgs) == 1


def test_a_person_takes_a_new_name_and_operations_keep_the_old(machines, town, mediator):
    record = mediator.new_record()
    machines.admin(
        "SELECT sync.add_person(%s, '周文静', %s, 'leader', true)",
        *(mediator.person.login, town.station),
    )
    mediator.push(mediator.op(record))
    assert [each.author for each in mediator.log(record)] == ["周文", "周文静"]
    assert mediator.hello().orgs[0].role == "leader"


def test_a_case_moves_only_within_its_centre(machines, town, mediator):
    move = "SELECT sync.move_record(%s, %s)"
    record = mediator.new_record()
    (elsewhere,) = machines.admin("SELECT sync.add_org(NULL, 'centre', '别处中心', '')")[0]
    refused(machines, move, record, elsewhere)
    refused(machines, move, record, 999999)
    refused(machines, move, an_id(), town.other_station)
    mediator.push(mediator.op(f"org-{town.station}"))
    refused(machines, move, f"org-{town.station}", town.other_station)


def test_a_series_begins_once(machines, town, mediator):
    begin = "SELECT sync.begin_series(%s, 2026, %s)"
    refused(machines, begin, town.branch, 5)
    refused(machines, begin, town.station, 0)
    machines.admin(begin, town.station, 5)
    refused(machines, begin, town.station, 9)
    assert mediator.central.lease_numbers(mediator.device_id, town.station, 2026, 1).first == 6


def test_the_administrators_views_tell_what_there_is(machines, town, mediator, stranger):
    record = mediator.new_record()
    stranger.push(stranger.op(record))
    home = town.centre
    assert machines.admin(
        "SELECT name, is_recovering, orgs, persons, devices, records, ops"
        " FROM sync.homes WHERE home_id = %s",
        home,
    ) == [("云州中心", False, 4, 2, 2, 1, 1)]
    assert machines.admin(
        "SELECT name, members, records, fseq FROM sync.orgs WHERE home_id = %s ORDER BY org_id",
        home,
    ) == [
        ("云州中心", 0, 1, 1),
        ("临江调解站", 1, 1, 1),
        ("西坝调解站", 1, 0, 0),
        ("临江支行", 0, 0, 0),
    ]
    assert machines.admin(
        "SELECT name, org FROM sync.persons WHERE home_id = %s ORDER BY org_id", home
    ) == [("周文", "临江调解站"), ("何青", "西坝调解站")]
    assert machines.admin(
        "SELECT login, record_id, reason FROM sync.refusals WHERE home_id = %s", home
    ) == [(stranger.person.login, record, "no_access")]
    assert machines.admin(
        "SELECT name, last_seq FROM sync.devices WHERE login = %s", mediator.person.login
    ) == [("周文的电脑", 1)]


def test_every_login_begins_with_settings_that_the_server_knows(machines, mediator):
    (settings,) = machines.admin(
        "SELECT setconfig FROM pg_db_role_setting JOIN pg_roles r ON r.oid = setrole"
        " WHERE rolname = %s",
        mediator.person.login,
    )[0]
    assert len(settings) == len(schema.LOGIN_SETTINGS)


def test_a_centre_from_before_gets_its_salts_with_the_upgrade(central_database):
    engine = sqlalchemy.create_engine("postgresql+psycopg://", creator=central_database.connect)
    with engine.begin() as connection:
        schema.upgrade(connection, "0001_the_centre")
        connection.execute(sqlalchemy.text("SELECT sync.add_org(NULL, 'centre', '云州中心', '')"))
        schema.upgrade(connection)
        salts = "SELECT octet_length(status_salt), octet_length(decoy_secret) FROM sync.home"
        assert connection.execute(sqlalchemy.text(salts)).all() == [(16, 32)]
        assert schema.version(connection) == schema.LATEST
    engine.dispose()
