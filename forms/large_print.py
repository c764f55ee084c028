"""Any form in large print: nothing smaller than 18 points, with room between the lines."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from forms.typesetting.blocks import Block
from forms.typesetting.text import Blank, Style

LEAST_PT = 18.0
"""What people with weak eyes can read without glasses, and what the customer forms promise."""
_GROWTH = 1.125
_SMALL_GROWTH = 1.5
_SMALL_LEADING_PT = 20.0


def enlarged(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the same blocks in large print; what is large enough already grows with the rest."""
    for block in blocks:
        yield _grown(block)


@lru_cache(maxsize=64)
def large(style: Style) -> Style:
    """Return the style in which large print sets what is usually set in this one."""
    return replace(style, size_pt=max(LEAST_PT, style.size_pt * _GROWTH))


def _grown(value: Any) -> Any:
    """Return a block, or what it is made of, in large print."""
    if isinstance(value, Style):
        return large(value)
    if isinstance(value, Blank):
        return Blank(value.width_pt * _GROWTH, large(value.style))
    if isinstance(value, tuple):
        return tuple(_grown(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            each.name: _field(each.name, getattr(value, each.name)) for each in fields(value)
        }
        return replace(value, **changes)
    return _sums(value) if callable(value) else value


def _field(name: str, value: Any) -> Any:
    if name == "leading_pt":
        return value * (_SMALL_GROWTH if value <= _SMALL_LEADING_PT else _GROWTH)
    if name.endswith("_pt") and isinstance(value, float):
        return value * _GROWTH
    return _grown(value)


def _sums(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return what gives the sums of a table in large print."""
    return lambda *rows: _grown(function(*rows))
