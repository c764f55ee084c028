"""The committee inside one unit of work."""

from collections.abc import Sequence

from sqlalchemy import Connection

from db.amending import amended
from db.differences import differing
from db.meta import get_meta
from db.own_org import own_org
from db.records import Deed, Records, Stored
from db.registers import from_registers
from db.settling import base_of_edit, settlement
from mediation_app.domain.committees import Committee
from mediation_app.domain.conflicts import Conflict
from mediation_app.domain.journal import FieldChange, FieldValue, RecordKind

OWN = "own"
"""The id of the committee whose desk this is, as it was described here first."""
OWN_AT_CENTRE = "own_committee"
"""Where the database keeps how the centre calls that record, once there is a centre."""


def committee_id(org_id: int) -> str:
    """Return the id of the committee of an organisation at the centre."""
    return f"org-{org_id}"


def current_id(connection: Connection) -> str:
    """Return the id of the committee whose desk this is: it changes with the organisation."""
    org = own_org(connection)
    if org is None or committee_id(org.org_id) == get_meta(connection, OWN_AT_CENTRE):
        return OWN
    return committee_id(org.org_id)


class SqlCommittees:
    """The committee in the local database; remembers whether it was written."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records
        self.is_written = False

    def get(self) -> Committee:
        """Return it; an empty one before it was described."""
        return from_registers(Committee, self._stored().registers)

    def save(self, shown: Committee, wanted: Committee, action: str) -> Committee:
        """Apply what differs between the two; return the committee as it is then."""
        stored = self._stored()
        changes = differing(stored, shown, wanted)
        if not changes:
            return from_registers(Committee, stored.registers)
        base = base_of_edit(self._connection, self._records, stored, shown, changes)
        deed = Deed(action, changes, base, wanted)
        return self._do(stored, deed)

    def amended(self, changes: Sequence[FieldChange]) -> tuple[Committee, tuple[FieldChange, ...]]:
        """Return the committee as it would be with these values, and what would change by that."""
        return amended(Committee, self._stored().registers, changes)

    def resolve(self, conflict: Conflict, value: FieldValue, reason: str) -> Committee:
        """Settle a conflict by one of its values or another one; return the committee then."""
        stored = self._stored()
        changes, base = settlement(self._connection, stored, conflict, value)
        return self._do(stored, Deed("resolve", changes, base, note=reason))

    def rewrite(self, path: str, shown: FieldValue, value: FieldValue, action: str) -> bool:
        """Give a register another value, if it still holds the one that was shown."""
        stored = self._stored()
        if stored.registers.get(path) != shown:
            return False
        changes = (FieldChange(path, shown, value),)
        seen = self.get()
        base = base_of_edit(self._connection, self._records, stored, seen, changes)
        self._do(stored, Deed(action, changes, base))
        return True

    def _do(self, stored: Stored, deed: Deed) -> Committee:
        (step,) = self._records.steps([stored], [deed])
        self._records.put([step])
        self.is_written = True
        committee: Committee = step.record
        return committee

    def _stored(self) -> Stored:
        kind, record_id = RecordKind.COMMITTEE, current_id(self._connection)
        return self._records.load(kind, record_id) or Stored(kind, record_id)
