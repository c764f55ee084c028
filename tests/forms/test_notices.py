"""What a notice of a meeting says, and how it stands on its sheet."""

from dataclasses import replace
from datetime import date

import pytest

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.documents import About, FormKind
from mediation_app.domain.materials import Material
from mediation_app.domain.query_codes import group_query_code
from tests.forms.journeys import CODE, issued, journey_snapshots, sun
from tests.forms.reading import lacking, packed, page_texts


@pytest.fixture(scope="module")
def text(renderer):
    return {
        name: packed("".join(page_texts(renderer.render(snapshot))))
        for name, snapshot in journey_snapshots()
        if name.startswith("J3-notice")
    }


def test_a_notice_speaks_to_its_addressee(text):
    assert (
        lacking(text["J3-notice"], ["孙浩：您与海岳银行股份有限公司崂山支行的", "还款流水"]) == []
    )
    assert "领用合约" not in text["J3-notice"]
    bank = text["J3-notice-bank"]
    assert lacking(bank, ["崂山支行：贵单位与孙浩的", "领用合约", "授权委托书", "营业执照"]) == []
    for notice in (text["J3-notice"], bank):
        values = ["2026年11月26日（星期四）14:00—15:30", "现场：调解室1", "刘洋", "便民设施"]
        assert lacking(notice, [*values, group_query_code(CODE)]) == []


def test_a_notice_without_room_or_materials_says_what_it_knows(renderer):
    planned = Appointment("ap1", date(2026, 11, 26), room="", way="视频", invited=("p1",))
    case = sun(appointments=(planned,), materials=(), query_code="", mediators=("沈砚秋",))
    notice = packed("".join(page_texts(renderer.render(issued(FormKind.MEETING_NOTICE, case)))))
    assert lacking(notice, ["地点视频调解员沈砚秋", "与纠纷有关的合同"]) == []
    assert "二维码" not in notice
    open_way = replace(planned, way="", room="调解室2")
    case = sun(appointments=(open_way,))
    notice = packed("".join(page_texts(renderer.render(issued(FormKind.MEETING_NOTICE, case)))))
    assert "地点调解室2（滨海市" in notice


def test_the_room_for_the_seal_of_a_notice_stands_below_what_a_party_may_do(renderer):
    counts = []
    for count in range(12):
        asked = tuple(
            Material(f"m{no}", f"材料{no}", need="必须", owed_by="被申请人") for no in range(count)
        )
        notice = issued(FormKind.MEETING_NOTICE, sun(materials=asked), About("ap1", "p2"))
        pages = page_texts(renderer.render(notice))
        assert "（印章）" in pages[-1]
        assert "参加调解是自愿的" in packed(pages[-1])
        counts.append(len(pages))
    assert counts[:3] == [1, 1, 1]
    assert counts[-1] == 2


def test_a_notice_says_its_address_once(text):
    assert text["J3-notice"].count("滨海市崂山区海岳路18号2楼") == 1
