"""The command that writes the documents of a case."""

from argparse import Namespace
from pathlib import Path

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from mediation_app.errors import InvalidValueError, MediationError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk


def forms(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Issue the documents of a case and write them as PDF, or list their kinds."""
    if arguments.list:
        _list_kinds(printer)
        return 0
    asked = () if arguments.only is None else _kinds(arguments.only)
    with open_desk(arguments, surroundings) as desk:
        case = desk.case_files.find(arguments.case)
        kinds = asked or desk.paper.kinds_for(case)
        written, is_complete = _write(desk, case, kinds, _folder(arguments.out), printer)
    if printer.is_json:
        printer.json({"case": case.number, "files": written})
    else:
        for name in written:
            printer.line(name)
    return 0 if is_complete else 1


def _kinds(text: str) -> tuple[FormKind, ...]:
    known = {kind.value: kind for kind in FormKind}
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise InvalidValueError(
            say(
                "没有“{names}”这种文书，可选：{known}",
                names="、".join(unknown),
                known="、".join(known),
            )
        )
    return tuple(known[name] for name in names)


def _list_kinds(printer: Printer) -> None:
    if printer.is_json:
        printer.json([{"kind": kind.value, "title": kind.title} for kind in FormKind])
    else:
        printer.table([(kind.value, kind.title) for kind in FormKind])


def _write(
    desk: Desk, case: Case, kinds: tuple[FormKind, ...], folder: Path, printer: Printer
) -> tuple[list[str], bool]:
    """Write what can be issued; say why the rest cannot."""
    written = []
    for kind in kinds:
        try:
            pdf = desk.paper.issue(kind, case.id).document.pdf
        except MediationError as error:
            printer.refuse(error)
            continue
        file = folder / f"{kind.value}.pdf"
        try:
            file.write_bytes(pdf)
        except OSError as error:
            raise _unwritable(file) from error
        written.append(str(file))
    return written, len(written) == len(kinds)


def _folder(name: str) -> Path:
    folder = Path(name).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder) from error
    return folder


def _unwritable(path: Path) -> InvalidValueError:
    return InvalidValueError(say("{path} 无法写入，请核对文件夹和权限", path=path))
