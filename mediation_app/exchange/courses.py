"""What pauses, extends and starts the limits of a case, in the exchange format."""

from mediation_app.domain.courses import Course, Extension, Milestone, Pause
from mediation_app.exchange.shapes import Key, Many, Record, Shape, facts_of
from mediation_app.exchange.values import Day, Flag, Text, Whole

_MOST_DAYS = 36_500
_TEXT, _DAY = Text(), Day()


_PAUSE = Record(
    Shape(
        Key("开始", "from_on", _DAY, "停止计算的第一天；没有写的不停止计算"),
        Key("结束", "to_on", _DAY, "停止计算的最后一天；还没有恢复的不写"),
        Key("原因", "reason", _TEXT, "为何中止"),
    ),
    lambda facts, place: Pause(place.notes.ids.new(), **facts),
    facts_of,
)
_EXTENSION = Record(
    Shape(
        Key("天数", "days", Whole(0, _MOST_DAYS), "延长的天数"),
        Key("同意日期", "agreed_on", _DAY, "双方同意的日期"),
        Key("申请人同意", "applicants_agree", Flag(), "申请人是否同意"),
        Key("被申请人同意", "respondents_agree", Flag(), "被申请人是否同意"),
    ),
    lambda facts, place: Extension(place.notes.ids.new(), **facts),
    facts_of,
)
_MILESTONE = Record(
    Shape(
        Key("事项", "event", _TEXT, "起算事项，用词与时限表一致"),
        Key("日期", "happened_on", _DAY, "事项发生的日期；没有写的不起算"),
    ),
    lambda facts, place: Milestone(place.notes.ids.new(), **facts),
    facts_of,
)
COURSE = Record(
    Shape(
        Key("中止", "pauses", Many(_PAUSE), "期限停止计算的时间"),
        Key("延长", "extensions", Many(_EXTENSION), "双方同意的延长"),
        Key("起算事项", "milestones", Many(_MILESTONE), "期限表中其他事项的日期"),
    ),
    lambda facts, _place: Course(**facts),
    facts_of,
)
