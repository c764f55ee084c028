"""Commands about the centre as a desk sees it: connect, sync, conflicts."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from threading import Event

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.cli.sync_words import CENTRAL_PASSWORD_VARIABLE
from mediation_app.domain.conflicts import Conflict, ConflictKind
from mediation_app.domain.journal import Changes, FieldValue
from mediation_app.domain.syncing import CentralAddress, Link, Present, SyncRound, SyncState
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.pem import read_pem
from mediation_app.sentences import say
from mediation_app.services.desk import Desk

MOST_NUMBERS = 100
_LINKS = {
    Link.NONE: "未连接中心库",
    Link.WAITING: "等待同步",
    Link.SYNCING: "正在同步",
    Link.ONLINE: "已连接",
    Link.OFFLINE: "中心库没有应答",
    Link.REFUSED: "中心库拒绝了连接",
}
_KINDS = {
    ConflictKind.VALUES: "两人填了不同的内容",
    ConflictKind.REMOVAL: "一人删除，另一人修改",
    ConflictKind.SEALED: "协议签署后的修改",
}


def connect(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Log in at the centre, and keep the address and the password."""
    address = CentralAddress(
        hosts=arguments.host,
        port=arguments.port,
        database=arguments.database,
        login=arguments.login,
        certificate=read_pem(Path(arguments.certificate).expanduser())
        if arguments.certificate
        else "",
    )
    if not 0 <= arguments.numbers <= MOST_NUMBERS:
        raise InvalidValueError(say("离线案号应在 0 至 {most} 个之间", most=MOST_NUMBERS))
    password = _password(surroundings)
    with open_desk(arguments, surroundings) as desk:
        person, orgs = desk.sync.try_address(address, password)
        desk.sync.connect(address, password)
        desk.sync.keep_numbers(arguments.numbers)
    if printer.is_json:
        printer.json({"person": person, "orgs": list(orgs)})
    else:
        printer.line(f"已连接中心库：{person}，{'、'.join(orgs)}")
    return 0


def sync(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Do one round, or go on until somebody ends the program."""
    with open_desk(arguments, surroundings) as desk:
        require_connection(desk)
        if arguments.once or desk.is_demo:
            sync_round = desk.sync.run_round()
            _tell_round(printer, sync_round, desk.sync.state())
            return 0 if sync_round.trouble is None else 1
        desk.sync.start(_Narrator(printer, surroundings.streams.output.flush))
        Event().wait()
    return 0


def require_connection(desk: Desk) -> None:
    """Let through a desk that is connected; also one of samples, which itself refuses all of it.

    Raises:
        CentralError: It is not connected; the sentence says what to do first.
    """
    if desk.sync.address() is None and not desk.is_demo:
        raise CentralError(
            say("本机还没有连接中心库，请先运行 mediation-app connect"), is_refusal=True
        )


def conflicts(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print the fields that hold more than one value."""
    with open_desk(arguments, surroundings) as desk:
        found = desk.conflicts.open()
    if printer.is_json:
        printer.json([_facts(conflict) for conflict in found])
    elif not found:
        printer.line("没有待处理的冲突")
    for conflict in found if not printer.is_json else ():
        about = "本委员会" if conflict.is_of_committee else conflict.case_number
        printer.line(f"{about} {conflict.path}（{_KINDS[conflict.kind]}）")
        printer.line(f"  原值：{shown(conflict.before)}")
        for side in conflict.sides:
            at = f"{side.saved_at.astimezone():%Y-%m-%d %H:%M}"
            printer.line(f"  {at} {side.author} {side.device_name}：{shown(side.value)}")
    return 0


class _Narrator:
    """Prints what the synchroniser tells."""

    def __init__(self, printer: Printer, flush: Callable[[], None]) -> None:
        self._printer = printer
        self._flush = flush
        self._said = ""

    def on_state(self, state: SyncState) -> None:
        """Print how things stand, where that is new."""
        line = _standing(state)
        if line != self._said:
            self._said = line
            self._printer.line(line)
            self._flush()

    def on_changes(self, changes: Changes) -> None:
        """Let it pass: the next command reads what came in."""

    def on_present(self, case_id: str, others: tuple[Present, ...]) -> None:
        """Let it pass: no case is open here."""


def _standing(state: SyncState) -> str:
    line = f"{_LINKS[state.link]} · 待发送 {state.to_send} · 待处理冲突 {state.conflicts}"
    if state.set_aside:
        line += f" · 未被接受 {state.set_aside}"
    if state.progress is not None:
        progress = state.progress
        line += f" · {progress.sentence} {progress.done}/{progress.total or '？'}"
    return line if state.trouble is None else f"{line} · {state.trouble}"


def _tell_round(printer: Printer, sync_round: SyncRound, state: SyncState) -> None:
    trouble = sync_round.trouble
    if printer.is_json:
        counts = {
            name: getattr(sync_round, name)
            for name in (
                *("sent", "received", "cases_changed"),
                *("conflicts_new", "refused", "given_back"),
            )
        }
        standing = {
            "link": state.link.value,
            "to_send": state.to_send,
            "conflicts": state.conflicts,
            "set_aside": state.set_aside,
            "person": state.person,
        }
        told = None if trouble is None else str(trouble)
        printer.json(counts | standing | {"trouble": told})
        return
    printer.line(
        f"发送 {sync_round.sent} 项，收到 {sync_round.received} 项，"
        f"涉及案件 {sync_round.cases_changed} 件"
    )
    printer.line(_standing(state))
    if trouble is not None:
        printer.refuse(trouble)


def _facts(conflict: Conflict) -> dict[str, object]:
    return {
        "case": conflict.case_number,
        "path": conflict.path,
        "kind": conflict.kind.value,
        "before": conflict.before,
        "sides": [
            {
                "value": side.value,
                "author": side.author,
                "device": side.device_name,
                "saved_at": side.saved_at.isoformat(),
            }
            for side in conflict.sides
        ],
    }


def shown(value: FieldValue) -> str:
    """Return a value on one line."""
    if value is None or value == "":
        return "（空）"
    return "；".join(value) if isinstance(value, list) else str(value)


def _password(surroundings: Surroundings) -> str:
    """Return the password at the centre, from its variable or from the person at the terminal."""
    given = surroundings.environment.get(CENTRAL_PASSWORD_VARIABLE)
    if given:
        return given
    if surroundings.ask_password is None:
        raise InvalidValueError(
            say(
                "需要中心库的密码：请把密码放进环境变量 {variable} 再运行",
                variable=CENTRAL_PASSWORD_VARIABLE,
            )
        )
    password = surroundings.ask_password("中心库密码：")
    if not password:
        raise InvalidValueError(say("没有输入密码"))
    return password


COMMANDS = {"connect": connect, "sync": sync, "conflicts": conflicts}
