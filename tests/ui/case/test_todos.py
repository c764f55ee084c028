"""What was promised in a case, and for whom somebody waits."""

from dataclasses import replace

from mediation_app.domain.todos import Todo


def todo_in(view):
    (found,) = view.case.todos
    return found


def card(view):
    return view.section("overview").todos


def typed(view, place, text):
    field = view.binding.field_at(place)
    field.line.setText(text)
    field.line.textEdited.emit(text)


def test_a_promise_says_to_whom_what_and_until_when(open_case, place):
    case_view = open_case("第1号")
    card(case_view).add_promise()
    made = todo_in(case_view)
    assert made.asked_on == place.desk.clock.today()
    assert case_view.binding.place_in_focus() == f"todos/{made.id}/text"
    typed(case_view, f"todos/{made.id}/text", "寄账单")
    typed(case_view, f"todos/{made.id}/promised_to", "顾喆安")
    typed(case_view, f"todos/{made.id}/due_on", "2026-12-01")
    found = todo_in(case_view)
    assert (found.text, found.promised_to) == ("寄账单", "顾喆安")
    assert found.due_on.isoformat() == "2026-12-01"
    assert case_view.binding.field_at(f"todos/{made.id}/waits_for") is None


def test_a_wait_says_for_whom_for_what_and_since_when(open_case):
    case_view = open_case("第1号")
    card(case_view).add_wait()
    made = todo_in(case_view)
    assert case_view.binding.place_in_focus() == f"todos/{made.id}/waits_for"
    typed(case_view, f"todos/{made.id}/waits_for", "人民法院")
    typed(case_view, f"todos/{made.id}/waits_for", "")
    assert case_view.binding.field_at(f"todos/{made.id}/waits_for") is not None
    assert todo_in(case_view).waits_for == ""


def test_a_thing_that_was_never_to_be_done_can_be_taken_away(open_case):
    case_view = open_case("第1号")
    card(case_view).add_promise()
    card(case_view).remove(todo_in(case_view).id)
    assert case_view.case.todos == ()


def test_what_is_done_stands_below_what_is_open(open_case):
    case_view = open_case("第1号")
    today = case_view.place.desk.clock.today()
    todos = (Todo("done", "一", done_on=today), Todo("open", "二"))
    case_view.editing.put(replace(case_view.case, todos=todos))
    case_view.show_section("overview")
    card(case_view).cards.complete()
    assert list(card(case_view).cards._wanted) == ["open", "done"]
