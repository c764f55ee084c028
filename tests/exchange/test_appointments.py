"""What a file may say of planned meetings, and what is refused of it."""

from mediation_app.exchange.writing import write_case
from tests.builders import a_case
from tests.exchange.reading_room import read, told


def refused(**facts):
    """Return what is said about a case whose one appointment has these facts."""
    json = write_case(a_case())
    json["排期"] = [{"时间": "9:30", "时长": 60, "方式": "现场"} | facts]
    return told(read(json))


def test_a_time_of_day_has_one_spelling():
    for text in ("9.30", "09:30", "24:00", "9:60", "9:3", "x"):
        assert "9:30 或者 14:00" in str(refused(时间=text))
    assert "文字" in str(refused(时间=930))


def test_only_people_of_the_case_are_told():
    assert "没有“申请人7”" in str(refused(通知=["申请人7"]))


def test_a_meeting_that_was_held_is_one_of_the_file():
    assert "没有第9次" in str(refused(会次=9))
