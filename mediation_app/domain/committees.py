"""The people's mediation committee whose desk this is."""

from dataclasses import dataclass

from mediation_app.domain.absences import Absence


@dataclass(frozen=True, slots=True)
class Mediator:
    """A mediator on the committee's roster."""

    id: str
    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """The committee, its station, and what its letterhead and numbers are made of."""

    name: str = ""
    station: str = ""
    address: str = ""
    phone: str = ""
    seal_name: str = ""
    court: str = ""
    """The basic-level people's court at the committee's place."""
    case_word: str = ""
    """The word in its case numbers: 云临金人调字."""
    mediators: tuple[Mediator, ...] = ()
    recorder: str = ""
    rooms: tuple[str, ...] = ()
    """Where people meet: 调解室1."""
    absences: tuple[Absence, ...] = ()
    """Who stands in for whom."""
