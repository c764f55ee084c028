"""The committee's case numbers: （2026）云临金人调字第1号."""

import re
from dataclasses import dataclass

PATTERN = re.compile(r"[（(〔](?P<year>\d{4})[）)〕](?P<word>.+?)第?(?P<serial>\d+)号")

PROVISIONAL_PATTERN = re.compile(r"临-[^-]*-[^-]*-\d+")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number in its parts; per-year counters never reuse a serial."""

    year: int
    word: str
    """With the character 字 at its end, as printed: 云临金人调字."""
    serial: int

    def __str__(self) -> str:
        return f"（{self.year}）{self.word}第{self.serial}号"


@dataclass(frozen=True, slots=True)
class ProvisionalNumber:
    """A number that a machine gives while the centre cannot: 临-临江站-3fa1c9-2.

    Attributes:
        station: A short name of the organisation.
        device: A short digest of the machine's id.
        serial: Counts what this machine numbered so.
    """

    station: str
    device: str
    serial: int

    def __str__(self) -> str:
        return f"临-{self.station}-{self.device}-{self.serial}"


def is_provisional(number: str) -> bool:
    """Return whether a number only stands in for one that the centre gives."""
    return PROVISIONAL_PATTERN.fullmatch(number) is not None


def read_case_number(text: str) -> CaseNumber | None:
    """Return the parts of a number, or None where it is written in another way."""
    match = PATTERN.fullmatch(text.strip())
    if match is None:
        return None
    return CaseNumber(int(match["year"]), match["word"], int(match["serial"]))
