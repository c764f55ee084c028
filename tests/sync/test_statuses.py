"""How a case stands, told to the centre after a round and asked for at another station."""

import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import psycopg
import pytest

from db.central.client import PostgresCentral
from db.station_tables import limits_of
from db.sync.line import EndedError
from db.sync.opening import open_synchroniser
from db.sync.sealing import SEALED_BYTES
from db.sync.statuses import Statuses
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.committees import Committee
from mediation_app.domain.query_codes import new_query_code
from mediation_app.domain.steps import ARCHIVED, REOPENED, StepTaken
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.services.progress import ProgressDesk
from mediation_app.services.storage import Storage
from tests.fakes.environment import SteppingClock
from tests.sync.cutting import Scissors
from tests.sync.machines import IDS, Machine, surroundings

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
NEVER = new_query_code("of nobody")


class Desk(Machine):
    """A machine whose statuses are told, and that answers whoever shows a code."""

    seconds = time.monotonic

    def open(self):
        super().open()
        limits = limits_of(self.folder)
        self.sync = open_synchroniser(
            self.database,
            self.folder / "station.sync",
            self.around,
            self.name,
            self._call,
            Statuses(self.database, limits, lambda: type(self).seconds()),
        )
        storage = Storage(self.database.units_of_work(self.person.name), self.queries)
        self.progress = ProgressDesk(storage, limits, self.around.clock, self.sync)

    def told(self, code):
        """Return the four lines that are told at this desk."""
        return [str(line) for line in self.progress.of_code(code).lines()]

    def write(self, case_id, **facts):
        """Change a case as a colleague's newer program might, past all rules of this one."""
        shown = self.case(case_id)
        with self.database.units_of_work(self.person.name)() as work:
            work.cases.save(shown, replace(shown, **facts), "edit")
            work.commit()

    def digested(self, case_id):
        """Return whether the code of a case was digested here; None where none is to be."""
        with self.database.engine.connect() as connection:
            query = f"SELECT keys <> x'' FROM told_status WHERE case_id = '{case_id}'"
            found = connection.exec_driver_sql(query).scalar()
        return None if found is None else bool(found)

    def due(self):
        """Return how many cases are to be looked at."""
        with self.database.engine.connect() as connection:
            query = "SELECT count(*) FROM told_status WHERE due_on < '2026'"
            return connection.exec_driver_sql(query).scalar()


@pytest.fixture(scope="module")
def made(central, tmp_path_factory):
    """Return a centre of two stations, and a desk at each: they serve all tests."""
    centre, folder = central.new_centre(), tmp_path_factory.mktemp("desks")
    clock, scissors = SteppingClock(MORNING), Scissors()
    desks = [
        Desk(folder / who, centre, centre.person(who, org), who, surroundings(clock), call=call)
        for who, org, call in (
            ("陆知远", centre.org("临江站", case_word="云临金人调字"), scissors.line_of),
            ("韩雪", centre.org("西坝站", case_word="云西金人调字"), PostgresCentral),
        )
    ]
    for desk in desks:
        desk.connect().setup.save(
            desk.setup.committee(),
            Committee(station=f"{desk.person.name}的调解站", phone="0999-8123456"),
        )
    yield centre, clock, scissors, *desks
    for desk in desks:
        desk.close()


@pytest.fixture
def centre(made):
    return made[0]


@pytest.fixture
def admin(centre):
    with closing(psycopg.connect(centre.database.admin_dsn, autocommit=True)) as line:
        yield line


@pytest.fixture
def clock(made):
    made[1].jump_to(MORNING)
    return made[1]


@pytest.fixture
def scissors(made):
    return made[2]


@pytest.fixture
def home(made, clock):  # noqa: ARG001 - it is morning again
    """Return a desk that has cases."""
    return made[3]


@pytest.fixture
def away(made, admin):
    """Return a desk of another station, which sees none of them and has asked nothing yet."""
    admin.execute("DELETE FROM sync.status_question")
    return made[4]


@pytest.fixture
def case(home):
    """Return a case whose status was told."""
    case = home.new_case(filed_on=TODAY, mediators=())
    home.round()
    return home.case(case.id)


def rows_at(admin, *case_ids):
    query = "SELECT lookup, sealed, xmin::text FROM sync.told_status WHERE record_id = ANY (%s)"
    return admin.execute(query, [[str(each) for each in case_ids]]).fetchall()


