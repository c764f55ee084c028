"""How to reach the centre: the address in the station's database, the password in the keyring.

Where the computer has no keyring the password lies in the station's own database, which is
encrypted as a whole; it is never in a log or in a plain file.
"""

import json
from collections.abc import Callable
from dataclasses import asdict

from db.remembered import Remembered
from db.sync.notes import Notes
from mediation_app.domain.syncing import CentralAddress
from mediation_app.ports.environment import Ids

_ADDRESS, _PASSWORD, _ENTRY = "central_address", "central_password", "central_entry"


class Connection:
    """Keeps the address of the centre and what opens it."""

    def __init__(self, notes: Notes, keyring: Callable[[], Remembered], ids: Ids) -> None:
        self._notes = notes
        self._keyring = keyring
        self._ids = ids

    def address(self) -> CentralAddress | None:
        """Return the address that is kept, or None."""
        kept = self._notes.get(_ADDRESS)
        return None if kept is None else CentralAddress(**json.loads(kept))

    def password(self) -> str | None:
        """Return the password, or None where nobody keeps it, as on a copied disk."""
        kept = self._notes.get(_PASSWORD)
        entry = self._notes.get(_ENTRY)
        if kept is not None or entry is None:
            return kept
        return self._keyring().secret(entry)

    def keep(self, address: CentralAddress, password: str) -> None:
        """Keep both in place of what was kept before."""
        self.forget()
        entry = self._ids.new()
        if self._keyring().put_secret(entry, password):
            self._notes.put(_ENTRY, entry)
        else:
            self._notes.put(_PASSWORD, password)
        self._notes.put(_ADDRESS, json.dumps(asdict(address), ensure_ascii=False))

    def forget(self) -> None:
        """Keep neither."""
        entry = self._notes.get(_ENTRY)
        for note in (_ADDRESS, _PASSWORD, _ENTRY):
            self._notes.drop(note)
        if entry is not None:
            self._keyring().forget(entry)
