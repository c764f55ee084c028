"""Commands of the centre's administrator."""

import re
import secrets
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path

from mediation_app.cli.central_tables import print_numbers, print_status, print_trial, status_json
from mediation_app.cli.parsing import DSN_VARIABLE
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.errors import CentralError, InvalidValueError
from mediation_app.ports.central import Addition, Administration, NewOrg, NewPerson
from mediation_app.sentences import say

_PASSWORD_IN_DSN = re.compile(r"password\s*=|://[^@/]*:[^@/]*@")
_PASSWORD_BYTES = 12
Verb = Callable[[Namespace, Surroundings, Printer, Administration], None]


def central(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Do what the administrator asks for."""
    if arguments.verb == "trial":
        return _trial(arguments, surroundings, printer)
    dsn = _dsn(arguments, surroundings)
    with closing(surroundings.administration(dsn)) as administration:
        _VERBS[arguments.verb](arguments, surroundings, printer, administration)
    return 0


def _dsn(arguments: Namespace, surroundings: Surroundings) -> str:
    if not (arguments.dsn or "").strip():
        dsn = surroundings.environment.get(DSN_VARIABLE, "")
        if not dsn.strip():
            raise InvalidValueError(
                say(
                    "不知道中心库在哪里：请写 --dsn，或者设置环境变量 {variable}",
                    variable=DSN_VARIABLE,
                )
            )
        return dsn
    if _PASSWORD_IN_DSN.search(arguments.dsn):
        raise InvalidValueError(
            say(
                "命令行上的密码别人看得到：请把 --dsn 中的密码去掉，"
                "放进 {variable}、PGPASSWORD 或者密码文件",
                variable=DSN_VARIABLE,
            )
        )
    return str(arguments.dsn)


def _init(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    org_id = to.initialise(arguments.name, arguments.case_word)
    _tell(printer, {"org": org_id}, f"已建立中心库；{arguments.name}的编号是 {org_id}")


def _upgrade(_: Namespace, __: Surroundings, printer: Printer, to: Administration) -> None:
    before, after = to.upgrade()
    told = f"表结构已经是 {after}" if before == after else f"表结构已从 {before} 升级到 {after}"
    _tell(printer, {"before": before, "after": after}, told)


def _status(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    status = to.status()
    numbers = to.numbers() if arguments.numbers else ()
    if printer.is_json:
        listed = {"numbers": [asdict(each) for each in numbers]} if arguments.numbers else {}
        printer.json(status_json(status) | listed)
        return
    print_status(printer, status)
    if arguments.numbers:
        print_numbers(printer, numbers)


def _add_org(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    org_id = to.add_org(
        NewOrg(arguments.name, arguments.kind, arguments.parent, arguments.case_word)
    )
    _tell(printer, {"org": org_id}, f"已新增机构：{arguments.name}，编号 {org_id}")


def _add_person(
    arguments: Namespace, surroundings: Surroundings, printer: Printer, to: Administration
) -> None:
    given = _new_password(arguments, surroundings)
    password = given or _made_password()
    person = NewPerson(
        login=arguments.login,
        name=arguments.name,
        org=arguments.org,
        role=arguments.role,
        stores_snapshots=arguments.snapshots,
    )
    added = to.add_person(person, password)
    if added.is_login_new:
        _tell_login(printer, arguments.login, "已新增人员", "" if given else password)
    else:
        _tell_login(printer, arguments.login, _added_to_known(added), "")


def _added_to_known(added: Addition) -> str:
    new = (
        "增加所在机构" if added.is_post_new else "",
        "可以写入快照" if added.stores_snapshots_now else "",
    )
    return f"该人员原已登记，现{'，'.join(filter(None, new))}，密码不变"


def _set_password(
    arguments: Namespace, surroundings: Surroundings, printer: Printer, to: Administration
) -> None:
    given = _new_password(arguments, surroundings)
    password = given or _made_password()
    to.set_password(arguments.login, password)
    _tell_login(printer, arguments.login, "已重设密码", "" if given else password)


def _disable(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    to.disable_person(arguments.login)
    _tell_login(printer, arguments.login, "已停用，不能再连接", "")


def _enable(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    to.enable_person(arguments.login)
    _tell_login(printer, arguments.login, "已重新启用", "")


def _move_case(
    arguments: Namespace, _: Surroundings, printer: Printer, to: Administration
) -> None:
    org = to.move_case(arguments.case, arguments.org)
    _tell(printer, {"case": arguments.case, "org": org}, f"{arguments.case} 已移交给{org}")


def _revoke_device(
    arguments: Namespace, _: Surroundings, printer: Printer, to: Administration
) -> None:
    name = to.revoke_device(arguments.device)
    _tell(printer, {"device": name}, f"已停用设备：{name}")


def _snapshot(_: Namespace, __: Surroundings, printer: Printer, to: Administration) -> None:
    count = to.fold_snapshots()
    _tell(printer, {"records": count}, f"已更新快照 {count} 份")


def _verify(_: Namespace, __: Surroundings, printer: Printer, to: Administration) -> None:
    found = to.verify()
    if found.first_bad:
        raise CentralError(say("链条断在 {place}，请停止使用并核查", place=found.first_bad))
    _tell(
        printer,
        asdict(found),
        f"链条完整：{found.record_count} 件记录，{found.op_count} 条操作\n"
        f"锚值（可打印留存，日后据以证明此前的内容未被改动）：{found.anchor}",
    )


def _start_numbers(
    arguments: Namespace, _: Surroundings, printer: Printer, to: Administration
) -> None:
    to.start_numbers(arguments.org, arguments.year, arguments.last)
    _tell(
        printer,
        {"org": arguments.org, "year": arguments.year, "last": arguments.last},
        f"{arguments.org} {arguments.year}年的案号从第{arguments.last + 1}号起",
    )


def _recovery(arguments: Namespace, _: Surroundings, printer: Printer, to: Administration) -> None:
    is_begun = arguments.step == "begin"
    epoch = to.begin_recovery() if is_begun else to.end_recovery()
    _tell(
        printer,
        {"epoch": epoch, "is_recovering": is_begun},
        f"找回已开始（第 {epoch} 纪元）：各工作站会交还丢失的内容，其间暂停发放案号"
        if is_begun
        else f"找回已结束（第 {epoch} 纪元）：恢复发放案号",
    )


def _trial(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    given = getattr(arguments, "data_dir", None)
    trial = surroundings.trial(None if given is None else Path(given).expanduser())
    try:
        facts = trial.start()
        with suppress(KeyboardInterrupt):
            print_trial(printer, facts)
            surroundings.streams.output.flush()
            trial.wait()
    finally:
        trial.stop()
    if not printer.is_json:
        printer.line("试用中心库已停止，数据保留在原处。")
    return 0


def _new_password(arguments: Namespace, surroundings: Surroundings) -> str:
    """Return the password of the variable; empty where one shall be made."""
    variable = getattr(arguments, "password_env", None)
    if variable is None:
        return ""
    password = surroundings.environment.get(variable, "")
    if not password:
        raise InvalidValueError(say("环境变量 {variable} 中没有密码", variable=variable))
    return password


def _made_password() -> str:
    return secrets.token_urlsafe(_PASSWORD_BYTES)


def _tell_login(printer: Printer, login: str, done: str, made: str) -> None:
    if printer.is_json:
        printer.json({"login": login} | ({"password": made} if made else {}))
        return
    printer.line(f"{done}：{login}")
    if made:
        printer.line(f"密码（只显示这一次，请当面交给本人）：{made}")


def _tell(printer: Printer, facts: dict[str, object], sentence: str) -> None:
    if printer.is_json:
        printer.json(facts)
    else:
        printer.line(sentence)


_VERBS: dict[str, Verb] = {
    "init": _init,
    "upgrade": _upgrade,
    "status": _status,
    "add-org": _add_org,
    "add-person": _add_person,
    "set-password": _set_password,
    "disable-person": _disable,
    "enable-person": _enable,
    "move-case": _move_case,
    "revoke-device": _revoke_device,
    "snapshot": _snapshot,
    "recovery": _recovery,
    "verify": _verify,
    "start-numbers": _start_numbers,
}
