"""Names as lists show them: enough to recognise a case, not enough to read over a shoulder."""

import re

_ORGANISATION = re.compile(
    r"银行|公司|中心|分行|支行|信用社|合作社|委员会|法院|机构|事务所|合伙|商行|经营部|店|厂|集团|基金"
    r"|\b(?:bank|ltd|co|inc|company|centre|center)\b",
    re.IGNORECASE,
)
_LONGEST_HAN_NAME = 4


def mask_name(name: str) -> str:
    """Return a person's name with only its ends left; organisations stay as they are.

    Two characters keep the first (顾*), more keep both ends (顾*安). In names of several words
    each word keeps its first letter.
    """
    plain = name.strip()
    if not plain or _ORGANISATION.search(plain):
        return plain
    if len(plain) <= _LONGEST_HAN_NAME:
        return _masked_short(plain)
    return "".join(_masked_word(part) for part in re.split(r"([\s·.,，-]+)", plain))


def _masked_short(name: str) -> str:
    end = name[-1] if len(name) > len("顾安") else ""
    return f"{name[0]}{'*' * (len(name) - 1 - len(end))}{end}" if len(name) > 1 else name


def _masked_word(word: str) -> str:
    return f"{word[0]}{'*' * (len(word) - 1)}" if word[:1].isalnum() else word
