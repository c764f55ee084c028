"""The words of the command line: commands, options and their help."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from mediation_app.cli import (
    bin_words,
    handover_words,
    schedule_words,
    step_words,
    sync_words,
    today_words,
)

PASSWORD_VARIABLE = "MEDIATION_PASSWORD"  # noqa: S105 - the name of a variable
DSN_VARIABLE = "MEDIATION_CENTRAL_DSN"
ORG_KINDS = ("station", "room", "branch", "centre")
ROLES = ("mediator", "specialist", "clerk", "leader", "reader")
DEMO_CASES = 12
METHODS = ("even", "payment", "principal")
_ERRORS = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", r"\1 不能是 \2，可选：\3"),
    (r"argument (.+): invalid int value: (.+)", r"\1 应为整数，不能是 \2"),
    (r"argument (.+): expected one argument", r"\1 之后缺少内容"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 不能与 \2 同用"),
    (r"one of the arguments (.+) is required", r"缺少以下之一：\1"),
    (r"ambiguous option: (.+) could match (.+)", r"选项 \1 不明确，可能是：\2"),
    (r"argument (.+): ignored explicit argument (.+)", r"\1 之后不能有 \2"),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in Chinese."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
        """Add the usage under its Chinese heading."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese and takes the options of all commands anywhere."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings
        )
        self.words = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        _add_options_of_all(self.add_argument_group("通用选项"))

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with the command line; exit with 2."""
        for pattern, words in _ERRORS:
            message = re.sub(f"^{pattern}$", words, message)
        self.exit(2, f"{self.format_usage()}{message}\n")


def _add_options_of_all(group: Any) -> None:
    """Add what every command takes; a value given before the command is kept by the second."""
    group.add_argument("-h", "--help", action="help", help="显示帮助")
    for name, metavar, about in (
        ("--data-dir", "DIR", "数据库所在的文件夹；缺省为本用户的数据文件夹"),
        ("--password-env", "VAR", f"存放密码的环境变量；缺省为 {PASSWORD_VARIABLE}"),
        ("--today", "YYYY-MM-DD", "按这一天运行，而不是今天"),
    ):
        group.add_argument(name, metavar=metavar, default=argparse.SUPPRESS, help=about)
    group.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="输出 JSON")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for.

    Raises:
        SystemExit: Help was printed (0), or the words make no sense (2).
    """
    top = _parser()
    arguments = top.parse_args(words)
    if not getattr(arguments, "data_dir", "given").strip():
        top.error("--data-dir 之后缺少文件夹")  # it would be the one where somebody happens to be
    if arguments.command == "forms" and not arguments.list:
        missing = [
            name
            for name, given in (("CASE", arguments.case), ("--out", arguments.out))
            if not given
        ]
        if missing:
            top.error(f"缺少 {'、'.join(missing)}")
    return arguments


def _parser() -> Parser:
    top = Parser(
        prog="mediation-app",
        description="金融消费纠纷人民调解工作台。不写命令时打开桌面程序。",
        epilog="退出状态：0 完成；1 被拒绝，原因见标准错误；2 命令写错。",
    )
    top.options.add_argument("--demo", action="store_true", help="打开示例工作站（全部虚构）")
    top.options.add_argument("--version", action="store_true", help="显示版本")
    commands = top.add_subparsers(
        dest="command", title="命令", metavar="命令", parser_class=Parser
    )
    for name, about, add in _COMMANDS:
        command = commands.add_parser(name, help=about, description=f"{about}。")
        add(command)
    return top


def _init(command: Parser) -> None:
    command.description = "新建加密的数据库；恢复码只显示一次，请抄写后妥善保存。"


def _import(command: Parser) -> None:
    command.words.add_argument("file", metavar="FILE", help="交换文件（JSON）；- 表示标准输入")
    command.options.add_argument("--dry-run", action="store_true", help="只检查，不写入")


def _list(command: Parser) -> None:
    command.options.add_argument(
        "--query", metavar="TEXT", default="", help="姓名、拼音、案号、证件或电话尾号的一部分"
    )
    command.options.add_argument(
        "--ids", action="store_true", help="另列出 ID：没有案号的草稿凭它由管理员移交"
    )


def _show(command: Parser) -> None:
    _add_case(command)


def _add_case(command: Parser, **settings: Any) -> None:
    command.words.add_argument(
        "case", metavar="CASE", help="案件编号，或者其中不会混淆的一部分", **settings
    )


def _forms(command: Parser) -> None:
    _add_case(command, nargs="?")
    command.options.add_argument("--out", metavar="DIR", help="PDF 写入的文件夹")
    command.options.add_argument(
        "--only",
        metavar="KIND,…",
        help="只写这些文书；缺省为该案件的法定文书和已经齐备的其他文书，卷宗（volume）除外",
    )
    command.options.add_argument(
        "--copy-for", metavar="NAME", help="与 --only volume 同用：给这一方的副本，遮盖他人的号码"
    )
    command.options.add_argument("--list", action="store_true", help="列出文书的种类")


