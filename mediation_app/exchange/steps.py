"""The steps that were taken with a case, in the exchange format."""

from mediation_app.domain.steps import StepTaken
from mediation_app.exchange.shapes import Key, Record, Shape, facts_of
from mediation_app.exchange.values import Day, Text

_TEXT = Text()


STEP = Record(
    Shape(
        Key("步骤", "action", _TEXT, "办理了哪一步，用词与案件转换表一致", is_always_written=True),
        Key("日期", "taken_on", Day(), "办理的日期"),
        Key("办理人", "by", _TEXT, "谁办理"),
        Key("理由", "reason", _TEXT, "为何办理"),
        Key("原阶段", "came_from", _TEXT, "办理之前案件所在的阶段"),
    ),
    lambda facts, place: StepTaken(place.notes.ids.new(), **facts),
    facts_of,
)
