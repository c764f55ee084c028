"""Which centre this station belongs to: its bell keys begin at random, and so after a restore."""

import json
from collections.abc import Iterable

from db.sync.notes import Notes
from db.sync.wire import OrgHead

_NOTE, _CENTRE = "sync_bells", "sync_centre"


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


def know_centre(notes: Notes, salt: bytes) -> None:
    """Keep what a centre digests codes with: it is drawn once, and no other centre has the same.

    Empty, as a centre says that is too old to have any, nothing is kept.
    """
    if salt:
        notes.put(_CENTRE, salt.hex())


def is_elsewhere(notes: Notes, orgs: Iterable[OrgHead], salt: bytes) -> bool:
    """Return whether this is another centre, which has no organisation in common with the first.

    Centres number their organisations themselves: where the numbers differ, the bell keys say
    nothing, and the same person might only have moved within one centre.
    """
    kept = notes.get(_CENTRE)
    is_known = not known_bells(notes).keys().isdisjoint(org.org_id for org in orgs)
    return bool(kept and salt) and kept != salt.hex() and not is_known
