"""The committee in the exchange format."""

from typing import Any

from mediation_app.domain.committees import Committee, Mediator
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape, facts_of
from mediation_app.exchange.values import Text

_TEXT = Text()


def _mediator(facts: Facts, place: Place) -> Mediator:
    return Mediator(place.notes.ids.new(), facts.get("name", ""), facts.get("number", ""))


_MEDIATOR = Record(
    Shape(
        Key("姓名", "name", _TEXT, "调解员姓名", is_required=True),
        Key("编号", "number", _TEXT, "调解员编号"),
    ),
    _mediator,
    facts_of,
)

COMMITTEE = Record(
    Shape(
        Key("名称", "name", _TEXT, "人民调解委员会的全称", is_required=True),
        Key("工作站", "station", _TEXT, "工作站名称"),
        Key("地址", "address", _TEXT, "地址"),
        Key("联系电话", "phone", _TEXT, "电话"),
        Key("印章全称", "seal_name", _TEXT, "印章上的名称"),
        Key("对应基层法院", "court", _TEXT, "委员会所在地的基层人民法院"),
        Key("案号字", "case_word", _TEXT, "案件编号中的字，例如 云临金人调字"),
        Key("调解员名册", "mediators", Many(_MEDIATOR, "人"), "调解员"),
        Key("记录人", "recorder", _TEXT, "通常的记录人"),
    ),
    lambda facts, _place: Committee(**facts),
    facts_of,
)


def write_committee(committee: Committee) -> dict[str, Any]:
    """Return the committee as JSON values."""
    return COMMITTEE.write(committee)
