"""An exchange file becomes cases; every refusal names case, place and reason."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mediation_app.domain.cases import Case
from mediation_app.domain.committees import Committee
from mediation_app.exchange.cases import NUMBER_KEY, SHAPE, read_case
from mediation_app.exchange.checks import check_case
from mediation_app.exchange.committees import COMMITTEE
from mediation_app.exchange.decoding import JsonObject, UnreadableFileError, decode_json
from mediation_app.exchange.places import Ids, Notes, Place, Problem, quoted
from mediation_app.exchange.shapes import Key, Shape
from mediation_app.exchange.values import refuse_kind
from mediation_app.sentences import Sentence, say

CASES_KEY, COMMITTEE_KEY = "案例", "调解组织"
FILE_NOTES = {
    "说明": "关于文件的说明，导入时不读取",
    "生成日期": "文件生成的日期，导入时不读取",
    "生僻字": "文件中用到的生僻字，导入时不读取",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something cannot be taken in, or what a person should check.

    Attributes:
        case: Its number, or 第3个案例 where it has none; empty for the file as a whole.
        field: The place inside the case, as in 申请人第1人·证件号码; may be empty.
        reason: One sentence.
    """

    case: str
    field: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a file holds: good cases, and why the others are refused."""

    committee: Committee | None = None
    cases: tuple[Case, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    warnings: tuple[Refusal, ...] = ()


def read_cases(text: str, ids: Ids, today: date) -> ReadResult:
    """Read a whole file, a bare list of cases, or one bare case.

    What is wrong inside a case refuses that case; what is wrong outside refuses the file.

    Args:
        text: JSON.
        ids: Gives every new record its id.
        today: Identity numbers with a later birth date are refused.
    """
    try:
        json = decode_json(text)
    except UnreadableFileError as error:
        return ReadResult(refusals=(Refusal("", "", error.sentence),))
    if isinstance(json, JsonObject) and _is_file(json):
        return _read_file(json, ids, today)
    return _read_list(json if isinstance(json, list) else [json], ids, today)


class _Whatever:
    """A part of the file that is read elsewhere."""

    def read(self, json: Any, _place: Place) -> Any:
        return json

    def write(self, value: Any) -> Any:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"$ref": "#/$defs/案例"}}


FILE = Shape(
    Key(COMMITTEE_KEY, "committee", COMMITTEE, "案件所属的调解组织"),
    Key(CASES_KEY, "cases", _Whatever(), "案件", is_required=True),
    ignored=FILE_NOTES,
)


def _is_file(json: JsonObject) -> bool:
    """Return whether this is a whole file and not a bare case."""
    return CASES_KEY in json or not set(json) & set(SHAPE.names)


def _read_file(json: JsonObject, ids: Ids, today: date) -> ReadResult:
    notes = Notes(ids)
    facts = FILE.read(json, Place("", notes)) or {}
    cases = facts.get("cases")
    if cases is not None and not isinstance(cases, list):
        refuse_kind(cases, Place(CASES_KEY, notes), "列表 […]")
    if notes.refusals:
        return ReadResult(refusals=_told("", notes.refusals))
    result = _read_list(facts["cases"], ids, today)
    return ReadResult(facts.get("committee"), result.cases, result.refusals, result.warnings)


def _read_list(items: list[Any], ids: Ids, today: date) -> ReadResult:
    if not items:
        return ReadResult(refusals=(Refusal("", CASES_KEY, say("文件中没有案例")),))
    cases: dict[str, Case] = {}
    refusals: list[Refusal] = []
    warnings: list[Refusal] = []
    firsts: dict[str, int] = {}
    for position, item in enumerate(items, start=1):
        notes = Notes(ids)
        place = Place("", notes)
        case = read_case(item, place)
        name = _name_of(item, position)
        _refuse_double(place, firsts, name, position)
        if case is not None:
            check_case(case, place, today)
        if case is not None and not notes.refusals:
            cases[case.number] = case
            warnings += _told(name, notes.warnings)
        refusals += _told(name, notes.refusals)
    return ReadResult(None, tuple(cases.values()), tuple(refusals), tuple(warnings))


def _name_of(item: Any, position: int) -> str:
    """Return the number of the case, or its position where it has none."""
    number = item.get(NUMBER_KEY) if isinstance(item, JsonObject) else None
    if isinstance(number, str) and number.strip():
        return quoted(number)
    return f"第{position}个案例"


def _refuse_double(place: Place, firsts: dict[str, int], name: str, position: int) -> None:
    first = firsts.setdefault(name, position)
    if first != position:
        place.key(NUMBER_KEY).refuse(
            say("与本文件第{first}个案例的案件编号相同，不能重复", first=first)
        )


def _told(case: str, problems: list[Problem]) -> tuple[Refusal, ...]:
    return tuple(Refusal(case, problem.place, problem.sentence) for problem in problems)
