"""Values of the journal as the form shows them."""

from decimal import Decimal
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.cases import Case
from mediation_app.domain.identifiers.display import group_identity, group_phone
from mediation_app.domain.journal import FieldValue
from mediation_app.domain.money import Money
from mediation_app.domain.typed_times import clock_text
from ui.case.places import value_at
from ui.case.restoring import type_at
from ui.fields.readers import RateReader
from ui.sentences import term

_LISTS_OF_PARTIES = {"invited", "answered"}


def value_words(place: str, value: FieldValue, case: Case | None = None) -> str:
    """Return a value as the form shows it; the case tells the names of those who sign."""
    text, kind = "", type_at(place)
    match value:
        case None:
            pass
        case bool():
            text = _yes_or_no(is_yes=value)
        case list():
            text = "\n".join(_people(place, value, case))
        case int() if place.endswith("/begins_min"):
            text = clock_text(value)
        case int():
            text = Money(value).grouped if kind is Money else str(value)
        case str():
            text = _text_words(kind, place.rpartition("/")[2], value, case)
    return text


def is_text(place: str) -> bool:
    """Return whether a place holds free text, or a list of such, that two people can merge."""
    kind = type_at(place)
    return kind is str or kind == tuple[str, ...]


def _text_words(kind: Any, name: str, value: str, case: Case | None) -> str:
    if name == "phone":
        return group_phone(value)
    if name == "number" and kind is str:
        return group_identity(value) if value[:6].isdigit() else value
    if name == "signer" and case is not None:
        return str(value_at(case, f"parties/{value}/name") or value)
    if kind is Decimal:
        return f"{RateReader().write(Decimal(value))} %"
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return term(value) if is_enum else value


def _people(place: str, values: list[str], case: Case | None) -> list[str]:
    """Return the names of parties where the place lists their ids."""
    if case is None or place.rpartition("/")[2] not in _LISTS_OF_PARTIES:
        return values
    return [str(value_at(case, f"parties/{each}/name") or each) for each in values]


def _yes_or_no(*, is_yes: bool) -> str:
    translate = QCoreApplication.translate
    return translate("ValueWords", "是") if is_yes else translate("ValueWords", "否")
