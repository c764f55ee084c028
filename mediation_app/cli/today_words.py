"""The words of the command that tells what is due."""

from typing import Any

from mediation_app.domain.boards import Board


def add_today(command: Any) -> None:
    """Add the words of the command that tells what is due, and prints the register of it."""
    boards = "、".join(each.value for each in Board)
    command.description = "列出各看板的数目；写了 --board 则列出其中一个的清单。"
    for name, metavar, about in (
        ("--board", "BOARD", f"只列出一个看板：{boards}"),
        ("--person", "NAME", "只看一个人经办的，连同其代班的"),
        ("--out", "FILE", "写今日时限登记表（PDF）；写了 --board 则写那个看板的清单"),
    ):
        command.options.add_argument(name, metavar=metavar, default="", help=about)
