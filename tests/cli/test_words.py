"""The words of the command line: where they may stand, and what is said of wrong ones."""

from datetime import date

import pytest

from mediation_app import __version__
from tests.cli.desk_hand import Hand

COMMANDS = (
    *("init", "import", "list", "show", "forms", "today"),
    *("deadline", "limits", "calendar", "capitals", "instalments", "demo", "verify", "central"),
    *("connect", "sync", "conflicts", "refused", "status", "handover", "step", "steps"),
    *("schedule", "delete", "bin"),
)
VERBS = (
    *("init", "upgrade", "status", "add-org", "add-person", "set-password", "disable-person"),
    *("enable-person", "move-case", "revoke-device", "snapshot", "recovery", "trial"),
    *("verify", "start-numbers"),
)


@pytest.mark.parametrize(
    "command", [(), *((each,) for each in COMMANDS), *(("central", each) for each in VERBS)]
)
def test_every_command_explains_itself_in_chinese(command, capsys):
    assert Hand()(*command, "--help").status == 0
    told = capsys.readouterr().out
    assert told.startswith(f"用法：mediation-app {' '.join(command)}".rstrip())
    for option in ("--data-dir DIR", "--password-env VAR", "--today YYYY-MM-DD", "--json"):
        assert option in told
    assert "usage" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("capitals",), "缺少 AMOUNT"),
        (("lost",), "不能是 'lost'，可选"),
        (("list", "--lost"), "不认识的参数：--lost"),
        (("deadline", "--from", "2026-01-01", "--days", "x"), "--days 应为整数，不能是 'x'"),
        (("list", "--query"), "--query 之后缺少内容"),
        (("verify", "--js"), "不认识的参数：--js"),
        (("list", "--json=1"), "--json 之后不能有 '1'"),
        (("forms",), "缺少 CASE、--out"),
        (("forms", "第1号"), "缺少 --out"),
        (("central",), "缺少 命令"),
        (("central", "lost"), "不能是 'lost'，可选"),
        (("central", "add-org", "甲站", "--kind", "desk"), "--kind 不能是 'desk'，可选"),
        (("central", "recovery", "pause"), "不能是 'pause'，可选：'begin', 'end'"),
        (("central", "trial", "--dsn", "x"), "不认识的参数：--dsn"),
        (("central", "trial", "--data-dir", ""), "--data-dir 之后缺少文件夹"),
        (("--data-dir", " ", "init"), "--data-dir 之后缺少文件夹"),
    ],
)
def test_wrong_words_are_told_in_chinese_and_end_with_2(words, told, capsys):
    assert Hand()(*words).status == 2
    errors = capsys.readouterr().err
    assert told in errors
    assert errors.startswith("用法：")


def test_options_of_all_commands_may_stand_before_the_command():
    hand = Hand()
    before = hand("--json", "--today", "2026-01-01", "capitals", "5")
    assert before.output == hand("capitals", "5", "--json").output


def test_the_version_is_told():
    assert Hand()("--version").output == f"{__version__}\n"


SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def test_without_a_command_the_window_opens(tmp_path):
    hand = Hand(environment=SCREEN)
    assert hand().status == 0
    hand("--demo", "--data-dir", tmp_path, "--today", "2026-03-05")
    assert hand.windows == [
        (None, None, False),
        (tmp_path, date(2026, 3, 5), True),
    ]


def test_without_a_display_no_window_is_tried():
    hand = Hand(environment={})
    ran = hand()
    assert (ran.status, hand.windows) == (1, [])
    assert "没有显示器" in ran.errors


def test_a_wrong_day_is_refused_before_anything_is_opened(tmp_path):
    ran = Hand(tmp_path)("list", "--today", "2026-13-01")
    assert (ran.status, ran.errors) == (1, "2026-13-01 不是有效日期：没有13月\n")


def test_words_in_another_encoding_are_refused():
    ran = Hand()("show", "\udcb5\udcda")
    assert (ran.status, "字符编码" in ran.errors) == (1, True)
