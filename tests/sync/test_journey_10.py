"""Two laptops, no network, the same field: by commands and at two desks. All is invented."""

import os
import signal
from contextlib import closing
from dataclasses import replace
from random import Random

import pytest

from db.central.client import PostgresCentral
from db.station import Station, Surroundings
from db.sync.replica import SqlReplica
from mediation_app.domain.documents import FormKind
from mediation_app.domain.materials import Material
from mediation_app.domain.money import Money
from mediation_app.exchange.cases import write_case
from mediation_app.services.materials import IncomingFile
from mediation_app.system import SystemClock, TimeOrderedIds
from tests.builders import a_branch, a_person
from tests.soak.proxy import Cut, Proxy
from tests.sync.program import PASSWORD, Program

WORD = "云临金人调字"
pytestmark = pytest.mark.end2end


@pytest.fixture
def proxy(centre):
    with Proxy(centre.database.port) as made:
        yield made


@pytest.fixture
def laptops(centre, tmp_path, proxy):
    """Return the laptops of Liu Yang and of Zhou Jing; the second one's line can be cut."""
    station = centre.org("临江区金融消费纠纷调解站", case_word=WORD)
    first = Program(tmp_path / "PC-A", centre, centre.person("刘洋", station))
    second = Program(tmp_path / "PC-B", centre, centre.person("周静", station), proxy.port)
    assert first.connect() == {"person": "刘洋", "orgs": ["临江区金融消费纠纷调解站"]}
    assert second.connect()["person"] == "周静"
    return first, second


def sync(*laptops):
    for laptop in laptops:
        assert laptop("sync", "--once")["trouble"] is None


def meet(*laptops):
    """Do rounds as ``sync --once`` does, without starting a program for each."""
    for laptop in laptops:
        with laptop.desk() as desk:
            assert desk.sync.run_round().trouble is None


def new_case(desk, name, **facts):
    """Register a case of a person."""
    draft = desk.registration.blank(desk.setup.committee())
    parties = (
        a_person(id=desk.ids.new(), name=name, identity=draft.parties[0].identity),
        a_branch(id=desk.ids.new(), agents=()),
    )
    draft = replace(draft, parties=parties, dispute="信用卡纠纷", **facts)
    desk.registration.begin(draft)
    return desk.registration.register(draft.id).case


def edit(desk, case_id, **facts):
    shown = desk.case_files.open(case_id)
    return desk.case_files.save(shown, replace(shown, **facts)).case


def a_file(desk, case, name, content):
    return desk.materials.keep(case, IncomingFile(name, content)).material


def test_two_laptops_offline_change_the_same_field_and_one_person_settles_it(laptops):
    first, second = laptops
    with first.desk() as desk:
        shared = new_case(
            desk, "陈国强", claim=Money(620008), facts="信用卡争议。", issues="息费。"
        )
        edit(desk, shared.id, materials=(Material(desk.ids.new(), "身份证复印件"),))
    sync(first, second)
    work_offline_at_the_first(first, shared.id)
    printed = work_offline_at_the_second(second, shared.id)
    sync(first, second, first)
    for laptop in laptops:
        assert_both_values_are_kept(laptop, shared.id)

    with second.desk() as desk:
        (conflict,) = desk.conflicts.open()
        desk.conflicts.resolve(conflict, conflict.sides[0].value, "按结算单")
    sync(second, first)
    for laptop in laptops:
        assert_settled(laptop, shared.id)
    numbers = [line["number"] for line in first("list")]
    assert sorted(numbers) == [f"（2026）{WORD}第{n}号" for n in (1, 2, 3)]
    assert first("show", printed)["案件编号"] in numbers
    assert_equal(*laptops)


def work_offline_at_the_first(laptop, case_id):
    with laptop.desk() as desk:
        assert desk.author == "刘洋"
        edit(desk, case_id, claim=Money(618000), facts="信用卡争议。双方已对账。")
        edit(desk, case_id, mediators=("刘洋",))
        new_case(desk, "甲新案", facts="甲", requests=("减免",), mediators=("刘洋",))


def work_offline_at_the_second(laptop, case_id):
    """Return the number that was printed for a new case."""
    with laptop.desk() as desk:
        edit(desk, case_id, claim=Money(602000))
        case = desk.case_files.open(case_id)
        files = tuple(a_file(desk, case, f"{n}.pdf", b"%d" % n * 400_000) for n in (1, 2))
        received = replace(case.materials[0], is_received=True)
        edit(desk, case_id, materials=(received, *files))
        own = new_case(desk, "乙新案", facts="乙", requests=("减免",), mediators=("周静",))
        committee = desk.setup.committee()
        desk.setup.save(committee, replace(committee, name="临江区调委会"))
        printed = desk.paper.issue(FormKind.APPLICATION, own.id).document
        assert printed.pdf.startswith(b"%PDF")
        return own.number


