"""The committee of this desk: ``own`` here, the record of its organisation at the centre."""

from sqlalchemy import Connection

from db.committees import OWN, OWN_AT_CENTRE
from db.meta import get_meta
from db.refolding import Key
from db.sync.sides import RecordKey
from mediation_app.domain.journal import RecordKind


def wire_id(connection: Connection, kind: RecordKind, record_id: str) -> str:
    """Return how the centre calls a record."""
    if kind is RecordKind.COMMITTEE and record_id == OWN:
        return get_meta(connection, OWN_AT_CENTRE) or OWN
    return record_id


def local_key(connection: Connection, key: RecordKey) -> Key:
    """Return how this machine calls a record of the centre."""
    return called(key, own_name(connection))


def own_name(connection: Connection) -> str | None:
    """Return how the centre calls the committee of this desk, None before there was one."""
    return get_meta(connection, OWN_AT_CENTRE)


def called(key: RecordKey, own: str | None) -> Key:
    """Return how this machine calls a record of the centre, which calls its committee so."""
    is_own = key.kind is RecordKind.COMMITTEE and key.record_id == own
    return (key.kind, OWN) if is_own else (key.kind, key.record_id)
