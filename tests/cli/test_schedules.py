"""``mediation-app schedule``: list, plan, move, call off, and calendars of other programs."""

from datetime import date

import pytest

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.cases import CaseId
from mediation_app.exchange.calendars import read_calendar
from tests.builders import a_branch, a_case, a_person
from tests.cli.desk_hand import Hand

TODAY = ("--today", "2026-11-20")
SUN, WANG = "第32号", "第31号"


def accepted(case_id, number, name):
    return a_case(
        id=CaseId(case_id),
        number=f"（2026）崂山金人调字{number}",
        filed_on=date(2026, 11, 10),
        accepted_on=date(2026, 11, 12),
        parties=(a_person(name=name), a_branch(agents=())),
        mediators=("刘洋",),
        agreement=None,
    )


@pytest.fixture
def hand(tmp_path):
    """A hand at a desk with two accepted cases, one of them planned."""
    hand = Hand(tmp_path / "station", {})
    assert hand("demo", "--cases", "1").status == 0
    desk = LocalStations(date(2026, 11, 20)).open(hand.data_dir, None)
    desk.registration.begin(accepted("c1", WANG, "王桂兰"))
    desk.registration.begin(accepted("c2", SUN, "孙浩"))
    desk.close()
    planned = hand("schedule", WANG, "--at", "下周四 10:30", "--room", "调解室1", *TODAY)
    assert (planned.status, planned.errors) == (0, "")
    return hand


def test_what_is_planned_is_listed_by_day(hand):
    listed = hand("schedule", "--to", "下周五", *TODAY)
    assert "2026-11-26  10:30–12:00  调解室1" in listed.output
    assert hand("schedule", *TODAY).output.count("王桂兰") == 1
    assert hand("schedule", "--from", "12-1", *TODAY).output == "没有排期\n"
    (told,) = hand("schedule", "--from", "11-26", "--json", *TODAY).json
    assert (told["date"], told["begins"], told["ends"]) == ("2026-11-26", "10:30", "12:00")
    assert (told["room"], told["mediators"], told["cancelled"]) == ("调解室1", ["刘洋"], False)


def test_days_the_wrong_way_round_are_refused(hand):
    refused = hand("schedule", "--from", "11-26", "--to", "昨天", *TODAY)
    assert refused.status == 1
    assert "早于 2026-11-26" in refused.errors


def test_what_is_in_the_way_is_refused_until_a_reason_is_given(hand):
    words = ("schedule", SUN, "--at", "11-26 11:00", "--minutes", "1小时", "--room", "调解室1")
    refused = hand(*words, *TODAY)
    assert (refused.status, "冲突：王桂兰 11-26 10:30 调解室1" in refused.errors) == (1, True)
    assert hand(*words, "--reason", "提前结束", *TODAY).status == 0
    assert len(hand("schedule", "--json", *TODAY).json) == 2


def test_a_meeting_is_moved_then_called_off(hand):
    (told,) = hand("schedule", WANG, "--json", *TODAY).json
    moved = hand("schedule", WANG, "--move", told["id"], "--at", "14:00", "--json", *TODAY)
    assert moved.json[0]["begins"] == "14:00"
    video = hand("schedule", WANG, "--move", told["id"], "--way", "视频", "--json", *TODAY)
    assert (video.json[0]["way"], video.json[0]["room"]) == ("视频", "")
    refused = hand("schedule", WANG, "--cancel", told["id"], *TODAY)
    assert (refused.status, "理由" in refused.errors) == (1, True)
    off = hand("schedule", WANG, "--cancel", told["id"], "--reason", "住院", *TODAY)
    assert "已取消" in off.output
    assert hand("schedule", WANG, "--move", "nowhere", "--at", "11-27", *TODAY).status == 1


def test_a_case_without_meetings_says_so(hand):
    assert hand("schedule", SUN, *TODAY).output == "没有排期\n"


def test_a_calendar_is_written_and_read(hand, tmp_path):
    file = tmp_path / "week.ics"
    assert hand("schedule", "--ics", file, *TODAY).status == 0
    content = file.read_bytes()
    (found,) = read_calendar(content, date(2026, 11, 26))
    assert (found.on, found.begins_min) == (date(2026, 11, 26), 630)
    assert hand("schedule", "--ics", tmp_path / "no" / "week.ics", *TODAY).status == 1
    foreign = content.replace(b"@mediation-app", b"@elsewhere")
    taken = hand("schedule", "import", "-", "--person", "周静", *TODAY, given=foreign)
    assert taken.output == "占用 1 段时间，改期 0 件，取消 0 件，未采用 0 件\n"
    assert "周静" in hand("schedule", *TODAY).output
    moved = content.replace(b"20261126T103000", b"20261127T103000")
    moved = moved.replace(b"20261126T120000", b"20261127T120000")
    told = hand("schedule", "import", "-", "--json", *TODAY, given=moved).json
    assert told == {
        "taken": 0,
        "moved": ["（2026）崂山金人调字第31号"],
        "cancelled": [],
        "refused": [],
        "repeating": 0,
        "until_on": None,
    }


def test_what_a_calendar_could_not_change_is_told(hand, tmp_path):
    hand("schedule", SUN, "--at", "11-26 14:00", *TODAY)
    file = tmp_path / "week.ics"
    hand("schedule", "--ics", file, *TODAY)
    over = file.read_bytes().replace(b"20261126T140000", b"20261126T110000")
    over = over.replace(b"20261126T153000", b"20261126T123000")
    over = over.replace(b"END:VCALENDAR", REPEATING + b"END:VCALENDAR")
    refused = hand("schedule", "import", "-", *TODAY, given=over)
    assert refused.status == 1
    assert "冲突：王桂兰" in refused.errors
    assert "重复的日程取到 2027-" in refused.output
    hourly = hand("schedule", "import", "-", *TODAY, given=over.replace(b"DAILY", b"HOURLY"))
    assert "有 1 项重复日程" in hourly.errors


REPEATING = b"""BEGIN:VEVENT
UID:x
DTSTART:20261126T060000Z
DURATION:PT1H
RRULE:FREQ=DAILY
END:VEVENT
""".replace(b"\n", b"\r\n")


def test_a_calendar_has_to_be_named(hand):
    refused = hand("schedule", "import", *TODAY)
    assert "请写要导入的日历文件" in refused.errors
