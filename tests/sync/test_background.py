"""The synchroniser beside the work: it tells what is new, and is in nobody's way."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from db.central.client import PostgresCentral
from db.engine import WRITES
from db.sync import shift
from db.sync.rhythm import Rhythm
from mediation_app.domain.syncing import CentralAddress, Link, Present
from mediation_app.errors import CentralError
from mediation_app.system import SystemClock
from tests.patience import PATIENCE_S
from tests.sync.cutting import Scissors
from tests.sync.listening import Listening
from tests.sync.machines import Machine, surroundings


def started(machine):
    """Start, and wait until the round that comes with it is over.

    That it is online may also be told at once, from a round before.
    """
    listening = Listening()
    machine.sync.start(listening)
    listening.wait_for("state", lambda state: state.link is Link.SYNCING)
    listening.wait_for("state", lambda state: state.link is Link.ONLINE)
    return listening


def test_what_is_saved_goes_out_by_itself_and_comes_in_by_itself(pair):
    here, there = pair
    heard_here, heard_there = started(here), started(there)
    case = here.new_case(facts="自动同步")
    heard_here.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send == 0)
    there.sync.sync_now()
    heard_there.wait_for("changes", lambda changes: case.id in changes.case_ids)
    assert there.case(case.id).facts == "自动同步"


def test_what_is_saved_while_a_round_ends_needs_no_other_save_to_go_out(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    heard = started(here)
    scissors.do_at("pull", 2, lambda: here.new_case(facts="上一轮同步快结束时保存"))
    here.new_case()
    heard.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send > 0)
    heard.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send == 0)
    assert scissors.calls.count("push") == 2


def test_who_has_the_same_case_open_is_told_on_both_sides_and_when_he_leaves(pair):
    here, there = pair
    case = here.new_case()
    heard_here, heard_there = started(here), started(there)
    here.sync.open_case(case.id)
    there.sync.open_case(case.id)
    here_too = heard_there.wait_for("present", lambda told: told[1] != ())
    assert here_too == (case.id, (Present("陆知远", "PC-A"),))
    heard_here.wait_for("present", lambda told: told[1] == (Present("沈云舟", "PC-B"),))
    there.sync.open_case("")
    heard_here.wait_for("present", lambda told: told == (case.id, ()))


def test_a_centre_that_does_not_answer_is_told_and_the_next_round_heals_it(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    heard = started(here)
    scissors.cut("hello", 1)
    here.sync.sync_now()
    state = heard.wait_for("state", lambda state: state.link is Link.OFFLINE)
    assert str(state.trouble) == "线路断开"
    state = heard.wait_for("state", lambda state: state.link is Link.ONLINE)
    assert state.trouble is None


def test_where_the_doorbell_does_not_answer_a_round_finds_out_why(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    case = here.new_case()
    here.round()
    heard = started(here)
    scissors.cut("bell", 1)
    here.sync.open_case(case.id)
    heard.wait_for("state", lambda state: state.link is Link.SYNCING)
    heard.wait_for("state", lambda state: state.link is Link.ONLINE)
    assert "hello" in scissors.calls


def test_that_nobody_can_say_who_is_here_hinders_nobody(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    case = here.new_case()
    here.round()
    heard = started(here)
    scissors.cut("here", 1)
    here.sync.open_case(case.id)
    here.sync.sync_now()
    assert heard.wait_for("present") == (case.id, ())
    assert here.sync.state().trouble is None


def test_a_bug_ends_a_round_and_not_the_thread(machine):
    scissors = Scissors()
    here = machine(call=lambda *given: scissors.line(PostgresCentral(*given)))
    heard = started(here)
    scissors.do_at("hello", 1, lambda: {}["bug"])
    here.sync.sync_now()
    state = heard.wait_for("state", lambda state: state.trouble is not None)
    assert "内部出错" in str(state.trouble)
    heard.wait_for("state", lambda state: state.link is Link.ONLINE)


def test_a_database_that_another_program_holds_ends_a_round_and_not_the_thread(machine):
    here = machine(around=surroundings(busy_ms=50))
    heard = started(here)
    here.new_case()
    heard.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send == 0)
    here.new_case()
    with here.database.engine.connect().execution_options(**WRITES) as held:
        held.execute(text("SELECT 1"))
        here.sync.sync_now()
        state = heard.wait_for("state", lambda state: state.trouble is not None)
    assert "正被另一个程序占用" in str(state.trouble)
    here.sync.sync_now()
    heard.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send == 0)


def test_it_stops_at_once_and_may_start_again(machine, monkeypatch):
    # Only who is woken comes back from such a rest.
    monkeypatch.setattr(shift, "_GLANCE_S", 4 * PATIENCE_S)
    monkeypatch.setattr(Rhythm, "rest_s", lambda _: 4 * PATIENCE_S)
    here = machine()
    started(here)
    thread = here.sync._shift._thread
    here.sync.stop()
    thread.join(PATIENCE_S)
    assert not thread.is_alive()
    started(here)


def test_before_a_connection_it_does_nothing_and_afterwards_it_begins_by_itself(machine, centre):
    here = machine()
    here.sync.disconnect()
    listening = Listening()
    here.sync.start(listening)
    assert listening.wait_for("state").link is Link.NONE
    here.sync.sync_now()
    here.sync.connect(centre.address(here.person), here.person.password)
    state = listening.wait_for("state", lambda state: state.link is Link.ONLINE)
    assert (state.person, state.orgs) == ("陆知远", ("临江区金融消费纠纷调解站",))
    assert state.contact_at is not None
    here.sync.disconnect()
    listening.wait_for("state", lambda state: state.link is Link.NONE)
    assert here.sync.address() is None


def test_where_the_centre_refuses_somebody_must_act(machine, centre):
    here = machine()
    address = centre.address(here.person)
    wrong = CentralAddress(
        address.hosts, address.port, "no_such_database", address.login, address.certificate
    )
    with pytest.raises(CentralError) as refused:
        here.sync.try_address(wrong, here.person.password)
    assert refused.value.is_refusal


def test_who_one_was_and_the_last_contact_are_known_at_the_next_start(machine):
    here = machine()
    here.round()
    here.close()
    here.open()
    state = here.sync.state()
    assert (state.link, state.person) == (Link.WAITING, "陆知远")
    assert state.contact_at is not None


def test_by_how_much_the_clock_is_wrong_is_known_also_at_the_next_start(machine):
    class Slow(SystemClock):
        def now(self):
            return super().now() - timedelta(days=3)

    here = machine(around=surroundings(clock=Slow()))
    here.round()
    for _ in range(2):
        assert round(here.sync.state().clock_behind_s / 60) == 3 * 24 * 60
        here.close()
        here.open()


def test_a_second_program_on_the_same_station_waits_and_harms_nothing(machine, tmp_path):
    here = machine()
    started(here)
    second = Machine(tmp_path / "PC-A", here.centre, here.person, "PC-A")
    listening = Listening()
    second.sync.start(listening)
    listening.wait_for("state", lambda state: state.link is Link.WAITING)
    case = second.new_case(facts="第二个窗口写的")
    here.sync.stop()
    second.sync.sync_now()
    listening.wait_for("state", lambda state: state.link is Link.ONLINE and state.to_send == 0)
    second.close()
    assert here.case(case.id).facts == "第二个窗口写的"
