"""Single values as JSON scalars, and back."""

from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from mediation_app.domain.journal import FieldValue
from mediation_app.domain.money import Money

_JSON_TYPES = frozenset({str, int, bool})


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
