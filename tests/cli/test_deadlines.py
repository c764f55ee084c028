"""The command that computes a limit: every unit, what stops and lengthens it, how it says so."""

import json

import pytest

from tests.cli.desk_hand import Hand

HAND = Hand()


def found(*words):
    return HAND("deadline", "--json", *words).json


@pytest.mark.parametrize(
    ("start", "limit"),
    [
        ("2026-01-16", "2026-02-24"),
        ("2026-01-24", "2026-02-24"),
        ("2026-03-05", "2026-04-07"),
        ("2026-04-01", "2026-05-06"),
        ("2026-08-21", "2026-09-20"),
        ("2026-09-02", "2026-10-08"),
        ("2026-09-10", "2026-10-10"),
        ("2026-09-11", "2026-10-12"),
    ],
)
def test_the_confirmation_limit_is_found_by_its_key_too(start, limit):
    assert found("--from", start, "--rule", "confirmation")["limit"] == limit
    assert found("--from", start, "--days", "30")["limit"] == limit


@pytest.mark.parametrize(
    ("start", "days", "limit"),
    [
        ("2025-09-26", "3", "2025-09-30"),
        ("2025-09-29", "5", "2025-10-13"),
        ("2026-09-18", "3", "2026-09-22"),
        ("2026-09-29", "5", "2026-10-12"),
    ],
)
def test_workdays_are_counted_by_the_calendar_of_the_notices(start, days, limit):
    assert found("--from", start, "--days", days, "--working")["limit"] == limit


def test_a_limit_tells_every_day_it_skipped():
    told = found("--from", "2026-09-02", "--days", "30")
    days = [f"2026-10-0{day}" for day in range(2, 8)]
    assert told["skipped"] == [{"date": day, "reason": "国庆节"} for day in days]
    assert (told["limit"], told["day"], told["certain"]) == ("2026-10-08", "2026-10-02", True)
    assert told["derivation"][3:] == [
        *(f"跳过 {day} 国庆节" for day in days),
        "期限到 2026-10-08 24 时为止",
    ]


def test_a_limit_in_workdays_counts_only_these():
    told = found("--from", "2026-10-09", "--days", "2", "--working")
    assert (told["limit"], told["day"]) == ("2026-10-12", "2026-10-12")
    assert told["skipped"] == [{"date": "2026-10-11", "reason": "星期日"}]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        (("--months", "1"), "2026-02-28"),
        (("--years", "1"), "2027-02-01"),
        (("--days", "1", "--no-shift"), "2026-02-01"),
    ],
)
def test_months_years_and_ends_that_stay(words, limit):
    assert found("--from", "2026-01-31", *words)["limit"] == limit


def test_a_limit_beyond_the_tables_is_not_certain():
    assert found("--from", "2031-01-01", "--days", "30")["certain"] is False
    assert "2031年节假日未导入" in HAND("deadline", "--from", "2031-01-01", "--days", "9").output


def test_a_limit_is_told_to_people_with_how_it_was_found():
    lines = HAND("deadline", "--from", "2026-09-11", "--days", "30").output.splitlines()
    assert lines == [
        "届满日：2026-10-12",
        "从 2026-09-11 起算，当天不计",
        "期限 30 天",
        "最后一天 2026-10-11 是休息日，顺延到下一个工作日",
        "跳过 2026-10-11 星期日",
        "期限到 2026-10-12 24 时为止",
    ]


def test_a_limit_of_the_table_tells_its_name_its_source_and_its_reminders():
    words = ("deadline", "--from", "2026-03-05", "--rule", "confirmation")
    lines = HAND(*words).output.splitlines()
    assert lines[0] == "司法确认申请期限届满日：2026-04-07"
    assert lines[-1] == "依据：《人民调解法》第三十三条；《民事诉讼法》第二百零五条"
    told = HAND(*words, "--json").json
    assert told["warn"] == ["2026-03-23", "2026-03-31", "2026-04-04"]
    assert (told["rule"], told["name"]) == ("confirmation", "司法确认申请期限")


def test_pauses_and_extensions_are_counted_and_told():
    told = found(
        *("--from", "2026-03-02", "--rule", "mediation"),
        *("--pause", "2026-03-10..2026-03-19", "--extend", "5", "--extend", "2"),
    )
    assert (told["day"], told["extended"], told["left"]) == ("2026-04-18", [5, 2], None)
    assert told["paused"] == [{"from": "2026-03-10", "to": "2026-03-19", "days": 10}]
    assert "双方 2026-03-02 同意延长 5 天" in told["derivation"]


def test_while_the_clock_stands_the_earliest_end_is_told():
    words = ("--from", "2026-03-02", "--days", "30", "--pause", "2026-03-10..")
    assert found(*words)["left"] == 23
    assert HAND("deadline", *words).output.startswith("最早的届满日：2026-04-02\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--rule", "lost"), "2026-03-02 没有“lost”这一期限，可选：confirmation、mediation"),
        (("--rule", "mediation", "--no-shift"), "--no-shift 不能与 --rule 同用"),
        (("--rule", "confirmation", "--extend", "5"), "“司法确认申请期限”不能由双方同意延长"),
        (
            ("--rule", "court_assigned", "--pause", "2026-03-10..2026-03-11"),
            "“委派调解期限”不因中止而停止计算",
        ),
        (("--months", "1", "--working"), "--working 只能与 --days 同用"),
        (("--days", "30", "--pause", "2026-03-10"), "“2026-03-10”不是一段时间"),
        (("--days", "30", "--pause", "2026-03-10..2026-03-09"), "早于开始日期 2026-03-10"),
        (("--days", "30", "--pause", "2026-02-30.."), "2026年2月没有30日"),
        (("--days", "30", "--extend", "0"), "延长的天数不在允许的范围内"),
        (("--days", "0"), "应在 1 至 36500 之间"),
        (("--years", "102"), "应在 1 至 101 之间"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(words, told):
    ran = HAND("deadline", "--from", "2026-03-02", *words)
    assert (ran.status, ran.output) == (1, "")
    assert told in ran.errors
    assert len(ran.errors.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "缺少以下之一：--days --months --years --rule"),
        (("--days", "3", "--months", "1"), "--months 不能与 --days 同用"),
        (("--days", "x"), "--days 应为整数"),
    ],
)
def test_a_limit_needs_one_length(words, told, capsys):
    assert HAND("deadline", "--from", "2026-01-01", *words).status == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-13-01", "没有13月"),
        ("2026-02-29", "2026年2月没有29日"),
        ("0000-01-01", "没有1日"),
        ("1/2/2026", "应写成 2026-03-05 的样子"),
    ],
)
def test_an_impossible_day_is_refused(day, words):
    ran = HAND("deadline", "--from", day, "--days", "30")
    assert ran.status == 1
    assert words in ran.errors


def test_the_tables_of_the_station_count_without_its_password(tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    table = {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]}
    (folder / "rest-days-2027.json").write_text(json.dumps(table), encoding="utf-8")
    told = Hand(tmp_path)("deadline", "--from", "2026-12-02", "--days", "30", "--json").json
    assert (told["limit"], told["certain"]) == ("2027-01-04", True)
