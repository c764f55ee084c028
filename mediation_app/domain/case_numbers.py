"""The committee's case numbers: （2026）云临金人调字第1号."""

import re
from dataclasses import dataclass

PATTERN = re.compile(r"[（(〔](?P<year>\d{4})[）)〕](?P<word>.+?)第?(?P<serial>\d+)号")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number in its parts; per-year counters never reuse a serial."""

    year: int
    word: str
    """With the character 字 at its end, as printed: 云临金人调字."""
    serial: int

    def __str__(self) -> str:
        return f"（{self.year}）{self.word}第{self.serial}号"


def read_case_number(text: str) -> CaseNumber | None:
    """Return the parts of a number, or None where it is written in another way."""
    match = PATTERN.fullmatch(text.strip())
    if match is None:
        return None
    return CaseNumber(int(match["year"]), match["word"], int(match["serial"]))
