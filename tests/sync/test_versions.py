"""Programs and centres of different versions beside each other, over the real wire.

No older program is kept for these tests: what a newer one writes is sent as it would send it, and
what an older centre lacks is not yet in its database.
"""

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import date

import psycopg
import pytest
from sqlalchemy import create_engine, text

from db.canonical import canonical, digest
from db.central import schema
from db.central.client import PostgresCentral
from db.central.logins import create_login
from db.journal import VERSION
from db.records import load
from mediation_app.bootstrap import LazyRenderer
from mediation_app.domain.cases import CaseId
from mediation_app.domain.journal import RecordKind
from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyRole
from mediation_app.errors import StorageError
from mediation_app.services.day_register import DayRegister
from mediation_app.services.storage import Storage
from mediation_app.system import DayClock
from tests.agendas import LIMITS
from tests.central.machines import SAVED_AT, an_id, an_op, key
from tests.postgres import PASSWORD, TestCentre, TestPerson
from tests.sync.machines import Machine, meet

FORMER = "0001_the_centre"


@pytest.fixture
def newer(centre, station):
    """Return a colleague whose program is newer; it writes what nobody here knows."""
    colleague = Newer(centre, centre.person("沈云舟", station))
    yield colleague
    colleague.central.close()


class Newer:
    """A program of tomorrow, as far as the wire shows it."""

    def __init__(self, centre, person):
        self.central = PostgresCentral(centre.address(person), person.password)
        self.device_id = an_id()
        self.org_id = person.org_id
        self.seq = 0

    def writes(self, case_id, v=VERSION, **values):
        """Write registers into a case of which all is known."""
        changes = [[path.replace("__", "/"), None, value] for path, value in values.items()]
        self.sends(case_id, canonical({"changes": changes, "nonce": an_id()}), v)

    def sends(self, case_id, body, v):
        self.central.hello(self.device_id, "明天的电脑", {})
        (head,) = [
            each for each in self.central.heads(self.org_id, "", 10) if each.record_id == case_id
        ]
        self.seq += 1
        op = an_op(case_id, self.org_id, body=body, body_hash=digest(body), v=v)
        base = replace(op.base, seq=head.seq, chain=head.chain[:8])
        verdicts = self.central.push(
            self.device_id, [replace(op, device_seq=self.seq, base=base, action="of_tomorrow")]
        )
        assert [each.judgement.value for each in verdicts] == ["placed"]


@pytest.fixture
def here(machine):
    return machine("PC-A", "陆知远")


@pytest.fixture
def case_id(here):
    case = here.new_case(facts="持卡人提出异议。")
    here.round()
    return case.id


def registers(machine, case_id):
    """Return what a machine keeps of a case, known or not."""
    with machine.database.engine.connect() as connection:
        return load(connection, RecordKind.CASE, case_id).registers


# --- a newer program beside this one -------------------------------------------


def test_fields_that_this_program_does_not_know_survive_its_edits(here, newer, case_id):
    newer.writes(case_id, mood="平和", advisers__x=0, advisers__x__name="甲", facts="新写的")
    here.round()
    assert here.edit(case_id, issues="息费").facts == "新写的"
    here.round()
    assert here.open_conflicts() == ()
    log = newer.central.history(key(case_id), 0, 100)
    written = {each[0] for op in log[-1:] for each in json.loads(op.op.body)["changes"]}
    assert written == {"issues"}
    assert {"mood", "advisers/x", "advisers/x/name"} <= set(registers(here, case_id))
    assert here.queries.verify().is_ok


def test_a_field_of_a_newer_version_is_only_read_and_the_others_are_written(here, newer, case_id):
    newer.writes(case_id, v=VERSION + 1, facts="新版本写的")
    here.round()
    with pytest.raises(StorageError, match=r"facts.*请先升级本机程序"):
        here.edit(case_id, facts="旧程序改的")
    assert here.edit(case_id, issues="息费").facts == "新版本写的"
    here.round()


def test_a_body_that_cannot_be_understood_closes_its_case_and_no_other(here, newer, case_id):
    newer.sends(case_id, '{"of_tomorrow":[]}', VERSION + 1)
    other = here.new_case(facts="另一件")
    here.round()
    with pytest.raises(StorageError, match="更新版本"):
        here.edit(case_id, issues="息费")
    assert here.edit(other.id, issues="息费").issues == "息费"
    here.round()


