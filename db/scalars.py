"""Single values as JSON scalars, and back."""

from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from mediation_app.domain.journal import FieldValue
from mediation_app.domain.money import Money

_JSON_TYPES = frozenset({str, int, bool})
_NO_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS = 1900, 2999
"""Beyond them some place of the world has no such local time."""


def encode(value: Any) -> FieldValue:
    """Return the value as JSON holds it: amounts in 分, days and instants in ISO 8601."""
    if type(value) in _JSON_TYPES:
        return value  # type: ignore[no-any-return]  # as just checked
    if isinstance(value, Enum):
        return encode(value.value)
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, date):
        return instant_text(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be written as a register")


def decode(kind: Any, value: FieldValue) -> Any:
    """Return the value of this type that was written so.

    Raises:
        ValueError: It is not one; a newer version of the program may have written it.
    """
    if kind in _JSON_TYPES:
        return checked(kind, value)
    if issubclass(kind, Enum):
        return kind(value)
    if kind is Money:
        return Money(checked(int, value))
    if kind is Decimal:
        return _decimal(checked(str, value))
    return kind.fromisoformat(checked(str, value))


def instant_text(instant: datetime) -> str:
    """Return an instant in UTC with microseconds, so that text sorts as time does."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def read_instant(text: str) -> datetime:
    """Return an instant that somebody wrote; the first of 1970 where it is none that can be."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return _NO_INSTANT
    is_sound = instant.tzinfo is not None and _YEARS[0] <= instant.year <= _YEARS[1]
    return instant if is_sound else _NO_INSTANT


def is_text(value: str) -> bool:
    """Return whether a text can be stored: JSON from elsewhere may hold half a character."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def checked(kind: type, value: Any) -> Any:
    """Return the value if it is of exactly this JSON type.

    Raises:
        ValueError: It is not; true is no number here.
    """
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not of {kind.__name__}")
    return value


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
