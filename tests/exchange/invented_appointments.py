"""Random meetings that are planned in a case."""

from dataclasses import replace

from hypothesis import strategies as st

from mediation_app.domain.appointments import Appointment
from tests.exchange.invented import ids, maybe_days, texts
from tests.exchange.invented_sessions import people_in, words

numbers = st.integers(0, 9999)


@st.composite
def with_appointments(draw, case):
    """Return the case with meetings planned, some of which were held."""
    people = [each.id for each in case.parties]
    some = st.lists(st.sampled_from(people_in(case) or people), max_size=2, unique=True).map(tuple)
    planned = tuple(
        Appointment(
            *(draw(ids), draw(maybe_days), draw(st.integers(0, 1439)), draw(numbers)),
            *(draw(texts), draw(texts), draw(words), draw(some), draw(some), draw(texts)),
            *(draw(maybe_days), draw(texts), draw(numbers)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    meetings = tuple(
        replace(meeting, appointment_id=each.id)
        for meeting, each in zip(case.meetings, planned, strict=False)
    )
    meetings += case.meetings[len(planned) :]
    return replace(case, appointments=planned, meetings=meetings)


def nameless(case):
    """Return the appointments with places instead of ids."""
    everybody = people_in(case)

    def called(people):
        return tuple(str(everybody.index(each)) for each in people)

    return tuple(
        replace(each, id="", invited=called(each.invited), answered=called(each.answered))
        for each in case.appointments
    )
