"""The words of the commands that hand over, and that tell how a case stands."""

from typing import Any


def add_handover(command: Any) -> None:
    """Add who hands over to whom and when; without ``--to`` it only lists."""
    command.description = (
        "列出一个人名下的全部事项；写了 --to 就由同事代班（到期自动回来），"
        "再写 --for-good 就长期移交。"
    )
    command.options.add_argument(
        "--from", dest="person", metavar="NAME", required=True, help="谁交出"
    )
    command.options.add_argument("--to", dest="deputy", metavar="NAME", default="", help="谁接手")
    command.options.add_argument("--on", metavar="DATE", help="第一天；缺省为今天")
    command.options.add_argument("--until", metavar="DATE", help="最后一天；缺省为另行通知为止")
    command.options.add_argument(
        "--for-good", action="store_true", help="长期移交：经办人改为接手的人"
    )
    command.options.add_argument("--note", metavar="TEXT", default="", help="交接说明")
    command.options.add_argument("--out", metavar="FILE", help="交接清单写成 PDF")


def add_status(command: Any) -> None:
    """Add the code that a customer shows."""
    command.words.add_argument("code", metavar="CODE", help="小票或回执上的查询码，空格可有可无")
