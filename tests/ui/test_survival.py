"""What is typed survives a colleague, a step and another page, each in the midst of typing."""

from dataclasses import replace

import pytest

from mediation_app.domain.transitions import Action
from tests.ui.keyboard import type_into


@pytest.fixture
def view(window):
    window.open_case(window._place.desk.case_files.find("第1号").id)
    window._place.tasks.finish()
    return window.stack.page_in_front().view


def stored(view):
    return view.place.desk.case_files.open(view.case.id)


def finish(view):
    view.editing.store_now()
    view.place.tasks.finish()
    view.place.tasks.finish()


def test_a_colleagues_edit_of_another_field_leaves_the_half_sentence(view):
    view.go_to("facts")
    type_into(view.binding.field_at("facts").text_edit, "写到一半")
    place, now = view.place, stored(view)
    files = place.desk.case_files
    place.tasks.run(place.tasks, lambda: files.save(now, replace(now, issues="x")), lambda _: None)
    place.tasks.finish()
    finish(view)
    assert "写到一半" in view.case.facts
    assert ("写到一半" in stored(view).facts, stored(view).issues) == (True, "x")


def test_a_step_taken_in_the_midst_of_typing_takes_it_along(view):
    view.go_to("facts")
    type_into(view.binding.field_at("facts").text_edit, "写到一半")
    view.place.tasks.finish()
    view.taking.take(Action.SUSPEND, "等鉴定结论")
    finish(view)
    assert "写到一半" in stored(view).facts
    assert "写到一半" in view.case.facts


def test_the_window_that_is_closed_stores_the_last_letter(window, view):
    view.go_to("meeting_place")
    type_into(view.binding.field_at("meeting_place").line, "末")
    window.close()
    assert "末" in stored(view).meeting_place
