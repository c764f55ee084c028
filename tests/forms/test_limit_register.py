"""The register of a day's limits on paper."""

from dataclasses import replace
from datetime import date

from mediation_app.domain.limit_register import LimitRegister, RegisterRow
from tests.forms.reading import opened, packed, page_texts, whole_text

DAY = date(2026, 11, 23)


def a_row(number):
    return RegisterRow(
        f"（2026）云临金人调字第{number}号",
        "顾喆安 / 云汀银行股份有限公司临江支行",
        "司法确认申请期限",
        date(2026, 10, 24) if number % 2 else None,
        DAY,
        "《人民调解法》第三十三条",
        "沈砚秋",
        "在办",
    )


def a_register(count):
    rows = tuple(map(a_row, range(1, count + 1)))
    return LimitRegister(
        "临江区人民调解委员会", "临江工作站", "今日登记 1 项", DAY, rows, is_of_day=True
    )


def test_every_fact_of_every_line_is_on_the_sheet(renderer):
    text = whole_text(renderer.render_register(a_register(2)))
    for each in ("案号", "当事人", "时限", "起算", "届满", "依据", "经办人", "情况", "签名"):
        assert each in text
    for each in (
        "今日时限登记表",
        "临江区人民调解委员会",
        "临江工作站",
        "2026年11月23日",
        "共2项",
    ):
        assert each in text
    for row in a_register(2).rows:
        assert row.number in text
    for each in ("2026-10-24", "2026-11-23", "《人民调解法》第三十三条", "沈砚秋"):
        assert each in text
    assert packed("顾喆安 / 云汀银行股份有限公司临江支行") in text


def test_a_long_register_repeats_its_head_on_every_page(renderer):
    texts = page_texts(renderer.render_register(a_register(60)))
    assert len(texts) > 2
    assert all("经办人" in text for text in texts)
    assert "（2026）云临金人调字第60号" in packed(texts[-1])


def test_the_sheet_lies_across(renderer):
    with opened(renderer.render_register(a_register(1))) as document:
        width, height = document[0].get_size()
    assert width > height


def test_a_day_without_limits_says_so(renderer):
    text = whole_text(renderer.render_register(a_register(0)))
    assert "今日没有登记的时限，也没有在办的时限" in text


def test_the_list_of_a_board_has_a_title_of_its_own_and_no_standing(renderer):
    text = whole_text(renderer.render_register(replace(a_register(1), is_of_day=False)))
    assert "事项清单" in text
    assert "登记表" not in text
    assert "情况" not in text
    none = whole_text(renderer.render_register(replace(a_register(0), is_of_day=False)))
    assert "没有事项" in none


def test_the_same_register_gives_the_same_bytes(renderer):
    assert renderer.render_register(a_register(3)) == renderer.render_register(a_register(3))


def test_a_day_stays_whole_in_the_register(renderer):
    rows = tuple(
        replace(a_row(1), started_on=date(2028, 8, day), due_on=date(2028, 9, day))
        for day in range(1, 31)
    )
    register = replace(a_register(0), rows=rows)
    pages = "\n".join(page_texts(renderer.render_register(register)))
    days = [day.isoformat() for row in rows for day in (row.started_on, row.due_on)]
    assert [pages.count(day) for day in days] == [1] * len(days)
