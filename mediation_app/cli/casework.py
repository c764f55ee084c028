"""Commands about cases: import, list and show."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from mediation_app.cli.printing import Printer
from mediation_app.cli.reading import read_bytes
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.journal import Changes
from mediation_app.errors import MediationError
from mediation_app.exchange.cases import COMPUTED_KEY
from mediation_app.exchange.computed import computed
from mediation_app.exchange.decoding import decode_bytes
from mediation_app.exchange.reading import Refusal
from mediation_app.exchange.writing import write_case
from mediation_app.ports.queries import CaseLine
from mediation_app.services.desk import Desk
from mediation_app.services.importing import ImportReport

_PAGE = 1000


def import_file(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Add the cases of a file."""
    data = read_bytes(arguments.file, surroundings)
    with open_desk(arguments, surroundings) as desk:
        report = _import(data, desk, is_dry_run=arguments.dry_run)
    if printer.is_json:
        printer.json(
            {
                "added": len(report.added),
                "existing": len(report.existing),
                "refused": [_told(refusal) for refusal in report.refused],
                "warnings": [_told(warning) for warning in report.warnings],
            }
        )
    else:
        done = "试导入，没有写入：" if arguments.dry_run else ""
        printer.line(
            f"{done}新增 {len(report.added)} 件，已有 {len(report.existing)} 件，"
            f"拒绝 {len({refusal.case for refusal in report.refused})} 件"
        )
    for warning in report.warnings:
        printer.refuse(f"请核对：{_sentence(warning)}")
    for refusal in report.refused:
        printer.refuse(_sentence(refusal))
    return 1 if report.refused else 0


def _import(data: bytes, desk: Desk, *, is_dry_run: bool) -> ImportReport:
    try:
        text = decode_bytes(data)
    except MediationError as error:
        return ImportReport((), (), (Refusal("", "", error.sentence),), (), Changes())
    return desk.importing.import_text(text, is_dry_run=is_dry_run)


def _told(refusal: Refusal) -> dict[str, str]:
    return {"case": refusal.case, "field": refusal.field, "reason": str(refusal.reason)}


def _sentence(refusal: Refusal) -> str:
    """Return the refusal as one line: case, place, reason."""
    place = "，".join(part for part in (refusal.case, refusal.field) if part)
    return f"{place}：{refusal.reason}" if place else str(refusal.reason)


def list_cases(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print the cases that fit the query, latest first."""
    with open_desk(arguments, surroundings) as desk:
        lines = tuple(_lines(desk, arguments.query))
    if printer.is_json:
        printer.json([_line(line, has_id=arguments.ids) for line in lines])
    elif lines:
        rows: Sequence[Sequence[str]] = [
            (
                line.number or "（草稿）",
                line.stage.value,
                "、".join(line.applicants),
                "、".join(line.respondents),
                line.dispute,
                line.amount.grouped if line.amount is not None else "",
                *((line.id,) if arguments.ids else ()),
            )
            for line in lines
        ]
        head = ("案件编号", "阶段", "申请人", "被申请人", "纠纷类型", "金额")
        printer.table([(*head, *(("ID",) if arguments.ids else ())), *rows])
    else:
        printer.line("没有符合的案件")
    return 0


def _lines(desk: Desk, query: str) -> Iterator[CaseLine]:
    offset = 0
    while page := desk.lookup.lines(query, _PAGE, offset):
        yield from page
        offset += len(page)


def _line(line: CaseLine, *, has_id: bool) -> dict[str, object]:
    return ({"id": line.id} if has_id else {}) | {
        "number": line.number,
        "state": line.stage.value,
        "parties": [*line.applicants, *line.respondents],
        "kind": line.dispute,
        "amount": None if line.amount is None else str(line.amount),
    }


def show(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print one case with all its facts, and what the program computes from them."""
    with open_desk(arguments, surroundings) as desk:
        case = desk.case_files.find(arguments.case)
        limits = desk.limits.of_case(case)
    told = write_case(case) | {
        COMPUTED_KEY: computed(case, ((each.rule, each.deadline) for each in limits))
    }
    if printer.is_json:
        printer.json(told)
    else:
        printer.tree(told)
    return 0


COMMANDS = {"import": import_file, "list": list_cases, "show": show}