def assert_both_values_are_kept(laptop, case_id):
    (conflict,) = laptop("conflicts")
    assert (conflict["path"], conflict["before"]) == ("claim", 620008)
    assert [(side["value"], side["author"]) for side in conflict["sides"]] == [
        (618000, "刘洋"),
        (602000, "周静"),
    ]
    with laptop.desk() as desk:
        case = desk.case_files.open(case_id)
        assert case.facts == "信用卡争议。双方已对账。"
        assert [material.is_received for material in case.materials] == [True] * 3
        assert case.mediators == ("刘洋",)
        assert desk.sync.state().conflicts == 1


def assert_settled(laptop, case_id):
    assert laptop("conflicts") == []
    with laptop.desk() as desk:
        case = desk.case_files.open(case_id)
        assert case.claim == Money(618000)
        history = desk.case_files.history(case_id)
        changes = [change for entry in history for change in entry.changes]
        assert 602000 in {each.after for each in changes if each.path == "claim"}
        assert desk.materials.content(case.materials[2]) == b"2" * 400_000


def test_a_cable_that_is_pulled_twenty_times_and_a_killed_program_lose_and_double_nothing(
    laptops, proxy
):
    first, second = laptops
    chance = Random(20261123)
    with first.desk() as desk:
        shared = [new_case(desk, f"共{n}", facts="共").id for n in range(5)]
    meet(first, second)
    for laptop, who in ((first, "甲"), (second, "乙")):
        work_much(laptop, shared, who, chance)
    meet(first)
    assert pull_the_cable(second, proxy, chance) >= 10
    with second.desk() as desk:
        for case_id in shared:
            material = a_file(
                desk, desk.case_files.open(case_id), "大.pdf", chance.randbytes(3_000_000)
            )
            edit(desk, case_id, materials=(material,))
    kill_while_syncing(second, proxy)
    meet(second, first, second, first)

    for laptop in laptops:
        with laptop.desk() as desk:
            numbers = {line.number for line in desk.lookup.lines("", 1000, 0)}
            assert len(numbers) == desk.lookup.count("") == 35
            assert len(desk.conflicts.open()) == 5
    assert_equal(*laptops)


def work_much(laptop, shared, who, chance):
    with laptop.desk() as desk:
        for n, case_id in enumerate(shared):
            edit(desk, case_id, facts=f"{who}{n}")
            edit(desk, case_id, **{"issues" if who == "甲" else "recorder": who})
        for n in range(15):
            case = new_case(desk, f"{who}{n}", facts=who)
            content = chance.randbytes(chance.choice((100, 300_000, 700_000)))
            edit(desk, case.id, materials=(a_file(desk, case, "件.pdf", content),))


def pull_the_cable(laptop, proxy, chance):
    """Let up to twenty rounds be cut off somewhere; return how many were."""
    with laptop.desk() as desk:
        cuts = 0
        while cuts < 20:
            proxy.plan = lambda: Cut(
                up=chance.randrange(1_500, 400_000), is_reset=chance.random() < 0.5
            )
            if desk.sync.run_round().trouble is None:
                break
            cuts += 1
    proxy.plan = Cut
    return cuts


def kill_while_syncing(laptop, proxy):
    """Kill the program, without a warning, in the middle of sending."""
    proxy.plan = lambda: Cut(up=4_000_000, stall_s=60)
    with laptop.start("sync") as process:
        assert next(each for each in process.stdout if "正在上传".encode() in each)
        os.kill(process.pid, signal.SIGKILL)
    proxy.plan = Cut


def assert_equal(*laptops):
    """Check that counts, hashes and contents are the same on each laptop and at the centre."""
    here = laptops[0]
    address = here.centre.address(here.person)
    with closing(PostgresCentral(address, here.person.password)) as central:
        (org,) = central.hello("0" * 32, "核对", {}).orgs
        heads = central.heads(org.org_id, "", 1000)
    at_centre = {head.record_id: (head.seq, head.chain[:8]) for head in heads}
    shown = []
    for laptop in laptops:
        with laptop.desk() as desk:
            assert desk.verify().is_ok
            assert desk.sync.state().to_send == 0
            lines = desk.lookup.lines("", 1000, 0)
            cases = {line.id: write_case(desk.case_files.open(line.id)) for line in lines}
            files = [
                desk.materials.content(material)
                for line in lines
                for material in desk.case_files.open(line.id).materials
                if material.has_file
            ]
            shown.append((cases, sorted(map(hash, files))))
        assert places_at(laptop) == at_centre
    assert shown[0] == shown[-1]


def places_at(laptop):
    """Return where each record stands in a laptop's file."""
    database = Station(laptop.folder, Surroundings(SystemClock(), TimeOrderedIds())).open(PASSWORD)
    try:
        heads = SqlReplica(database).places("", 1000)
        return {head.record_id: (head.seq, head.chain[:8]) for head in heads}
    finally:
        database.dispose()