def test_another_station_tells_four_lines_and_has_nothing_else(home, away, case, admin):
    said = [
        "收到日期：2026-11-23",
        "现在哪一步：登记",
        "下一日期：2026-11-30 受理决定",
        "找谁：陆知远的调解站 0999-8123456",
    ]
    assert away.told(case.query_code.lower()) == said == home.told(case.query_code)
    assert away.progress.of_code(case.query_code).case_id == ""
    away.round()
    assert away.numbers() == []
    (row,) = rows_at(admin, case.id)
    assert len(row[1]) == SEALED_BYTES
    for word in (*said, case.query_code, case.number, case.parties[0].name):
        assert word.encode() not in row[0] + row[1]


def test_a_code_that_nobody_has_finds_nothing(away):
    with pytest.raises(InvalidValueError, match=f"没有查到查询码为 {NEVER} 的在办案件"):
        away.told(NEVER)


def test_what_changes_is_told_after_the_next_round_and_nothing_else_is(home, away, case, admin):
    (before,) = rows_at(admin, case.id)
    home.edit(case.id, facts="另有说明。")
    home.round()
    assert rows_at(admin, case.id) == [before]
    home.edit(case.id, accepted_on=TODAY)
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：受理"
    (after,) = rows_at(admin, case.id)
    assert after != before
    home.round()
    assert rows_at(admin, case.id) == [after]
    assert home.due() == 0


def test_a_day_that_is_over_is_no_next_one_and_the_next_is_told_the_day_after(
    home, away, case, clock
):
    home.edit(case.id, appointments=(Appointment("m1", TODAY + timedelta(days=1)),))
    home.round()
    assert away.told(case.query_code)[2] == "下一日期：2026-11-24 调解"
    clock.jump_to(MORNING + timedelta(days=2))
    assert away.told(case.query_code)[2] == "下一日期：—"
    home.round()
    assert away.told(case.query_code)[2] == "下一日期：2026-11-30 受理决定"


def test_another_contact_is_told_of_every_case(home, away, case):
    committee = home.setup.committee()
    home.setup.save(committee, replace(committee, phone="0999-1"))
    home.round()
    assert away.told(case.query_code)[3] == "找谁：陆知远的调解站 0999-1"
    home.setup.save(home.setup.committee(), committee)


def test_an_archived_case_is_told_no_longer_and_one_that_is_opened_again_is(home, away, case):
    archived = StepTaken(IDS.new(), ARCHIVED, TODAY)
    home.write(case.id, steps=(archived,))
    home.round()
    with pytest.raises(InvalidValueError, match="没有查到"):
        away.told(case.query_code)
    home.write(case.id, steps=(archived, StepTaken(IDS.new(), REOPENED, TODAY)))
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：登记"


def test_a_deleted_case_is_told_no_longer(home, away, case):
    with home.database.units_of_work("陆知远")() as work:
        work.cases.delete(case.id, "重复登记")
        work.commit()
    home.round()
    with pytest.raises(InvalidValueError, match="没有查到"):
        away.told(case.query_code)


def test_a_code_that_is_another_one_is_told_under_that_one(home, away, case):
    other = new_query_code(case.id)
    home.edit(case.id, query_code=other)
    home.round()
    assert away.told(other)[1] == "现在哪一步：登记"
    with pytest.raises(InvalidValueError, match="没有查到"):
        away.told(case.query_code)


def test_a_case_without_a_code_or_a_number_is_not_told_of(home, admin):
    draft = home.registration.blank(home.setup.committee())
    home.registration.begin(draft)
    bare = home.new_case()
    home.edit(bare.id, query_code="")
    home.round()
    assert rows_at(admin, draft.id, bare.id) == []
    assert home.due() == 0


def test_a_day_beyond_all_sense_ends_neither_the_round_nor_what_others_are_told(home, away, case):
    mad = home.new_case(filed_on=date.max)
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：登记"
    home.edit(mad.id, filed_on=TODAY)
    home.round()
    assert away.told(mad.query_code)[0] == "收到日期：2026-11-23"


