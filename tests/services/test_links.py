"""Cases that belong together."""

from dataclasses import replace

import pytest

from mediation_app.domain.cases import CaseId, Link
from tests.builders import a_case


@pytest.fixture
def two(desk):
    """Two registered cases."""
    made = []
    for _ in range(2):
        draft = a_case(id=desk.ids.new(), number="", agreement=None)
        desk.registration.begin(draft)
        made.append(desk.registration.register(draft.id).case)
    return made


def linked_ids(desk, case_id):
    return [each.case_id for each in desk.case_files.open(case_id).links]


def test_a_link_stands_in_both_cases_and_merges_nothing(desk, two):
    one, other = two
    desk.links.link(one.id, other.id, "同一人")
    assert linked_ids(desk, one.id) == [other.id]
    assert linked_ids(desk, other.id) == [one.id]
    for before in two:
        assert replace(desk.case_files.open(before.id), links=()) == before
    (found,) = desk.links.linked(desk.case_files.open(one.id))
    assert found.case.number == other.number == found.link.number
    assert found.link.note == "同一人"


def test_linking_again_or_with_itself_changes_nothing(desk, two):
    one, other = two
    desk.links.link(one.id, other.id)
    desk.links.link(other.id, one.id)
    desk.links.link(one.id, one.id)
    assert linked_ids(desk, one.id) == [other.id]
    assert linked_ids(desk, other.id) == [one.id]


def test_a_link_is_taken_off_on_both_sides(desk, two):
    one, other = two
    desk.links.link(one.id, other.id)
    desk.links.unlink(other.id, one.id)
    assert linked_ids(desk, one.id) == linked_ids(desk, other.id) == []


def test_a_draft_that_is_linked_tells_its_number_when_it_is_registered(desk, two):
    draft = a_case(id=desk.ids.new(), number="", agreement=None)
    desk.registration.begin(draft)
    desk.links.link(draft.id, two[0].id)
    desk.links.link(two[1].id, two[0].id)
    case = desk.registration.register(draft.id).case
    back = desk.case_files.open(two[0].id).links
    assert [each.number for each in back] == [case.number, two[1].number]


def test_a_link_to_a_case_of_another_desk_is_known_by_its_number(desk, two):
    elsewhere = Link("k1", CaseId("elsewhere"), "（2025）他站字第1号")
    imported = Link("k2", CaseId(""), two[1].number)
    draft = a_case(id=desk.ids.new(), number="", agreement=None, links=(elsewhere, imported))
    desk.registration.begin(draft)
    case = desk.registration.register(draft.id).case
    first, second = desk.links.linked(case)
    assert (first.link, first.case) == (elsewhere, None)
    assert second.case == two[1]


def test_each_link_tells_who_made_it_and_when(desk, two):
    one, other = two
    desk.links.link(one.id, other.id)
    desk.links.take_off(one.id, desk.case_files.open(one.id).links[0].id)
    desk.links.link(other.id, one.id, "同一笔贷款")
    for case in two:
        (found,) = desk.links.linked(desk.case_files.open(case.id))
        entry = desk.case_files.history(case.id)[-1]
        assert (found.by, found.at) == (desk.author, entry.saved_at)


def test_a_link_whose_beginning_the_journal_does_not_know_tells_nobody(desk, two):
    (found,) = desk.links.linked(replace(two[0], links=(Link("k1", two[1].id),)))
    assert (found.by, found.at) == ("", None)
    assert desk.links.linked(two[0]) == ()


def test_a_link_that_was_taken_off_comes_back_on_both_sides_as_it_was(desk, two):
    one, other = two
    desk.links.link(one.id, other.id, "同一人")
    before = [desk.case_files.open(each.id) for each in two]
    taken = desk.links.take_off(one.id, before[0].links[0].id)
    assert taken.changes.case_ids == {one.id, other.id}
    assert linked_ids(desk, one.id) == linked_ids(desk, other.id) == []
    for _ in range(2):
        desk.links.put_back(taken.links)
        assert [desk.case_files.open(each.id) for each in two] == before


def test_a_link_to_a_case_that_is_elsewhere_is_taken_off_here(desk, two):
    elsewhere = Link("k1", CaseId("elsewhere"), "（2025）他站字第1号")
    imported = Link("k2", CaseId(""), two[1].number)
    draft = a_case(id=desk.ids.new(), number="", agreement=None, links=(elsewhere, imported))
    desk.registration.begin(draft)
    taken = desk.links.take_off(draft.id, "k2")
    assert desk.case_files.open(draft.id).links == (elsewhere,)
    desk.links.put_back(taken.links)
    assert desk.case_files.open(draft.id).links == (elsewhere, imported)
    assert desk.links.unlink(draft.id, CaseId("elsewhere")).links == ((draft.id, elsewhere),)
    assert desk.case_files.open(draft.id).links == (imported,)
