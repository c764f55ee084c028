"""What a customer hears who shows the code."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.limits import LimitTable
from mediation_app.domain.progress import Progress, is_told_elsewhere
from mediation_app.domain.query_codes import group_query_code, new_query_code
from mediation_app.domain.rest_days import RestCalendar
from mediation_app.domain.steps import ARCHIVED, StepTaken
from mediation_app.domain.syncing import CentralAddress, Link, SyncState
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.services.progress import ProgressDesk
from mediation_app.services.storage import Storage
from mediation_app.services.syncing import NoSynchroniser
from tests.builders import a_case, a_committee
from tests.fakes.environment import CountedIds, SteppingClock
from tests.fakes.memory import Memory
from tests.fakes.synchroniser import FakeSynchroniser


@pytest.fixture
def case(desk):
    desk.setup.save(desk.setup.committee(), a_committee(phone="0999-8123456"))
    draft = a_case(
        id=desk.ids.new(), number="", agreement=None, filed_on=date(2026, 11, 23), mediators=()
    )
    desk.registration.begin(draft)
    return desk.registration.register(draft.id).case


def lines(desk, case):
    return [str(each) for each in desk.progress.of_code(case.query_code).lines()]


def changed(desk, case, **facts):
    return desk.case_files.save(case, replace(case, **facts)).case


def test_registering_gives_a_code_and_only_once(desk, case):
    assert len(case.query_code) == 9
    assert desk.registration.register(case.id).case.query_code == case.query_code
    assert desk.registration.give_code(case.id).case.query_code == case.query_code


def test_a_case_from_before_there_were_codes_gets_one(desk, case):
    bare = changed(desk, case, query_code="")
    given = desk.registration.give_code(bare.id).case
    assert len(given.query_code) == 9
    draft = desk.registration.begin(a_case(id=desk.ids.new(), number="")).case
    assert desk.registration.give_code(draft.id).case.query_code == ""


def test_the_code_tells_four_neutral_lines(desk, case):
    said = lines(desk, case)
    assert said == [
        "收到日期：2026-11-23",
        "现在哪一步：登记",
        "下一日期：2026-11-30 受理决定",
        "找谁：云汀银行临江支行金融消费纠纷调解工作站 0999-8123456",
    ]
    names = [part for party in case.parties for part in (party.name, party.phone, party.address)]
    assert not any(name in line for name in names for line in said if name)


def test_a_code_is_read_however_it_is_typed(desk, case):
    typed = f" {group_query_code(case.query_code).lower()} "
    assert desk.progress.of_code(typed).case_id == case.id


def test_the_next_day_is_the_nearest_that_lies_not_behind(desk, case):
    met = tuple(
        Appointment(f"m{no}", on, cancelled_on=off)
        for no, (on, off) in enumerate(
            (
                (date(2026, 11, 20), None),
                (date(2026, 11, 24), date(2026, 11, 23)),
                (None, None),
                (date(2026, 11, 25), None),
            )
        )
    )
    met_case = changed(desk, case, appointments=met, handler="刘洋")
    told = desk.progress.of_code(met_case.query_code)
    assert (told.next_on, told.next_what) == (date(2026, 11, 25), "调解")
    assert "刘洋" in told.contact


def test_where_nothing_is_known_a_dash_stands(desk, case):
    desk.setup.save(desk.setup.committee(), a_committee(station="", name="", phone=""))
    bare = changed(desk, case, filed_on=None)
    said = lines(desk, bare)
    assert said[0] == "收到日期：—"
    assert said[2:] == ["下一日期：—", "找谁：—"]


@pytest.mark.parametrize("text", ["", "12345", "陈国强"])
def test_what_is_no_code_is_told(desk, text):
    with pytest.raises(InvalidValueError, match="不是查询码"):
        desk.progress.of_code(text)


@pytest.mark.usefixtures("case")
def test_a_code_that_nobody_has_finds_nothing(desk):
    with pytest.raises(InvalidValueError, match="本站没有查询码"):
        desk.progress.of_code(new_query_code("of nobody"))


def test_a_name_of_control_signs_and_of_any_length_is_told_in_part(desk, case):
    desk.setup.save(desk.setup.committee(), a_committee(station="站\x01" * 99, phone="1"))
    (contact,) = [line for line in lines(desk, case) if line.startswith("找谁")]
    assert contact == "找谁：" + "站" * 80


def test_a_draft_an_archived_case_and_one_without_a_code_are_told_of_at_no_other_desk(desk, case):
    draft = a_case(id=desk.ids.new(), number="", query_code=case.query_code)
    archived = replace(case, steps=(StepTaken("s1", ARCHIVED),))
    assert is_told_elsewhere(case)
    for other in (draft, archived, replace(case, query_code="")):
        assert not is_told_elsewhere(other)


# --- at another desk -----------------------------------------------------------------

CODE, NEVER = new_query_code("of another desk"), new_query_code("of nobody")
ELSEWHERE = Progress("", date(2026, 11, 20), "受理", date(2026, 11, 30), "受理决定", "别站")
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def sync():
    synchroniser = FakeSynchroniser()
    synchroniser.kept = CentralAddress("db.example", 5432, "mediation", "liuyang")
    synchroniser.statuses[CODE] = ELSEWHERE
    return synchroniser


@pytest.fixture
def away(sync):
    """Return what answers at a desk that has a centre and no case."""
    clock = SteppingClock(NOON)
    memory = Memory(clock, CountedIds())
    limits = Limits(LimitTable(()), RestCalendar([]))
    return ProgressDesk(
        Storage(memory.units_of_work("韩雪"), memory.queries()), limits, clock, sync
    )


def test_a_code_of_another_desk_is_asked_for_at_the_centre(away, sync):
    assert away.at_this_desk(CODE) is None
    assert sync.calls == []
    assert away.of_code(f" {group_query_code(CODE)} ") == ELSEWHERE


def test_a_day_that_is_over_is_no_next_one(away, sync):
    sync.statuses[CODE] = replace(ELSEWHERE, next_on=date(2026, 11, 22))
    told = away.of_code(CODE)
    assert (told.next_on, told.next_what) == (None, "")
    sync.statuses[CODE] = replace(ELSEWHERE, next_on=date(2026, 11, 23))
    assert away.of_code(CODE).next_what == "受理决定"


def test_a_code_that_no_desk_tells_of_may_be_of_an_archived_case(away):
    with pytest.raises(InvalidValueError, match=r"没有查到查询码为 .* 的在办案件"):
        away.of_code(NEVER)


def test_without_a_line_the_clerk_hears_that_only_this_desk_was_searched(away, sync):
    sync.now = SyncState(Link.OFFLINE)
    with pytest.raises(CentralError, match="现在连不上中心库，只查了本站的案件"):
        away.of_code(CODE)


def test_what_the_centre_refuses_is_told_in_its_own_words(away, sync):
    sync.now = SyncState(Link.REFUSED)
    with pytest.raises(CentralError, match="次数太多"):
        away.of_code(CODE)


def test_what_is_no_code_never_reaches_the_centre(away, sync):
    with pytest.raises(InvalidValueError, match="不是查询码"):
        away.of_code("12345")
    assert sync.calls == []


def test_the_station_of_samples_is_never_asked_elsewhere():
    with pytest.raises(CentralError, match="示例数据不能连接中心库"):
        NoSynchroniser().ask_status(CODE)
