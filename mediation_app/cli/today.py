"""The command that tells what is due today, and prints the register of it."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.agenda_words import words_of
from mediation_app.domain.boards import RESULT_KINDS, Board, days_waited
from mediation_app.errors import InvalidValueError
from mediation_app.ports.queries import AgendaLine
from mediation_app.sentences import say
from mediation_app.services.agenda import BOARD_NAMES, View
from mediation_app.services.desk import Desk

_PAGE = 500


def today(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Print the number of each board, or the list of one; write the register as PDF."""
    board = _board(arguments.board)
    view = View(arguments.person)
    with open_desk(arguments, surroundings) as desk:
        desk.agenda.arrange_all()
        if arguments.out:
            _write(_sheet(desk, board, view), arguments.out)
        if board is None:
            _print_numbers(desk, view, printer)
        else:
            _print_list(desk, board, view, printer)
    return 0


def _sheet(desk: Desk, board: Board | None, view: View) -> bytes:
    """Return the list of a board, or where none is named the register of the day."""
    if board is None:
        return desk.day_register.print_register(view.person)
    return desk.agenda.print_register(board, view)


def _board(name: str) -> Board | None:
    if not name:
        return None
    try:
        return Board(name)
    except ValueError as error:
        known = "、".join(each.value for each in Board)
        raise InvalidValueError(
            say("没有“{board}”这个看板，可选：{known}", board=name, known=known)
        ) from error


def _print_numbers(desk: Desk, view: View, printer: Printer) -> None:
    counts = desk.agenda.counts(view)
    if printer.is_json:
        printer.json({board.value: count for board, count in counts.items()})
    else:
        printer.table(
            [(str(BOARD_NAMES[board]), str(count), board.value) for board, count in counts.items()]
        )


def _print_list(desk: Desk, board: Board, view: View, printer: Printer) -> None:
    lines = list(_lines(desk, board, view))
    day = desk.clock.today()
    if printer.is_json:
        printer.json([_facts(line, days_waited(line.item, day)) for line in lines])
    elif lines:
        printer.table([_words(line) for line in lines])


def _lines(desk: Desk, board: Board, view: View) -> Iterator[AgendaLine]:
    offset = 0
    while found := desk.agenda.lines(board, view, _PAGE, offset):
        yield from found
        offset += len(found)


def _facts(line: AgendaLine, waited: int | None) -> dict[str, object]:
    item = line.item
    return {
        "number": line.number,
        "kind": item.kind.value,
        "what": str(words_of(item)),
        "due_on": None if item.due_on is None else item.due_on.isoformat(),
        "since_on": None if item.since_on is None else item.since_on.isoformat(),
        "waited_days": waited,
        "owner": item.owner,
        "certain": item.is_certain,
    }


def _words(line: AgendaLine) -> tuple[str, ...]:
    item = line.item
    day = item.since_on if item.kind in RESULT_KINDS else item.due_on
    return "" if day is None else day.isoformat(), line.number, str(words_of(item)), item.owner


def _write(pdf: bytes, name: str) -> None:
    path = Path(name).expanduser()
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise InvalidValueError(say("{path} 无法写入，请核对文件夹和权限", path=path)) from error
