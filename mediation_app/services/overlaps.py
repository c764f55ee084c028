"""Nothing is planned over something else silently."""

from collections.abc import Iterable

from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case
from mediation_app.domain.schedule import Overlap, booking_of, overlap_words, overlaps_of
from mediation_app.errors import OverlapError
from mediation_app.ports.queries import Queries


def overlaps_with(queries: Queries, case: Case, wanted: Appointment) -> tuple[Overlap, ...]:
    """Return what is in the way of an appointment of a case, by its beginning."""
    if wanted.on is None:
        return ()
    return overlaps_of(booking_of(case, wanted), queries.bookings(wanted.on, wanted.on))


def require_clear(
    queries: Queries, case: Case, wanted: Iterable[Appointment], reason: str
) -> None:
    """Refuse appointments that have something in their way, unless a reason lets them stand.

    Raises:
        OverlapError: All that is in the way, with its cases.
    """
    if reason.strip():
        return
    found = [other for each in wanted for other in overlaps_with(queries, case, each)]
    if found:
        raise OverlapError([overlap_words(each) for each in found])
