"""The paper of a case: what can be drawn, what it still lacks, drafts and issued documents."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.case_papers import CasePaper, about_of, papers_of, subject_of
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import About, FormKind, IssuedDocument, IssuedLine, Snapshot
from mediation_app.domain.effect import effective_on
from mediation_app.domain.journal import Changes
from mediation_app.domain.missing import Missing, missing_for_form
from mediation_app.domain.snapshots import canonical_json, draft_of, issue_of
from mediation_app.errors import MissingFactsError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.renderer import Renderer
from mediation_app.services.storage import Storage


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as it looks now, and what it lacks before it can be issued."""

    pdf: bytes
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issued document, and what storing it changed."""

    document: IssuedDocument
    changes: Changes


CONFIRMATION = "confirmation"
"""The key of the limit that the paper speaks of."""

_STEPS_OF_NEW = {"acceptance": "受理决定"}
_STEPS_OF_ACCEPTED = dict.fromkeys(
    ("mediation", "court_assigned", "court_entrusted", "court_entrusted_simplified"), "调解"
)
"""What a customer waits for, by the keys of the limits that run until then."""


class Paper:
    """Draws and issues the forms of a case."""

    def __init__(
        self,
        storage: Storage,
        renderer: Renderer,
        limits: Limits,
        clock: Clock,
        ids: Ids,
    ) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._renderer = renderer
        self._limits = limits
        self._clock = clock
        self._ids = ids

    def papers_for(self, case: Case) -> tuple[CasePaper, ...]:
        """Return the papers that belong to this case as it stands."""
        return papers_of(case)

    def kinds_for(self, case: Case) -> tuple[FormKind, ...]:
        """Return the forms that belong to this case as it stands."""
        return tuple(dict.fromkeys(paper.kind for paper in papers_of(case)))

    def missing(
        self, kind: FormKind, case: Case, committee: Committee, about: About | None = None
    ) -> tuple[Missing, ...]:
        """Return what the form lacks before it can be issued."""
        return missing_for_form(kind, case, committee, about or about_of(kind, case))

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return the characters that no font can print."""
        return self._renderer.missing_glyphs(text)

    def preview(
        self, kind: FormKind, case: Case, committee: Committee, about: About | None = None
    ) -> Preview:
        """Return the draft; one that lacks nothing looks as it will be issued.

        Args:
            kind: The form.
            case: The facts as they are on screen.
            committee: Whose letterhead it bears.
            about: What it is about; None for the first paper of its kind.

        Raises:
            MissingGlyphError: A character has no font.
        """
        about = about or about_of(kind, case)
        missing = self.missing(kind, case, committee, about)
        draft = self._draft(kind, case, committee, about)
        snapshot = draft if missing else self._issue_now(draft, about)[0]
        return Preview(self._renderer.render(snapshot), missing)

    def issue(self, kind: FormKind, case_id: CaseId, about: About | None = None) -> Issue:
        """Draw the form from the stored case and keep it; unchanged facts give the same document.

        Raises:
            MissingFactsError: Mandatory facts are not there; all of them are listed.
            MissingGlyphError: A character has no font.
        """
        with self._units() as work:
            case = work.cases.get(case_id)
            committee = work.committees.get()
            about = about or about_of(kind, case)
            missing = self.missing(kind, case, committee, about)
            if missing:
                raise MissingFactsError(kind.title, [each.sentence for each in missing])
            draft = self._draft(kind, case, committee, about)
            snapshot, issued_id = self._issue_now(draft, about)
            if issued_id is not None:
                return Issue(work.documents.get(issued_id), work.commit())
            document = self._document(snapshot, about)
            work.documents.add(document)
            return Issue(document, work.commit())

    def issued(self, case_id: CaseId) -> tuple[IssuedLine, ...]:
        """Return the documents issued in a case, in their order."""
        return self._queries.issued(case_id)

    def document(self, document_id: str) -> IssuedDocument:
        """Return an issued document with its bytes, as it was issued.

        Raises:
            DocumentNotFoundError: There is none with this id.
        """
        with self._units() as work:
            return work.documents.get(document_id)

    def _issue_now(self, draft: Snapshot, about: About) -> tuple[Snapshot, str | None]:
        """Return what issuing would give: the next version, or the same one and its id."""
        lines = self._queries.issued(draft.case.id)
        issued = [each for each in lines if (each.kind, each.about) == (draft.kind, about.key)]
        for line in issued:
            snapshot = issue_of(draft, line.version)
            if snapshot.digest == line.content_digest:
                return snapshot, line.id
        return issue_of(draft, 1 + max((line.version for line in issued), default=0)), None

    def _draft(self, kind: FormKind, case: Case, committee: Committee, about: About) -> Snapshot:
        limits, today = self._limits, self._clock.today()
        edition = limits.table.edition(CONFIRMATION, effective_on(case) or today)
        # An agreement from before every edition gets the limit of today.
        rule = edition or limits.table.rule(CONFIRMATION, today)
        subject = subject_of(kind, case, about, *self._next_step(case))
        return draft_of(kind, case, committee, limits.calendar, rule, subject)

    def _next_step(self, case: Case) -> tuple[str, date | None]:
        """Return what the customer waits for next and until when, as far as a limit says so."""
        steps = _STEPS_OF_ACCEPTED if case.accepted_on else _STEPS_OF_NEW
        ends = {each.rule.key: each.deadline.limit_on for each in self._limits.of_case(case)}
        known = ((name, ends.get(key)) for key, name in steps.items() if key in ends)
        return next(known, (next(iter(steps.values())), None))

    def _document(self, snapshot: Snapshot, about: About) -> IssuedDocument:
        pdf = self._renderer.render(snapshot)
        return IssuedDocument(
            id=self._ids.new(),
            case_id=snapshot.case.id,
            kind=snapshot.kind,
            version=snapshot.version,
            issued_at=self._clock.now(),
            sha256=sha256(pdf).hexdigest(),
            content_digest=snapshot.digest,
            pdf=pdf,
            snapshot=canonical_json(snapshot),
            about=about.key,
        )
