"""Readers of the values that have a form: dates, amounts, numbers of papers and phones."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from mediation_app.domain.capitals import capitals
from mediation_app.domain.findings import Finding, error
from mediation_app.domain.identifiers.credit_code import check_credit_code
from mediation_app.domain.identifiers.display import group_identity, group_phone
from mediation_app.domain.identifiers.identity import (
    Identity,
    IdentityKind,
    check_identity,
    identity_facts,
)
from mediation_app.domain.identifiers.phone import check_phone, normalise_phone
from mediation_app.domain.identifiers.spelling import normalise
from mediation_app.domain.money import Money
from mediation_app.domain.typed_days import read_day
from mediation_app.domain.widths import half_width, shown
from mediation_app.errors import MediationError
from mediation_app.sentences import Sentence, say
from ui.fields.entries import Entry, Reader
from ui.fields.grouping import PHONE_GROUPS, group

ID_LENGTH = 18
MOBILE_LENGTH = 11
HUNDRED = Decimal(100)
_WEEKDAYS = "一二三四五六日"


def _unread(text: str, empty: object, finding: Finding) -> Entry:
    return Entry(text, empty, (finding,), is_read=False)


class DateReader(Reader):
    """Reads dates as people type them; a day at the weekend is remarked on."""

    sample = "2026-3-5"

    def __init__(self, today: Callable[[], date], *, is_past: bool = False) -> None:
        """Take the source of today; what lies far back, as a birth, is never remarked on."""
        self._today = today
        self._is_past = is_past

    def read(self, text: str) -> Entry:
        """Return the date, or None for an empty field."""
        if not text.strip():
            return Entry(text, None)
        try:
            return Entry(text, read_day(text, self._today()))
        except MediationError as trouble:
            return _unread(text, None, error(trouble.sentence))

    def write(self, value: object) -> str:
        """Return the date as in 2026-03-05."""
        return value.isoformat() if isinstance(value, date) else ""

    def remark(self, entry: Entry) -> Sentence | None:
        """Return the weekday of a day at the weekend, which is rarely meant."""
        is_workday = isinstance(entry.value, date) and entry.value.weekday() < len("一二三四五")
        if self._is_past or is_workday or not isinstance(entry.value, date):
            return None
        return say("{weekday}", weekday=f"星期{_WEEKDAYS[entry.value.weekday()]}")


class MoneyReader(Reader):
    """Reads amounts; the capitals are said under a good one."""

    sample = "0.00"

    def __init__(self, *, tells_capitals: bool = True) -> None:
        """Say whether the capitals are wanted; in a long table they are not."""
        self._tells_capitals = tells_capitals

    def read(self, text: str) -> Entry:
        """Return the amount, or None for an empty field."""
        if not text.strip():
            return Entry(text, None)
        try:
            return Entry(text, Money.parse(text))
        except MediationError as trouble:
            return _unread(text, None, error(trouble.sentence))

    def write(self, value: object) -> str:
        """Return the amount as in 8,765.43."""
        return value.grouped if isinstance(value, Money) else ""

    def remark(self, entry: Entry) -> Sentence | None:
        """Return the capitals."""
        if not self._tells_capitals or not isinstance(entry.value, Money):
            return None
        return say("{capitals}", capitals=capitals(entry.value))


class WholeReader(Reader):
    """Reads a whole number from 0 on; ``empty`` is the value of an empty field."""

    def __init__(self, empty: int | None = None, most: int = 999) -> None:
        self._empty = empty
        self._most = most

    def read(self, text: str) -> Entry:
        """Return the number."""
        typed = half_width(text).strip()
        if not typed:
            return Entry(text, self._empty)
        if not (typed.isascii() and typed.isdigit()):
            sentence = say("“{text}”不是整数，请只写数字，例如 12", text=shown(text))
            return _unread(text, self._empty, error(sentence))
        if len(typed.lstrip("0")) > len(str(self._most)) or int(typed) > self._most:
            return _unread(text, self._empty, error(say("最多为 {most}", most=self._most)))
        return Entry(text, int(typed))

    def write(self, value: object) -> str:
        """Return the digits."""
        return "" if value is None or value == self._empty else str(value)


class RateReader(Reader):
    """Reads a yearly rate in percent as a fraction: 3.6 is 0.036."""

    sample = "3.6"

    def read(self, text: str) -> Entry:
        """Return the fraction, zero for an empty field."""
        typed = half_width(text).strip().removesuffix("%").strip()
        if not typed:
            return Entry(text, Decimal(0))
        try:
            percent = Decimal(typed)
        except InvalidOperation:
            percent = Decimal("NaN")
        if not percent.is_finite():
            sentence = say("“{text}”不是利率，请写百分数，例如 3.6", text=shown(text))
            return _unread(text, Decimal(0), error(sentence))
        if not 0 <= percent <= HUNDRED:
            return _unread(text, Decimal(0), error(say("年利率应在 0 至 100 之间（%）")))
        return Entry(text, percent / HUNDRED)

    def write(self, value: object) -> str:
        """Return the percentage without needless zeros."""
        if not isinstance(value, Decimal) or not value:
            return ""
        return f"{(value * HUNDRED).normalize():f}"


class PhoneReader(Reader):
    """Reads telephone numbers; every text is kept, a wrong one is remarked on."""

    def read(self, text: str) -> Entry:
        """Return the number without gaps."""
        number = normalise_phone(text)
        return Entry(text, number, check_phone(number) if number else ())

    def write(self, value: object) -> str:
        """Return the number in groups."""
        return group_phone(str(value)) if value else ""

    def shape(self, text: str) -> str:
        """Return a mobile number in groups of 3, 4 and 4."""
        return group(text, PHONE_GROUPS) if half_width(text).strip().startswith("1") else text

    def is_full(self, text: str) -> bool:
        """Return whether a whole mobile number is there."""
        return len(normalise_phone(text)) >= MOBILE_LENGTH


class CreditCodeReader(Reader):
    """Reads unified social credit codes; every text is kept, a wrong one is remarked on."""

    def read(self, text: str) -> Entry:
        """Return the code in capital letters."""
        code = normalise(text)
        return Entry(text, code, check_credit_code(code) if code else ())

    def is_full(self, text: str) -> bool:
        """Return whether all 18 places are there."""
        return len(normalise(text)) >= ID_LENGTH


class IdentityReader(Reader):
    """Reads the number of one kind of identity document."""

    def __init__(self, kind: IdentityKind, today: Callable[[], date]) -> None:
        self.kind = kind
        self._today = today

    def read(self, text: str) -> Entry:
        """Return the identity; the number stays as typed, without gaps."""
        identity = Identity(self.kind, normalise(text))
        return Entry(text, identity, check_identity(identity, self._today()))

    def write(self, value: object) -> str:
        """Return the number, in groups where its kind has them."""
        return self.shape(value.number) if isinstance(value, Identity) else ""

    def shape(self, text: str) -> str:
        """Return a resident's number in groups of 6, 8 and 4."""
        return group_identity(text)

    def is_full(self, text: str) -> bool:
        """Return whether all 18 places are there."""
        return len(normalise(text)) >= ID_LENGTH

    def remark(self, entry: Entry) -> Sentence | None:
        """Return the sex and the age that the number tells."""
        if not isinstance(entry.value, Identity):
            return None
        facts = identity_facts(entry.value)
        if facts.born_on is None:
            return None
        return say("{sex} · {day} 出生", sex=facts.sex, day=facts.born_on)
