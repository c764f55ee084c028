"""The words of the commands about the steps of a case."""

from typing import Any


def add_step(command: Any) -> None:
    """Add the words of ``step``."""
    command.description = "按案件转换表办理一步；不合法的不办理，并说明还缺什么。"
    _add_case(command)
    command.words.add_argument(
        "action", metavar="ACTION", help="步骤，如 受理 或者 accept；可办的见 mediation-app steps"
    )
    command.options.add_argument(
        "--reason", metavar="TEXT", default="", help="理由；中止、撤回、归档后重开等必须写明"
    )
    command.options.add_argument("--on", metavar="DATE", help="办理的日期；缺省为今天")


def add_steps(command: Any) -> None:
    """Add the words of ``steps``."""
    command.description = "列出现在可以办理的步骤，以及各自还缺什么；下一步排在最前。"
    _add_case(command)


def _add_case(command: Any) -> None:
    command.words.add_argument("case", metavar="CASE", help="案件编号，或者其中不会混淆的一部分")
