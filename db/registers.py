"""A record as registers: a flat map from a path to a JSON scalar.

``facts`` and ``parties/<id>/name`` are registers, and so is the existence of an object:
``parties/<id>`` holds its rank among the parties, ``agreement`` is true where there is one. Two
edits of different registers never touch each other, which is what undo, merging and
synchronisation are built on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from db.ranks import ranks
from db.scalars import checked, decode, encode
from db.shapes import REQUIRED, FieldShape, Form, shape_of
from mediation_app.domain.journal import FieldChange, FieldValue
from mediation_app.errors import StorageError
from mediation_app.sentences import say

Record = TypeVar("Record")
Registers: TypeAlias = Mapping[str, FieldValue]


class UnreadableError(StorageError):
    """A value without which there is no record is absent or unknown."""

    def __init__(self, path: str) -> None:
        super().__init__(
            say("记录中的“{path}”缺失或无法识别，可能由更新版本的程序写入，请升级程序", path=path)
        )
        self.path = path


def to_registers(record: Any, onto: Registers | None = None) -> dict[str, FieldValue]:
    """Return the registers of a record; what is absent is empty.

    Args:
        record: A dataclass of the domain.
        onto: Registers as they were before; objects that did not move keep their ranks.
    """
    writer = _Writer(onto or {})
    writer.write("", record)
    return writer.registers


def from_registers(record_type: type[Record], registers: Registers) -> Record:
    """Return the record; paths that this version does not know are passed over.

    Raises:
        StorageError: A value without which there is no record is absent or unknown.
    """
    root = _tree(registers)
    return _read(record_type, root, "")


def legible(record_type: type[Record], registers: Registers) -> Record:
    """Return the record without the objects in it that this version cannot read.

    For lists only: whoever opens the record or prints from it is told what cannot be read.

    Raises:
        StorageError: What is left is no record either.
    """
    left = dict(registers)
    while True:
        try:
            return from_registers(record_type, left)
        except UnreadableError as error:
            owner = next((each for each in _owners(error.path) if each in left), None)
            if owner is None:
                raise
            del left[owner]


def changed(before: Registers, after: Registers) -> tuple[FieldChange, ...]:
    """Return what leads from some registers to others."""
    return tuple(
        FieldChange(path, before.get(path), after.get(path))
        for path in {**before, **after}
        if before.get(path) != after.get(path)
    )


class _Writer:
    """Collects the registers of one record."""

    def __init__(self, onto: Registers) -> None:
        self.registers: dict[str, FieldValue] = {}
        self._onto = onto

    def write(self, prefix: str, thing: Any) -> None:
        for shape in shape_of(type(thing)).values():
            value = getattr(thing, shape.name)
            if not shape.is_left_out(value):
                self._write_field(f"{prefix}{shape.name}", shape, value)

    def _write_field(self, path: str, shape: FieldShape, value: Any) -> None:
        match shape.form:
            case Form.SCALAR:
                self.registers[path] = encode(value)
            case Form.TEXTS:
                self.registers[path] = list(value)
            case Form.OBJECT:
                self.write(f"{path}/", value)
            case Form.OPTIONAL_OBJECT:
                self.registers[path] = True
                self.write(f"{path}/", value)
            case Form.COLLECTION:
                self._write_collection(path, value)

    def _write_collection(self, path: str, things: Iterable[Any]) -> None:
        by_step = {_step(thing.id): thing for thing in things}
        if len(by_step) != len(tuple(things)):
            raise ValueError(f"{path}: two objects with one id")
        before = {
            step: rank
            for step in by_step
            if isinstance(rank := self._onto.get(f"{path}/{step}"), int)
        }
        places = ranks(tuple(by_step), before)
        for step, thing in by_step.items():
            self.registers[f"{path}/{step}"] = places[step]
            self.write(f"{path}/{step}/", thing)
            self.registers.pop(f"{path}/{step}/id")


@dataclass(slots=True)
class _Node:
    """A register and those below it."""

    value: FieldValue = None
    parts: "dict[str, _Node]" = field(default_factory=dict)


_ABSENT = _Node()
"""Stands for each register that is not there; nothing is ever hung below it."""


def _tree(registers: Registers) -> _Node:
    root = _Node()
    for path, value in registers.items():
        node = root
        for step in path.split("/"):
            part = node.parts.get(step)
            if part is None:
                part = node.parts[step] = _Node()
            node = part
        node.value = value
    return root


def _read(record_type: type[Record], node: _Node, path: str) -> Record:
    fields = {}
    for name, shape in shape_of(record_type).items():
        part = node.parts.get(name)
        if part is not None or not shape.is_default_when_absent:
            fields[name] = _read_field(shape, part or _ABSENT, f"{path}{name}")
    return record_type(**fields)


def _read_field(shape: FieldShape, node: _Node, path: str) -> Any:
    match shape.form:
        case Form.OBJECT:
            return _read(shape.type, node, f"{path}/")
        case Form.OPTIONAL_OBJECT:
            return None if node.value is None else _read(shape.type, node, f"{path}/")
        case Form.COLLECTION:
            return _read_collection(shape.type, node, path)
        case Form.SCALAR | Form.TEXTS:
            return _read_value(shape, node.value, path)


def _read_collection(item_type: type[Any], node: _Node, path: str) -> tuple[Any, ...]:
    present = [
        (each.value, step, each) for step, each in node.parts.items() if type(each.value) is int
    ]
    for _, step, each in present:
        each.parts["id"] = _Node(_id(step))
    ordered = sorted(present, key=lambda entry: entry[:2])
    return tuple(_read(item_type, each, f"{path}/{step}/") for _, step, each in ordered)


def _read_value(shape: FieldShape, value: FieldValue, path: str) -> Any:
    if value is not None:
        try:
            if shape.form is Form.TEXTS:
                return tuple(checked(list, value))
            return decode(shape.type, value)
        except ValueError as error:
            if shape.default is REQUIRED:
                raise UnreadableError(path) from error
    if shape.default is REQUIRED:
        raise UnreadableError(path)
    return shape.default


def _owners(path: str) -> Iterator[str]:
    """Yield the paths of what a register is in, innermost first."""
    while path := path.rpartition("/")[0]:
        yield path


def _step(identifier: str) -> str:
    """Return an id as one step of a path."""
    if not identifier:
        raise ValueError("an object without an id has no path")
    return identifier.replace("~", "~0").replace("/", "~1")


def _id(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
