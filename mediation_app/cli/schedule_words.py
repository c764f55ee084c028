"""The words of ``mediation-app schedule``."""

from typing import Any


def add_schedule(command: Any) -> None:
    """Add the words of the command that shows, plans, moves and exchanges meetings."""
    command.description = (
        "列出排期；写了 CASE 则为它排期、改期或者取消；schedule import FILE 导入日历（.ics）。"
    )
    command.words.add_argument(
        "case", metavar="CASE|import", nargs="?", help="案件编号或者其中一部分；import 表示导入"
    )
    command.words.add_argument("file", metavar="FILE", nargs="?", help="要导入的日历；- 标准输入")
    for name, metavar, about in (
        ("--from", "DAY", "从哪天起，例如 今天、下周一、2026-11-26；缺省为今天"),
        ("--to", "DAY", "到哪天止；缺省为起始日之后的第六天"),
        ("--at", "WHEN", "排期或者改期到何时，例如 “下周三 9:30”"),
        ("--minutes", "LENGTH", "时长，例如 90、1.5小时；缺省为 90 分钟"),
        ("--room", "ROOM", "调解室；缺省为名册中的第一间"),
        ("--way", "WAY", "方式：现场、视频、电话；缺省为现场"),
        ("--move", "ID", "要改期的排期的编号，见 --json"),
        ("--cancel", "ID", "要取消的排期的编号；须写 --reason"),
        ("--reason", "TEXT", "有冲突仍要安排的理由，或者取消的理由"),
        ("--ics", "FILE", "把列出的排期写成日历文件"),
        ("--person", "NAME", "导入的是谁的日历；缺省为本人"),
    ):
        command.options.add_argument(
            name, metavar=metavar, default="", dest=_DESTINATIONS.get(name), help=about
        )


_DESTINATIONS = {"--from": "first", "--to": "last"}
