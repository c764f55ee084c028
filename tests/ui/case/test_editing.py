from dataclasses import replace
from itertools import count

import pytest

from mediation_app.domain.journal import Changes
from mediation_app.domain.money import Money
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from ui.case.editing import CaseEditing, Cause
from ui.fields.entries import Entry
from ui.fields.readers import MoneyReader
from ui.pages import SaveStep

TWO_SECONDS_MS = 2000


@pytest.fixture
def stored(desk):
    return desk.case_files.find("第1号")


@pytest.fixture
def editing(place, stored):
    made = CaseEditing(place, stored)
    yield made
    made.setParent(None)


def in_database(desk, case):
    return desk.case_files.open(case.id)


def test_what_is_typed_is_in_the_database_within_two_seconds(qtbot, desk, editing, stored):
    states = []
    editing.save_state.connect(lambda state: states.append(state.step))
    for text in ("一", "一二", "一二三"):
        editing.type_at("facts", Entry(text, text))
    assert 0 <= editing._timer.remainingTime() < TWO_SECONDS_MS
    qtbot.waitUntil(lambda: in_database(desk, stored).facts == "一二三")
    qtbot.waitUntil(lambda: not editing.is_dirty)
    assert states[0] is SaveStep.SAVING
    assert states[-1] is SaveStep.SAVED


def test_typing_on_does_not_put_off_saving(qtbot, desk, editing, stored):
    numbers = count()

    def is_stored_while_typing_goes_on():
        text = f"字{next(numbers)}"
        editing.type_at("facts", Entry(text, text))
        return in_database(desk, stored).facts.startswith("字")

    qtbot.waitUntil(is_stored_while_typing_goes_on)
    editing.store_now()
    qtbot.waitUntil(lambda: not editing.is_dirty)


def test_text_that_cannot_be_read_survives_a_restart(place, desk, editing, stored):
    editing.type_at("agreement/amount", MoneyReader().read("12.345"))
    editing.store_now()
    place.tasks.finish()
    again = in_database(desk, stored)
    assert again.agreement.amount is None
    assert [(each.id, each.text) for each in again.unfinished] == [("agreement/amount", "12.345")]
    editing.type_at("agreement/amount", MoneyReader().read("12.34"))
    editing.store_now()
    place.tasks.finish()
    again = in_database(desk, stored)
    assert (again.agreement.amount, again.unfinished) == (Money(1234), ())


def elsewhere(place, desk, shown, wanted):
    """Let somebody else store an edit; the screen hears of it as of any commit."""
    place.tasks.run(place.tasks, lambda: desk.case_files.save(shown, wanted), lambda _: None)
    place.tasks.finish()


def values_of(desk, case, place):
    """Return the values that a field holds, the one that is shown first."""
    found = [each for each in desk.conflicts.open(case.id) if each.path == place]
    return [each.value for conflict in found for each in conflict.sides]


def test_what_others_change_arrives_and_what_i_typed_is_kept_as_well(place, desk, editing, stored):
    causes = []
    editing.changed.connect(lambda _, cause: causes.append(cause))
    editing.type_at("facts", Entry("我的", "我的"))
    elsewhere(place, desk, stored, replace(stored, issues="他们的", facts="他们的"))
    assert (editing.case.issues, editing.case.facts) == ("他们的", "他们的")
    assert causes[-1] is Cause.ELSEWHERE
    assert not editing.is_dirty
    assert values_of(desk, stored, "facts") == ["他们的", "我的"]


def test_text_of_the_last_moment_never_replaces_unseen_what_came_meanwhile(
    place, desk, editing, stored
):
    """The edit names what its author saw, though the news were on the screen when it was sent."""
    elsewhere(place, desk, stored, replace(stored, facts="他们的"))
    assert editing.case.facts == "他们的"
    editing.type_at("facts", Entry("他们的，补充", "他们的，补充"))
    editing.store_now()
    place.tasks.finish()
    assert values_of(desk, stored, "facts") == []
    now = in_database(desk, stored)
    editing.type_at("facts", Entry("再改", "再改"))
    elsewhere(place, desk, now, replace(now, facts="同时改"))
    editing.store_now()
    place.tasks.finish()
    assert sorted(values_of(desk, stored, "facts")) == sorted(["同时改", "再改"])


def test_news_that_come_while_a_save_is_on_the_way_are_not_missed(place, desk, editing, stored):
    editing.type_at("facts", Entry("甲", "甲"))
    editing.store_now()
    desk.case_files.save(stored, replace(stored, issues="新"))
    place.tasks.changed.emit(Changes(frozenset({stored.id})))
    place.tasks.finish()
    assert (editing.case.facts, editing.case.issues) == ("甲", "新")


def test_the_field_that_somebody_types_in_keeps_its_text_until_it_is_left(
    place, desk, editing, stored
):
    focus, overruled = ["facts"], []
    editing.place_in_focus = lambda: focus[0]
    editing.overruled.connect(overruled.append)
    editing.type_at("facts", Entry("我", "我"))
    elsewhere(place, desk, stored, replace(stored, facts="他们的", issues="新"))
    assert editing.case.facts == "我"
    editing.type_at("facts", Entry("我的", "我的"))
    editing.store_now()
    place.tasks.finish()
    assert editing.case.facts == "我的"
    assert values_of(desk, stored, "facts") == ["他们的", "我的"]
    focus[0] = ""
    editing.field_left()
    place.tasks.finish()
    assert (editing.case.facts, editing.case.issues) == ("他们的", "新")
    assert overruled == ["facts"]
    assert values_of(desk, stored, "facts") == ["他们的", "我的"]


