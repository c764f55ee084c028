"""The desk of a session: notes, offers, the customer's window."""

from tests.ui.session.at_the_table import note, stored


def test_a_session_begins_with_those_who_are_there(page):
    page.enter("wang")
    page.place.tasks.finish()
    assert [box.isChecked() for box in page.start.present.boxes] == [True, True, True]
    page.start.present.boxes[2].click()
    page.start.begin.click()
    page.place.tasks.finish()
    (meeting,) = stored(page).meetings
    assert (meeting.present, meeting.appointment_id) == (("p1", "p2"), "a1")
    assert meeting.began_at is not None


def test_a_quick_note_goes_to_its_side(page, started):
    note(started, "@甲 #诉求 赔52000")
    (meeting,) = stored(page).meetings
    (kept,) = meeting.notes
    assert (kept.side, kept.tag, kept.text) == ("甲", "诉求", "赔52000")
