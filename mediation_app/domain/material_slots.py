"""Which line of the checklist a file is for, judged by its name; a person confirms it."""

from difflib import SequenceMatcher

from mediation_app.domain.cases import Case
from mediation_app.domain.materials import Material, name_of_file

_LIKE_ENOUGH = 0.5
_HOLDS = 0.9
"""One name holds the other: 领用合约 and 信用卡领用合约."""


def open_slots(case: Case) -> tuple[Material, ...]:
    """Return the lines that wait for a file."""
    return tuple(each for each in case.materials if not each.has_file and each.name.strip())


def proposed_slot(case: Case, file_name: str) -> str:
    """Return the id of the line that the file is probably for; empty where none is like it."""
    wanted = name_of_file(file_name).strip()
    ranked = [
        (likeness(each.name, wanted), no, each.id) for no, each in enumerate(open_slots(case))
    ]
    best = max(ranked, key=lambda each: (each[0], -each[1]), default=(0.0, 0, ""))
    return best[2] if best[0] >= _LIKE_ENOUGH else ""


def likeness(slot: str, file_name: str) -> float:
    """Return how much a file is called like a line: 1.0 for the same name, 0.0 for nothing.

    What stands in brackets, such as whose paper it is, counts only where the file says it too.
    """
    core, _, owner = slot.strip().rstrip("）").partition("（")
    bonus = 0.05 if owner and owner in file_name else 0.0
    name = file_name.replace(owner, "").strip(" -_（）()") if owner else file_name
    if not core or not name:
        return 0.0
    if core == name:
        return 1.0 + bonus
    ratio = SequenceMatcher(None, core, name, autojunk=False).ratio()
    if name in core or core in name:
        return max(ratio, _HOLDS * min(len(core), len(name)) / max(len(core), len(name)) + 0.1)
    return ratio + bonus