def _deadline(command: Parser) -> None:
    command.options.add_argument(
        "--from", dest="start", metavar="DATE", required=True, help="起算事件的日期，当日不计"
    )
    lengths = command.options.add_mutually_exclusive_group(required=True)
    lengths.add_argument("--days", metavar="N", type=int, help="天数")
    lengths.add_argument("--months", metavar="N", type=int, help="月数")
    lengths.add_argument("--years", metavar="N", type=int, help="年数")
    lengths.add_argument(
        "--rule", metavar="KEY", help="时限表中的一项，代号见 mediation-app limits list"
    )
    command.options.add_argument(
        "--working", action="store_true", help="按工作日计算；缺省按自然日，末日遇休假顺延"
    )
    command.options.add_argument("--no-shift", action="store_true", help="末日遇休假不顺延")
    command.options.add_argument(
        "--pause",
        metavar="FROM..TO",
        action="append",
        default=[],
        help="中止的一段时间，首尾两天都不计；没有恢复的不写 TO；可写多次",
    )
    command.options.add_argument(
        "--extend",
        metavar="N",
        type=int,
        action="append",
        default=[],
        help="双方同意延长的天数；可写多次",
    )


def _calendar(command: Parser) -> None:
    _add_table_verbs(command, "一年的节假日表", "列出已有节假日表的年份")


def _limits(command: Parser) -> None:
    _add_table_verbs(command, "本站的时限表，代替本站原有的", "列出时限表及其代号")


def _add_table_verbs(command: Parser, imported: str, listed: str) -> None:
    verbs = command.add_subparsers(
        dest="verb", title="命令", metavar="命令", parser_class=Parser, required=True
    )
    about = f"导入{imported}，并列出哪些期限因此变化"
    taken = verbs.add_parser("import", help=about, description=f"{about}。")
    taken.words.add_argument("file", metavar="FILE", help="文件（JSON）；- 表示标准输入")
    taken.options.add_argument("--dry-run", action="store_true", help="只检查和比较，不写入")
    verbs.add_parser("list", help=listed, description=f"{listed}。")


def _capitals(command: Parser) -> None:
    command.words.add_argument("amount", metavar="AMOUNT", help="金额，元，例如 8765.43")


def _instalments(command: Parser) -> None:
    command.options.add_argument("--total", metavar="A", required=True, help="总额（本金），元")
    command.options.add_argument("--periods", metavar="N", type=int, required=True, help="期数")
    command.options.add_argument(
        "--first", metavar="DATE", required=True, help="首期到期日；31日表示每月最后一日"
    )
    command.options.add_argument(
        "--rate", metavar="R", default="0", help="年利率，百分数，例如 3.6；缺省为 0"
    )
    command.options.add_argument(
        "--method",
        choices=METHODS,
        help="even 等分（缺省）、payment 等额本息（有利率时的缺省）、principal 等额本金",
    )


def _demo(command: Parser) -> None:
    command.options.add_argument(
        "--cases",
        metavar="N",
        type=int,
        default=DEMO_CASES,
        help=f"案件数；缺省为 {DEMO_CASES}，其余由程序虚构，每次相同",
    )


def _nothing(_command: Parser) -> None:
    """Take no words of its own."""


def _central(command: Parser) -> None:
    command.description = "管理中心库（PostgreSQL）；写法见 docs/CENTRAL.md。"
    verbs = command.add_subparsers(
        dest="verb", title="命令", metavar="命令", parser_class=Parser, required=True
    )
    for name, about, add in _CENTRAL:
        verb = verbs.add_parser(name, help=about, description=f"{about}。")
        add(verb)
        if name != "trial":
            verb.options.add_argument(
                "--dsn",
                metavar="DSN",
                help=f"管理员连接中心库的地址，不含密码；缺省取环境变量 {DSN_VARIABLE}",
            )


def _central_init(verb: Parser) -> None:
    verb.options.add_argument("--name", metavar="NAME", required=True, help="中心的名称")
    _add_case_word(verb)


def _central_status(verb: Parser) -> None:
    verb.options.add_argument("--numbers", action="store_true", help="逐个说明案号的去向")


def _add_org(verb: Parser) -> None:
    verb.words.add_argument("name", metavar="NAME", help="机构名称")
    verb.options.add_argument(
        "--kind",
        choices=ORG_KINDS,
        required=True,
        help="station 调解站、room 调解室、branch 网点、centre 另一个中心",
    )
    verb.options.add_argument(
        "--parent", metavar="ORG", default="", help="上级机构的名称或者编号；中心没有上级"
    )
    _add_case_word(verb)


def _add_case_word(verb: Parser) -> None:
    verb.options.add_argument(
        "--case-word", metavar="WORD", default="", help="案号的字，例如 云临金人调字"
    )


