"""What a case was before its last entries."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from db.histories import history
from db.records import load
from db.registers import Registers, from_registers
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.journal import JournalEntry, RecordKind


def case_as_of(connection: Connection, case_id: CaseId, instant: datetime) -> Case | None:
    """Return a case without what was saved since; None where it was not there then."""
    stored = load(connection, RecordKind.CASE, case_id)
    if stored is None:
        return None
    return former(stored.registers, history(connection, case_id), instant)


def former(
    registers: Registers, entries: Iterable[JournalEntry], instant: datetime
) -> Case | None:
    """Return the case of registers without what entries since an instant have changed.

    Args:
        registers: The case as it is.
        entries: All of its entries, the oldest first.
        instant: What was saved at it or later is taken back.
    """
    known = tuple(entries)
    since = [each for each in known if each.saved_at >= instant]
    if len(since) == len(known):
        return None
    before = dict(registers)
    for change in (change for entry in reversed(since) for change in reversed(entry.changes)):
        if change.before is None:
            before.pop(change.path, None)
        else:
            before[change.path] = change.before
    return from_registers(Case, before)
