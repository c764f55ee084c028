"""A colleague stands in, or takes over for good."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.agenda import AgendaKind
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.boards import Board
from mediation_app.domain.cases import Meeting, Outcome
from mediation_app.domain.handovers import HANDED_OVER
from mediation_app.domain.rest_days import ONE_DAY
from mediation_app.domain.todos import Todo
from mediation_app.errors import InvalidValueError
from mediation_app.services.agenda import View
from mediation_app.services.handover import StandIn
from tests.builders import a_case

TODAY = date(2026, 11, 23)
LIU, ZHOU = "刘洋", "周静"
FIRST_ON, LAST_ON, BACK_ON = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 28)


def numbered(no):
    return f"（2026）云临金人调字第{no}号"


def add(desk, no, **facts):
    usual = {"handler": LIU, "filed_on": TODAY, "accepted_on": TODAY, "agreement": None}
    draft = a_case(id=desk.ids.new(), number=numbered(no), **(usual | facts))
    return desk.registration.begin(draft).case


@pytest.fixture
def folder(stations, tmp_path):
    made = tmp_path / "station"
    stations.create_demo(made, 0)
    return made


@pytest.fixture
def fourteen(desk):
    """Fourteen cases of one mediator, each with something promised for the week."""
    return [
        add(
            desk,
            no,
            todos=(
                Todo(
                    f"t{no}", "回电", promised_to="客户", asked_on=date(2026, 11, 16),
                    due_on=date(2026, 11, 23 + no % 5),
                ),
            ),
        )
        for no in range(1, 15)
    ]  # fmt: skip


def seen(folder, person, day):
    """Return the cases that a person sees as the own ones on the boards of a day."""
    desk = LocalStations(day).open(folder, None)
    try:
        desk.agenda.arrange_all()
        boards = (Board.TODAY, Board.WEEK, Board.OVERDUE)
        return {
            (line.item.case_id, line.item.kind, line.item.since_on)
            for board in boards
            for line in desk.agenda.lines(board, View(person))
        }
    finally:
        desk.close()


def test_fourteen_cases_go_to_the_deputy_and_come_back_by_themselves(stations, folder):
    desk = stations.open(folder, None)
    cases = [
        add(
            desk,
            no,
            todos=(Todo(f"t{no}", "回电", "", "客户", asked_on=date(2026, 11, 16),
                        due_on=date(2026, 11, 27)),),
        )
        for no in range(1, 15)
    ]  # fmt: skip
    assert len(desk.handover.everything(LIU)) == 14
    desk.handover.stand_in(StandIn(LIU, ZHOU, FIRST_ON, LAST_ON, "年休假"))
    (absence,) = desk.handover.absences()
    assert (absence.person, absence.deputy) == (LIU, ZHOU)
    assert [desk.case_files.open(each.id) for each in cases] == cases
    desk.close()

    reminded = {(case.id, AgendaKind.PROMISE, date(2026, 11, 16)) for case in cases}
    assert reminded <= seen(folder, ZHOU, FIRST_ON)
    assert reminded <= seen(folder, ZHOU, LAST_ON)
    assert seen(folder, ZHOU, BACK_ON) == set()
    assert reminded <= seen(folder, LIU, BACK_ON)


def test_the_list_holds_cases_promises_meetings_and_what_is_waited_for(desk):
    add(desk, 1, todos=(Todo("t1", "寄清单", promised_to="顾喆安", due_on=date(2026, 11, 25)),))
    add(desk, 2, handler=ZHOU, todos=(Todo("t2", "补章", owner=LIU, waits_for="银行"),))
    add(
        desk, 3, handler="", mediators=(LIU,), appointments=(Appointment("m", date(2026, 11, 24)),)
    )
    add(desk, 4, handler=ZHOU)
    add(desk, 5, outcome=Outcome.WITHDRAWN)
    add(desk, 6, handler=ZHOU, recorder=LIU)
    owned = {each.number: each for each in desk.handover.everything(LIU)}
    assert set(owned) == {numbered(1), numbered(2), numbered(3)}
    assert [each.text for each in owned[numbered(1)].promised] == ["寄清单"]
    assert not owned[numbered(2)].is_owned
    assert [each.about for each in owned[numbered(2)].waited_for] == ["银行"]
    assert owned[numbered(3)].next_item.kind is AgendaKind.APPOINTMENT
    assert desk.handover.everything(" ") == ()


def test_what_is_due_first_comes_first(desk):
    add(desk, 1, todos=(Todo("t1", "晚", due_on=date(2026, 11, 30)),))
    add(desk, 2, todos=(Todo("t2", "早", due_on=date(2026, 11, 24)),))
    assert [each.number for each in desk.handover.everything(LIU)] == [numbered(2), numbered(1)]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (StandIn(LIU, "", FIRST_ON), "谁接手"),
        (StandIn("", ZHOU, FIRST_ON), "谁交出"),
        (StandIn(LIU, LIU, FIRST_ON), "同一个人"),
        (StandIn(LIU, ZHOU, LAST_ON, FIRST_ON), "早于第一天"),
    ],
)
def test_a_stand_in_that_makes_no_sense_is_refused(desk, wanted, words):
    with pytest.raises(InvalidValueError, match=words):
        desk.handover.stand_in(wanted)
    assert desk.handover.absences() == ()


def test_a_person_who_comes_back_early_does_the_own_work_again(desk):
    desk.handover.stand_in(StandIn(LIU, ZHOU, date(2026, 11, 20)))
    desk.handover.stand_in(StandIn(ZHOU, LIU, date(2026, 12, 1), date(2026, 12, 2)))
    begun, planned = desk.handover.absences()
    desk.handover.end(begun.id)
    desk.handover.end(planned.id)
    assert desk.handover.absences() == ()
    (kept,) = desk.setup.committee().absences
    assert kept.to_on == date(2026, 11, 22)


def test_handing_over_for_good_moves_what_was_chosen_and_is_taken_back_whole(desk):
    todos = (
        Todo("t1", "回电", owner=LIU),
        Todo("t2", "已办", owner=LIU, done_on=TODAY),
        Todo("t3", "别人的", owner=ZHOU),
    )
    one, two = add(desk, 1, todos=todos), add(desk, 2)
    handed = desk.handover.hand_over([one.id], LIU, ZHOU, "调岗")
    after = desk.case_files.open(one.id)
    assert after.handler == ZHOU
    assert [each.owner for each in after.todos] == [ZHOU, LIU, ZHOU]
    (step,) = after.steps
    assert (step.action, step.reason) == (HANDED_OVER, f"{LIU} → {ZHOU}；调岗")
    assert desk.case_files.open(two.id) == two
    told = [change for entry in desk.case_files.history(one.id) for change in entry.changes]
    assert any((each.before, each.after) == (LIU, ZHOU) for each in told)
    desk.handover.give_back(handed)
    assert desk.case_files.open(one.id) == one


def test_the_second_mediator_of_a_meeting_owns_it_too_and_hands_it_over(desk):
    to_come = Appointment("a1", TODAY + ONE_DAY, mediators=(ZHOU, LIU), revision=1)
    past = replace(to_come, id="a2", on=TODAY - ONE_DAY)
    off = replace(to_come, id="a3", cancelled_on=TODAY)
    held = replace(to_come, id="a4")
    others = replace(to_come, id="a5", mediators=(ZHOU,))
    planned = (to_come, past, off, held, others)
    meeting = Meeting("m", TODAY, appointment_id="a4")
    case = add(desk, 1, handler=ZHOU, appointments=planned, meetings=(meeting,))
    (owned,) = desk.handover.everything(LIU)
    assert not owned.is_owned
    assert [each.ref for each in owned.items] == ["a2", "a1"]
    handed = desk.handover.hand_over([case.id], LIU, "韩雪")
    after = desk.case_files.open(case.id)
    assert [each.mediators for each in after.appointments] == [
        (ZHOU, "韩雪"), *(each.mediators for each in planned[1:]),
    ]  # fmt: skip
    assert [each.revision for each in after.appointments] == [2, 1, 1, 1, 1]
    assert after.handler == ZHOU
    desk.handover.give_back(handed)
    assert desk.case_files.open(case.id) == case


def test_only_what_a_person_owns_can_be_handed_over(desk):
    mine = add(desk, 1, handler=ZHOU, todos=(Todo("t", "回电", owner=LIU),))
    other = add(desk, 2, handler=ZHOU)
    desk.handover.hand_over([mine.id], LIU, "韩雪")
    assert desk.case_files.open(mine.id).handler == ZHOU
    with pytest.raises(InvalidValueError, match="不归"):
        desk.handover.hand_over([other.id], LIU, "韩雪")


def test_the_sheet_has_a_line_for_each_case_and_prints(desk, fourteen):
    add(desk, 15, handler=ZHOU, todos=(Todo("w", "补章", owner=LIU, waits_for="银行"),))
    sheet = desk.handover.sheet(StandIn(LIU, ZHOU, FIRST_ON, LAST_ON))
    assert len(sheet.rows) == len(fourteen) + 1
    assert all("回电" in row.promised and "客户" in row.promised for row in sheet.rows[:14])
    assert sheet.rows[-1].waits_for == "等银行：补章"
    assert desk.handover.print_sheet(StandIn(LIU, "", FIRST_ON)).startswith(b"%PDF")
