"""What the session desk may rely on, whichever memory there is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import StatementError

from db.caucus import SqlCaucusNotes
from mediation_app.domain.cases import CaseId
from mediation_app.domain.caucus import CaucusNote, draft_id
from tests.fakes.caucus import MemoryCaucusNotes

SAID_AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
NOTE = CaucusNote("n1", CaseId("c1"), "m1", "刘洋", "甲", "底线", "15000 MARK-7732", SAID_AT)


@pytest.fixture(params=["memory", "sqlcipher"])
def notes(request):
    if request.param == "memory":
        return MemoryCaucusNotes()
    database = request.getfixturevalue("database")
    return SqlCaucusNotes(database.engine, database.turns)


def test_a_note_comes_back_as_it_was_to_its_author(notes):
    notes.put(NOTE)
    assert notes.of_case("刘洋", CaseId("c1")) == (NOTE,)


def test_nobody_else_and_no_other_case_gets_it(notes):
    notes.put(NOTE)
    assert notes.of_case("周静", CaseId("c1")) == ()
    assert notes.of_case("刘洋", CaseId("c2")) == ()


def test_the_oldest_comes_first_and_one_takes_its_own_place(notes):
    earlier = replace(NOTE, id="n9", said_at=SAID_AT.replace(hour=1))
    changed = replace(NOTE, text="16000")
    for each in (NOTE, earlier, changed):
        notes.put(each)
    assert notes.of_case("刘洋", CaseId("c1")) == (earlier, changed)


def test_only_an_own_note_is_removed(notes):
    notes.put(NOTE)
    notes.remove("周静", "n1")
    assert notes.of_case("刘洋", CaseId("c1")) == (NOTE,)
    notes.remove("刘洋", "n1")
    notes.remove("刘洋", "n1")
    assert notes.of_case("刘洋", CaseId("c1")) == ()


def test_no_text_of_a_note_shows_in_a_repr():
    assert "MARK" not in repr(NOTE)
    assert "底线" not in repr(NOTE)
    assert not NOTE.is_draft
    assert replace(NOTE, id=draft_id("m1")).is_draft


def test_an_error_of_the_database_quotes_nothing(database):
    notes = SqlCaucusNotes(database.engine, database.turns)
    with pytest.raises(StatementError) as caught:
        notes.put(replace(NOTE, side=object()))  # type: ignore[arg-type]
    assert "MARK" not in str(caught.value)


def test_a_note_makes_no_entry_in_the_journal(database):
    SqlCaucusNotes(database.engine, database.turns).put(NOTE)
    assert database.queries().verify().record_count == 0