def test_a_case_with_a_word_that_is_not_known_stays_listed_and_says_why_it_does_not_open(
    here, newer, case_id
):
    before = here.case(case_id)
    newer.writes(case_id, parties__x=9, parties__x__role="旁听人", parties__x__name="何苗")
    here.round()
    (line,) = here.queries.case_lines(before.parties[0].name)
    assert (line.id, line.number) == (case_id, before.number)
    with pytest.raises(StorageError, match=r"parties/x/role.*请升级程序"):
        here.case(case_id)
    with here.database.units_of_work("陆知远")() as work:
        assert work.agenda.arrange(LIMITS, 100) == 0
        work.commit()
    storage = Storage(here.database.units_of_work("陆知远"), here.queries)
    day = DayClock(date.fromisoformat(SAVED_AT[:10]), here.around.clock)
    register = DayRegister(storage, LIMITS, LazyRenderer(), day).register()
    assert "另有 1 件今天保存的案件没有核对" in register.heading
    assert here.queries.verify().is_ok
    here.round()

    newer.writes(case_id, parties__x=None)
    here.round()
    assert [each.role for each in here.case(case_id).parties] == [
        PartyRole.APPLICANT,
        PartyRole.RESPONDENT,
    ]


def test_a_paper_of_a_form_that_is_not_known_hides_no_other_paper(here, newer, case_id):
    newer.writes(case_id, **a_paper("d1", "application"), **a_paper("d2", "form_of_tomorrow"))
    here.round()
    assert [each.id for each in here.queries.issued(CaseId(case_id))] == ["d1"]
    assert here.queries.verify().is_ok


def a_paper(name, kind):
    told = {
        "kind": kind,
        "issued_at": "2026-11-22T08:00:00.000000+00:00",
        "sha256": "0" * 64,
        "content_digest": "0" * 64,
        "pdf_blob_id": "a" * 64,
        "snapshot_blob_id": "b" * 64,
    }
    path = f"documents__{name}"
    return {path: 1} | {f"{path}__{each}": value for each, value in told.items()}


# --- centres of other versions --------------------------------------------------


@pytest.mark.parametrize(
    ("least", "greatest", "told"),
    [(2, 3, "本程序版本太旧.*请升级程序"), (0, 0, "中心库的版本比本程序旧.*请管理员升级中心库")],
)
def test_a_centre_of_another_protocol_is_told_of_and_nothing_is_lost(
    here, centre, case_id, least, greatest, told
):
    here.edit(case_id, claim=Money(500))
    with centre.database.connect() as admin:
        (hello,) = admin.execute("SELECT pg_get_functiondef('sync.hello'::regproc)").fetchone()
        other = hello.replace("SELECT 1, 1, h.epoch", f"SELECT {least}, {greatest}, h.epoch")
        admin.execute(other.encode())
        for _ in range(2):
            assert_refused(here.sync.run_round(), told)
        here.edit(case_id, facts="离线也能办")
        assert here.sync.state().to_send == 2
        admin.execute(hello.encode())
    assert here.round().sent == 2
    assert here.sync.state().to_send == 0


def assert_refused(done, told):
    assert done.sent == done.received == 0
    assert re.search(told, str(done.trouble))


def test_a_centre_of_a_former_shape_serves_a_newer_program_before_and_after_its_upgrade(
    central, tmp_path
):
    centre, station = a_former_centre(central)
    first, second = (
        Machine(tmp_path / who, centre, centre.person(who, station), who).connect()
        for who in ("陆知远", "沈云舟")
    )
    try:
        case_id = first.new_case(handler="陆知远", left_open="尾款另议").id
        first.attach(case_id, b"%PDF-1.4")
        first.sync.keep_numbers(2)
        meet(first, second)
        assert second.case(case_id) == first.case(case_id)
        with closing(centre.administration()) as administration:
            assert administration.upgrade() == (FORMER, schema.LATEST)
        second.edit(case_id, facts="升级后写的")
        meet(second, first)
        assert first.case(case_id).facts == "升级后写的"
        assert first.queries.verify().is_ok
    finally:
        first.close()
        second.close()
        central.drop(centre.database)


def a_former_centre(central):
    """Return a centre of the first shape, and a station in it."""
    database = central.new_database()
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(database.admin_dsn)
    )
    with engine.begin() as connection:
        schema.upgrade(connection, to=FORMER)
        add = text("SELECT sync.add_org(:parent, :kind, :name, :word)")
        centre = connection.scalar(
            add, {"parent": None, "kind": "centre", "name": "滨澜市调解中心", "word": ""}
        )
        station = connection.scalar(
            add, {"parent": centre, "kind": "station", "name": "临江站", "word": "云临金人调字"}
        )
    engine.dispose()
    return FormerCentre(database), station


class FormerCentre(TestCentre):
    """A centre that this program's commands do not serve yet."""

    def __init__(self, database):
        self.database = database

    def person(self, name, org_id, role="mediator"):
        person = TestPerson(f"p{an_id()[:20]}", PASSWORD, name, org_id)
        with self.database.connect() as admin:
            create_login(admin, person.login, PASSWORD, "sync_client")
            admin.execute(
                "SELECT sync.add_person(%s, %s, %s, %s, true)", (person.login, name, org_id, role)
            )
        return person
