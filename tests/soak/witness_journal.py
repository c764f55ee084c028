"""What a process that may be killed writes down: its intent before, what came of it after.

Each line is on the disk before the next thing happens, so what was reported to a person is known
whatever happens to the process.
"""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.soak.evidence import Edit, Witness
from tests.soak.machine import Machine
from tests.soak.world import Screen, World


@dataclass(slots=True)
class JournalWorld(World):
    """A world whose witness writes to a file."""

    journal: Path = Path("journal")

    def use(
        self, machine: Machine, action: Callable[[], object], screen: Screen, mark: str = ""
    ) -> bool:
        """Do something; write down before and after."""
        before = machine.last_no()
        self.write({"intent": _plain(screen), "before": before, "mark": mark})
        is_over = World.use(self, machine, action, screen, mark)
        new = machine.rows("SELECT op_id FROM op WHERE no > :before ORDER BY no", before=before)
        edits = [self.witness.edits[row.op_id] for row in new]
        self.write({"saved": [_written(edit) for edit in edits]})
        return is_over

    def grant(self, case_id: str, org_ids: frozenset[int]) -> None:
        """Write down who may see a new case."""
        World.grant(self, case_id, org_ids)
        self.write({"record": case_id, "granted": sorted(org_ids)})

    def write(self, content: dict[str, Any]) -> None:
        """Write a line and wait until it is on the disk."""
        with self.journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps(content, ensure_ascii=False, default=sorted) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _plain(screen: Screen) -> dict[str, Any]:
    return {"saw_ops": sorted(screen.saw_ops), "saw_values": dict(screen.saw_values)}


def _written(edit: Edit) -> dict[str, Any]:
    return asdict(edit) | {"body_hash": edit.body_hash.hex()}


def read_journal(journal: Path, witness: Witness) -> list[dict[str, Any]]:
    """Take over what a killed process wrote down; return its intents, in their order."""
    intents: list[dict[str, Any]] = []
    for line in journal.read_text(encoding="utf-8").splitlines():
        try:
            content = json.loads(line)
        except ValueError:
            continue  # cut off in the middle: nothing was reported by it
        if "intent" in content:
            intents.append(content)
        if "granted" in content:
            for kept in (witness.granted, witness.granted_now):
                kept[content["record"]] = set(content["granted"])
        for each in content.get("saved", ()):
            witness.edits[each["op_id"]] = _edit(each)
    return intents


def _edit(content: dict[str, Any]) -> Edit:
    values = {path: frozenset(each) for path, each in content["saw_values"].items()}
    return Edit(
        **content
        | {
            "body_hash": bytes.fromhex(content["body_hash"]),
            "saw_ops": frozenset(content["saw_ops"]),
            "saw_values": values,
        }
    )


def screen_of(intent: dict[str, Any]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return what stood on the screen of an intent."""
    shown = intent["intent"]
    values = {path: frozenset(each) for path, each in shown["saw_values"].items()}
    return frozenset(shown["saw_ops"]), values
