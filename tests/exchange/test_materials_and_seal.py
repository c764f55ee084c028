"""Materials and closed agreements come and go with the exchange file."""

from datetime import UTC, datetime

import pytest

from mediation_app.domain.materials import MOST_BYTES, Material
from mediation_app.domain.seals import agreement_digest
from mediation_app.exchange.writing import write_case
from tests.exchange.reading_room import read, sample, told, warned

DIGEST = "0123456789abcdef" * 4
FILE = {
    "名称": "银行流水",
    "已收到": True,
    "收到日期": "2026-11-20",
    "文件名": "流水.pdf",
    "文件类型": "application/pdf",
    "文件大小": 1234,
    "文件摘要": DIGEST,
}
AT = "2026-03-09T08:00:00.000001+00:00"


def with_materials(*materials):
    return sample() | {"材料": list(materials)}


def sealed_sample(at=AT, serial=1):
    case = sample(serial)
    return case | {"协议": case["协议"] | {"签署完成时间": at}}


def test_a_list_of_materials_is_read_and_written_again():
    result = read(with_materials(FILE, {"名称": "营业执照", "已收到": False}))
    assert told(result) == []
    first, second = result.cases[0].materials
    assert (first.name, first.is_received, first.blob_id) == ("银行流水", True, DIGEST)
    assert first.size_bytes == FILE["文件大小"]
    assert second == Material(second.id, "营业执照")
    assert first.id != second.id
    assert write_case(result.cases[0])["材料"] == [FILE, {"名称": "营业执照", "已收到": False}]


def test_a_case_without_materials_has_no_such_key():
    (case,) = read(sample()).cases
    assert "材料" not in write_case(case)


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"文件摘要": DIGEST.upper()}, "文件摘要", "64位小写"),
        ({"文件摘要": "../../x"}, "文件摘要", "64位小写"),
        ({"文件摘要": 5}, "文件摘要", "应为文字"),
        ({"文件大小": MOST_BYTES + 1}, "文件大小", f"0 至 {MOST_BYTES}"),
        ({"文件大小": "1 KB"}, "文件大小", "应为整数"),
        ({"已收到": "是"}, "已收到", "应为true"),
        ({"收到日期": "昨天"}, "收到日期", "不是有效日期"),
        ({"文件": "x"}, "文件", "不认识的项目“文件”"),
    ],
)
def test_what_is_wrong_with_a_material_is_told_at_its_place(change, place, words):
    ((where, sentence),) = told(read(with_materials(FILE, FILE | change)))
    assert where == f"材料第2项·{place}"
    assert words in sentence


def test_what_is_sealed_comes_back_sealed():
    result = read(sealed_sample())
    assert told(result) == []
    (case,) = result.cases
    assert case.sealed.sealed_at == datetime(2026, 3, 9, 8, 0, 0, 1, tzinfo=UTC)
    assert case.sealed.digest == agreement_digest(case.agreement)
    assert write_case(case)["协议"]["签署完成时间"] == AT


def test_an_instant_of_another_place_is_the_same_instant():
    (case,) = read(sealed_sample("2026-03-09T16:00:00+08:00")).cases
    assert case.sealed.sealed_at == datetime(2026, 3, 9, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-03-09T16:00:00", "不是有效时刻"),
        ("2026-03-09", "不是有效时刻"),
        ("0001-01-01T00:00:00+08:00", "不是有效时刻"),
        ("昨天", "不是有效时刻"),
        (5, "应为时刻"),
    ],
)
def test_an_instant_that_is_none_is_refused(at, words):
    ((where, sentence),) = told(read(sealed_sample(at)))
    assert where == "协议·签署完成时间"
    assert words in sentence


def test_an_agreement_that_nobody_signed_is_not_taken_as_sealed():
    case = sealed_sample()
    del case["协议"]["签署日期"]
    case["司法确认"].pop("协议生效日", None)
    assert told(read(case)) == [("协议·签署完成时间", "协议还没有任何签名，不能有签署完成时间")]


def test_a_sealed_agreement_that_lacks_a_signature_by_now_is_pointed_out():
    case = sealed_sample()
    del case["协议"]["签署日期"]
    case["司法确认"].pop("协议生效日", None)
    case["协议"]["签署记录"] = [{"身份": "人民调解委员会印章", "日期": "2026-03-09"}]
    result = read(case)
    assert told(result) == []
    ((where, sentence),) = warned(result)
    assert where == "协议·签署完成时间"
    assert "签名不齐全" in sentence
    assert result.cases[0].sealed.digest == agreement_digest(result.cases[0].agreement)


def test_a_seal_on_what_is_wrong_anyway_says_nothing_more():
    case = sealed_sample()
    case["协议"]["签署日期"] = "2026-13-01"
    ((where, _),) = told(read(case))
    assert where == "协议·签署日期"
