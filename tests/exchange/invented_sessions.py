"""Random sessions of a case: who was there, notes, offers, what they shook hands on."""

from dataclasses import replace

from hypothesis import strategies as st

from mediation_app.domain.cases import Meeting
from mediation_app.domain.sessions import Deal, Offer, SessionNote
from tests.exchange.invented import ids, instants, money, texts

maybe_instants = st.none() | instants
notes = st.builds(SessionNote, ids, texts, texts, texts, maybe_instants)
counts = st.none() | st.integers(0, 999)
words = st.lists(texts, max_size=2).map(tuple)


def people_in(case):
    others = [(*each.agents, *each.guardians) for each in case.parties]
    return [each.id for each in case.parties] + [each.id for group in others for each in group]


def deals(offers):
    taken = st.sampled_from(["", *(each.id for each in offers)])
    return st.builds(
        Deal, taken, st.none() | money, counts, texts, texts, texts, counts, texts, texts, texts,
        maybe_instants,
    )  # fmt: skip


@st.composite
def meetings(draw, meeting, people, offers):
    some = st.lists(st.sampled_from(people), max_size=3, unique=True).map(tuple)
    return Meeting(
        meeting.id,
        meeting.held_on,
        "",
        draw(some),
        draw(maybe_instants),
        draw(maybe_instants),
        tuple(draw(st.lists(notes, max_size=2))),
        draw(texts),
        draw(maybe_instants),
        draw(st.integers(0, 9999)),
        draw(some),
        draw(words),
        draw(words),
        draw(texts),
        draw(st.none() | deals(offers).filter(lambda each: each != Deal())),
    )


@st.composite
def with_sessions(draw, case):
    """Return the case with what happened at its meetings."""
    case = replace(case, meetings=case.meetings[: draw(st.integers(0, 2))])
    numbers = st.sampled_from(["", *(each.id for each in case.meetings)])
    offers = tuple(
        draw(
            st.builds(
                Offer,
                *(ids, numbers, st.integers(0, 99), texts, st.none() | money, counts, texts),
                *(maybe_instants, st.booleans(), st.none() | money, maybe_instants, texts),
            )
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    people = people_in(case)
    held = tuple(draw(meetings(each, people, offers)) for each in case.meetings)
    ending = case.termination
    if ending is not None:
        ending = replace(ending, signers=tuple(people[:1]), undisputed=draw(words))
    return replace(case, meetings=held, offers=offers, termination=ending)
