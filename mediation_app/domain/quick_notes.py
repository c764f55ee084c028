"""One line typed at the table: whose words, what they are about, and for whom they are."""

import re
from dataclasses import dataclass, field
from enum import Enum

from mediation_app.domain.money import Money
from mediation_app.domain.widths import half_width
from mediation_app.errors import InvalidAmountError

APPLICANTS, RESPONDENTS, OWN = "甲", "乙", "我"
SIDES = (APPLICANTS, RESPONDENTS, OWN)
OFFER_TAG, UNDISPUTED_TAG = "方案", "无争议"
CONCESSIONS = ("让步", "底线")
"""Tags of what nobody may use against the speaker later; it stays out of the record.

Source: Provisions on Invited Mediation art 22; Interpretation of the Civil Procedure Law art 107.
"""
TAGS = ("诉求", "理由", "事实", "无争议", "方案", "回应", "让步", "底线")

_SIDE = re.compile(r"@(甲|乙|我)(?:方)?")
_TAG = re.compile(r"#(\S+)")
_MARK = re.compile(r"(?:^|(?<=\s))[@#]\S*$")
_INSTALMENTS = re.compile(r"([\d,]+(?:\.\d{1,2})?)\s*[*x×]\s*(\d{1,3})(?!\d)")
_SUM = re.compile(r"\d[\d,]*(?:\.\d{1,2})?")


class NoteKind(Enum):
    """What becomes of a line."""

    JOINT = "joint"
    """Everybody at the table may read it."""
    PRIVATE = "private"
    """Only who wrote it may."""
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class QuickNote:
    """What one line says; the text may be private and shows in no ``repr``.

    Attributes:
        side: 甲, 乙 or 我; empty where the line names none.
        tag: Without its #; empty where the line has none.
    """

    kind: NoteKind
    side: str = ""
    tag: str = ""
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sum:
    """What an offer comes to: a sum at once, or one in so many instalments."""

    amount: Money
    periods: int | None = None


def read_quick_note(typed: str, *, is_apart: bool = False) -> QuickNote:
    """Return what a line such as ``@甲 #诉求 赔52000`` says.

    The marks may stand anywhere; the first of each counts. What begins with @我, and everything
    typed while the mediator sits with one side (``is_apart``), is private.
    """
    line = typed.replace("＠", "@").replace("＃", "#")
    side, tag = _SIDE.search(line), _TAG.search(line)
    text = line
    for found in (side, tag):
        text = text.replace(found[0], " ", 1) if found else text
    whose, about = side[1] if side else "", tag[1] if tag else ""
    return QuickNote(_kind(whose, about, is_apart), whose, about, " ".join(text.split()))


def _kind(side: str, tag: str, is_apart: bool) -> NoteKind:  # noqa: FBT001  decided by the caller
    if is_apart or side == OWN:
        return NoteKind.PRIVATE
    return NoteKind.OFFER if tag == OFFER_TAG and side else NoteKind.JOINT


def read_sum(text: str) -> Sum | None:
    """Return the first sum in a text, ``1100*24`` as so many instalments; None without one."""
    plain = half_width(text)
    try:
        if found := _INSTALMENTS.search(plain):
            return Sum(Money.parse(found[1]) * int(found[2]), int(found[2]))
        if found := _SUM.search(plain):
            return Sum(Money.parse(found[0]))
    except InvalidAmountError:
        return None
    return None


def completions(typed: str) -> tuple[str, ...]:
    """Return the marks with which the word at the end of the line can go on: @甲, #诉求."""
    found = _MARK.search(typed.replace("＠", "@").replace("＃", "#"))
    if found is None:
        return ()
    begun = found[0]
    marks = tuple(f"@{each}" for each in SIDES) if begun[0] == "@" else _tags()
    return tuple(mark for mark in marks if mark.startswith(begun) and mark != begun)


def completed(typed: str, mark: str) -> str:
    """Return the line with the mark in place of the word begun at its end, and a space."""
    line = typed.replace("＠", "@").replace("＃", "#")
    return f"{_MARK.sub('', line)}{mark} "


def _tags() -> tuple[str, ...]:
    return tuple(f"#{each}" for each in TAGS)
