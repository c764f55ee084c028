"""Amounts in renminbi as whole 分, never as a binary fraction."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import InvalidAmountError
from mediation_app.sentences import say

MOST_CENTS = 100_000_000_000_000
"""One 万亿 yuan, the most that an amount typed by a person, or written in capitals, may be."""

_PREFIX = re.compile(r"^(?:人民币|RMB|CNY)?\s*¥?\s*", re.IGNORECASE)
_SUFFIX = re.compile(r"\s*元$")
_NUMBER = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?P<part>[0-9]+))?")
_COMMAS = re.compile(r"[0-9]+(?:,[0-9]*)+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in renminbi; ``str()`` gives yuan with two decimals, as in 8765.43."""

    cents: int

    @classmethod
    def zero(cls) -> Self:
        """Return no money at all."""
        return cls(0)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person typed, as in ``8765.43``, ``¥8,765.43`` or full-width digits.

        Raises:
            InvalidAmountError: The sentence says what is wrong and what would be right.
        """
        typed = _PREFIX.sub("", _SUFFIX.sub("", half_width(text).strip()))
        match = _NUMBER.fullmatch(typed)
        if match is None:
            raise _unreadable(text, typed)
        part = match["part"] or ""
        if len(part) > len("00"):
            raise InvalidAmountError(
                say(
                    "金额“{text}”有{count}位小数，最多两位（精确到分）",
                    text=shown(text.strip()),
                    count=len(part),
                )
            )
        digits = (match["whole"].replace(",", "") + part.ljust(2, "0")).lstrip("0") or "0"
        # The length is compared first: Python refuses to read absurdly long numbers.
        if len(digits) > len(str(MOST_CENTS)) or int(digits) > MOST_CENTS:
            raise InvalidAmountError(
                say(
                    "金额“{text}”过大，不能超过 {most} 元（一万亿元）",
                    text=shown(text.strip()),
                    most=cls(MOST_CENTS).grouped,
                )
            )
        return cls(int(digits))

    @classmethod
    def total(cls, amounts: "Iterable[Money]") -> Self:
        """Return the sum of the amounts, nothing being zero."""
        return cls(sum(amount.cents for amount in amounts))

    @property
    def is_zero(self) -> bool:
        """True for 0.00."""
        return self.cents == 0

    @property
    def grouped(self) -> str:
        """The amount for reading, as in 8,765.43."""
        yuan, cents = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}{yuan:,}.{cents:02d}"

    def scaled(self, factor: Decimal | Fraction) -> Self:
        """Return the amount times an exact factor, rounded half-up to the 分."""
        return type(self)((Fraction(factor) * self.cents * 2 + 1) // 2)

    def __str__(self) -> str:
        return self.grouped.replace(",", "")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __radd__(self, start: int) -> "Money":
        """Let ``sum()`` begin with its own 0."""
        return Money(start + self.cents)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.cents - other.cents)

    def __mul__(self, times: int) -> "Money":
        return Money(self.cents * times)

    def __floordiv__(self, parts: int) -> "Money":
        """Return one of equal parts, rounded down to the 分."""
        return Money(self.cents // parts)


def _unreadable(text: str, typed: str) -> InvalidAmountError:
    """Say why the text is no amount."""
    was = shown(text.strip())
    if not typed:
        return InvalidAmountError(say("没有填写金额，请填写以元为单位的数字，例如 8765.43"))
    if typed.startswith("-") and _NUMBER.fullmatch(typed.lstrip("- ¥")):
        return InvalidAmountError(say("金额“{text}”是负数，金额不能小于 0", text=was))
    if _COMMAS.fullmatch(typed):
        return InvalidAmountError(
            say("金额“{text}”的千位逗号位置不对，应每三位一个，例如 8,765.43", text=was)
        )
    return InvalidAmountError(
        say("“{text}”不是金额，请填写以元为单位的数字，例如 8765.43", text=was)
    )
