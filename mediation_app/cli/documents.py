"""The command that writes the documents of a case."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mediation_app.cli.printing import Printer
from mediation_app.cli.stations import open_desk
from mediation_app.cli.surroundings import Surroundings
from mediation_app.domain.case_papers import CasePaper
from mediation_app.domain.cases import Case
from mediation_app.domain.documents import FormKind
from mediation_app.domain.materials import safe_file_name
from mediation_app.domain.printed_facts import FIRST_FORMS
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
        out = _Out(desk, case, _folder(arguments.out), printer)
        papers = _papers(desk, case, asked)
        written, is_complete = out.write(papers)
        if FormKind.VOLUME in asked:
            written.append(out.bind(arguments.copy_for))
    if printer.is_json:
        printer.json({"case": case.number, "files": written})
    else:
        for name in written:
            printer.line(name)
    return 0 if is_complete else 1


def _papers(desk: Desk, case: Case, asked: tuple[FormKind, ...]) -> tuple[CasePaper, ...]:
    """Return the papers to be written.

    Without a choice these are the statutory forms, which are refused where they lack something,
    and of the others those that are ready.
    """
    papers = desk.paper.papers_for(case)
    if not asked:
        committee = desk.setup.committee()
        return tuple(
            each
            for each in papers
            if each.kind in FIRST_FORMS
            or not desk.paper.missing(each.kind, case, committee, each.about)
        )
    of_kind = {kind: [each for each in papers if each.kind is kind] for kind in asked}
    return tuple(
        paper
        for kind, found in of_kind.items()
        if kind is not FormKind.VOLUME
        for paper in found or [CasePaper(kind)]
    )


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


@dataclass(frozen=True, slots=True)
class _Out:
    """Where the documents of one case go."""

    desk: Desk
    case: Case
    folder: Path
    printer: Printer

    def write(self, papers: tuple[CasePaper, ...]) -> tuple[list[str], bool]:
        """Write what can be issued; say why the rest cannot."""
        written = []
        for paper, name in zip(papers, _names(papers), strict=True):
            try:
                issue = self.desk.paper.issue(paper.kind, self.case.id, paper.about)
            except MediationError as error:
                self.printer.refuse(error)
                continue
            written.append(self._put(name, issue.document.pdf))
        return written, len(written) == len(papers)

    def bind(self, copy_for: str | None) -> str:
        """Write the volume, or the copy for one party in which the others are masked."""
        readers = [each.id for each in self.case.parties if each.name == (copy_for or "")]
        if copy_for and not readers:
            raise InvalidValueError(say("本案没有叫“{name}”的当事人", name=copy_for))
        reader = readers[0] if readers else ""
        volume = self.desk.volumes.bind(self.case.id, reader, is_masked=bool(reader))
        for title in volume.apart:
            self.printer.refuse(say("“{title}”没有装进卷宗，请另附", title=title))
        return self._put(FormKind.VOLUME.value, volume.pdf)

    def _put(self, name: str, pdf: bytes) -> str:
        file = self.folder / f"{name}.pdf"
        try:
            file.write_bytes(pdf)
        except OSError as error:
            raise _unwritable(file) from error
        return str(file)


def _names(papers: tuple[CasePaper, ...]) -> Iterator[str]:
    """Yield a name for each file: its kind, and where there are several of it, whose it is."""
    kinds = Counter(paper.kind for paper in papers)
    used: Counter[str] = Counter()
    for paper in papers:
        name = paper.kind.value
        if kinds[paper.kind] > 1:
            name = safe_file_name(f"{name}-{paper.label}")
        used[name] += 1
        yield name if used[name] == 1 else f"{name}-{used[name]}"


def _folder(name: str) -> Path:
    folder = Path(name).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder) from error
    return folder


def _unwritable(path: Path) -> InvalidValueError:
    return InvalidValueError(say("{path} 无法写入，请核对文件夹和权限", path=path))
