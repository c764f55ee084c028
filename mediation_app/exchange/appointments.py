"""Planned meetings in the exchange format."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case
from mediation_app.domain.typed_times import clock_text
from mediation_app.exchange.places import Place, quoted
from mediation_app.exchange.sessions import named_people, people_called
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape, plain
from mediation_app.exchange.values import Day, Text, Whole
from mediation_app.sentences import say

APPOINTMENTS_KEY = "排期"
_MOST = 999_999_999
_TEXT, _DAY = Text(), Day()
_TEXTS = Many(_TEXT)


class Clock(Text):
    """A local time of day, as in 9:30."""

    def read(self, json: Any, place: Place) -> Any:
        """Return minutes after midnight."""
        text = super().read(json, place)
        if text is None:
            return None
        try:
            hours, minutes = (int(part) for part in text.split(":"))
        except ValueError:
            hours, minutes = -1, 0
        if not (0 <= hours < 24 and 0 <= minutes < 60) or clock_text(hours * 60 + minutes) != text:  # noqa: PLR2004
            place.refuse(say("“{text}”不是时间，应写成 9:30 或者 14:00", text=quoted(text)))
            return None
        return hours * 60 + minutes

    def write(self, value: Any) -> Any:
        """Return the time in its one spelling."""
        return clock_text(value)

    def schema(self) -> dict[str, Any]:
        """Return the schema of a time."""
        return {"type": "string", "pattern": "^(1?[0-9]|2[0-3]):[0-5][0-9]$"}


APPOINTMENT = Record(
    Shape(
        Key("日期", "on", _DAY, "调解会的日期"),
        Key("时间", "begins_min", Clock(), "开始的时间", is_always_written=True),
        Key("时长", "lasts_min", Whole(0, _MOST), "分钟", is_always_written=True),
        Key("调解室", "room", _TEXT, "在哪一间"),
        Key("方式", "way", _TEXT, "现场、视频、电话", is_always_written=True),
        Key("调解员", "mediators", _TEXTS, "由谁主持"),
        Key("通知", "invited", _TEXTS, "通知谁：申请人1、被申请人1"),
        Key("已答复", "answered", _TEXTS, "谁已答复会到场"),
        Key("说明", "note", _TEXT, "说明"),
        Key("取消日期", "cancelled_on", _DAY, "取消的日期"),
        Key("理由", "reason", _TEXT, "取消、改期或者仍要安排的理由"),
        Key("改动次数", "revision", Whole(0, _MOST), "通知之后改动了几次"),
        Key("会次", "meeting", Whole(1, _MOST), "后来开的是“调解日期”中的第几次"),
    ),
    plain,
    dict,
)


def written_appointments(case: Case) -> tuple[Facts, ...]:
    """Return what is told of planned meetings; who is no party any more is left out."""
    people = {person: name for name, person in people_called(case)}
    held = {each.appointment_id: no for no, each in enumerate(case.meetings, start=1)}
    return tuple(_written(each, people, held) for each in case.appointments)


def with_appointments(case: Case, facts: Facts, place: Place) -> Case:
    """Return the case with the planned meetings that the file tells."""
    people = dict(people_called(case))
    meetings = list(case.meetings)
    made = []
    for number, told in enumerate(facts.get("appointments", ()), start=1):
        here = place.key(APPOINTMENTS_KEY).item(number, "项")
        planned = _appointment(told, people, here)
        made.append(planned)
        held = told.get("meeting")
        if held is not None and held > len(meetings):
            here.key("会次").refuse(say("“调解日期”中没有第{number}次", number=held))
        elif held is not None:
            meetings[held - 1] = replace(meetings[held - 1], appointment_id=planned.id)
    return replace(case, appointments=tuple(made), meetings=tuple(meetings))


def _appointment(told: Facts, people: Mapping[str, str], place: Place) -> Appointment:
    facts = {name: value for name, value in told.items() if name != "meeting"}
    for name, key in (("invited", "通知"), ("answered", "已答复")):
        if name in facts:
            facts[name] = named_people(facts[name], people, place.key(key))
    return Appointment(place.notes.ids.new(), **facts)


def _written(each: Appointment, people: Mapping[str, str], held: Mapping[str, int]) -> Facts:
    facts: Facts = {name: getattr(each, name) for name in each.__slots__}
    for name in ("invited", "answered"):
        facts[name] = tuple(people[one] for one in facts[name] if one in people)
    return facts | {"revision": each.revision or None, "meeting": held.get(each.id)}
