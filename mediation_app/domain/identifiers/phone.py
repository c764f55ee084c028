"""Telephone numbers."""

import re

from mediation_app.domain.findings import Finding, error
from mediation_app.domain.widths import half_width, shown
from mediation_app.sentences import say

_BLANKS = re.compile(r"[\s()（）]")
_DASHES = re.compile(r"[‐‑–—转]")
_COUNTRY = re.compile(r"^\+86(?=1[0-9]{10}$)")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?")
_SERVICE = re.compile(r"[48]00[0-9]{7}|9[56][0-9]{3,6}|1[0-2][0-9]{1,3}")
_ABROAD = re.compile(r"\+[1-9][0-9]{7,14}")
_LOCAL = re.compile(r"[2-8][0-9]{6,7}")
_LENGTHS_ABROAD = {
    "+852": ("香港", range(8, 9)),
    "+853": ("澳门", range(8, 9)),
    "+886": ("台湾", range(8, 10)),
}
_MOBILE_LENGTH = 11


def normalise_phone(number: str) -> str:
    """Return the number half-width; hyphens stay only where they part a landline number."""
    plain = _DASHES.sub("-", _BLANKS.sub("", half_width(number)))
    if plain.startswith("0") and not plain.startswith("00"):
        return plain
    return _COUNTRY.sub("", re.sub("^00", "+", plain.replace("-", "")))


def is_mobile(number: str) -> bool:
    """Return whether this is a mobile number of the mainland."""
    return bool(_MOBILE.fullmatch(normalise_phone(number)))


def check_phone(number: str) -> tuple[Finding, ...]:
    """Return what is wrong with the number, one sentence at most; nothing where it is good."""
    plain = normalise_phone(number)
    for place, sign in enumerate(plain, start=1):
        if sign not in "0123456789-" and not (sign == "+" and place == 1):
            return (error(say("第{place}位“{sign}”不是数字", place=place, sign=sign)),)
    if plain.startswith("+"):
        return _check_abroad(plain)
    if any(kind.fullmatch(plain) for kind in (_MOBILE, _LANDLINE, _SERVICE)):
        return ()
    return (_wrong_home_number(plain),)


def _check_abroad(number: str) -> tuple[Finding, ...]:
    place, lengths = _LENGTHS_ABROAD.get(number[:4], ("", range(0)))
    if place and len(number) - 4 not in lengths:
        return (
            error(
                say(
                    "{place}号码应为{code}加{right}位数字，现为{count}位",
                    place=place,
                    code=number[:4],
                    right="或".join(str(length) for length in lengths),
                    count=len(number) - 4,
                )
            ),
        )
    if _ABROAD.fullmatch(number):
        return ()
    return (error(say("境外号码应为+国家代码加号码，共8至15位数字")),)


def _wrong_home_number(number: str) -> Finding:
    if number.startswith("1") and len(number) != _MOBILE_LENGTH:
        return error(say("手机号应为11位，现为{count}位", count=len(number)))
    if number.startswith("1"):
        return error(say("手机号第2位应为3至9，现为{given}", given=number[1]))
    if _LOCAL.fullmatch(number):
        return error(say("固定电话缺少区号，应写成 0999-{number} 的样子", number=number))
    return error(
        say(
            "“{number}”不是电话号码，应为11位手机号、带区号的固定电话或以+开头的境外号码",
            number=shown(number),
        )
    )
