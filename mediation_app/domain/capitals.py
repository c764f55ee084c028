"""Amounts in Chinese capitals, written in one way and read in every official way.

Source: 《正确填写票据和结算凭证的基本规定》 (银发〔1997〕393号, annex 1).
"""

import re
from itertools import product

from mediation_app.domain.money import MOST_CENTS, Money
from mediation_app.domain.widths import shown
from mediation_app.errors import InvalidAmountError
from mediation_app.sentences import say

DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_MYRIAD = 10_000
_HUNDRED_MILLION = 100_000_000
_LONGEST = 60
_Choices = tuple[str, ...]
_NO_ZERO: _Choices = ("",)
_ONE_ZERO: _Choices = ("零",)
_ZERO_IF_LIKED: _Choices = ("", "零")
_PREFIX = re.compile(r"^人民币[\s:：]*")
_OLD_FORMS = str.maketrans("圆萬億正", "元万亿整")
# People also write these; they are read only to tell what would be right.
_LOOSE_FORMS = str.maketrans(
    "〇一二两三四五六七八九十百千块毛貳陸", "零壹贰贰叁肆伍陆柒捌玖拾佰仟元角贰陆"
)
_AMOUNT = re.compile(r"(?:(?P<whole>.+)元)?零?(?:(?P<jiao>.)角)?零?(?:(?P<fen>.)分)?整?")
_SECTION = re.compile(r"(?:(.?)仟)?(?:(.?)佰)?(?:(.?)拾)?(.?)")


def capitals(money: Money) -> str:
    """Return the amount in capitals, without 人民币, as in 壹拾万元整.

    Where the rules leave a 零 to the writer, it stands after 元 (107,000.53 gives
    壹拾万柒仟元零伍角叁分, though 壹拾万柒仟元伍角叁分 is as good and is read), and is left out
    where the last digit before 万 or 亿 is 0 and 仟 follows (105,000.00 gives 壹拾万伍仟元整).
    Amounts that end with 角 take no 整; below one yuan there is no 零元.

    Raises:
        InvalidAmountError: The amount is negative or above one 万亿 yuan.
    """
    return "".join(choices[0] for choices in _pieces(_checked(money)))


def rmb_capitals(money: Money) -> str:
    """Return the amount in capitals with 人民币 before it, without a gap."""
    return f"人民币{capitals(money)}"


def read_capitals(text: str) -> Money:
    """Return the amount of any official spelling in capitals.

    Optional 零, 圆, 萬, 億, 正 and the prefix 人民币 are accepted.

    Raises:
        InvalidAmountError: The sentence gives the right spelling where one can be guessed.
    """
    written = _PREFIX.sub("", text.strip()).translate(_OLD_FORMS)
    loose = re.sub(r"\s", "", written).translate(_LOOSE_FORMS)
    money = _read_loosely(loose)
    if money is None or money.cents > MOST_CENTS:
        raise InvalidAmountError(
            say(
                "“{text}”不是大写金额，应写成例如“壹仟零伍元叁角整”的样子",
                text=shown(text.strip()),
            )
        )
    if written not in {"".join(choice) for choice in product(*_pieces(money))}:
        raise InvalidAmountError(
            say(
                "大写金额“{text}”写法不规范，应为“{right}”",
                text=shown(text.strip()),
                right=capitals(money),
            )
        )
    return money


def _checked(money: Money) -> Money:
    """Return the amount if it can be written in capitals."""
    if money.cents < 0:
        raise InvalidAmountError(say("金额 {money} 是负数，不能写成大写", money=money.grouped))
    if money.cents > MOST_CENTS:
        raise InvalidAmountError(
            say("金额 {money} 超过一万亿元，不能写成大写", money=money.grouped)
        )
    return money


def _pieces(money: Money) -> list[_Choices]:
    """Return the spelling piece by piece, each with its official choices, ours first."""
    yuan, cents = divmod(money.cents, 100)
    if cents == 0:
        return [*_whole_pieces(yuan), ("元",), ("整",)]
    jiao, fen = divmod(cents, 10)
    pieces = _head_pieces(yuan, jiao)
    if jiao:
        pieces.append((f"{DIGITS[jiao]}角",))
    pieces.append((f"{DIGITS[fen]}分",) if fen else ("", "整"))
    return pieces


def _head_pieces(yuan: int, jiao: int) -> list[_Choices]:
    """Return what stands before the first 角 or 分."""
    if yuan == 0:
        return [("", "零元" if jiao else "零元零")]
    if jiao == 0:
        border = _ONE_ZERO
    elif yuan % 10 == 0:
        border = _ZERO_IF_LIKED[::-1]
    else:
        border = _NO_ZERO
    return [*_whole_pieces(yuan), ("元",), border]


def _whole_pieces(yuan: int) -> list[_Choices]:
    """Return the pieces of the whole yuan, in sections of four digits."""
    if yuan == 0:
        return [("零",)]
    high, low = divmod(yuan, _HUNDRED_MILLION)
    sections = [
        (high // _MYRIAD, "万" if high % _MYRIAD else "万亿"),
        (high % _MYRIAD, "亿"),
        (low // _MYRIAD, "万"),
        (low % _MYRIAD, ""),
    ]
    pieces: list[_Choices] = []
    before: int | None = None
    for section, unit in sections:
        if section:
            pieces.extend([_border(before, section), (_section(section) + unit,)])
        if section or before is not None:
            before = section
    return pieces


def _border(before: int | None, section: int) -> _Choices:
    """Return the 零 between two sections; ``before`` is None at the beginning."""
    if before is None:
        return _NO_ZERO
    if section < _MYRIAD // 10:
        return _ONE_ZERO
    if before == 0:
        return _ZERO_IF_LIKED[::-1]
    return _NO_ZERO if before % 10 else _ZERO_IF_LIKED


def _section(number: int) -> str:
    """Return up to four digits with their places, a run of zeros being one 零."""
    digits = "".join(
        DIGITS[int(digit)] + (place if digit != "0" else "")
        for digit, place in zip(f"{number:04d}", _PLACES, strict=True)
    )
    return re.sub("零+", "零", digits).strip("零")


def _read_loosely(text: str) -> Money | None:
    """Return the amount that was probably meant, or None."""
    match = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or not any(match.groups()):
        return None
    numbers = [_read_whole(match[part] or "零") for part in ("whole", "jiao", "fen")]
    if None in numbers:
        return None
    yuan, jiao, fen = (number or 0 for number in numbers)
    return Money(yuan * 100 + jiao * 10 + fen)


def _read_whole(text: str) -> int | None:
    """Return the number of a whole amount, or None where it is none."""
    for unit, size in (("亿", _HUNDRED_MILLION), ("万", _MYRIAD)):
        if unit in text:
            left, _, right = text.rpartition(unit)
            high, low = _read_whole(left) if left else None, _read_whole(right)
            return None if high is None or low is None else high * size + low
    match = _SECTION.fullmatch(text.replace("零", ""))
    if match is None:
        return None
    value = 0
    for digit, size in zip(match.groups(), (1000, 100, 10, 1), strict=True):
        if digit and digit not in DIGITS:
            return None
        # 拾 without 壹 before it is read as ten, and then refused as badly spelt.
        value += size * (DIGITS.index(digit) if digit else int(digit == "" and size > 1))
    return value
