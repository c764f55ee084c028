"""What was deleted and can still come back (回收站): cases, and files out of them."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.materials import Material

KEPT_DAYS = 30
"""So long can what was deleted be brought back (a habit of such desks, no rule of law)."""


class BinnedKind(Enum):
    """What was deleted."""

    CASE = "案件"
    FILE = "文件"


@dataclass(frozen=True, slots=True)
class Binned:
    """Something in the bin.

    Attributes:
        id: Of the journal entry that deleted it.
        name: The parties of a case; what a file was called.
        deleted_at: In UTC; by the clock of the centre where that has the entry.
        reason: In the words of who deleted it; empty where nobody asked.
        material: The line that held the file; None for a case.
        slot: Before how many other materials the line stood.
    """

    id: str
    kind: BinnedKind
    case_id: CaseId
    case_number: str
    name: str
    deleted_at: datetime
    author: str
    reason: str = ""
    material: Material | None = None
    slot: int = 0

    def days_left(self, now: datetime) -> int:
        """Return how many days it can still be brought back, 1 on the last of them."""
        left = self.deleted_at + timedelta(days=KEPT_DAYS) - now
        return max(0, -(-left // timedelta(days=1)))


def kept_since(now: datetime) -> datetime:
    """Return the time since which what was deleted is still in the bin."""
    return now - timedelta(days=KEPT_DAYS)


def is_file_removed(shown: Case, wanted: Case) -> bool:
    """Return whether an edit takes a file out of a case, with its line or for another file."""
    kept = {each.id: each.blob_id for each in wanted.materials}
    return any(each.has_file and kept.get(each.id) != each.blob_id for each in shown.materials)


def with_file_back(case: Case, binned: Binned, new_id: str) -> Case:
    """Return the case with a removed file in its slot.

    A line that still waits for a file takes it; where another file came in since, it gets a line
    of its own.

    Args:
        case: As it is now.
        binned: The file.
        new_id: For the line of its own.
    """
    material = binned.material
    assert material is not None
    there = next((each for each in case.materials if each.id == material.id), None)
    if there is not None and not there.has_file:
        filled = replace(material, name=there.name or material.name)
        materials = tuple(filled if each is there else each for each in case.materials)
        return replace(case, materials=materials)
    back = material if there is None else replace(material, id=new_id)
    before, after = case.materials[: binned.slot], case.materials[binned.slot :]
    return replace(case, materials=(*before, back, *after))
