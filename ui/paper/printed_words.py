"""Which words of the paper come from which field."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from mediation_app.domain.capitals import capitals
from mediation_app.domain.cases import Case
from mediation_app.domain.chinese_dates import chinese_date, court_date
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from ui.paper.paper_text import PaperText, Spot, without_blanks

_NOT_PRINTED = frozenset({"id", "tags", "unfinished", "serial"})


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words that a field may have on paper.

    Attributes:
        place: The place of the field: ``parties/<id>/name``.
        spellings: Ways in which its value may be printed.
        anchor: Words before it that tell it from the same words elsewhere.
    """

    place: str
    spellings: tuple[str, ...]
    anchor: str = ""


def printed_words(case: Case) -> tuple[PlaceWords, ...]:
    """Return the words of every field that has a value."""
    return tuple(_of_record(case, "", ""))


def place_at(words: tuple[PlaceWords, ...], paper: PaperText, index: int) -> str:
    """Return the place whose words stand around a character, the longest ones first."""
    best, best_length = "", 0
    for each in words:
        for spelling in each.spellings:
            length = len(without_blanks(spelling))
            hits = paper.find(spelling, each.anchor) if length > best_length else ()
            if any(index in hit for hit in hits):
                best, best_length = each.place, length
    return best


def spots_of_place(
    words: tuple[PlaceWords, ...], paper: PaperText, place: str
) -> tuple[Spot, ...]:
    """Return where the words of a field stand."""
    for each in words:
        if each.place != place:
            continue
        for spelling in each.spellings:
            hits = paper.find(spelling, each.anchor)
            if hits:
                return paper.spots_of(hits)
    return ()


def _of_record(record: object, prefix: str, anchor: str) -> Iterator[PlaceWords]:
    assert is_dataclass(record)
    anchor = str(getattr(record, "name", "")) or anchor
    for each in fields(record):
        if each.name not in _NOT_PRINTED:
            own_anchor = "" if each.name == "name" else anchor
            yield from _of_value(getattr(record, each.name), f"{prefix}{each.name}", own_anchor)


def _of_value(value: object, place: str, anchor: str) -> Iterator[PlaceWords]:
    if isinstance(value, tuple):
        yield from _of_items(value, place, anchor)
    elif spellings := _spellings(value):
        yield PlaceWords(place, spellings, anchor)
    elif is_dataclass(value) and not isinstance(value, Identity | Money):
        yield from _of_record(value, f"{place}/", anchor)


def _of_items(items: tuple[object, ...], place: str, anchor: str) -> Iterator[PlaceWords]:
    for item in items:
        if isinstance(item, str):
            yield PlaceWords(place, (item,), anchor)
        else:
            yield from _of_record(item, f"{place}/{getattr(item, 'id', '')}/", anchor)


def _spellings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, Money):
        return (value.grouped, str(value), capitals(value))
    if isinstance(value, date):
        return (chinese_date(value), value.isoformat(), court_date(value))
    if isinstance(value, Identity):
        return (value.number,) if value.number else ()
    return ()
