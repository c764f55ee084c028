"""Cases that belong together are linked (关联); nothing of them is merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mediation_app.domain.cases import Case, CaseId, Link
from mediation_app.domain.journal import Changes, JournalEntry
from mediation_app.errors import AmbiguousCaseError, CaseNotFoundError
from mediation_app.ports.environment import Ids
from mediation_app.ports.storage import UnitOfWork
from mediation_app.services.storage import Storage


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A link with the case at its other end.

    Attributes:
        case: None where this desk does not hold it.
        by: Who linked the two; empty where the journal does not know.
        at: When that was stored, in UTC.
    """

    link: Link
    case: Case | None
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A link that was taken off: what stood in each of the two cases."""

    links: tuple[tuple[CaseId, Link], ...]
    changes: Changes


class Links:
    """Links two cases on both sides, and takes the link off on both."""

    def __init__(self, storage: Storage, ids: Ids) -> None:
        self._units = storage.units
        self._queries = storage.queries
        self._ids = ids

    def link(self, case_id: CaseId, other_id: CaseId, note: str = "") -> Changes:
        """Let both cases show each other; what is linked already stays as it is."""
        with self._units() as work:
            one, other = work.cases.get(case_id), work.cases.get(other_id)
            if one.id != other.id:
                self._add(work, one, other, note)
                self._add(work, other, one, note)
            return work.commit()

    def unlink(self, case_id: CaseId, other_id: CaseId) -> Unlinked:
        """Take the link off both cases, as far as they are at this desk."""
        with self._units() as work:
            found = tuple(
                (here, each)
                for here, there in ((case_id, other_id), (other_id, case_id))
                for each in _links_of(work, here)
                if each.case_id == there
            )
            for here, each in found:
                _take_off(work, here, each)
            return Unlinked(found, work.commit())

    def take_off(self, case_id: CaseId, link_id: str) -> Unlinked:
        """Take a link off a case, and off the one at its other end where that one is here."""
        with self._units() as work:
            case = work.cases.get(case_id)
            links = [each for each in case.links if each.id == link_id]
            others = (_at_end_of(each, work) for each in links)
            found = [(case_id, each) for each in links]
            found += [
                (other.id, each)
                for other in others
                if other is not None
                for each in other.links
                if each.case_id == case_id
            ]
            for here, each in found:
                _take_off(work, here, each)
            return Unlinked(tuple(found), work.commit())

    def put_back(self, links: Iterable[tuple[CaseId, Link]]) -> Changes:
        """Put links back that were taken off; what was linked anew since stays as it is."""
        with self._units() as work:
            for case_id, link in links:
                case = work.cases.get(case_id)
                if all(_end_of(each) != _end_of(link) for each in case.links):
                    work.cases.save(case, replace(case, links=(*case.links, link)), "link")
            return work.commit()

    def linked(self, case: Case) -> tuple[LinkedCase, ...]:
        """Return what a case is linked with, in the order of the links, and who linked it when."""
        if not case.links:
            return ()
        made = _makers(self._queries.history(case.id))
        with self._units() as work:
            return tuple(
                LinkedCase(each, _at_end_of(each, work), *made.get(each.id, ("", None)))
                for each in case.links
            )

    def _add(self, work: UnitOfWork, case: Case, other: Case, note: str) -> None:
        if all(each.case_id != other.id for each in case.links):
            made = Link(self._ids.new(), other.id, other.number, note)
            work.cases.save(case, replace(case, links=(*case.links, made)), "link")


def _take_off(work: UnitOfWork, case_id: CaseId, link: Link) -> None:
    case = work.cases.get(case_id)
    links = tuple(each for each in case.links if each.id != link.id)
    work.cases.save(case, replace(case, links=links), "unlink")


def _links_of(work: UnitOfWork, case_id: CaseId) -> tuple[Link, ...]:
    try:
        return work.cases.get(case_id).links
    except CaseNotFoundError:
        return ()


def _at_end_of(link: Link, work: UnitOfWork) -> Case | None:
    """Return the case at the end of a link; one from another desk is known by its number."""
    try:
        return work.cases.get(link.case_id) if link.case_id else work.cases.find(link.number)
    except (CaseNotFoundError, AmbiguousCaseError):
        return None


def _end_of(link: Link) -> str:
    return link.case_id or link.number


def _makers(entries: Iterable[JournalEntry]) -> Mapping[str, tuple[str, datetime]]:
    """Return, by the ids of links, who made each of them last, and when."""
    return {
        change.path.split("/")[1]: (entry.author, entry.saved_at)
        for entry in entries
        for change in entry.changes
        if change.path.startswith("links/") and change.before is None
    }
