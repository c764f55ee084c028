"""What the fold keeps to whatever is edited, and whoever had seen what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.fold import (
    DELETED,
    SEAL,
    Edit,
    Write,
    disputes,
    fold,
)
from db.states import read_state, state_text
from mediation_app.domain.conflicts import ConflictKind
from mediation_app.domain.journal import FieldChange
from tests.db.folding import EVERYTHING, edit

PATHS = ("facts", "parties/b", "parties/b/name", "agreement", "agreement/x", SEAL, DELETED, "x")
VALUES = st.sampled_from([None, "甲", "乙", 1, 2, True])


@st.composite
def histories(draw, most=9):
    """Return a log whose authors had each seen some of what was before, with that truth."""
    edits: list[Edit] = []
    for by in range(1, draw(st.integers(1, most)) + 1):
        seen_seq = draw(st.integers(0, by - 1))
        others = draw(st.sets(st.integers(1, by - 1), max_size=3)) if by > 1 else set()
        paths = draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=3, unique=True))
        changes = tuple(FieldChange(path, draw(VALUES), draw(VALUES)) for path in paths)
        edits.append(Edit(by, changes, seen_seq, frozenset(others)))
    return edits


@given(histories(), st.integers(0, 9))
def test_folding_on_is_folding_from_the_beginning(log, cut):
    assert fold(fold({}, log[:cut]), log[cut:]) == fold({}, log)


@given(histories())
def test_a_stored_state_is_folded_on_as_the_one_in_memory(log):
    half = len(log) // 2
    stored = read_state(state_text(fold({}, log[:half])))
    assert fold(stored, log[half:]) == fold({}, log)


@given(histories())
def test_no_register_is_without_a_write_and_no_dispute_without_two_values(log):
    state = fold({}, log)
    assert all(state.values())
    for dispute in disputes(state):
        assert len(dispute.writes) > 1
        assert dispute.writes[0].value == state[dispute.path][0].value


@given(histories())
def test_a_value_leaves_only_when_a_later_author_had_seen_it(log):
    """The truth is kept by the test itself, from what each author had seen."""
    state = fold({}, log)
    for made in log:
        for change in made.changes:
            if any(change.path.startswith(f"{each.path}/") for each in made.changes):
                continue
            if change.path.startswith("agreement") or change.path == SEAL:
                continue
            replaced = [
                later
                for later in log
                if later.by > made.by
                and later.has_seen(Write(None, made.by))
                and any(each.path == change.path for each in later.changes)
            ]
            is_there = any(each.by == made.by for each in state[change.path])
            assert is_there or replaced


@given(histories())
def test_what_is_sealed_never_changes_its_first_value(log):
    at = next(
        (
            place
            for place, each in enumerate(log)
            if any(change.path == SEAL and change.after is not None for change in each.changes)
        ),
        None,
    )
    if at is None:
        return
    sealed = fold({}, log[: at + 1])
    later = fold(sealed, [e for e in log[at + 1 :] if all(c.path != SEAL for c in e.changes)])
    for path in ("agreement", "agreement/x"):
        first = sealed.get(path, (None,))[0]
        last = later.get(path, (None,))[0]
        assert (first and first.value) == (last and last.value)


@given(histories(), st.data())
def test_the_log_alone_decides_however_it_arrived(log, data):
    """Unsent entries come and go on top of it; once they are placed, nothing of them remains."""
    known = data.draw(st.integers(0, len(log)))
    placed = fold({}, log[:known])
    local = [
        Edit(-number, each.changes, min(each.seen_seq, known), frozenset())
        for number, each in enumerate(log[known:], start=1)
    ]
    fold(placed, local)
    assert fold(placed, log[known:]) == fold({}, log)


@given(histories())
def test_a_settlement_by_who_saw_all_ends_every_dispute_but_those_about_a_seal(log):
    state = fold({}, log)
    for number, dispute in enumerate(disputes(state), start=len(log) + 1):
        if dispute.kind is ConflictKind.SEALED:
            continue
        change = FieldChange(dispute.path, dispute.writes[0].value, dispute.writes[-1].value)
        state = fold(state, [Edit(number, (change,), EVERYTHING)])
        assert dispute.path not in {each.path for each in disputes(state)}


@pytest.mark.parametrize("value", [None, "甲"])
def test_folding_nothing_changes_nothing(value):
    state = fold({}, [edit(1, x=value)])
    assert fold(state, []) == state
