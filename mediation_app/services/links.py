"""Cases that belong together are linked (关联); nothing of them is merged."""

from dataclasses import dataclass, replace

from mediation_app.domain.cases import Case, CaseId, Link
from mediation_app.domain.journal import Changes
from mediation_app.errors import AmbiguousCaseError, CaseNotFoundError
from mediation_app.ports.environment import Ids
from mediation_app.ports.storage import UnitOfWork
from mediation_app.services.storage import Storage


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A link with the case at its other end; None where this desk does not hold that one."""

    link: Link
    case: Case | None


class Links:
    """Links two cases on both sides, and takes the link off on both."""

    def __init__(self, storage: Storage, ids: Ids) -> None:
        self._units = storage.units
        self._ids = ids

    def link(self, case_id: CaseId, other_id: CaseId, note: str = "") -> Changes:
        """Let both cases show each other; what is linked already stays as it is."""
        with self._units() as work:
            one, other = work.cases.get(case_id), work.cases.get(other_id)
            if one.id != other.id:
                self._add(work, one, other, note)
                self._add(work, other, one, note)
            return work.commit()

    def unlink(self, case_id: CaseId, other_id: CaseId) -> Changes:
        """Take the link off both cases."""
        with self._units() as work:
            for here, there in ((case_id, other_id), (other_id, case_id)):
                case = work.cases.get(here)
                links = tuple(each for each in case.links if each.case_id != there)
                work.cases.save(case, replace(case, links=links), "unlink")
            return work.commit()

    def linked(self, case: Case) -> tuple[LinkedCase, ...]:
        """Return what a case is linked with, in the order of the links."""
        with self._units() as work:
            return tuple(LinkedCase(each, _at_end_of(each, work)) for each in case.links)

    def _add(self, work: UnitOfWork, case: Case, other: Case, note: str) -> None:
        if all(each.case_id != other.id for each in case.links):
            made = Link(self._ids.new(), other.id, other.number, note)
            work.cases.save(case, replace(case, links=(*case.links, made)), "link")


def _at_end_of(link: Link, work: UnitOfWork) -> Case | None:
    """Return the case at the end of a link; one from another desk is known by its number."""
    try:
        return work.cases.get(link.case_id) if link.case_id else work.cases.find(link.number)
    except (CaseNotFoundError, AmbiguousCaseError):
        return None
