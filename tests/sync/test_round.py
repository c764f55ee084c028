"""Rounds between real stations and a real centre."""

from dataclasses import replace

import pytest

from db.central.client import PostgresCentral
from mediation_app.domain.money import Money
from mediation_app.errors import CentralError
from tests.sync.cutting import Scissors
from tests.sync.machines import meet


def settle(*machines):
    """Let everybody send, then everybody receive."""
    for each in (*machines, *machines):
        each.round()


def test_what_is_saved_here_is_there_after_a_round_of_each(pair):
    here, there = pair
    case = here.new_case(facts="逾期还款引起争议。")
    sent = here.round()
    received = there.round()
    assert there.case(case.id) == here.case(case.id)
    assert there.case(case.id).facts == "逾期还款引起争议。"
    assert (sent.sent, sent.received, received.received) == (2, 0, 2)
    assert received.cases_changed == 1
    assert here.sync.state().to_send == 0


def test_the_committee_of_a_station_is_the_same_on_all_its_machines(pair):
    here, there = pair
    shown = here.setup.committee()
    here.setup.save(shown, replace(shown, court="滨澜市临江区人民法院"))
    settle(here, there)
    assert there.setup.committee().court == "滨澜市临江区人民法院"


def test_a_conflict_of_the_committee_is_counted_shown_and_settled_on_all_its_machines(pair):
    here, there = pair
    here.setup.save(here.setup.committee(), replace(here.setup.committee(), rooms=("一室",)))
    settle(here, there)
    for machine, court in ((here, "甲法院"), (there, "乙法院")):
        shown = machine.setup.committee()
        machine.setup.save(shown, replace(shown, court=court, rooms=(*shown.rooms, court[0])))
    settle(here, there)
    for machine in pair:
        found = {each.path: each for each in machine.open_conflicts()}
        assert sorted(found) == ["court", "rooms"]
        assert machine.sync.state().conflicts == 2
        told = [(each.value, each.author, each.device_name) for each in found["court"].sides]
        assert told == [("甲法院", "陆知远", "PC-A"), ("乙法院", "沈云舟", "PC-B")]
    found = {each.path: each for each in there.open_conflicts()}
    there.conflicts.resolve_own(found["court"], "乙法院", "按通知")
    there.conflicts.resolve_own(found["rooms"], ["一室", "甲", "乙"])
    settle(there, here)
    for machine in pair:
        assert machine.open_conflicts() == ()
        assert machine.sync.state().conflicts == 0
        committee = machine.setup.committee()
        assert (committee.court, committee.rooms) == ("乙法院", ("一室", "甲", "乙"))


def test_edits_of_different_fields_merge(pair):
    here, there = pair
    case = here.new_case()
    settle(here, there)
    here.edit(case.id, facts="甲写的事实。")
    there.edit(case.id, issues="乙写的焦点。")
    settle(here, there)
    for each in pair:
        found = each.case(case.id)
        assert (found.facts, found.issues) == ("甲写的事实。", "乙写的焦点。")
        assert each.open_conflicts() == ()


def test_edits_of_the_same_field_are_a_conflict_everywhere_until_one_person_settles_it(pair):
    here, there = pair
    case = here.new_case(claim=Money(620008))
    settle(here, there)
    here.edit(case.id, claim=Money(618000))
    there.edit(case.id, claim=Money(602000))
    settle(here, there)
    for each in pair:
        (conflict,) = each.open_conflicts()
        assert [side.author for side in conflict.sides] == ["陆知远", "沈云舟"]
        assert each.case(case.id).claim == Money(618000)
        assert each.sync.state().conflicts == 1
    (conflict,) = there.open_conflicts()
    there.conflicts.resolve(conflict, conflict.sides[1].value, "按结算单")
    settle(there, here)
    for each in pair:
        assert each.open_conflicts() == ()
        assert each.case(case.id).claim == Money(602000)


def test_cases_of_machines_that_were_offline_get_different_numbers_without_a_gap(pair):
    here, there = pair
    settle(here, there)
    shown = here.setup.committee()
    here.setup.save(shown, replace(shown, case_word="云临金人调字"))
    settle(here, there)
    printed = {}
    for each in pair:
        for _ in range(20):
            case = each.new_case()
            printed[case.id] = case.number
    settle(here, there)
    assert here.numbers() == there.numbers()
    serials = sorted(int(number.partition("第")[2].rstrip("号")) for number in here.numbers())
    assert serials == list(range(1, 41))
    for case_id, number in printed.items():
        assert here.files.find(number).id in {case_id, *printed}
        assert case_id in {line.id for line in there.queries.case_lines(number)}


def test_the_author_is_whom_the_centre_knows(pair):
    here, there = pair
    case = here.new_case()
    settle(here, there)
    assert {entry.author for entry in there.files.history(case.id)} == {"陆知远"}


def test_a_quiet_round_costs_one_call_and_is_not_written_down(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    here.new_case()
    meet(here, here)
    noted = here.sync.rounds()
    scissors.calls.clear()
    here.round()
    assert scissors.calls == ["hello"]
    assert here.sync.rounds() == noted


def test_the_history_of_rounds_tells_what_was_sent(pair):
    here, there = pair
    here.new_case()
    settle(here, there)
    assert here.sync.rounds()[0].sent == 2
    assert there.sync.rounds()[0].received == 2


def test_a_wrong_password_is_refused_and_nothing_is_kept(machine, centre):
    here = machine()
    here.sync.disconnect()
    with pytest.raises(CentralError) as refused:
        here.sync.connect(centre.address(here.person), "not the password")
    assert refused.value.is_refusal
    assert here.sync.address() is None


def test_without_a_connection_there_is_no_round(machine):
    here = machine()
    here.sync.disconnect()
    with pytest.raises(CentralError, match="还没有连接中心库"):
        here.sync.run_round()
