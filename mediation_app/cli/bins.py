"""Commands about what was deleted."""

from argparse import Namespace

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.bins import KEPT_DAYS, Binned
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk


def delete(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Put a case into the bin."""
    with open_desk(arguments, surroundings) as desk:
        case = desk.case_files.find(arguments.case)
        desk.bin.delete(case.id, arguments.reason)
    if printer.is_json:
        printer.json({"deleted": case.number})
    else:
        printer.line(f"已放进回收站：{case.number}；{KEPT_DAYS} 天内可以恢复")
    return 0


def bin_of_station(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """List what is in the bin, bring something back, or empty it."""
    with open_desk(arguments, surroundings) as desk:
        if arguments.verb == "restore":
            _restore(arguments.id, desk, printer)
        elif arguments.verb == "empty":
            _empty(desk, printer)
        else:
            desk.bin.tidy()
            _list(desk, printer)
    return 0


def _list(desk: Desk, printer: Printer) -> None:
    entries, now = desk.bin.entries(), desk.clock.now()
    if printer.is_json:
        printer.json(
            [
                {
                    "id": each.id,
                    "kind": each.kind.value,
                    "number": each.case_number,
                    "name": each.name,
                    "deleted_at": each.deleted_at.isoformat(),
                    "author": each.author,
                    "reason": each.reason,
                    "days_left": each.days_left(now),
                }
                for each in entries
            ]
        )
    elif entries:
        rows = [
            (
                each.id,
                each.kind.value,
                each.case_number or "（草稿）",
                each.name,
                f"{each.deleted_at.astimezone():%Y-%m-%d %H:%M}",
                each.author,
                each.reason,
                str(each.days_left(now)),
            )
            for each in entries
        ]
        heads = ("ID", "类别", "案件编号", "名称", "删除时间", "谁", "理由", "剩余天数")
        printer.table([heads, *rows])
    else:
        printer.line("回收站是空的")


def _restore(wanted: str, desk: Desk, printer: Printer) -> None:
    entry = _found(wanted, desk.bin.entries())
    case = desk.bin.restore(entry.id).case
    if printer.is_json:
        printer.json({"restored": entry.id, "number": case.number})
    else:
        printer.line(f"已恢复{entry.kind.value}：{entry.case_number} {entry.name}")


def _found(wanted: str, entries: tuple[Binned, ...]) -> Binned:
    """Return the entry with this id or case number, or the only one whose id begins so."""
    if not wanted:
        raise InvalidValueError(say("请写明恢复哪一项，见 mediation-app bin list"))
    exact = [each for each in entries if wanted in {each.id, each.case_number}]
    found = exact or [each for each in entries if each.id.startswith(wanted)]
    if not found:
        raise InvalidValueError(say("回收站中没有“{wanted}”", wanted=wanted))
    if len(found) > 1:
        ids = "、".join(each.id for each in found)
        raise InvalidValueError(
            say("“{wanted}”不止一项，请写完整的 ID：{ids}", wanted=wanted, ids=ids)
        )
    return found[0]


def _empty(desk: Desk, printer: Printer) -> None:
    count = desk.bin.empty()
    if printer.is_json:
        printer.json({"emptied": count})
    else:
        printer.line(f"已清空回收站：{count} 项；流水和审计链不受影响")


COMMANDS = {"delete": delete, "bin": bin_of_station}
