"""What one person did is taken back step by step, on whatever page it was."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from mediation_app.domain.agreements import Agreement, Term
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.parties import Party, PartyRole
from mediation_app.domain.todos import Todo
from mediation_app.errors import StorageError
from mediation_app.sentences import say
from tests.builders import a_case, a_person
from tests.db.records import BASIC, amounts, days, ids, listed, optional, texts
from ui.merging import taken_back
from ui.undo import MOST_STEPS, SAME_STEP_MS, Deed, Edit, Undo, subject_of_case


class Screen:
    """A screen that shows one case."""

    def __init__(self, undo, record):
        self.undo = undo
        self.record = record
        self.subject = subject_of_case(record.id)
        undo.attach(self)

    def take(self, record):
        self.record = record

    def edit(self, place, **facts):
        before, self.record = self.record, replace(self.record, **facts)
        self.undo.edited(Edit(self.subject, before, self.record, place))


class Pace:
    """A clock that stands between two looks, unless it is moved."""

    def __init__(self):
        self.now_ms = 0

    def elapsed(self):
        return self.now_ms


@pytest.fixture
def pace():
    return Pace()


@pytest.fixture
def undo(tasks, pace):
    made = Undo(tasks)
    made._clock = pace
    return made


def a_screen(undo, **facts):
    return Screen(undo, a_case(**{"facts": "", "issues": ""} | facts))


def test_typing_on_in_one_field_is_one_step(undo, pace):
    screen = a_screen(undo)
    for text in ("申", "申请", "申请人"):
        screen.edit("facts", facts=text)
        pace.now_ms += 400
    undo.undo()
    assert screen.record.facts == ""
    assert not undo.can_undo


def test_a_pause_or_another_field_begins_a_new_step(undo, pace):
    screen = a_screen(undo)
    screen.edit("facts", facts="a")
    pace.now_ms += SAME_STEP_MS + 1
    screen.edit("facts", facts="ab")
    screen.edit("issues", issues="x")
    undo.undo()
    assert (screen.record.facts, screen.record.issues) == ("ab", "")
    undo.undo()
    assert screen.record.facts == "a"


def test_what_was_undone_can_be_done_again_until_something_new_is_typed(undo):
    screen = a_screen(undo)
    screen.edit("facts", facts="a")
    undo.undo()
    undo.redo()
    assert screen.record.facts == "a"
    undo.undo()
    screen.edit("facts", facts="b")
    assert not undo.can_redo


def test_many_steps_are_kept_and_the_oldest_are_dropped(undo):
    screen = a_screen(undo)
    for number in range(MOST_STEPS + 10):
        screen.edit(f"place {number}", facts=str(number))
    steps = 0
    while undo.can_undo:
        undo.undo()
        steps += 1
    assert steps == MOST_STEPS >= 50
    assert screen.record.facts == "9"


def test_undoing_leaves_alone_what_others_did_meanwhile(undo):
    screen = a_screen(undo)
    screen.edit("facts", facts="mine")
    screen.record = replace(screen.record, issues="theirs")
    undo.undo()
    assert (screen.record.facts, screen.record.issues) == ("", "theirs")


def test_undo_never_overwrites_what_a_colleague_wrote_since_and_says_so(undo):
    said = []
    undo.contested.connect(said.append)
    screen = a_screen(undo, facts="before")
    screen.edit("facts", facts="mine")
    screen.record = replace(screen.record, facts="theirs")
    undo.undo()
    assert screen.record.facts == "theirs"
    assert said[0].places == ("facts",)
    assert not undo.can_redo
    said[0].insist()
    assert screen.record.facts == "before"
    undo.undo()
    assert screen.record.facts == "theirs"


def test_a_person_who_was_added_and_then_edited_by_a_colleague_stays(undo):
    said = []
    undo.contested.connect(said.append)
    screen = a_screen(undo, parties=())
    screen.edit("parties/p9", parties=(a_person(id="p9", name=""),))
    screen.record = replace(screen.record, parties=(a_person(id="p9", name="林知夏"),))
    undo.undo()
    assert screen.record.parties[0].name == "林知夏"
    assert said[0].places == ("parties/p9",)


def test_what_was_removed_comes_back_to_its_place_among_what_others_added(undo):
    people = tuple(a_person(id=each) for each in "abc")
    screen = a_screen(undo, parties=people)
    screen.edit("parties/b", parties=(people[0], people[2]))
    other = a_person(id="d", role=PartyRole.RESPONDENT)
    screen.record = replace(screen.record, parties=(people[0], people[2], other))
    undo.undo()
    assert [each.id for each in screen.record.parties] == ["a", "b", "c", "d"]


def test_a_step_of_a_case_that_is_not_on_screen_waits_until_it_is(undo, qtbot):
    wanted = []
    undo.subject_wanted.connect(wanted.append)
    screen = a_screen(undo)
    screen.edit("facts", facts="a")
    undo.detach(screen)
    undo.undo()
    undo.undo()
    assert wanted == [screen.subject]
    again = Screen(undo, screen.record)
    qtbot.waitUntil(lambda: again.record.facts == "")
    assert undo.can_redo


def test_what_is_forgotten_is_not_taken_back(undo):
    screen = a_screen(undo)
    screen.edit("facts", facts="a")
    undo.detach(screen)
    undo.undo()
    undo.forget(screen.subject)
    undo.undo()
    assert (undo.can_undo, screen.record.facts) == (False, "a")


def test_a_deed_is_taken_back_and_done_again_in_the_database(undo, tasks):
    done, told = [], []
    undo.told.connect(lambda words, is_again: told.append((words, is_again)))
    undo.did(Deed("删除案件", lambda: done.append("back"), lambda: done.append("again")))
    undo.undo()
    undo.undo()
    tasks.finish()
    undo.redo()
    tasks.finish()
    assert done == ["back", "again"]
    assert told == [("删除案件", False), ("删除案件", True)]


_PLAIN = ("facts", "claim", "requests", "filed_on")
_FACTS = ("facts", "claim", "parties", "agreement", "requests", "todos", "filed_on")
small_cases = st.builds(
    Case,
    id=st.just(CaseId("c1")),
    facts=texts,
    claim=optional(amounts),
    parties=listed(st.builds(Party, id=ids, name=texts)),
    agreement=optional(st.builds(Agreement, terms=listed(st.builds(Term, id=ids, text=texts)))),
    requests=BASIC[tuple[str, ...]],
    todos=listed(st.builds(Todo, id=ids, text=texts)),
    filed_on=optional(days),
)


def test_a_deed_that_cannot_be_taken_back_says_why_and_is_a_step_no_more(undo, tasks):
    refused = []
    tasks.refused.connect(refused.append)

    def back():
        raise StorageError(say("磁盘已满"))

    undo.did(Deed("删除案件", back, back))
    undo.undo()
    tasks.finish()
    assert "磁盘已满" in str(refused[0])
    assert not undo.can_undo


@st.composite
def _edited(draw):
    """Return a case after each of some edits, which are random."""
    states = [draw(small_cases)]
    for _ in range(draw(st.integers(1, 4))):
        other = draw(small_cases)
        names = draw(st.sets(st.sampled_from(_FACTS), max_size=4))
        states.append(replace(states[-1], **{each: getattr(other, each) for each in names}))
    return states


@settings(max_examples=40, deadline=None)
@given(_edited())
def test_undo_gives_back_each_exact_earlier_state_and_redo_each_later_one(states):
    undo = Undo.__new__(Undo)
    QObject.__init__(undo)
    undo._done, undo._undone, undo._bearers = [], [], {}
    undo._waits_for = ""
    undo._clock = Pace()  # type: ignore[assignment]
    screen = Screen(undo, states[0])
    states = [each for each, next_one in pairwise([*states, None]) if each != next_one]
    for number, state in enumerate(states[1:]):
        undo.edited(Edit(screen.subject, screen.record, state, f"place {number}"))
        screen.take(state)
    for state in reversed(states[:-1]):
        undo.undo()
        assert screen.record == state
    for state in states[1:]:
        undo.redo()
        assert screen.record == state


@settings(max_examples=40, deadline=None)
@given(small_cases, small_cases, small_cases)
def test_whatever_others_did_a_step_back_changes_only_what_the_step_changed(before, after, now):
    back, places = taken_back(after, before, now)
    for name in _FACTS:
        if getattr(before, name) == getattr(after, name):
            assert getattr(back, name) == getattr(now, name)
        elif getattr(now, name) == getattr(after, name):
            assert getattr(back, name) == getattr(before, name)
        elif name in _PLAIN and getattr(now, name) != getattr(before, name):
            assert getattr(back, name) == getattr(now, name)
            assert name in places


# --- in the window --------------------------------------------------------------


def opened(window, number):
    place = window._place
    window.open_case(place.desk.case_files.find(number).id)
    place.tasks.finish()
    return window.stack.page_in_front().view


def page_at(window, key):
    window.stack.go(key)
    window._place.tasks.finish()
    return window.stack.page_in_front()


def ctrl_z(window):
    keys = QKeySequence("Ctrl+Z")
    next(each for each in window.actions() if keys in each.shortcuts()).trigger()


def test_steps_are_taken_back_across_cases_the_intake_and_settings(window, qtbot):
    place = window._place
    first = opened(window, "第1号")
    was = first.case
    first.editing.put(replace(first.case, facts="甲"), "facts")
    second = opened(window, "第3号")
    second_was = second.case
    second.editing.put(replace(second.case, issues="乙"), "issues")
    draft = page_at(window, "intake").editing
    draft.put(replace(draft.case, facts="丙"), "facts")
    settings = page_at(window, "settings")
    before = settings.record
    QTest.keyClicks(settings.committee.fields["phone"], "9")
    assert settings.record != before
    window.stack.go("cases")
    ctrl_z(window)
    assert window.stack.key_in_front() == "settings"
    assert settings.record == before
    ctrl_z(window)
    assert window.stack.key_in_front() == "intake"
    assert draft.case.facts == ""
    ctrl_z(window)
    assert window.stack.key_in_front() == "case"
    assert window.stack.page_in_front().view.case == second_was
    ctrl_z(window)
    qtbot.waitUntil(lambda: window.stack.page_in_front().view.case == was)
    window.stack.page_in_front().leave()
    place.tasks.finish()
    stored = place.desk.case_files.open
    assert (stored(was.id), stored(second_was.id)) == (was, second_was)


def test_fifty_edits_are_taken_back_after_the_case_was_left_and_opened_again(window, qtbot):
    view = opened(window, "第1号")
    was = view.case
    for number in range(50):
        at = "facts" if number % 2 else "issues"
        view.editing.put(replace(view.case, **{at: f"第{number}稿"}), at)
    opened(window, "第3号")
    window._place.undo.undo()
    qtbot.waitUntil(lambda: window.stack.page_in_front().view.case.id == was.id)
    page = window.stack.page_in_front()
    qtbot.waitUntil(lambda: page.view.case.facts == "第47稿")
    for _ in range(49):
        window._place.undo.undo()
    assert page.view.case == was


def test_a_contested_step_says_what_was_left_alone(window):
    view = opened(window, "第1号")
    place = window._place
    view.editing.put(replace(view.case, facts="我的"), "facts")
    view.editing.store_now()
    place.tasks.finish()
    now = place.desk.case_files.open(view.case.id)
    work = lambda: place.desk.case_files.save(now, replace(now, facts="同事的"))  # noqa: E731
    place.tasks.run(place.tasks, work, lambda _: None)
    place.tasks.finish()
    place.tasks.finish()
    assert view.case.facts == "同事的"
    place.undo.undo()
    assert view.case.facts == "同事的"
    (notice,) = window.messages.notices()
    assert "纠纷简要情况" in notice.message.text
    notice.message.on_action()
    assert view.case.facts == now.facts or view.case.facts != "同事的"
