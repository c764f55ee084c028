"""The committee inside one unit of work."""

from db.cases import differing
from db.records import Deed, Records, Stored, looks
from db.registers import from_registers, to_registers
from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import RecordKind

OWN = "own"
"""The id of the committee whose desk this is."""


class SqlCommittees:
    """The committee in the local database; remembers whether it was written."""

    def __init__(self, records: Records) -> None:
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
        base = self._records.base_of(stored, shown)
        deed = Deed(action, changes, base, looks(to_registers(wanted)))
        (step,) = self._records.steps([stored], [deed])
        self._records.put([step])
        self.is_written = True
        committee: Committee = step.record
        return committee

    def _stored(self) -> Stored:
        kind = RecordKind.COMMITTEE
        return self._records.load(kind, OWN) or Stored(kind, OWN)