def _add_person(verb: Parser) -> None:
    verb.description = (
        "新增人员。密码取自 --password-env 所指的环境变量；不指定时自动生成，只显示一次。"
    )
    _add_login(verb)
    verb.options.add_argument("--name", metavar="NAME", required=True, help="姓名")
    verb.options.add_argument("--org", metavar="ORG", required=True, help="所在机构的名称或者编号")
    verb.options.add_argument(
        "--role",
        choices=ROLES,
        default=ROLES[0],
        help="mediator 调解员（缺省）、specialist 专员、clerk 文员、leader 负责人、reader 只读",
    )
    verb.options.add_argument(
        "--snapshots",
        action="store_true",
        help="这是夜间任务的登录名，可以写入快照；已有的登录名由此获准",
    )


def _snapshot(verb: Parser) -> None:
    verb.description = (
        "更新快照，新设备首次下载因此较快。以 add-person --snapshots 所建的登录名运行。"
    )


def _set_password(verb: Parser) -> None:
    verb.description = (
        "重设密码。新密码取自 --password-env 所指的环境变量；不指定时自动生成，只显示一次。"
    )
    _add_login(verb)


def _add_login(verb: Parser) -> None:
    verb.words.add_argument("login", metavar="LOGIN", help="登录名：小写字母、数字和下划线")


def _move_case(verb: Parser) -> None:
    verb.words.add_argument(
        "case",
        metavar="CASE",
        help="完整的正式案号；还没有的，写临时编号，或者工作站上 list --ids 中的 ID",
    )
    verb.words.add_argument("org", metavar="ORG", help="移交给哪个机构：名称或者编号")


def _revoke_device(verb: Parser) -> None:
    verb.words.add_argument("device", metavar="DEVICE", help="设备编号，或者其开头不会混淆的部分")


def _start_numbers(verb: Parser) -> None:
    verb.words.add_argument("org", metavar="ORG", help="有案号的字的机构：名称或者编号")
    verb.words.add_argument("year", metavar="YEAR", type=int, help="年份，例如 2026")
    verb.words.add_argument("last", metavar="LAST", type=int, help="已用到第几号")


def _recovery(verb: Parser) -> None:
    verb.words.add_argument(
        "step", choices=("begin", "end"), metavar="begin|end", help="begin 开始；end 结束"
    )


_CENTRAL: Sequence[tuple[str, str, Callable[[Parser], None]]] = (
    ("init", "建立角色、表结构和中心", _central_init),
    ("upgrade", "把表结构升级到本程序的版本", _nothing),
    ("status", "显示中心库的状况", _central_status),
    ("add-org", "新增机构", _add_org),
    ("add-person", "新增人员", _add_person),
    ("set-password", "重设人员的密码", _set_password),
    ("disable-person", "停用人员，并断开其连接", _add_login),
    ("enable-person", "重新启用人员", _add_login),
    ("move-case", "把案件移交给另一机构", _move_case),
    ("revoke-device", "停用设备", _revoke_device),
    ("snapshot", "更新供首次下载用的快照（宜每夜运行）", _snapshot),
    ("verify", "以人员（如夜间任务）的登录名核对链条，给出可留存的锚值", _nothing),
    ("start-numbers", "年中启用时，跳过已在纸上用过的案号", _start_numbers),
    ("recovery", "从备份恢复之后，开始或者结束找回", _recovery),
    ("trial", "在本机试用中心库（人员全部虚构）", _nothing),
)
_COMMANDS: Sequence[tuple[str, str, Callable[[Parser], None]]] = (
    ("init", "新建加密的数据库", _init),
    ("import", "导入案件", _import),
    ("list", "列出案件", _list),
    ("show", "显示一个案件的全部内容", _show),
    ("step", "按案件转换表办理一步", step_words.add_step),
    ("steps", "列出案件现在可以办理的步骤", step_words.add_steps),
    ("forms", "把案件的文书写成 PDF", _forms),
    ("today", "今日：各看板的数目、清单和时限登记表", today_words.add_today),
    ("schedule", "排期：列出、安排、改期、取消，导出和导入日历", schedule_words.add_schedule),
    ("deadline", "推算期限", _deadline),
    ("handover", "代班和交接：列出名下事项、由同事代班或者长期移交", handover_words.add_handover),
    ("status", "凭查询码查询办理进度（四行，不含当事人信息）", handover_words.add_status),
    ("delete", "把案件放进回收站", bin_words.add_delete),
    ("bin", "回收站：列出、恢复或者清空", bin_words.add_bin),
    ("limits", "导入或者列出时限", _limits),
    ("calendar", "导入节假日表，或者列出已有的年份", _calendar),
    ("capitals", "人民币金额大写", _capitals),
    ("instalments", "推算分期", _instalments),
    ("demo", "新建示例数据库（全部虚构）", _demo),
    ("verify", "检查数据库和审计链", _nothing),
    ("connect", "连接中心库", sync_words.add_connect),
    ("sync", "与中心库同步", sync_words.add_sync),
    ("conflicts", "列出待处理的冲突", _nothing),
    ("refused", "未被接受的修改：列出、采用或者不再列出", sync_words.add_refused),
    ("central", "管理中心库，或者在本机试用", _central),
)
