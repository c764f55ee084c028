"""After a crash the next window shows what was typed last, and the way there."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from mediation_app.domain.cases import Unfinished
from tests.services.test_recovery import crash
from ui.pages import Tone
from ui.recovered import RecoveredPanel, changed_parts


@pytest.fixture
def crashed(desk):
    """Return what types something and lets the window end without being closed."""

    def typed(*edits):
        desk.recovery.begin()
        for number, facts in edits:
            case = desk.case_files.find(number)
            desk.case_files.save(case, replace(case, **facts))
        crash(desk)

    return typed


def notice(window):
    found = [each for each in window.messages.notices() if each.message.topic == "recovered"]
    return found[0].message if found else None


def panel_of(window):
    notice(window).on_action()
    (panel,) = window.findChildren(RecoveredPanel)
    return panel


def words_on(panel):
    parts = [*panel.findChildren(QLabel), *panel.findChildren(QPushButton)]
    return "\n".join(each.text() for each in parts)


def button_of(panel, text):
    return next(each for each in panel.findChildren(QPushButton) if text in each.text())


def test_after_a_proper_end_nothing_is_said(window):
    assert notice(window) is None


def test_the_fields_typed_last_are_shown_with_before_and_after(crashed, place, open_window):
    crashed(("第1号", {"facts": "新的经过"}), ("第3号", {"issues": "新的争议"}))
    window = open_window(place)
    assert "上次没有正常关闭；以下内容已恢复：2 件 2 处" in notice(window).text
    panel = panel_of(window)
    told = words_on(panel)
    assert "一切都在" in panel.summary.text()
    assert "→ 新的经过" in told
    assert "→ 新的争议" in told
    button_of(panel, "纠纷简要情况").click()
    place.tasks.finish()
    view = window.stack.page_in_front().view
    assert view.case.facts == "新的经过"
    assert view.list.chosen == "facts"


def test_a_click_leads_to_a_field_of_the_case_that_is_open_already(crashed, place, open_window):
    crashed(("第1号", {"facts": "新的经过", "unfinished": (Unfinished("claim", "12.3.4"),)}))
    window = open_window(place)
    window.open_case(place.desk.case_files.find("第1号").id)
    place.tasks.finish()
    button_of(panel_of(window), "未完成的输入").click()
    assert window.stack.page_in_front().view.list.chosen == "facts"


def test_a_draft_that_nobody_registered_can_be_continued(crashed, desk, place, open_window):
    crashed()
    desk.recovery.begin()
    draft = desk.registration.blank(desk.setup.committee())
    desk.registration.begin(replace(draft, facts="半句话"))
    committee = desk.setup.committee()
    desk.setup.save(committee, replace(committee, phone="0532-1"))
    crash(desk)
    window = open_window(place)
    assert "未登记的草稿 1 件" in notice(window).text
    panel = panel_of(window)
    assert "0532-1" in words_on(panel)
    button_of(panel, "未登记的草稿").click()
    place.tasks.finish()
    assert window.stack.page_in_front().view.case.facts == "半句话"


def test_the_settings_are_opened_for_what_was_typed_there(desk, place, open_window):
    desk.recovery.begin()
    committee = desk.setup.committee()
    desk.setup.save(committee, replace(committee, phone="0532-1", recorder="程小雨"))
    crash(desk)
    window = open_window(place)
    button_of(panel_of(window), "电话").click()
    assert window.stack.key_in_front() == "settings"


def test_what_was_changed_since_is_marked(crashed, desk, place, open_window):
    crashed(("第1号", {"facts": "我的"}))
    case = desk.case_files.find("第1号")
    with desk.case_files._units() as work:
        work.cases.save(case, replace(case, facts="别的" * 200), "resolve")
        work.commit()
    panel = panel_of(open_window(place))
    assert "后来又有修改" in words_on(panel)
    assert "一切都在" not in panel.summary.text()


def test_many_fields_are_counted_rather_than_listed(crashed, place, open_window):
    facts = ("facts", "issues", "dispute", "cause", "channel", "category", "subcategory")
    more = ("recorder", "meeting_place", "source", "handler", "provisional_number", "query_code")
    crashed(("第1号", dict.fromkeys((*facts, *more), "新")))
    panel = panel_of(open_window(place))
    assert "另有" in words_on(panel)


def test_a_crash_with_nothing_typed_says_that_all_is_there(crashed, place, open_window):
    crashed()
    window = open_window(place)
    assert "一切都在" in notice(window).text
    assert notice(window).tone is Tone.OK


def test_of_long_texts_the_part_that_was_changed_is_shown():
    long = "申请人持有信用卡。" * 20
    before, after = changed_parts(f"{long}甲{long}", f"{long}乙丙{long}")
    assert before == f"…{long[-12:]}甲{long[:12]}"
    assert after == f"…{long[-12:]}乙丙{long[:12]}"
    assert changed_parts("甲", "乙") == ("甲", "乙")
    assert changed_parts("", long)[1].endswith("…")
