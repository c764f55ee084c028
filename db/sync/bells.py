"""Which centre this station belongs to: its bell keys begin at random, and so after a restore."""

import json
from collections.abc import Iterable

from db.sync.notes import Notes
from db.sync.wire import OrgHead

_NOTE = "sync_bells"


def known_bells(notes: Notes) -> dict[int, bytes]:
    """Return the bell keys of all organisations that were ever seen."""
    kept = json.loads(notes.get(_NOTE) or "{}")
    return {int(org): bytes.fromhex(key) for org, key in kept.items()}


def know_bells(notes: Notes, orgs: Iterable[OrgHead]) -> None:
    """Keep the keys of organisations that are seen for the first time."""
    known = known_bells(notes)
    all_known = {org.org_id: org.bell_key for org in orgs} | known
    if all_known != known:
        kept = {str(org): key.hex() for org, key in sorted(all_known.items())}
        notes.put(_NOTE, json.dumps(kept))
