"""The offers of a session, round by round."""

from collections.abc import Iterable
from dataclasses import dataclass

from mediation_app.domain.quick_notes import APPLICANTS, RESPONDENTS
from mediation_app.domain.sessions import Offer


@dataclass(frozen=True, slots=True)
class Round:
    """What both sides offered in one round; a side may have been silent."""

    number: int
    applicants: tuple[Offer, ...] = ()
    respondents: tuple[Offer, ...] = ()


def rounds_of(offers: Iterable[Offer], meeting_id: str) -> tuple[Round, ...]:
    """Return the rounds of a session in their order."""
    here = [each for each in offers if each.meeting_id == meeting_id]
    return tuple(
        Round(number, _of(here, number, APPLICANTS), _of(here, number, RESPONDENTS))
        for number in sorted({each.round_no for each in here})
    )


def next_round_no(offers: Iterable[Offer], meeting_id: str, side: str) -> int:
    """Return the round to which the next offer of a side belongs."""
    made = [each.round_no for each in offers if (each.meeting_id, each.side) == (meeting_id, side)]
    return max(made, default=0) + 1


def _of(offers: Iterable[Offer], number: int, side: str) -> tuple[Offer, ...]:
    return tuple(each for each in offers if (each.round_no, each.side) == (number, side))
