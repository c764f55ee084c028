"""The committee inside one unit of work."""

from db.records import Records, Step, Stored, looks
from db.registers import from_registers, merged, to_registers
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
        registers = merged(stored.registers, shown, wanted)
        committee = from_registers(Committee, registers)
        if registers != stored.registers:
            kind = RecordKind.COMMITTEE
            base = self._records.base_of(kind, OWN, shown)
            shows = looks(to_registers(committee))
            step = Step(kind, OWN, action, stored, registers, shows, base)
            self._records.put([step])
            self.is_written = True
        return committee

    def _stored(self) -> Stored:
        return self._records.load(RecordKind.COMMITTEE, OWN) or Stored()
