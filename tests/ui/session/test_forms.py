"""The panes of a session: offers, the deal, the record, the end."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority, Offer
from tests.ui.keyboard import type_into
from tests.ui.session.at_the_table import note, stored
from ui.session.offers_pane import OfferCard
from ui.session.page import SessionPage


def offer_of(page, number=-1):
    return stored(page).offers[number]


def card(view, number=-1):
    cards = {each.offer.id: each for each in view.findChildren(OfferCard)}
    return cards[view.case.offers[number].id]


def with_authority(view, authority):
    view.context.editing.put(replace(view.case, authority=authority))


def test_offers_stand_in_rounds_and_say_how_they_stand_to_the_authority(page, started):
    pane = started.pane("offers")
    assert pane._empty.isVisibleTo(pane)
    pane.add("甲")
    pane.add("乙")
    started.go_to(f"offers/{started.case.offers[1].id}/amount")
    type_into(card(started).amount.line, "20000.01")
    assert card(started).badge.text() == "超授权 → 请示"
    assert card(started).reason.text() == "最多可付 20,000.00 元，超出 0.01 元"
    assert [each.round_no for each in stored(page).offers] == [1, 1]
    pane.remove(started.case.offers[0].id)
    assert len(stored(page).offers) == 1


def test_a_quick_note_makes_an_offer_of_so_many_instalments(page, started):
    note(started, "@甲 #方案 1100*24")
    offer = offer_of(page)
    assert (offer.amount, offer.periods, offer.text) == (Money(2640000), 24, "1100*24")
    note(started, "@乙 #方案 当面道歉")
    assert offer_of(page).amount is None


@pytest.mark.parametrize(
    ("field", "typed", "badge"),
    [
        ("waives", "6000", "权限内"),
        ("waives", "6000.01", "超授权 → 请示"),
        ("periods", "24", "权限内"),
        ("periods", "25", "超授权 → 请示"),
    ],
)
def test_a_waiver_and_the_number_of_instalments_flip_the_badge(started, field, typed, badge):
    with_authority(started, Authority(waives_up_to=Money(600000), periods_up_to=24))
    started.pane("offers").add("乙")
    type_into(getattr(card(started), field).line, typed)
    assert card(started).badge.text() == badge


def test_beyond_the_authority_the_agent_asks_and_the_answer_is_noted(page, started):
    note(started, "@乙 #方案 20000.01")
    card(started).ask.click()
    started.tick()
    assert card(started).asked.text().startswith("已请示 0:")
    type_into(card(started).answer.line, "行长同意")
    assert not card(started).asked.isVisibleTo(card(started))
    assert offer_of(page).answer == "行长同意"


def test_the_card_of_the_authority_says_what_it_knows(started):
    pane = started.pane("offers")
    assert "可付 ≤ 20,000.00" in pane.authority.text.text()
    whole = Authority(None, Money(1), 24, "行长", date(2026, 12, 31), "仅本案")
    with_authority(started, whole)
    assert pane.authority.text.text() == (
        "可减免 ≤ 0.01 · 可分期 ≤ 24 期 · 授权人 行长 · 有效至 2026-12-31 · 仅本案"
    )
    with_authority(started, None)
    assert "还没有授权区间卡" in pane.authority.text.text()


def test_an_offer_that_is_gone_is_shown_as_nothing(started):
    note(started, "@乙 #方案 5000")
    shown = card(started)
    started.context.editing.put(replace(started.case, offers=()))
    assert shown.offer == Offer(shown._id)


def test_a_deal_names_what_it_lacks_and_then_becomes_the_agreement(page, started, qtbot):
    note(started, "@乙 #方案 18000")
    card(started).take.click()
    started.fix_deal()
    pane = started.pane("deal")
    assert pane.fields["days"].is_active
    assert "缺少未按期履行的后果" in pane.lacks.text()
    type_into(pane.fields["days"].line, "10")
    assert pane.due.text() == "今天签署，最迟 2026-12-09 付清"
    type_into(pane.fields["consequence"].text_edit, "按日付息")
    started.fix_deal()
    assert pane.lacks.text() == "签署前还需要：大字版、复述确认"
    for box in pane.safeguards.boxes:
        box.click()
    assert pane.asked.text() == "需要的都已做到，会写进笔录"
    with qtbot.waitSignal(started.message):
        started.fix_deal()
    case = stored(page)
    assert case.agreement.amount == Money(1800000)
    assert case.offers[0].is_accepted
    assert "已写入协议" in pane.done.text()
    assert "18000.00" in case.meetings[0].record
    assert card(started).take.text() == "已成交"


def test_doubtful_capacity_asks_for_a_note_of_the_head(started):
    meetings = tuple(replace(each, doubts=()) for each in started.case.meetings)
    with_needs = replace(started.case, needs=(), meetings=meetings)
    started.context.editing.put(with_needs)
    pane = started.pane("deal")
    assert pane.asked.text() == "没有注意到需要特别照顾的情况"
    pane.doubts.boxes[-1].click()
    assert pane.head_note.isVisibleTo(pane)
    assert "法定代理人到场" in pane.asked.text()
    pane.doubts.activate()
    assert pane.doubts.boxes[0].hasFocus() or not pane.doubts.boxes[0].isVisible()


def test_a_record_is_drafted_again_and_undo_brings_back_the_old_one(page, started, place):
    pane = started.pane("record")
    note(started, "@甲 #诉求 赔52000")
    pane.draft.click()
    assert stored(page).meetings[0].record == "申请人王桂兰（诉求）：赔52000。"
    assert pane.draft.text() == "重新起草（可撤销）"
    place.undo.undo()
    assert stored(page).meetings[0].record == ""


def test_the_end_wants_a_reason_and_offers_the_facts_that_were_noted(page, started):
    pane = started.pane("ending")
    assert not pane.undisputed.isVisibleTo(pane)
    pane.add_fact()
    type_into(pane.fact, "合同签于2025年3月1日")
    pane.add_fact()
    (box,) = pane.undisputed.boxes
    assert box.isChecked()
    assert stored(page).termination.undisputed == ("合同签于2025年3月1日",)
    started.fail()
    assert pane.reason.remark.text() == "请选择终结原因"


def test_a_refused_end_is_told(page, started, desk, qtbot):
    type_into(started.pane("ending").reason.line, "分歧较大")
    stored(page)
    desk.case_files.delete(started.case.id, "试")
    with qtbot.waitSignal(started.message) as told:
        started.fail()
        page.place.tasks.finish()
    assert told.args[0].text


def test_a_session_that_was_taken_away_elsewhere_shows_an_empty_one(started):
    started.context.editing.put(replace(started.case, meetings=()))
    assert started.table.meeting.notes == ()
    started.tick()


def test_a_fact_that_was_not_added_yet_is_there_again(page, started, desk, place_of, qtbot):
    type_into(started.pane("ending").fact, "合同签于2025年3月1日")
    page.place.drafts.store_now()
    stored(page)
    again = SessionPage(place_of(desk))
    qtbot.addWidget(again)
    again.enter("wang")
    again.place.tasks.finish()
    pane = again.view.pane("ending")
    again.place.tasks.finish()
    assert pane.fact.text() == "合同签于2025年3月1日"
    assert not pane.kept.note.isHidden()
    pane.add_fact()
    again.place.tasks.finish()
    assert desk.drafts.all() == ()
    again.second.close()


def test_an_offer_that_was_just_noted_comes_into_sight(page, started, qtbot):
    page.window().resize(1366, 620)
    pane = started.pane("offers")
    for number in range(1, 9):
        note(started, f"@甲 #方案 {number}000")

    def is_in_sight():
        last = card(started)
        place = last.mapTo(pane.viewport(), last.rect().bottomLeft()).y()
        return 0 < place <= pane.viewport().height()

    qtbot.waitUntil(is_in_sight)
