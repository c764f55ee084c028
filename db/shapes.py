"""The fields of a dataclass, sorted by how they are written as registers."""

import dataclasses
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

REQUIRED = MISSING
"""The default of a field that has none."""


class Form(Enum):
    """How a field is written."""

    SCALAR = auto()
    TEXTS = auto()
    OBJECT = auto()
    OPTIONAL_OBJECT = auto()
    COLLECTION = auto()


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One field; ``type`` is that of the value, of the object or of each object in a tuple."""

    name: str
    form: Form
    type: Any
    default: Any

    @property
    def is_default_when_absent(self) -> bool:
        """Whether a record without its register has what the dataclass gives by itself."""
        if self.form is Form.OBJECT:
            return False
        return self.default == () if self.form is Form.COLLECTION else self.default is not REQUIRED

    def is_left_out(self, value: object) -> bool:
        """Return whether an absent register says the same: nothing, and nothing by default."""
        return value is None or (not value and value in ("", ()) and value == self.default)


def shape_of(record_type: Any) -> Mapping[str, FieldShape]:
    """Return the fields of a dataclass by name, in their order.

    Raises:
        TypeError: A field is of a kind that cannot be written as registers.
    """
    return _shape_of(record_type)


def paths_of(record_type: Any) -> list[str]:
    """Return where a record of this type may have registers, sorted."""
    found = []
    for shape in shape_of(record_type).values():
        found.append(shape.name)
        if shape.form not in {Form.SCALAR, Form.TEXTS}:
            found += [f"{shape.name}/{each}" for each in paths_of(shape.type)]
    return sorted(found)


@cache
def _shape_of(record_type: Any) -> Mapping[str, FieldShape]:
    hints = get_type_hints(record_type)
    shapes = (_field_shape(each, hints[each.name]) for each in dataclasses.fields(record_type))
    return MappingProxyType({shape.name: shape for shape in shapes})


def _field_shape(field: "dataclasses.Field[Any]", hint: Any) -> FieldShape:
    default = field.default if field.default_factory is MISSING else field.default_factory()
    plain = _without_none(getattr(hint, "__supertype__", hint))
    if _is_union(hint) and default is not None:
        # An absent register could then mean two things.
        raise TypeError(f"{field.name}: an optional field must be None by default")
    if get_origin(plain) is tuple:
        item, *rest = get_args(plain)
        if rest != [...]:
            raise TypeError(f"{field.name}: only tuples of any length are understood")
        form = Form.COLLECTION if dataclasses.is_dataclass(item) and _has_id(item) else Form.TEXTS
        if form is Form.TEXTS and item is not str:
            raise TypeError(f"{field.name}: a tuple holds texts, or objects with an id")
        return FieldShape(field.name, form, item, default)
    return FieldShape(field.name, _form_of(plain, is_optional=_is_union(hint)), plain, default)


def _form_of(plain: Any, *, is_optional: bool) -> Form:
    # Money is a dataclass of one number, and is written as that number.
    if not dataclasses.is_dataclass(plain) or _is_amount(plain):
        return Form.SCALAR
    return Form.OPTIONAL_OBJECT if is_optional else Form.OBJECT


def _without_none(hint: Any) -> Any:
    if not _is_union(hint):
        return hint
    rest = [each for each in get_args(hint) if each is not type(None)]
    if len(rest) != 1:
        raise TypeError(f"{hint}: only one type or None is understood")
    return rest[0]


def _is_union(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _has_id(record_type: Any) -> bool:
    return any(each.name == "id" for each in dataclasses.fields(record_type))


def _is_amount(record_type: Any) -> bool:
    return [each.name for each in dataclasses.fields(record_type)] == ["cents"]
