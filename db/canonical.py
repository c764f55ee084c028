"""JSON in one spelling, so that the same content always has the same bytes."""

import json
from hashlib import sha256
from typing import Any

from mediation_app.errors import InvalidValueError, StorageError
from mediation_app.sentences import say

PLACE_BYTES = 8
"""So many bytes of a log's hash go with the number of a place: they tell which log it is of."""


def canonical(content: Any) -> str:
    """Return JSON with sorted keys and without blanks.

    Raises:
        InvalidValueError: A text holds half a character, as a broken paste leaves behind.
    """
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InvalidValueError(
            say(
                "“{around}”附近有残缺的字符，无法保存，请删去后重新输入",
                around=text[max(0, error.start - 10) : error.start],
            )
        ) from error
    return text


def read_stored(text: str) -> Any:
    """Return the content of JSON that this program stored.

    Raises:
        StorageError: It is none; the check of the audit chain tells more.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StorageError(say("有一条记录已损坏，请运行核验并用最近的备份恢复")) from error


def digest(*parts: str | bytes | int) -> bytes:
    """Return the SHA-256 of the parts, each with its length before it, so that none can shift."""
    octets = (part if isinstance(part, bytes) else str(part).encode() for part in parts)
    return sha256(b"".join(b"%d:%b" % (len(each), each) for each in octets)).digest()