def test_leaving_the_field_at_once_after_typing_stores_it_first(place, desk, editing, stored):
    focus = ["facts"]
    editing.place_in_focus = lambda: focus[0]
    editing.type_at("facts", Entry("我", "我"))
    elsewhere(place, desk, stored, replace(stored, facts="他们的"))
    editing.type_at("facts", Entry("我的", "我的"))
    focus[0] = ""
    editing.field_left()
    place.tasks.finish()
    assert values_of(desk, stored, "facts") == ["他们的", "我的"]
    assert not editing.is_dirty


def test_a_value_that_was_settled_while_one_is_in_the_field_says_nothing(
    place, desk, editing, stored
):
    focus, overruled = ["facts"], []
    editing.place_in_focus = lambda: focus[0]
    editing.overruled.connect(overruled.append)
    editing.type_at("facts", Entry("我的", "我的"))
    elsewhere(place, desk, stored, replace(stored, facts="他们的"))
    (conflict,) = desk.conflicts.open(stored.id)
    place.tasks.run(editing, lambda: desk.conflicts.resolve(conflict, "我的"), lambda _: None)
    place.tasks.finish()
    editing.field_left()
    place.tasks.finish()
    assert (editing.case.facts, overruled) == ("我的", [])


def test_a_save_that_finds_news_in_the_database_shows_them(place, desk, editing, stored):
    desk.case_files.save(stored, replace(stored, issues="新"))
    editing.type_at("facts", Entry("甲", "甲"))
    editing.store_now()
    editing.type_at("facts", Entry("甲乙", "甲乙"))
    place.tasks.finish()
    assert (editing.case.issues, editing.case.facts) == ("新", "甲乙")
    editing.store_now()
    place.tasks.finish()
    assert not editing.is_dirty


def test_changes_of_other_cases_are_none_of_our_business(place, desk, editing):
    other = desk.case_files.find("第3号")
    before = editing.case
    place.tasks.run(
        editing, lambda: desk.case_files.save(other, replace(other, facts="x")), lambda _: None
    )
    place.tasks.finish()
    assert editing.case is before


def test_undo_and_redo_reach_the_database(place, desk, editing, stored):
    places = []
    place.undo.travelled.connect(lambda _, at: places.append(at))
    editing.type_at("facts", Entry("甲", "甲"))
    place.undo.undo()
    editing.store_now()
    place.tasks.finish()
    assert in_database(desk, stored).facts == stored.facts
    place.undo.redo()
    assert editing.case.facts == "甲"
    place.undo.redo()
    assert places == ["facts", "facts"]


def test_a_draft_is_stored_at_the_first_word_and_saved_from_then_on(place, desk):
    blank = desk.registration.blank(desk.setup.committee())
    editing = CaseEditing(place, blank, is_stored=False)
    editing.store_now()
    place.tasks.finish()
    assert desk.lookup.count("王五六") == 0
    editing.type_at(f"parties/{blank.parties[0].id}/name", Entry("王五六", "王五六"))
    editing.store_now()
    editing.type_at("facts", Entry("经过", "经过"))
    editing.store_now()
    place.tasks.finish()
    assert desk.lookup.count("王五六") == 1
    assert in_database(desk, blank).facts == "经过"


class Failing:
    """The real files, out of order for a while."""

    def __init__(self, files):
        self._files = files
        self.is_broken = True

    def save(self, shown, wanted, marks=()):
        if self.is_broken:
            raise StorageError(say("磁盘已满"))
        return self._files.save(shown, wanted, marks)

    def open(self, case_id):
        return self._files.open(case_id)


def test_what_could_not_be_stored_is_said_and_stored_later(qtbot, place, desk, stored):
    files = Failing(desk.case_files)
    broken = replace(place, desk=replace(desk, case_files=files))
    editing = CaseEditing(broken, stored)
    states = []
    editing.save_state.connect(states.append)
    editing.type_at("facts", Entry("甲", "甲"))
    editing.store_now()
    place.tasks.finish()
    assert states[-1].step is SaveStep.FAILED
    assert "磁盘已满" in str(states[-1].reason)
    assert editing.is_dirty
    files.is_broken = False
    editing.type_at("facts", Entry("甲乙", "甲乙"))
    editing.store_now()
    qtbot.waitUntil(lambda: not editing.is_dirty)
    assert in_database(desk, stored).facts == "甲乙"


def test_a_day_that_must_be_there_is_never_emptied(editing):
    meeting = editing.case.meetings[0]
    place = f"meetings/{meeting.id}/held_on"
    editing.type_at(place, Entry("", None))
    assert editing.case.meetings[0] == meeting
    editing.type_at(place, Entry("2026-13-1", None, is_read=False))
    assert editing.case.meetings[0] == meeting
    assert editing.case.unfinished[0].text == "2026-13-1"
