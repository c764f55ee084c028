"""Commands about the tables behind limits: rest days by year, and the limits themselves."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mediation_app.cli.printing import Printer
from mediation_app.cli.reading import read_bytes
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.case_limits import CaseLimit, Limits
from mediation_app.domain.derivations import length_of
from mediation_app.domain.limits import LimitRule
from mediation_app.exchange.decoding import decode_bytes
from mediation_app.services.table_import import LimitChange, LimitsImport, YearImport


def calendar(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Take over a table of rest days, or list the years that are known."""
    if arguments.verb == "list":
        years = _limits(arguments, surroundings).calendar.years
        if printer.is_json:
            printer.json(years)
        else:
            printer.line(f"已有节假日表的年份：{'、'.join(map(str, years))}")
        return 0
    text = decode_bytes(read_bytes(arguments.file, surroundings))
    with open_desk(arguments, surroundings) as desk:
        found = desk.tables.import_year_table(text, is_dry_run=arguments.dry_run)
    _tell_year(found, printer, is_dry_run=arguments.dry_run)
    return 0


def limits(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Take over limits of the station, or list all that are known."""
    if arguments.verb == "list":
        _list(arguments, surroundings, printer)
        return 0
    text = decode_bytes(read_bytes(arguments.file, surroundings))
    with open_desk(arguments, surroundings) as desk:
        found = desk.tables.import_limits(text, is_dry_run=arguments.dry_run)
    _tell_limits(found, printer, is_dry_run=arguments.dry_run)
    return 0


def _tell_year(found: YearImport, printer: Printer, *, is_dry_run: bool) -> None:
    rest = sum(day.is_rest for day in found.table.days)
    worked = len(found.table.days) - rest
    if printer.is_json:
        printer.json(
            {
                "year": found.table.year,
                "rest": rest,
                "worked": worked,
                "replaced": found.is_replacing,
                "doubts": [str(doubt) for doubt in found.doubts],
                "changes": _changes(found.changes),
                "dry_run": is_dry_run,
            }
        )
    else:
        done = "替换" if found.is_replacing else "导入"
        printer.line(
            f"{_tried(is_dry_run=is_dry_run)}{done}{found.table.year}年节假日表："
            f"休息 {rest} 天，调休上班 {worked} 天"
        )
        _tell_changes(found.changes, printer)
    for doubt in found.doubts:
        printer.refuse(f"请核对：{doubt}")


def _tell_limits(found: LimitsImport, printer: Printer, *, is_dry_run: bool) -> None:
    keys = [rule.key for rule in found.rules]
    gone = [rule.key for rule in found.replaced if rule.key not in keys]
    if printer.is_json:
        printer.json(
            {
                "limits": keys,
                "removed": gone,
                "changes": _changes(found.changes),
                "dry_run": is_dry_run,
            }
        )
        return
    printer.line(f"{_tried(is_dry_run=is_dry_run)}导入本站时限 {len(keys)} 项：{'、'.join(keys)}")
    if gone:
        printer.line(f"本站原有的不再采用：{'、'.join(gone)}")
    _tell_changes(found.changes, printer)


def _tried(*, is_dry_run: bool) -> str:
    return "试导入，没有写入：" if is_dry_run else ""


def _changes(changes: Iterable[LimitChange]) -> list[dict[str, Any]]:
    return [
        {
            "case": change.case_number,
            "limit": change.name,
            "before": _day(change.before),
            "after": _day(change.after),
            "certain": change.after is not None and change.after.deadline.is_certain,
        }
        for change in changes
    ]


def _tell_changes(changes: tuple[LimitChange, ...], printer: Printer) -> None:
    if not changes:
        printer.line("没有期限因此变化")
        return
    printer.line(f"以下 {len(changes)} 个期限有变化：")
    rows = [
        (
            change.case_number or "（草稿）",
            change.name,
            _shown(change.before),
            _shown(change.after),
        )
        for change in changes
    ]
    printer.table([("案件编号", "时限", "原届满日", "现届满日"), *rows])


def _day(limit: CaseLimit | None) -> str | None:
    return None if limit is None else limit.deadline.limit_on.isoformat()


def _shown(limit: CaseLimit | None) -> str:
    if limit is None:
        return "（无）"
    doubt = "" if limit.deadline.is_certain else "（待定）"
    return f"{limit.deadline.limit_on}{doubt}"


def _list(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> None:
    table = _limits(arguments, surroundings).table
    if printer.is_json:
        printer.json([_rule(rule, is_own=rule in table.own) for rule in table.editions])
        return
    heading = ("代号", "名称", "长度", "起算", "末日顺延", "有效期", "来源", "依据")
    printer.table([heading, *(_row(rule, is_own=rule in table.own) for rule in table.editions)])


def _row(rule: LimitRule, *, is_own: bool) -> tuple[str, ...]:
    return (
        rule.key,
        rule.name,
        str(length_of(rule.length, rule.unit)).removeprefix("期限 "),
        rule.starts_from,
        "是" if rule.is_moved else "否",
        f"{rule.valid_from or '不详'} 至 {rule.valid_to or '今'}",
        "本站" if is_own else "随程序",
        rule.source,
    )


def _rule(rule: LimitRule, *, is_own: bool) -> dict[str, Any]:
    return {
        "key": rule.key,
        "name": rule.name,
        "length": rule.length,
        "unit": rule.unit.value,
        "starts_from": rule.starts_from,
        "shift": rule.is_moved,
        "valid_from": None if rule.valid_from is None else rule.valid_from.isoformat(),
        "valid_to": None if rule.valid_to is None else rule.valid_to.isoformat(),
        "source": rule.source,
        "mark": rule.confidence.value,
        "own": is_own,
    }


def _limits(arguments: Namespace, surroundings: Surroundings) -> Limits:
    data_dir = getattr(arguments, "data_dir", None)
    return surroundings.limits(None if data_dir is None else Path(data_dir).expanduser())


COMMANDS = {"calendar": calendar, "limits": limits}
