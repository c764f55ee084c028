"""What pauses, extends and starts the limits of a case, in the exchange format."""

from typing import Any

from mediation_app.domain.courses import Course, Extension, Milestone, Pause
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape
from mediation_app.exchange.values import Day, Flag, Text, Whole

_MOST_DAYS = 36_500
_TEXT, _DAY = Text(), Day()


def _facts_of(record: Any) -> Facts:
    return {name: getattr(record, name) for name in record.__slots__}


def _pause(facts: Facts, place: Place) -> Pause | None:
    return Pause(place.notes.ids.new(), **facts) if "from_on" in facts else None


def _extension(facts: Facts, place: Place) -> Extension | None:
    return Extension(place.notes.ids.new(), **facts) if "days" in facts else None


def _milestone(facts: Facts, place: Place) -> Milestone | None:
    if "happened_on" not in facts:
        return None
    return Milestone(place.notes.ids.new(), facts.get("event", ""), facts["happened_on"])


_PAUSE = Record(
    Shape(
        Key("开始", "from_on", _DAY, "停止计算的第一天", is_required=True),
        Key("结束", "to_on", _DAY, "停止计算的最后一天；还没有恢复的不写"),
        Key("原因", "reason", _TEXT, "为何中止"),
    ),
    _pause,
    _facts_of,
)
_EXTENSION = Record(
    Shape(
        Key("天数", "days", Whole(0, _MOST_DAYS), "延长的天数", is_required=True),
        Key("同意日期", "agreed_on", _DAY, "双方同意的日期"),
        Key("申请人同意", "applicants_agree", Flag(), "申请人是否同意"),
        Key("被申请人同意", "respondents_agree", Flag(), "被申请人是否同意"),
    ),
    _extension,
    _facts_of,
)
_MILESTONE = Record(
    Shape(
        Key("事项", "event", _TEXT, "起算事项，用词与时限表一致", is_always_written=True),
        Key("日期", "happened_on", _DAY, "事项发生的日期", is_required=True),
    ),
    _milestone,
    _facts_of,
)
COURSE = Record(
    Shape(
        Key("中止", "pauses", Many(_PAUSE), "期限停止计算的时间"),
        Key("延长", "extensions", Many(_EXTENSION), "双方同意的延长"),
        Key("起算事项", "milestones", Many(_MILESTONE), "期限表中其他事项的日期"),
    ),
    lambda facts, _place: Course(**facts),
    _facts_of,
)
