"""Centres that were put back to a backup, copied disks, cases that move, machines shut out."""

import shutil
from contextlib import closing

import psycopg
import pytest

from db.sync.notes import Notes
from tests.sync.cutting import Scissors
from tests.sync.machines import Machine, meet
from tests.sync.putting_back import Backup
from tests.sync.sameness import assert_same, places


@pytest.fixture
def back_up(centre):
    made = []

    def make():
        made.append(Backup(centre))
        return made[-1]

    yield make
    for each in made:
        each.drop()


def test_a_centre_that_was_put_back_unsaid_gets_from_its_machines_what_it_lost(
    pair, back_up, machine
):
    here, there = pair
    old = here.new_case(facts="备份之前")
    meet(here, there)
    backup = back_up()
    here.edit(old.id, facts="备份之后")
    new = here.new_case(facts="备份之后的新案")
    meet(here, there)
    numbers = here.numbers()
    backup.put_back()
    given_back = here.round().given_back
    assert given_back == 3
    meet(there, here)
    third = machine("PC-C", "宋知微")
    third.round()
    assert_same(here, there, third)
    assert third.case(old.id).facts == "备份之后"
    assert third.case(new.id).facts == "备份之后的新案"
    assert third.numbers() == numbers


def test_what_only_another_machine_still_has_comes_back_from_there(pair, back_up):
    here, there = pair
    case = here.new_case(facts="一")
    meet(here, there)
    backup = back_up()
    here.edit(case.id, facts="二")
    meet(here, there)
    backup.put_back()
    meet(there, here)
    assert_same(here, there)
    assert here.case(case.id).facts == "二"


def test_the_runbook_of_a_restore_refuses_nothing_and_gives_no_number_until_it_is_over(
    pair, back_up, centre
):
    here, there = pair
    case = here.new_case()
    meet(here, there)
    backup = back_up()
    lost = here.new_case(facts="备份后登记")
    meet(here, there)
    told = here.case(lost.id).number
    backup.put_back()
    with closing(centre.administration()) as administration:
        administration.begin_recovery()
    waiting = there.new_case(facts="恢复期间登记")
    there.edit(case.id, facts="恢复期间修改")
    there.round()
    assert there.sync.state().set_aside == 0
    assert there.case(waiting.id).number == waiting.number
    here.round()
    with closing(centre.administration()) as administration:
        administration.end_recovery()
    for each in (there, here, there):
        each.round()
    assert_same(here, there)
    assert here.case(lost.id).number == told
    numbers = here.numbers()
    assert len(set(numbers)) == len(numbers) == 3
    assert here.case(case.id).facts == "恢复期间修改"


def test_a_second_restore_before_the_echo_loses_nothing(pair, back_up):
    here, there = pair
    case = here.new_case(facts="一")
    meet(here, there)
    backup = back_up()
    here.edit(case.id, facts="二")
    meet(here, there)
    for _ in range(2):
        backup.put_back()
        here.round()
    backup.put_back()
    meet(there, here, there)
    assert_same(here, there)
    assert here.case(case.id).facts == "二"


def test_a_comparison_that_was_cut_off_is_done_again_though_others_gave_back_what_was_lost(
    machine, back_up
):
    scissors = Scissors()
    here = machine("PC-A", "陆知远")
    there = machine("PC-B", "沈云舟", call=scissors.line_of)
    case = here.new_case(facts="一")
    meet(here, there)
    backup = back_up()
    here.edit(case.id, facts="二")
    meet(here, there)
    number, is_cut = 0, True
    while is_cut:
        number += 1
        backup.put_back()
        scissors.cut_call(number)
        is_cut = there.sync.run_round().trouble is not None
        scissors.rest()
        meet(here, there)
        assert there.case(case.id).facts == "二"
        assert_same(here, there)
    assert number > 5


def test_what_was_fetched_for_a_page_that_a_restore_undid_does_not_stay(machine, back_up, centre):
    scissors = Scissors()
    here = machine("PC-A", "陆知远")
    station = centre.org("西坝调解站")
    there = machine("PC-B", "何青", org=station, call=scissors.line_of)
    cases = [here.new_case(facts=facts) for facts in ("甲", "乙")]
    meet(here, there)
    backup = back_up()
    with closing(centre.administration()) as administration:
        for case in cases:
            administration.move_case(case.id, str(station))
    scissors.cut("history", 2)
    assert there.sync.run_round().trouble is not None
    scissors.rest()
    backup.put_back()
    there.round()
    assert there.numbers() == []
    held = "SELECT count(*) FROM record WHERE record_kind = 'case'"
    with there.database.engine.connect() as connection:
        assert connection.exec_driver_sql(held).scalar() == 0


