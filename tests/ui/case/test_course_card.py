"""What stops, lengthens and starts limits, as people write it down."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.cases import Outcome
from mediation_app.domain.courses import Course
from tests.ui.case.fields_of_case import field_of, stored
from tests.ui.keyboard import type_into


def open_running(open_case):
    """Return the screen of a case in mediation, accepted on 2026-03-02."""
    view = open_case("第20号")
    running = replace(
        view.case, accepted_on=date(2026, 3, 2), agreement=None, visit=None, course=Course()
    )
    view.editing.put(replace(running, outcome=Outcome.PENDING))
    view.show_section("mediation")
    return view


def mediation_limit(view, desk):
    return next(
        each for each in desk.limits.of_case(view.case) if each.rule.key == "mediation"
    ).deadline


def set_day(view, place, text):
    field = field_of(view, place)
    field.line.selectAll()
    type_into(field.line, text)


def test_a_pause_begins_today_and_is_ended_by_its_last_day(open_case, desk):
    view = open_running(open_case)
    view.section("mediation").course.add_pause()
    (pause,) = view.case.course.pauses
    assert pause.from_on == desk.clock.today()
    assert view.binding.field_at(f"course/pauses/{pause.id}/to_on").is_active
    set_day(view, f"course/pauses/{pause.id}/from_on", "2026-3-10")
    assert mediation_limit(view, desk).is_standing
    set_day(view, f"course/pauses/{pause.id}/to_on", "2026-3-12")
    set_day(view, f"course/pauses/{pause.id}/reason", "鉴定")
    assert mediation_limit(view, desk).last_day_on == date(2026, 4, 4)
    (pause,) = stored(view).course.pauses
    assert (pause.to_on, pause.reason) == (date(2026, 3, 12), "鉴定")


def test_a_day_that_was_emptied_stops_nothing_and_the_case_is_stored(open_case, desk):
    view = open_running(open_case)
    view.section("mediation").course.add_pause()
    (pause,) = view.case.course.pauses
    field = field_of(view, f"course/pauses/{pause.id}/from_on")
    field.line.selectAll()
    field.line.clear()
    field.line.textEdited.emit("")
    assert stored(view).course.pauses[0].from_on is None
    assert not mediation_limit(view, desk).is_standing


def test_an_extension_counts_when_both_sides_have_agreed(open_case, desk):
    view = open_running(open_case)
    view.section("mediation").course.add_extension()
    (extension,) = view.case.course.extensions
    place = f"course/extensions/{extension.id}"
    set_day(view, f"{place}/days", "10")
    set_day(view, f"{place}/agreed_on", "2026-3-20")
    field_of(view, f"{place}/applicants_agree").box.click()
    assert mediation_limit(view, desk).refused
    field_of(view, f"{place}/respondents_agree").box.click()
    assert mediation_limit(view, desk).last_day_on == date(2026, 4, 11)
    assert stored(view).course.extensions[0].respondents_agree


def test_a_milestone_starts_its_limits_and_an_unknown_one_says_so(open_case, desk):
    view = open_running(open_case)
    view.section("mediation").course.add_milestone()
    (milestone,) = view.case.course.milestones
    place = f"course/milestones/{milestone.id}"
    set_day(view, f"{place}/event", "收到确认裁定")
    set_day(view, f"{place}/happened_on", "2026-3-20")
    assert "party_objection" in [each.rule.key for each in desk.limits.of_case(view.case)]
    set_day(view, f"{place}/event", "看错了")
    field = view.binding.field_at(f"{place}/event")
    field.refresh_remark()
    assert field.remark.text() == "时限表中没有这一事项，不会起算任何期限"


def test_every_running_limit_stands_there_and_follows_what_is_typed(open_case, desk):
    view = open_running(open_case)
    card = view.section("mediation").course
    shown = [card.limits.itemAt(no).widget() for no in range(card.limits.count())]
    limits = desk.limits.of_case(view.case)
    assert len(shown) == len(limits) > 1
    card.add_milestone()
    assert [card.limits.itemAt(no).widget() for no in range(card.limits.count())] == shown
    card.add_pause()
    (pause,) = view.case.course.pauses
    set_day(view, f"course/pauses/{pause.id}/from_on", "2026-3-10")
    words = [card.limits.itemAt(no).widget().text() for no in range(card.limits.count())]
    assert "调解期限 中止，剩 23 天" in words


def test_each_item_can_be_taken_away(open_case):
    view = open_running(open_case)
    card = view.section("mediation").course
    card.add_pause()
    card.add_extension()
    card.add_milestone()
    for listing in Course.__slots__:
        (item,) = getattr(view.case.course, listing)
        card._remover(listing, item.id)()
    assert view.case.course == Course()
