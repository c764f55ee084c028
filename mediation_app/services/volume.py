"""The volume of a case (卷宗): every paper that there is, bound in order, with true page numbers.

A volume is made of what is stored already and the same papers give the same bytes, so it is not
stored once more; what was printed is found again by its fingerprint.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.case_papers import papers_of, subject_of
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import (
    About,
    FormKind,
    IssuedLine,
    Snapshot,
    Subject,
    VolumeLine,
)
from mediation_app.domain.materials import Material
from mediation_app.domain.missing import missing_for_form
from mediation_app.domain.snapshots import draft_of, issue_of
from mediation_app.domain.volumes import (
    AFTER_MATERIALS,
    BEFORE_MATERIALS,
    VolumePart,
    contents_of,
    masked_for,
    newest,
)
from mediation_app.errors import MissingFactsError, UnbindableFileError
from mediation_app.ports.environment import Clock
from mediation_app.ports.renderer import Binder, Renderer
from mediation_app.ports.storage import UnitOfWork
from mediation_app.sentences import say
from mediation_app.services.paper import CONFIRMATION
from mediation_app.services.storage import Storage


@dataclass(frozen=True, slots=True)
class Volume:
    """A bound volume and its contents.

    Attributes:
        apart: The titles of what could not be bound and is to be put beside it.
    """

    pdf: bytes
    contents: tuple[VolumeLine, ...]
    apart: tuple[str, ...] = ()


class Volumes:
    """Binds the volume of a case."""

    def __init__(
        self, storage: Storage, renderer: Renderer, binder: Binder, limits: Limits, clock: Clock
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._renderer = renderer
        self._binder = binder
        self._limits = limits
        self._clock = clock

    def bind(self, case_id: CaseId, reader_id: str = "", *, is_masked: bool = False) -> Volume:
        """Return the volume of the stored case.

        Args:
            case_id: The case.
            reader_id: The party whom a copy is for; empty for the committee's own volume.
            is_masked: Hides what identifies the others on the forms of the station. Scans and
                photographs are bound as they are, and the contents say so.

        Raises:
            MissingFactsError: The case has no number yet, or a side is not known.
            ContentNotHereError: A file has not come from the centre yet.
            MissingGlyphError: A character has no font.
        """
        with self._units() as work:
            case, committee = work.cases.get(case_id), work.committees.get()
            missing = missing_for_form(FormKind.VOLUME, case, committee)
            if missing:
                title = FormKind.VOLUME.title
                raise MissingFactsError(title, [each.sentence for each in missing])
            about = About(party_id=reader_id, is_masked=is_masked)
            parts = tuple(self._parts(work, case, committee, about))
        contents = contents_of(parts)
        subject = replace(_subject(FormKind.VOLUME, case, about), contents=contents)
        snapshot = issue_of(self._draft(FormKind.VOLUME, case, committee, subject), 1)
        apart = tuple(part.title for part in parts if not part.page_count)
        return Volume(self._binder.bind(snapshot, parts), contents, apart)

    def _parts(
        self, work: UnitOfWork, case: Case, committee: Committee, about: About
    ) -> Iterator[VolumePart]:
        lines = self._queries.issued(case.id)
        for line in newest(lines, BEFORE_MATERIALS):
            yield self._issued(work, case, committee, about, line)
        for material in case.materials:
            if material.is_received or material.has_file:
                yield self._material(work, material)
        for line in newest(lines, AFTER_MATERIALS):
            yield self._issued(work, case, committee, about, line)

    def _material(self, work: UnitOfWork, material: Material) -> VolumePart:
        if not material.has_file:
            return VolumePart(material.name, note=str(say("纸质，另附")))
        content = work.blobs.get(material.blob_id)
        try:
            count = self._binder.page_count(content, material.name)
        except UnbindableFileError as error:
            note = say("有密码，另附") if error.is_locked else say("不能装订，另附")
            return VolumePart(material.name, note=str(note))
        return VolumePart(material.name, content, count)

    def _issued(
        self, work: UnitOfWork, case: Case, committee: Committee, copy: About, line: IssuedLine
    ) -> VolumePart:
        papers = {paper.about.key: paper for paper in papers_of(case) if paper.kind is line.kind}
        label = papers[line.about].label if line.about in papers else ""
        title = f"{line.kind.title}（{label}）" if label else line.kind.title
        if not copy.is_masked:
            pdf = work.documents.get(line.id).pdf
        elif line.about in papers:
            about = replace(papers[line.about].about, is_masked=True)
            hidden = masked_for(case, copy.party_id)
            subject = _subject(line.kind, hidden, about)
            draft = self._draft(line.kind, hidden, committee, subject)
            pdf = self._renderer.render(replace(draft, is_draft=False))
        else:
            return VolumePart(title, note=str(say("副本不附")))
        return VolumePart(title, pdf, self._binder.page_count(pdf, title))

    def _draft(
        self, kind: FormKind, case: Case, committee: Committee, subject: Subject
    ) -> Snapshot:
        rule = self._limits.table.rule(CONFIRMATION, self._clock.today())
        return draft_of(kind, case, committee, self._limits.calendar, rule, subject)


def _subject(kind: FormKind, case: Case, about: About) -> Subject:
    return subject_of(kind, case, about) or Subject()