def test_edits_made_while_the_centre_forgot_are_kept_beside_what_it_gets_back(pair, back_up):
    here, there = pair
    case = here.new_case(facts="一")
    meet(here, there)
    backup = back_up()
    here.edit(case.id, facts="甲")
    here.round()
    backup.put_back()
    there.edit(case.id, facts="乙")
    there.round()
    for each in (here, there, here):
        each.round()
    assert_same(here, there)
    (conflict,) = here.open_conflicts()
    assert {side.value for side in conflict.sides} == {"甲", "乙"}


def test_two_copies_of_one_disk_both_go_on_and_nothing_is_lost(machine, tmp_path):
    first = machine("PC-A", "陆知远")
    case = first.new_case(facts="一")
    first.round()
    first.close()
    shutil.copytree(tmp_path / "PC-A", tmp_path / "PC-B")
    first.open()
    second = Machine(tmp_path / "PC-B", first.centre, first.person, "PC-B")
    first.edit(case.id, facts="第一台写的")
    second.edit(case.id, issues="第二台写的")
    for each in (first, second, first, second):
        each.round()
    assert_same(first, second)
    found = second.case(case.id)
    assert (found.facts, found.issues) == ("第一台写的", "第二台写的")
    assert first.replica.device_id != second.replica.device_id
    second.close()


def test_a_case_that_moves_goes_here_and_comes_there(machine, centre):
    station, other = (centre.org(name, case_word=word) for name, word in STATIONS)
    here = machine("PC-A", "陆知远", org=station)
    there = machine("PC-B", "沈云舟", org=other)
    case, staying = here.new_case(facts="要移交的"), here.new_case()
    meet(here, there)
    assert there.numbers() == []
    with closing(centre.administration()) as administration:
        administration.move_case(here.case(case.id).number, str(other))
    meet(here, there)
    assert [line.id for line in here.queries.case_lines()] == [staying.id]
    assert there.case(case.id).facts == "要移交的"
    assert_same(there)


STATIONS = (("甲调解站", "云甲金人调字"), ("乙调解站", "云乙金人调字"))


def test_an_edit_of_a_case_that_left_meanwhile_is_set_aside_and_not_lost(machine, centre):
    station, other = (centre.org(name, case_word=word) for name, word in STATIONS)
    here = machine("PC-A", "陆知远", org=station)
    there = machine("PC-B", "沈云舟", org=other)
    case = here.new_case()
    here.round()
    with closing(centre.administration()) as administration:
        administration.move_case(here.case(case.id).number, str(other))
    here.edit(case.id, facts="移交时还没有送出")
    here.round()
    (aside,) = here.sync.set_aside()
    assert "移交时还没有送出" in {change.after for change in aside.changes}
    there.round()
    assert there.case(case.id).facts != "移交时还没有送出"


def test_a_machine_that_was_shut_out_says_so_and_keeps_what_it_has(machine, centre):
    here = machine()
    case = here.new_case()
    here.round()
    here.edit(case.id, facts="停用之后")
    with closing(centre.administration()) as administration:
        administration.revoke_device(here.replica.device_id)
    done = here.sync.run_round()
    assert "停用" in str(done.trouble)
    assert here.sync.state().link.value == "refused"
    assert here.case(case.id).facts == "停用之后"
    assert here.sync.state().to_send == 1


@pytest.mark.parametrize(("spoken", "words"), [("2, 3", "版本太旧"), ("0, 0", "升级中心库")])
def test_a_centre_of_another_version_is_told_and_work_goes_on(machine, centre, spoken, words):
    here = machine()
    case = here.new_case()
    here.round()
    speak(centre, spoken)
    here.edit(case.id, facts="照常办案")
    done = here.sync.run_round()
    assert words in str(done.trouble)
    assert here.case(case.id).facts == "照常办案"
    speak(centre, "1, 1")
    here.round()
    assert here.sync.state().to_send == 0


def speak(centre, versions):
    """Let the centre name other versions of what it speaks."""
    with closing(psycopg.connect(centre.database.admin_dsn, autocommit=True)) as connection:
        asked = connection.execute("SELECT pg_get_functiondef('sync.hello'::regproc)")
        ((text,),) = asked.fetchall()
        start = text.index("SELECT ", text.index("RETURN QUERY")) + len("SELECT ")
        end = text.index(", h.epoch", start)
        connection.execute(text[:start] + versions + text[end:])


def test_the_daily_comparison_finds_nothing_where_all_is_well(pair):
    here, there = pair
    here.new_case()
    meet(here, there)
    before = places(there)
    Notes(there.database.engine).put("sync_compared_at", "2020-01-01T00:00:00+00:00")
    there.round()
    assert places(there) == before
