import json
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from db.sync.chains import check_feed, check_log
from db.sync.wire import Cursor, Judgement
from tests.central.machines import a_wish, an_id

WRITERS, ROUNDS = 16, 12


@pytest.fixture
def writers(machines, town):
    one, other = machines.at(town.station, "周文"), machines.at(town.branch, "沈禾", "specialist")
    crew = [one, other]
    for each in crew:
        machines.admin(f"ALTER ROLE {each.person.login} CONNECTION LIMIT {WRITERS}")
    while len(crew) < WRITERS:
        crew.append(machines.of(crew[len(crew) % 2].person))
    return crew


def test_sixteen_writers_get_dense_numbers_and_no_deadlock(machines, town, writers, leader):
    records = sorted(an_id() for _ in range(6))
    clerk = writers[1]
    clerk.push(*(clerk.op(record) for record in records))

    def write(place):
        machine, chance = writers[place], Random(place)
        verdicts = []
        for at in range(ROUNDS):
            several = [*chance.sample(records, 3), an_id()]
            ops = [machine.op(record) for record in several]
            ops.append(machine.op(an_id(), number=a_wish(chance.choice([None, at + 1]))))
            verdicts += machine.push(*ops)
        return verdicts

    with ThreadPoolExecutor(WRITERS) as pool:
        verdicts = [each for made in pool.map(write, range(WRITERS)) for each in made]
    assert {each.judgement for each in verdicts} == {Judgement.PLACED}
    told = [json.loads(each.said)["number"] for each in verdicts if each.said != "{}"]
    assert len(told) == len(set(told)) == WRITERS * ROUNDS
    rows = machines.admin("SELECT serial FROM sync.explain_numbers(%s, 2026)", town.station)
    assert [serial for (serial,) in rows] == list(range(1, len(rows) + 1))
    for record in records:
        check_log(b"", 1, leader.log(record))
    for machine in (leader, writers[0], clerk):
        entries = machine.feed()
        assert len(entries) == min(1000, len(verdicts) + len(records)) or machine is clerk
        check_feed(Cursor(), entries)


def test_an_operation_sent_twice_at_once_has_one_place(writers):
    machine = writers[0]
    record = an_id()
    ops = [machine.op(record) for _ in range(20)]
    crew = [each for each in writers if each.person == machine.person]
    for each in crew:
        each.device_id = machine.device_id
    with ThreadPoolExecutor(len(crew)) as pool:
        made = list(pool.map(lambda each: each.push(*ops), crew))
    assert len({tuple((v.op_id, v.seq, v.chain) for v in verdicts) for verdicts in made}) == 1
    assert sum(v.judgement is Judgement.PLACED for verdicts in made for v in verdicts) == 20
    check_log(b"", 1, machine.log(record))


def test_a_case_that_moves_while_it_is_written_stays_whole(machines, town, mediator, leader):
    record = mediator.new_record()

    def move(_):
        for org_id in [town.other_station, town.branch, town.station] * 5:
            machines.admin("SELECT sync.move_record(%s, %s)", record, org_id)

    def write(machine):
        return [machine.push(machine.op(record))[0].judgement for _ in range(30)]

    with ThreadPoolExecutor(3) as pool:
        moving = pool.submit(move, None)
        mine, theirs = pool.map(write, (mediator, leader))
        moving.result()
    assert set(theirs) == {Judgement.PLACED}
    assert set(mine) <= {Judgement.PLACED, Judgement.REFUSED}
    log = leader.log(record)
    check_log(b"", 1, log)
    assert len(log) == 1 + 30 + mine.count(Judgement.PLACED)
    for machine in (mediator, leader):
        check_feed(Cursor(), machine.feed())


def test_a_pull_does_not_wait_for_a_push(machines, mediator, leader):
    record = mediator.new_record()
    with machines.database.connect() as busy, busy.transaction():
        busy.execute("SELECT FROM sync.feed_head FOR UPDATE")
        busy.execute("SELECT FROM sync.record FOR UPDATE")
        assert len(leader.feed()) == 1
        assert len(leader.log(record)) == 1
        assert leader.hello().orgs[0].fseq == 1
