import json

import pytest

from mediation_app.exchange.decoding import UnreadableFileError, decode_bytes, decode_json
from tests.exchange.reading_room import SAMPLES, read_text

TEXT = json.dumps(SAMPLES, ensure_ascii=False, indent=1)


def test_utf8_is_read_with_and_without_a_byte_order_mark():
    assert decode_bytes("案".encode()) == decode_bytes("案".encode("utf-8-sig")) == "案"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("当事人甲".encode("gbk"), "GBK"),
        ("当事人".encode("utf-16"), "UTF-16"),
        (b"\x81\xff\xff", "第1个字节起无法识别"),
    ],
)
def test_another_encoding_is_named(data, words):
    with pytest.raises(UnreadableFileError, match=words):
        decode_bytes(data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "文件是空的"),
        (" \n", "文件是空的"),
        ("[" * 100_000, "嵌套太深"),
        ('{"a": 1,}', "第1行第[89]列不是有效的 JSON"),
        ("{'a': 1}", "第1行第2列"),
        ('{"a": 1 "b"}', "缺少逗号"),
        ('{"a" 1}', "缺少英文冒号"),
        ('{"a": x}', "此处应为一个值"),
        ("{}{}", "还有多余的文字"),
        ('{"a": "一\n二"}', "换行或其他控制字符"),
        ('{"a": "\\q"}', "反斜杠"),
        ('{"a": "\\u12"}', "4位十六进制"),
    ],
)
def test_a_text_that_is_no_json_is_told_with_its_place(text, words):
    with pytest.raises(UnreadableFileError, match=words):
        decode_json(text)


@pytest.mark.parametrize("length", [1, 2, 500, 5000, len(TEXT) // 2, len(TEXT) - 1])
def test_a_truncated_file_says_where_it_stops(length):
    cut = TEXT[:length].rstrip()
    line, column = cut.count("\n") + 1, len(cut.split("\n")[-1]) + 1
    (refusal,) = read_text(cut).refusals
    assert str(refusal.reason).startswith(f"文件不完整：到第{line}行第{column}列就中断了")


def test_a_cause_that_json_words_anew_is_told_in_general():
    with pytest.raises(UnreadableFileError, match="第1行第1列"):
        decode_json("?")


def test_numbers_stay_as_they_are_written():
    found = decode_json("[1.10, 1e400, NaN, -Infinity, " + "9" * 5000 + "]")
    assert [number.text for number in found[:4]] == ["1.10", "1e400", "NaN", "-Infinity"]
