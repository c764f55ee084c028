"""The paper of a case: what can be drawn, what it still lacks, drafts and issued documents."""

from dataclasses import dataclass
from hashlib import sha256

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.committees import Committee
from mediation_app.domain.documents import FormKind, IssuedDocument, IssuedLine, Snapshot
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

    def kinds_for(self, case: Case) -> tuple[FormKind, ...]:
        """Return the forms that belong to this case as it stands."""
        kinds = [FormKind.APPLICATION]
        if case.agreement is not None:
            oral = case.has_oral_agreement
            kinds.append(FormKind.ORAL_AGREEMENT if oral else FormKind.AGREEMENT)
        if case.confirmation.is_requested:
            kinds.append(FormKind.CONFIRMATION)
        return tuple(kinds)

    def missing(self, kind: FormKind, case: Case, committee: Committee) -> tuple[Missing, ...]:
        """Return what the form lacks before it can be issued."""
        return missing_for_form(kind, case, committee)

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return the characters that no font can print."""
        return self._renderer.missing_glyphs(text)

    def preview(self, kind: FormKind, case: Case, committee: Committee) -> Preview:
        """Return the draft; one that lacks nothing looks as it will be issued.

        Raises:
            MissingGlyphError: A character has no font.
        """
        missing = self.missing(kind, case, committee)
        draft = self._draft(kind, case, committee)
        snapshot = draft if missing else self._issue_now(draft)[0]
        return Preview(self._renderer.render(snapshot), missing)

    def issue(self, kind: FormKind, case_id: CaseId) -> Issue:
        """Draw the form from the stored case and keep it; unchanged facts give the same document.

        Raises:
            MissingFactsError: Mandatory facts are not there; all of them are listed.
            MissingGlyphError: A character has no font.
        """
        with self._units() as work:
            case = work.cases.get(case_id)
            committee = work.committees.get()
            missing = self.missing(kind, case, committee)
            if missing:
                raise MissingFactsError(kind.title, [each.sentence for each in missing])
            snapshot, issued_id = self._issue_now(self._draft(kind, case, committee))
            if issued_id is not None:
                return Issue(work.documents.get(issued_id), work.commit())
            document = self._document(snapshot)
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

    def _issue_now(self, draft: Snapshot) -> tuple[Snapshot, str | None]:
        """Return what issuing would give: the next version, or the same one and its id."""
        issued = [line for line in self._queries.issued(draft.case.id) if line.kind is draft.kind]
        for line in issued:
            snapshot = issue_of(draft, line.version)
            if snapshot.digest == line.content_digest:
                return snapshot, line.id
        return issue_of(draft, 1 + max((line.version for line in issued), default=0)), None

    def _draft(self, kind: FormKind, case: Case, committee: Committee) -> Snapshot:
        limits, today = self._limits, self._clock.today()
        edition = limits.table.edition(CONFIRMATION, effective_on(case) or today)
        # An agreement from before every edition gets the limit of today.
        rule = edition or limits.table.rule(CONFIRMATION, today)
        return draft_of(kind, case, committee, limits.calendar, rule)

    def _document(self, snapshot: Snapshot) -> IssuedDocument:
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
        )
