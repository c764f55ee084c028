"""How the state of the central database is printed."""

import shlex
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from mediation_app.cli.printing import Printer
from mediation_app.ports.central import (
    CentralStatus,
    DeviceLine,
    HomeLine,
    NumberLine,
    OrgLine,
    PersonLine,
    TrialFacts,
)

_KINDS = {"centre": "中心", "station": "调解站", "room": "调解室", "branch": "网点"}
_ROLES = {
    "mediator": "调解员",
    "specialist": "专员",
    "clerk": "文员",
    "leader": "负责人",
    "reader": "只读",
}
_STATES = {
    "case": "案件",
    "leased": "预留给设备，尚未使用",
    "free": "空号，留给后续案件",
    "void": "印出后作废，该案件另有案号",
    "paper": "启用中心库之前已使用",
}
_MEBIBYTE = 1024 * 1024


def status_json(status: CentralStatus) -> dict[str, Any]:
    """Return the state as it is written for programs."""
    facts = asdict(status)
    facts["server_at"] = status.server_at.isoformat()
    for device in facts["devices"]:
        device["contact_at"] = _instant(device["contact_at"])
    return facts


def print_status(printer: Printer, status: CentralStatus) -> None:
    """Print the state for people."""
    printer.tree(
        {
            "服务器": status.server,
            "表结构": status.schema
            if status.schema == status.newest_schema
            else f"{status.schema}（本程序为 {status.newest_schema}，请运行 upgrade）",
            "角色": "备用库（只读）" if status.is_replica else "主库",
            "时间": status.server_at.isoformat(timespec="seconds"),
            "大小": f"{status.size_bytes / _MEBIBYTE:.1f} MiB",
            "拒收待处理": f"{status.quarantine_count} 条",
        }
    )
    for head, rows in (
        (("编号", "中心", "纪元", "记录", "操作", ""), _homes(status.homes)),
        (("编号", "机构", "类别", "上级", "案号的字", "人员", "案件", "变动"), _orgs(status.orgs)),
        (("登录名", "姓名", "所在机构", ""), _persons(status.persons)),
        (("设备", "名称", "人员", "最近联系", ""), _devices(status.devices)),
    ):
        _table(printer, head, rows)


def print_numbers(printer: Printer, numbers: Sequence[NumberLine]) -> None:
    """Print what became of each case number."""
    _table(
        printer,
        ("机构", "案号", "去向", ""),
        [(each.org, each.number, _STATES[each.state], each.holder) for each in numbers],
    )


def print_trial(printer: Printer, facts: TrialFacts) -> None:
    """Print what to type into the window, and how to open two of them."""
    if printer.is_json:
        persons = [asdict(each) | {"station": str(each.station)} for each in facts.persons]
        printer.json(
            asdict(facts)
            | {
                "folder": str(facts.folder),
                "certificate": str(facts.certificate),
                "persons": persons,
            }
        )
        return
    printer.line(f"试用中心库已启动，数据在 {facts.folder}，人员全部虚构。")
    printer.line("")
    printer.line("1. 各在一个终端中打开工作站，两个即可：")
    for person in facts.persons:
        printer.line(f"   mediation-app --data-dir {shlex.quote(str(person.station))}")
    printer.line("2. 在“连接中心库”中填写：")
    _print_logins(printer, facts)
    printer.line("3. 管理命令用：")
    printer.line(f"   export MEDIATION_CENTRAL_DSN={shlex.quote(facts.dsn)}")
    printer.line("   mediation-app central status")
    printer.line("")
    printer.line("按 Ctrl+C 停止；数据保留，下次接着用。")


def _print_logins(printer: Printer, facts: TrialFacts) -> None:
    same = (
        ("服务器地址", facts.host),
        ("端口", str(facts.port)),
        ("数据库", facts.database),
        ("证书文件", str(facts.certificate)),
    )
    printer.table([(f"   {name}", value) for name, value in same])
    numbers = range(1, len(facts.persons) + 1)
    _table(
        printer,
        ("  ", *(f"工作站 {number}" for number in numbers)),
        [
            ("   账号", *(each.login for each in facts.persons)),
            ("   密码", *(each.password for each in facts.persons)),
            ("   即", *(f"{each.name}（{each.org}）" for each in facts.persons)),
        ],
    )


def _homes(homes: Sequence[HomeLine]) -> list[tuple[str, ...]]:
    return [
        (
            *(str(each.home_id), each.name, str(each.epoch)),
            *(str(each.record_count), str(each.op_count)),
            "正在找回，暂停发放案号" if each.is_recovering else "",
        )
        for each in homes
    ]


def _orgs(orgs: Sequence[OrgLine]) -> list[tuple[str, ...]]:
    names = {each.org_id: each.name for each in orgs}
    return [
        (
            str(each.org_id),
            each.name,
            _KINDS[each.kind],
            "" if each.parent is None else names[each.parent],
            each.case_word,
            str(each.person_count),
            str(each.record_count),
            str(each.fseq),
        )
        for each in orgs
    ]


def _persons(persons: Sequence[PersonLine]) -> list[tuple[str, ...]]:
    return [
        (
            each.login,
            each.name,
            "、".join(f"{post.org}（{_ROLES[post.role]}）" for post in each.posts),
            "已停用" if each.is_disabled else "",
        )
        for each in persons
    ]


def _devices(devices: Sequence[DeviceLine]) -> list[tuple[str, ...]]:
    return [
        (
            each.device_id,
            each.name,
            each.person,
            _instant(each.contact_at) or "从未",
            "已停用" if each.is_revoked else "",
        )
        for each in devices
    ]


def _table(printer: Printer, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    if rows:
        printer.line("")
        printer.table([head, *rows])


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="seconds")
