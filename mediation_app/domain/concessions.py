"""What was offered at the table never gets on a paper that leaves the table.

What a party grants in order to settle is not used against it later, and undisputed facts are
recorded without it.

Source: 特邀调解规定 (法释〔2016〕14号) art 22, 民诉法解释 art 107.
"""

import re
from collections.abc import Iterable

from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Offer
from mediation_app.domain.widths import half_width

_WORDS = re.compile(
    r"让步|妥协|底线|最多|最低|报价|出价|还价|方案|折中|各退一步|可让|愿让|再让|让到|让利|减到|降到"
    r"|(?:愿意?|同意|可以?|答应|承诺|考虑)(?:再|仅|只|先)?"
    r"(?:减免|减|免|降|退|补|补偿|赔偿|赔|付|还|支付|退还|承担|分期)"
)
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}")
_AMOUNT = re.compile(
    r"[\d,]*\d(?:\.\d+)?\s*万?|[一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+元"
)
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(万?)")
_TEN_THOUSAND = 10_000


def concession_in(text: str, offers: Iterable[Offer]) -> str:
    """Return the words of a text that tell what somebody would have granted, empty where none do.

    A sum that was offered counts, however it is written with digits.
    """
    plain = half_width(text)
    words = _WORDS.search(plain)
    if words is not None:
        return words.group()
    offered = {offer.amount for offer in offers if offer.amount is not None}
    for match in _NUMBER.finditer(plain):
        if _money(match) in offered:
            return match.group().strip()
    return ""


def amount_in(text: str) -> str:
    """Return the first number or sum in a text, empty where there is none; dates are none."""
    found = _AMOUNT.search(_DATE.sub("", half_width(text)))
    return found.group().strip() if found else ""


def _money(match: re.Match[str]) -> Money:
    digits, unit = match[1].replace(",", ""), match[2]
    whole, _, cents = digits.partition(".")
    scale = _TEN_THOUSAND if unit else 1
    return Money((int(whole) * 100 + int(f"{cents:0<2}"[:2])) * scale)