def test_after_a_restore_of_the_centre_everything_is_told_again(home, away, case, admin):
    admin.execute("DELETE FROM sync.told_status")
    admin.execute("SELECT sync.begin_recovery(home_id) FROM sync.homes")
    home.round()
    assert rows_at(admin, case.id) == []
    admin.execute("SELECT sync.end_recovery(home_id) FROM sync.homes")
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：登记"


def test_a_machine_that_became_another_one_tells_everything_again(home, away, case, admin):
    admin.execute("DELETE FROM sync.told_status")
    home.round()
    assert rows_at(admin, case.id) == []
    home.database.become_device(IDS.new())
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：登记"


@pytest.mark.parametrize("call", ["status_salt", "own_cases", "publish_statuses"])
@pytest.mark.parametrize("is_after", [False, True])
def test_telling_that_is_cut_off_disturbs_no_round_and_is_done_by_the_next(
    home, away, case, scissors, call, is_after
):
    home.edit(case.id, accepted_on=TODAY)
    scissors.cut(call, 1, is_after=is_after)
    home.round()
    assert home.due() == 1
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：受理"


def test_telling_ends_where_somebody_ends_it(home, away, case, scissors):
    home.edit(case.id, accepted_on=TODAY)
    scissors.do_at("publish_statuses", 1, _end)
    home.round()
    assert home.due() == 1
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：受理"


def _end():
    raise EndedError


def test_what_changes_while_it_is_told_is_told_anew(home, away, case, scissors):
    home.edit(case.id, accepted_on=TODAY)
    scissors.do_at("publish_statuses", 1, lambda: home.edit(case.id, accepted_on=None))
    home.round()
    assert away.told(case.query_code)[1] == "现在哪一步：登记"


def test_a_colleague_of_the_station_tells_what_changes_and_the_centre_may_not(
    home, away, case, centre, admin, tmp_path
):
    people = (centre.person("沈云舟", home.person.org_id), centre.person("方舟", centre.centre_id))
    desks = [Desk(tmp_path / p.name, centre, p, p.name, home.around).connect() for p in people]
    colleague, leader = desks
    for desk in desks:
        desk.round()
    assert [desk.digested(case.id) for desk in (home, *desks)] == [True, False, None]
    before = rows_at(admin, case.id)
    leader.edit(case.id, accepted_on=TODAY)
    leader.round()
    assert rows_at(admin, case.id) == before
    assert leader.due() == 0
    colleague.round()
    told = away.told(case.query_code)
    assert (told[1], told[3]) == ("现在哪一步：受理", "找谁：陆知远的调解站 0999-8123456")
    assert colleague.digested(case.id)
    for desk in desks:
        desk.close()


def test_no_more_is_told_after_one_round_than_the_time_for_it_allows(home, admin, monkeypatch):
    home.round()
    cases = [home.new_case(filed_on=TODAY).id for _ in range(3)]
    hurry = count(0, 3)
    monkeypatch.setattr(Desk, "seconds", lambda: next(hurry))
    left = []
    for _ in range(3):
        home.round()
        left.append((len(rows_at(admin, *cases)), home.due()))
    assert left == [(1, 2), (2, 1), (3, 0)]


# --- where there is no centre, or an older one ----------------------------------------


def test_without_a_centre_the_clerk_hears_where_to_ask(away):
    away.sync.disconnect()
    with pytest.raises(InvalidValueError, match=r"本站没有查询码.*请向登记的工作站查询"):
        away.told(NEVER)
    away.connect()


def test_where_the_centre_does_not_answer_the_clerk_hears_that_only_this_desk_was_searched(
    home, scissors
):
    scissors.cut("ask_status", 1)
    with pytest.raises(CentralError, match="现在连不上中心库，只查了本站的案件") as caught:
        home.told(NEVER)
    assert not caught.value.is_refusal


def test_an_older_centre_disturbs_no_round_and_the_clerk_is_told(home, away, case, admin):
    admin.execute("ALTER FUNCTION sync.status_salt RENAME TO later")
    home.edit(case.id, accepted_on=TODAY)
    home.round()
    assert home.due() == 1
    with pytest.raises(CentralError, match=r"中心库还不能凭查询码查询.*central upgrade"):
        away.told(case.query_code)
    admin.execute("ALTER FUNCTION sync.later RENAME TO status_salt")
    home.round()
    assert home.due() == 0
