"""The first pull of an organisation with a long past, beside the work."""

from contextlib import closing
from threading import Event

import pytest

from db.central.administration import PostgresAdministration
from db.sync import pulling
from db.sync.notes import Notes
from db.sync.plan import BACKFILL_FROM
from mediation_app.domain.syncing import Link
from mediation_app.ports.central import NewPerson
from mediation_app.services.sample_cases import invented_cases
from tests.patience import PATIENCE_S
from tests.postgres import PASSWORD
from tests.sync.cutting import Scissors
from tests.sync.listening import Listening
from tests.sync.machines import IDS, meet
from tests.sync.sameness import assert_same, places, places_at_centre

CASES = BACKFILL_FROM + 50
LATE = 130
"""Three pages: the first has 64 entries."""


@pytest.fixture
def old_station(machine, centre):
    """Return a machine whose station has a long past, folded into snapshots at the centre."""
    first = machine("PC-A", "陆知远")
    first.round()
    first.database.bulk_add(invented_cases(CASES, IDS), "陆知远")
    assert first.round().sent == CASES
    assert fold(centre) >= CASES
    return first


class Cancelling(Listening):
    """Ends the first step that tells how far it is."""

    def __init__(self, sync):
        super().__init__()
        self._sync = sync

    def on_state(self, state):
        if state.progress is not None:
            self._sync.cancel()
        super().on_state(state)


def fold(centre):
    """Run the nightly job under a login of its own; return how many records it folded."""
    login = f"night_{IDS.new()[-12:]}"
    with closing(centre.administration()) as administration:
        administration.add_person(
            NewPerson(login, "夜间快照", str(centre.centre_id), "reader", stores_snapshots=True),
            PASSWORD,
        )
    job = PostgresAdministration(centre.database.dsn(login, PASSWORD))
    with closing(job):
        return job.fold_snapshots()


def test_the_first_pull_brings_everything_tells_how_far_it_is_and_goes_on_after_a_cancel(
    machine, old_station
):
    second = machine("PC-B", "沈云舟")
    listening = Cancelling(second.sync)
    second.sync.start(listening)
    state = listening.wait_for("state", lambda state: state.progress is not None)
    assert 0 < state.progress.done < state.progress.total == CASES
    cancelled = listening.wait_for("state", lambda state: state.progress is None)
    assert cancelled.link is Link.WAITING, "it is not said to be the same as the centre"
    assert str(cancelled.trouble) == "已取消，或者程序已关闭；收到的内容保留，下次接着收"
    assert second.sync.rounds()[0].trouble == cancelled.trouble
    arrived = len(places(second))
    assert 0 < arrived < CASES
    new = old_station.new_case(facts="第一次同步时的新案")
    old_station.round()
    second.sync.sync_now()
    seen = listening.wait_for("changes", lambda changes: new.id in changes.case_ids)
    assert seen is not None
    listening.wait_for("state", lambda state: state.link is Link.WAITING)
    second.sync.stop()
    second.round()
    assert places(second) == places_at_centre(second)
    assert second.queries.count() == CASES + 1
    second.edit(new.id, issues="第二台")
    meet(second, old_station)
    assert old_station.case(new.id).issues == "第二台"


def test_a_long_feed_without_snapshots_tells_how_far_it_is(pair, monkeypatch):
    monkeypatch.setattr(pulling, "LONG", 3)
    here, there = pair
    there.round()
    for _ in range(4):
        here.new_case()
    here.round()
    listening = Listening()
    there.sync.start(listening)
    progress = listening.wait_for("state", lambda state: state.progress is not None).progress
    assert str(progress.sentence) == "接收“临江区金融消费纠纷调解站”的修改"
    assert progress.done == 0, "said before the first page has come over a slow line"
    more = listening.wait_for("state", lambda state: state.progress != progress).progress
    assert more is not None
    assert 0 < more.done <= more.total == progress.total
    state = listening.wait_for("state", lambda state: state.link is Link.ONLINE)
    assert state.progress is None


def test_saving_goes_on_during_the_first_pull(machine, old_station):
    scissors = Scissors()
    second = machine("PC-B", "沈云舟", call=scissors.line_of)
    go_on, is_let_go_on = Event(), []
    # After the first page, on a line so slow that the next does not come.
    scissors.do_at("snapshots", 3, lambda: is_let_go_on.append(go_on.wait(PATIENCE_S)))
    listening = Listening()
    second.sync.start(listening)
    listening.wait_for("state", lambda state: state.progress is not None)
    second.new_case(facts="保存时一页正在路上")
    go_on.set()
    for number in range(8):
        second.new_case(facts=f"第一次同步途中保存的第{number}件")
    listening.wait_for("state", lambda state: state.link.value == "online")
    second.sync.stop()
    assert is_let_go_on == [True], "whoever saved did not wait for the page"
    meet(second, old_station)
    assert_same(old_station, second)


def test_without_snapshots_the_feed_is_read_from_its_beginning(machine):
    first = machine("PC-A", "陆知远")
    first.round()
    first.database.bulk_add(invented_cases(CASES, IDS), "陆知远")
    first.round()
    second = machine("PC-B", "沈云舟")
    assert second.round().received == CASES
    assert places(second) == places(first)


@pytest.fixture
def late(machine, monkeypatch):
    """Return a machine with scissors, and one whose long past it has to take over first."""
    monkeypatch.setattr(pulling, "LONG", LATE)
    first = machine("PC-A", "陆知远")
    first.round()
    first.database.bulk_add(invented_cases(LATE, IDS), "陆知远")
    first.round()
    scissors = Scissors()
    second = machine("PC-B", "沈云舟", call=scissors.line_of)
    return second, scissors, first


def test_what_is_saved_during_a_long_pull_is_sent_before_its_end(late):
    second, scissors, first = late
    saved = []
    scissors.do_at("pull", 1, lambda: saved.append(second.new_case(facts="接收途中登记")))
    scissors.asked.clear()
    assert second.round().sent > 0
    sent = [name for name, _ in scissors.asked].index("push")
    later = [values[1] for name, values in scissors.asked[sent:] if name == "pull"]
    assert later[0] < LATE, "the feed goes on after what was sent"
    assert [name for name, _ in scissors.asked].count("push") == 1, "it came back: not sent again"
    first.round()
    assert first.case(saved[0].id).number == second.case(saved[0].id).number
    assert_same(first, second)


def test_what_is_saved_while_records_are_compared_after_a_restore_waits_for_the_feed(late):
    second, scissors, first = late
    Notes(second.database.engine).put("comparing", "")
    scissors.do_at("pull", 1, lambda: second.new_case(facts="恢复途中登记"))
    scissors.asked.clear()
    assert second.round().sent > 0
    names = [name for name, _ in scissors.asked]
    before = [
        values[1] for name, values in scissors.asked[: names.index("push")] if name == "pull"
    ]
    assert max(before) == LATE, "read to its head first"
    meet(second, first)
    assert_same(first, second)
