"""Where in a file something stands, and what was found wrong there."""

from dataclasses import dataclass, field
from typing import Protocol

from mediation_app.domain.widths import shown
from mediation_app.sentences import Sentence


class Ids(Protocol):
    """A source of new ids."""

    def new(self) -> str:
        """Return an id nobody has had."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place of one case."""

    place: str
    sentence: Sentence


@dataclass(slots=True)
class Notes:
    """What was found while one thing was read: what refuses it, and what a person should check."""

    ids: Ids
    refusals: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def touches(self, *places: str) -> bool:
        """Return whether something is refused at or inside one of these places."""
        return any(problem.place.startswith(places) for problem in self.refusals)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the file, written in the way a person would count: 申请人第1人·证件号码."""

    path: str
    notes: Notes

    def key(self, name: str) -> "Place":
        """Return the place of a key of the object that stands here."""
        return Place(f"{self.path}·{name}" if self.path else name, self.notes)

    def item(self, number: int, unit: str) -> "Place":
        """Return the place of an item of the list that stands here, counted from 1."""
        return Place(f"{self.path}第{number}{unit}", self.notes)

    def refuse(self, sentence: Sentence) -> None:
        """Note what is wrong here."""
        self.notes.refusals.append(Problem(self.path, sentence))

    def warn(self, sentence: Sentence) -> None:
        """Note what looks wrong here but may be right."""
        self.notes.warnings.append(Problem(self.path, sentence))


def quoted(text: str) -> str:
    """Return what stands in the file, short and fit to be printed in a message."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shown(text))
