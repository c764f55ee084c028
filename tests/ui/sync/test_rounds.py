"""What happened in rounds of sync, on its page."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from mediation_app.domain.journal import FieldChange
from mediation_app.domain.syncing import SetAside, SyncRound
from mediation_app.sentences import say
from tests.ui.sync.test_page import NOW, ONLINE, texts
from ui.sync_words import round_words


def a_round(minutes, **facts):
    began = NOW - timedelta(minutes=minutes)
    return SyncRound(began, began + timedelta(seconds=2), **facts)


def test_rounds_are_sentences(page):
    assert page is not None
    said = [
        round_words(each)
        for each in (
            a_round(1, sent=3, received=2, conflicts_new=1),
            a_round(2),
            a_round(3, refused=1, given_back=2, cases_changed=1200),
            a_round(4, sent=1, trouble=say("连接中断")),
        )
    ]
    assert said == [
        "上传 3 项，收到 2 项，1 处冲突",
        "没有新内容",
        "更新 1,200 件案件，1 项未被接受，归还中心库丢失的 2 项",
        "上传 1 项，没有完成：连接中断",
    ]


def test_the_history_can_be_narrowed_to_trouble(told, page, synchroniser):
    assert page.table.isHidden()
    good, bad = a_round(1, sent=1), a_round(2, trouble=say("连接中断"))
    synchroniser.history = (good, bad)
    told(ONLINE)
    assert page.model.rounds == (good, bad)
    page.only_troubled.click()
    assert page.model.rounds == (bad,)
    synchroniser.history = (good,)
    told(replace(ONLINE, to_send=1))
    assert page.model.rounds == ()
    assert "没有需要处理的记录" in texts(page)


def test_what_the_centre_refused_is_shown_with_its_reason_and_its_case(
    qtbot, told, page, synchroniser, desk
):
    case = desk.case_files.find("第1号")
    changes = (FieldChange("agreement/amount", 620008, 618000),)
    synchroniser.refused = tuple(
        SetAside(f"o{no}", case.id, case.number, "刘洋", NOW, say("案件已移交"), changes)
        for no in range(22)
    )
    told(replace(ONLINE, set_aside=22))
    said = texts(page.refused)
    now = case.agreement.amount.grouped
    wanted = {"案件已移交", f"金额：“{now}” 改为 “6,180.00”", "另有 2 项", case.number}
    assert wanted <= set(said)
    links = [each for each in page.refused.findChildren(QAbstractButton) if each.isVisible()]
    with qtbot.waitSignal(page.case_chosen) as chosen:
        links[0].click()
    assert chosen.args == [case.id]
