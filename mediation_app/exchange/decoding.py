"""Bytes and JSON text become values that remember what a person wrote."""

import json
from dataclasses import dataclass
from typing import Any

from mediation_app.errors import MediationError
from mediation_app.sentences import Sentence, say

_BYTE_ORDER_MARK = "\ufeff"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ARCHIVE_MARK = b"PK\x03\x04"
_CAUSES = {
    "Expecting property name enclosed in double quotes": "此处应为用英文双引号括起的项目名称",
    "Illegal trailing comma before end of object": "最后一项之后多了逗号",
    "Illegal trailing comma before end of array": "最后一项之后多了逗号",
    "Expecting ',' delimiter": "此处缺少逗号或者多了内容",
    "Expecting ':' delimiter": "项目名称之后缺少英文冒号",
    "Expecting value": "此处应为一个值",
    "Extra data": "内容结束之后还有多余的文字",
    "Invalid control character at": "文字中有换行或其他控制字符，应写成 \\n",
    "Invalid \\escape": "反斜杠之后的写法不正确",
    "Invalid \\uXXXX escape": "\\u 之后应为4位十六进制数字",
}
_OTHER_CAUSE = "写法不符合 JSON 的规则"
_NEVER_CLOSED = "Unterminated string starting at"


class UnreadableFileError(MediationError):
    """The file is no readable JSON text at all."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the file, never made a binary fraction."""

    text: str


class JsonObject(dict[str, Any]):
    """An object of the file; ``doubled`` are the keys that stand in it more than once."""

    doubled: tuple[str, ...] = ()


def decode_bytes(data: bytes) -> str:
    """Return the text of an exchange file.

    Raises:
        UnreadableFileError: The bytes are not UTF-8; the sentence says what they seem to be.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFileError(_wrong_encoding(data, fault.start)) from fault


def decode_json(text: str) -> Any:
    """Return the values of the text: JsonObject, list, str, Number, bool or None.

    Raises:
        UnreadableFileError: The text is empty, cut off or no JSON; with line and column.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    if not text.strip():
        raise UnreadableFileError(say("文件是空的，没有任何内容"))
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=Number,
            parse_int=Number,
            parse_constant=Number,
        )
    except json.JSONDecodeError as fault:
        raise UnreadableFileError(_fault(text, fault)) from fault
    except RecursionError as fault:
        raise UnreadableFileError(say("文件的括号嵌套太深，不是案件交换文件")) from fault


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = JsonObject(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        found.doubled = tuple(key for key in found if keys.count(key) > 1)
    return found


def _fault(text: str, fault: json.JSONDecodeError) -> Sentence:
    """Say where the text stops being JSON, and whether it was cut off."""
    if fault.msg == _NEVER_CLOSED or fault.pos >= len(text.rstrip()):
        end = text.rstrip()
        return say(
            "文件不完整：到第{line}行第{column}列就中断了，可能没有传完或者没有保存完",
            line=end.count("\n") + 1,
            column=len(end) - end.rfind("\n"),
        )
    return say(
        "第{line}行第{column}列不是有效的 JSON：{cause}",
        line=fault.lineno,
        column=fault.colno,
        cause=_CAUSES.get(fault.msg, _OTHER_CAUSE),
    )


def _wrong_encoding(data: bytes, position: int) -> Sentence:
    """Say what encoding the bytes seem to have."""
    if data.startswith(_ARCHIVE_MARK):
        return say("文件是 Excel 工作簿或者压缩文件，不是 JSON 交换文件")
    if data.startswith(_WIDE_MARKS):
        return say("文件是 UTF-16 编码，请另存为 UTF-8 编码后再导入")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return say(
            "文件不是 UTF-8 编码的文字（第{position}个字节起无法识别），请核对文件",
            position=position + 1,
        )
    return say("文件是 GBK（GB 18030）编码，请另存为 UTF-8 编码后再导入")
