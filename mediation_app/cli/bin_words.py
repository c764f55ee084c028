"""The words of the commands about what was deleted."""

from typing import Any


def add_delete(command: Any) -> None:
    """Add a case and the reason why it is deleted."""
    command.words.add_argument("case", metavar="CASE", help="案件编号，或者其中不会混淆的一部分")
    command.options.add_argument("--reason", metavar="TEXT", required=True, help="为什么删除")


def add_bin(command: Any) -> None:
    """Add what can be done with the bin; without a word it is listed."""
    command.words.add_argument(
        "verb",
        nargs="?",
        choices=("list", "restore", "empty"),
        default="list",
        metavar="list|restore|empty",
        help="列出（缺省）、恢复一项，或者清空这台电脑的回收站",
    )
    command.words.add_argument(
        "id", nargs="?", default="", metavar="ID", help="恢复哪一项：ID 的开头，或者案件编号"
    )
