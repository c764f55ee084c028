"""The command that lists what a person owns and hands it over."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from mediation_app.cli.options import read_day
from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.agenda import AgendaItem
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.handovers import OwnedCase
from mediation_app.errors import InvalidValueError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk
from mediation_app.services.handover import StandIn


def handover(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """List what a person owns; let a colleague stand in, or take it over for good."""
    with open_desk(arguments, surroundings) as desk:
        wanted = StandIn(
            arguments.person,
            arguments.deputy,
            desk.clock.today() if arguments.on is None else read_day(arguments.on),
            None if arguments.until is None else read_day(arguments.until),
            arguments.note,
        )
        owned = desk.handover.everything(wanted.person)
        if arguments.out is not None:
            _write(desk.handover.print_sheet(wanted), Path(arguments.out).expanduser())
        done = _do(desk, wanted, owned, is_for_good=arguments.for_good)
    if printer.is_json:
        printer.json(_json(wanted, owned, done))
    else:
        _print(printer, wanted, owned, done)
    return 0


def _do(desk: Desk, wanted: StandIn, owned: tuple[OwnedCase, ...], *, is_for_good: bool) -> str:
    """Do what was asked; return what it is called."""
    if not wanted.deputy:
        return "listed"
    if not is_for_good:
        desk.handover.stand_in(wanted)
        return "standing in"
    ids = [each.case_id for each in owned if each.is_owned]
    desk.handover.hand_over(ids, wanted.person, wanted.deputy, wanted.note)
    return "handed over"


def _write(pdf: bytes, path: Path) -> None:
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise InvalidValueError(say("{path} 无法写入，请核对文件夹和权限", path=path)) from error


def _json(wanted: StandIn, owned: tuple[OwnedCase, ...], done: str) -> dict[str, Any]:
    return {
        "from": wanted.person,
        "to": wanted.deputy,
        "on": wanted.from_on.isoformat(),
        "until": None if wanted.to_on is None else wanted.to_on.isoformat(),
        "done": done,
        "cases": [
            {
                "number": each.number,
                "parties": each.parties,
                "stage": each.stage,
                "is_owned": each.is_owned,
                "items": [_item(item) for item in each.items],
            }
            for each in owned
        ],
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "text": str(words_of(item)),
        "about": item.about,
        "due": None if item.due_on is None else item.due_on.isoformat(),
        "since": None if item.since_on is None else item.since_on.isoformat(),
    }


def _print(printer: Printer, wanted: StandIn, owned: tuple[OwnedCase, ...], done: str) -> None:
    if owned:
        rows = [("案件编号", "阶段", "当事人", "下一件事", "日期")]
        for each in owned:
            item = each.next_item
            day = "" if item is None or item.due_on is None else item.due_on.isoformat()
            told = "" if item is None else str(words_of(item))
            rows.append((each.number or "（草稿）", each.stage, each.parties, told, day))
        printer.table(rows)
    else:
        printer.line(f"{wanted.person}名下没有未办结的事项")
    until = "另行通知为止" if wanted.to_on is None else f"{wanted.to_on}，到期自动回来"
    if done == "standing in":
        printer.line(f"{wanted.from_on} 起由{wanted.deputy}代班，至{until}")
    elif done == "handed over":
        count = sum(each.is_owned for each in owned)
        printer.line(f"已移交{wanted.deputy} {count} 件，长期有效")
