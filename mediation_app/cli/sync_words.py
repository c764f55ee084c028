"""The words of the commands about the centre as a desk sees it."""

from typing import Any

CENTRAL_PASSWORD_VARIABLE = "MEDIATION_CENTRAL_PASSWORD"  # noqa: S105 - the name of a variable


def add_connect(command: Any) -> None:
    """Add where the centre is, and who logs in."""
    command.description = (
        f"连接中心库并保存地址；中心库的密码取自环境变量 {CENTRAL_PASSWORD_VARIABLE}，没有则询问。"
    )
    for name, metavar, about in (
        ("--host", "HOST", "主机名，多个以逗号隔开"),
        ("--login", "LOGIN", "管理员给的登录名"),
    ):
        command.options.add_argument(name, metavar=metavar, required=True, help=about)
    command.options.add_argument(
        "--port", metavar="N", type=int, default=5432, help="端口；缺省为 5432"
    )
    command.options.add_argument(
        "--database", metavar="NAME", default="mediation", help="数据库名；缺省为 mediation"
    )
    command.options.add_argument(
        "--certificate", metavar="FILE", default="", help="所信任的签发机构证书（PEM）"
    )
    command.options.add_argument(
        "--numbers", metavar="N", type=int, default=0, help="为离线时预留的案号个数；缺省为 0"
    )


def add_sync(command: Any) -> None:
    """Add whether one round is enough."""
    command.options.add_argument(
        "--once", action="store_true", help="同步一次就结束；缺省一直同步，按 Ctrl+C 结束"
    )


def add_refused(command: Any) -> None:
    """Add what can be done with them; without a word they are listed."""
    command.description = (
        "中心库没有接受的修改：本机的，以及同事在案件移交到这里之后才到的。原文始终保留。"
    )
    command.words.add_argument(
        "verb",
        nargs="?",
        choices=("list", "take", "drop"),
        default="list",
        metavar="list|take|drop",
        help="列出（缺省）、作为自己今天的修改保存，或者不再列出",
    )
    command.words.add_argument(
        "id", nargs="?", default="", metavar="ID", help="哪一项：ID 中不会混淆的一部分"
    )
