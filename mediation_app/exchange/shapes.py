"""Objects and lists of the exchange format, each described by a table of its keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mediation_app.exchange.decoding import JsonObject
from mediation_app.exchange.nearness import near
from mediation_app.exchange.places import Place, quoted
from mediation_app.exchange.values import Value, refuse_kind
from mediation_app.sentences import say

Facts: TypeAlias = dict[str, Any]
"""Attributes by name, as far as the file gives them."""

_NOT_BLANK: Mapping[str, dict[str, Any]] = {"string": {"pattern": r"\S"}, "array": {"minItems": 1}}
_EMPTY: tuple[Any, ...] = ("", None, [], {})


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an object.

    Attributes:
        name: The key in the file.
        attribute: The fact that it holds.
        value: How the value is read, written and described.
        about: What it means, for the schema.
        is_required: True refuses an object without it.
        is_always_written: True writes it even when there is nothing to say.
    """

    name: str
    attribute: str
    value: Value
    about: str
    is_required: bool = False
    is_always_written: bool = False


class Shape:
    """An object whose keys are known; reading gives its facts."""

    def __init__(self, *keys: Key, ignored: Mapping[str, str] | None = None) -> None:
        """Take the keys in the order of writing, and those that are accepted and not read."""
        self._keys = keys
        self._by_name = {key.name: key for key in keys}
        self._ignored = ignored or {}

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that may stand in the object and are read."""
        return tuple(self._by_name)

    def read(self, json: Any, place: Place) -> Facts | None:
        """Return the facts, leaving out what is absent or refused."""
        if not isinstance(json, JsonObject):
            refuse_kind(json, place, "一组项目 {…}")
            return None
        self._check_keys(json, place)
        facts: Facts = {}
        for key in self._keys:
            given = json.get(key.name)
            if given is None or (key.is_required and _is_blank(given)):
                continue
            value = key.value.read(given, place.key(key.name))
            if value is not None:
                facts[key.attribute] = value
        return facts

    def write(self, facts: Mapping[str, Any]) -> Facts:
        """Return the object, without keys that have nothing to say."""
        written: Facts = {}
        for key in self._keys:
            fact = facts.get(key.attribute)
            json = fact if fact is None else key.value.write(fact)
            if key.is_always_written or json not in _EMPTY:
                written[key.name] = json
        return written

    def schema(self) -> dict[str, Any]:
        """Return the schema of the object."""
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {
                key.name: {"description": key.about, **_schema_of(key)} for key in self._keys
            }
            | {name: {"description": about} for name, about in self._ignored.items()},
            "additionalProperties": False,
        }
        required = [key.name for key in self._keys if key.is_required]
        return schema | ({"required": required} if required else {})

    def _check_keys(self, json: JsonObject, place: Place) -> None:
        for name in json.doubled:
            place.key(quoted(name)).refuse(say("这一项写了不止一次，请只保留一处"))
        # A key that is not there yet was more probably meant than one that is.
        free = [name for name in self._by_name if name not in json]
        meant = {
            self._refuse_unknown(name, free, place)
            for name in json
            if name not in self._by_name and name not in self._ignored
        }
        missing = [
            key.name
            for key in self._keys
            # A misspelt key is told once, not as unknown and as missing.
            if key.is_required and _is_blank(json.get(key.name)) and key.name not in meant
        ]
        if missing:
            names = "、".join(missing)
            place.key(names).refuse(say("缺少必填内容：{names}", names=names))

    def _refuse_unknown(self, name: str, free: Sequence[str], place: Place) -> str:
        """Refuse the key and return the one that was probably meant."""
        meant = near(name, free) or near(name, self._by_name)
        place.key(quoted(name)).refuse(
            say("不认识的项目“{name}”，是否应为“{meant}”？", name=quoted(name), meant=meant)
            if meant
            else say("不认识的项目“{name}”，请删去或者改正", name=quoted(name))
        )
        return meant


class Record:
    """An object that is one domain value."""

    def __init__(
        self,
        shape: Shape,
        take: Callable[[Facts, Place], Any],
        view: Callable[[Any], Facts],
    ) -> None:
        """Take the table, how facts become the value, and how the value is seen as facts."""
        self.shape = shape
        self._take = take
        self._view = view

    def read(self, json: Any, place: Place) -> Any:
        """Return the domain value."""
        facts = self.shape.read(json, place)
        return None if facts is None else self._take(facts, place)

    def write(self, value: Any) -> Facts:
        """Return the object."""
        return self.shape.write(self._view(value))

    def schema(self) -> dict[str, Any]:
        """Return the schema of the object."""
        return self.shape.schema()


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one kind; ``unit`` is what its items are counted by."""

    value: Value
    unit: str = "项"

    def read(self, json: Any, place: Place) -> tuple[Any, ...] | None:
        """Return the values, without those that are refused."""
        if not isinstance(json, list):
            refuse_kind(json, place, "列表 […]")
            return None
        read = (
            self.value.read(item, place.item(number, self.unit))
            for number, item in enumerate(json, start=1)
        )
        return tuple(value for value in read if value is not None)

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """Return the list."""
        return [self.value.write(item) for item in value]

    def schema(self) -> dict[str, Any]:
        """Return the schema of the list."""
        return {"type": "array", "items": self.value.schema()}


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """One object, or a list where there are several."""

    value: Value
    most: int | None = None

    def read(self, json: Any, place: Place) -> tuple[Any, ...] | None:
        """Return the values, without those that are refused."""
        if not isinstance(json, list):
            value = self.value.read(json, place)
            return None if value is None else (value,)
        if self.most is not None and len(json) > self.most:
            place.refuse(say("最多{most}人，文件中有{count}人", most=self.most, count=len(json)))
        return Many(self.value, "人").read(json, place)

    def write(self, value: tuple[Any, ...]) -> Any:
        """Return the object or the list."""
        written = [self.value.write(item) for item in value]
        return written[0] if len(written) == 1 else written or None

    def schema(self) -> dict[str, Any]:
        """Return the schema of both."""
        one = self.value.schema()
        bound = {} if self.most is None else {"maxItems": self.most}
        return {"anyOf": [one, {"type": "array", "items": one, **bound}]}


def facts_of(record: Any) -> Facts:
    """Return every fact of a dataclass by its name, as ``Record`` takes it to write it."""
    return {name: getattr(record, name) for name in record.__slots__}


def plain(facts: Facts, _place: Place) -> Facts:
    """Return the facts as they are, for objects that only group facts of what holds them."""
    return facts


def _is_blank(json: Any) -> bool:
    """Return whether nothing is said: absent, null, blank text or an empty list."""
    return json is None or json == [] or (isinstance(json, str) and not json.strip())


def _schema_of(key: Key) -> dict[str, Any]:
    """Return the schema of a key's value; what is not required may be null."""
    schema = key.value.schema()
    if key.is_required:
        return {**_NOT_BLANK.get(str(schema.get("type")), {}), **schema}
    if "$ref" in schema or "anyOf" in schema or "enum" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return schema | {"type": [schema["type"], "null"]}
