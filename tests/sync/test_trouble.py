"""Trouble in one direction, in one feed or with one number stops nothing else."""

from contextlib import closing

import psycopg
import pytest

from db.central.client import PostgresCentral
from db.sync.notes import Notes
from mediation_app.errors import CentralError
from tests.sync.cutting import Scissors
from tests.sync.machines import meet
from tests.sync.sameness import assert_same, places


def test_a_feed_that_does_not_fit_together_is_not_taken_over_and_sending_goes_on(pair, centre):
    here, there = pair
    case = here.new_case()
    meet(here, there)
    before = places(there)
    here.edit(case.id, facts="新的")
    here.round()
    with closing(psycopg.connect(centre.database.admin_dsn, autocommit=True)) as connection:
        connection.execute("SET session_replication_role = replica")
        good = connection.execute(
            "SELECT org_id, fseq, chain FROM sync.feed ORDER BY fseq DESC LIMIT 2"
        ).fetchall()
        connection.execute("UPDATE sync.feed SET chain = '\\x00' WHERE fseq = %s", (good[0][1],))
    own = there.new_case(facts="接收有误时照样送出")
    done = there.sync.run_round()
    assert "前后不一致" in str(done.trouble)
    assert done.sent == 2
    assert there.sync.state().link.value == "online"
    assert places(there)[case.id] == before[case.id]
    with closing(psycopg.connect(centre.database.admin_dsn, autocommit=True)) as connection:
        connection.execute("SET session_replication_role = replica")
        for org_id, fseq, chain in good:
            connection.execute(
                "UPDATE sync.feed SET chain = %s WHERE org_id = %s AND fseq = %s",
                (chain, org_id, fseq),
            )
    meet(there, here, there)
    assert_same(here, there)
    assert here.case(own.id).facts == "接收有误时照样送出"


def test_after_a_feed_that_did_not_fit_everything_is_compared_and_read_again(pair):
    here, there = pair
    case = here.new_case(facts="一")
    meet(here, there)
    Notes(there.database.engine).put("sync_is_broken", "1")
    here.edit(case.id, facts="二")
    meet(here, there)
    assert Notes(there.database.engine).get("sync_is_broken") is None
    assert_same(here, there)
    assert there.case(case.id).facts == "二"


def test_a_machine_that_wants_numbers_gives_official_ones_while_it_is_offline(pair):
    here, there = pair
    here.sync.keep_numbers(4)
    here.round()
    offline = [here.new_case().number for _ in range(4)]
    assert offline == [f"（2026）云临金人调字第{n}号" for n in (1, 2, 3, 4)]
    meanwhile = there.new_case()
    there.round()
    assert there.case(meanwhile.id).number == "（2026）云临金人调字第5号"
    meet(here, there)
    assert sorted(there.numbers()) == [f"（2026）云临金人调字第{n}号" for n in (1, 2, 3, 4, 5)]
    here.round()
    assert here.new_case().number == "（2026）云临金人调字第6号"


def test_a_station_of_one_centre_is_not_mixed_with_another(central, machine):
    here = machine()
    here.new_case()
    here.round()
    other = central.new_centre()
    person = other.person("陆知远", other.org("另一个调解站"))
    with pytest.raises(CentralError, match="另一个中心库"):
        here.sync.connect(other.address(person), person.password)
    here.round()
    central.drop(other.database)


def test_another_centre_is_known_where_its_organisations_have_other_numbers(central, machine):
    here = machine()
    case_id = here.new_case().id
    here.round()
    case = here.case(case_id)
    other = central.new_centre()
    admin = psycopg.connect(other.database.admin_dsn, autocommit=True)
    with closing(admin):
        # Both come from one template, which no two centres do.
        admin.execute("UPDATE sync.home SET status_salt = uuid_send(gen_random_uuid())")
    other.org("又一个调解站")
    person = other.person("陆知远", other.org("另一个调解站"))
    for try_out in (here.sync.try_address, here.sync.connect):
        with pytest.raises(CentralError, match="另一个中心库") as caught:
            try_out(other.address(person), person.password)
        assert caught.value.about == "hosts"
    here.round()
    assert here.case(case_id) == case
    central.drop(other.database)


def test_who_moved_to_another_organisation_is_still_at_the_same_centre(machine, centre):
    here = machine()
    here.round()
    moved = centre.person("陆知远", centre.org("别的调解站"))
    here.sync.connect(centre.address(moved), moved.password)
    assert here.sync.run_round().trouble is None


def test_whose_colleague_was_shut_out_is_still_at_the_same_centre(machine, centre):
    here, there = machine(), machine("PC-B", "沈云舟")
    for each in (here, there):
        each.round()
    with closing(centre.administration()) as administration:
        administration.disable_person(there.person.login)
        here.new_case()
        here.round()
        administration.enable_person(there.person.login)
    there.round()
    assert there.numbers() == here.numbers()
    here.sync.connect(centre.address(here.person), here.person.password)


def test_where_no_numbers_are_given_it_is_no_trouble(machine, centre):
    here = machine(org=centre.org("没有案号字的调解站"))
    here.sync.keep_numbers(4)
    here.round()


def test_a_pull_that_is_cut_off_does_not_stop_the_push(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    other = machine("PC-B", "沈云舟")
    other.new_case()
    other.round()
    here.new_case()
    scissors.cut("pull", 1)
    done = here.sync.run_round()
    assert str(done.trouble) == "线路断开"
    assert done.sent == 2
    here.round()
