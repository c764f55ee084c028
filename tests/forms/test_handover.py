"""The sheet that both colleagues sign."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mediation_app.domain.handovers import HandoverRow, HandoverSheet
from tests.forms.reading import packed, page_texts, whole_text

ROW = HandoverRow(
    "（2026）云临金人调字第1号",
    "顾喆安 / 云汀银行",
    "调解",
    "调解会 09:30 调解室1",
    date(2026, 11, 25),
    "寄清单（答应顾喆安） 2026-11-24",
    "等银行：补章",
)


def a_sheet(**facts):
    usual: dict[str, Any] = {
        "committee": "滨澜市临江区金融消费纠纷人民调解委员会",
        "station": "临江工作站",
        "person": "刘洋",
        "deputy": "周静",
        "from_on": date(2026, 11, 23),
        "to_on": date(2026, 11, 27),
        "rows": (ROW,),
    }
    return HandoverSheet(**(usual | facts))


def test_the_sheet_says_who_hands_what_to_whom_until_when(renderer):
    text = packed(whole_text(renderer.render_handover(a_sheet())))
    for words in (
        *("交接清单", "刘洋 → 周静", "2026年11月23日起至2026年11月27日", "共 1 件"),
        *("调解室1", "寄清单", "等银行：补章", "交出人签名", "接手人签名"),
    ):
        assert packed(words) in text


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"to_on": None}, "长期"),
        ({"deputy": ""}, "（未定）"),
        ({"rows": ()}, "名下没有未办结的事项"),
    ],
)
def test_what_is_open_is_said(renderer, facts, words):
    assert packed(words) in packed(whole_text(renderer.render_handover(a_sheet(**facts))))


def test_a_day_stays_whole_on_the_sheet(renderer):
    days = [date(2028, 8, day) for day in range(1, 31)]
    rows = tuple(replace(ROW, next_on=day, promised=f"寄清单 {day}") for day in days)
    pages = "\n".join(page_texts(renderer.render_handover(a_sheet(rows=rows))))
    assert [pages.count(day.isoformat()) for day in days] == [2] * len(days)
