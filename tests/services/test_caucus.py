"""The private notes of whoever sits at this desk."""

from mediation_app.domain.cases import CaseId
from mediation_app.domain.quick_notes import read_quick_note
from mediation_app.services.caucus import Caucus
from tests.fakes.caucus import MemoryCaucusNotes
from tests.fakes.environment import CountedIds, SteppingClock

CASE = CaseId("c1")
QUICK = read_quick_note("@甲 #底线 15000", is_apart=True)


def the_notes_of(person, notes, account=""):
    return Caucus(notes, lambda: person, account or person, SteppingClock(), CountedIds())


def test_what_is_noted_comes_back_to_the_author_alone():
    notes = MemoryCaucusNotes()
    mine = the_notes_of("刘洋", notes)
    kept = mine.keep(mine.note(CASE, "m1", QUICK))
    assert (kept.author, kept.side, kept.tag, kept.text) == ("刘洋", "甲", "底线", "15000")
    assert mine.of_case(CASE) == (kept,)
    assert the_notes_of("周静", notes).of_case(CASE) == ()
    mine.forget(kept)
    assert mine.of_case(CASE) == ()


def test_a_line_being_typed_is_kept_until_it_is_empty():
    mine = the_notes_of("刘洋", MemoryCaucusNotes())
    mine.keep_draft(CASE, "m1", "@我 还没写完")
    (draft,) = mine.of_case(CASE)
    assert draft.is_draft
    assert draft.text == "@我 还没写完"
    mine.keep_draft(CASE, "m1", " ")
    assert mine.of_case(CASE) == ()


def test_who_gets_a_name_at_the_centre_keeps_the_notes_written_before():
    notes = MemoryCaucusNotes()
    before = the_notes_of("ly", notes)
    kept = before.keep(before.note(CASE, "m1", QUICK))
    connected = the_notes_of("刘洋", notes, account="ly")
    assert connected.of_case(CASE) == (kept,)
    connected.forget(kept)
    assert connected.of_case(CASE) == ()
