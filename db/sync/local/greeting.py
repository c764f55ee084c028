"""What the centre says of itself and of this person at the beginning of a round."""

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, text

from db.committees import OWN_AT_CENTRE, committee_id
from db.journal import Row
from db.meta import get_meta, put_meta
from db.own_org import OWN_ORG
from db.refolding import Key
from db.sync.local.feeds import put_orgs
from db.sync.notes import CLOCK_BEHIND
from db.sync.wire import Hello, OrgHead
from db.tables import CURSOR, ORG
from mediation_app.domain.journal import RecordKind

EPOCH, PERSON = "epoch", "person"
"""Where the database keeps what was said."""


def keep(connection: Connection, hello: Hello, now: datetime) -> None:
    """Keep who one is, which organisations one sees, the epoch and the clock's offset."""
    put_meta(connection, EPOCH, str(hello.epoch))
    put_meta(connection, CLOCK_BEHIND, str(round((hello.server_at - now).total_seconds())))
    put_meta(connection, PERSON, hello.person)
    if not hello.orgs:
        return
    connection.execute(delete(ORG))
    connection.execute(insert(ORG), [_row(org) for org in hello.orgs])
    own = next((org.org_id for org in hello.orgs if org.can_write), None)
    if own is not None:
        put_meta(connection, OWN_ORG, str(own))
        if get_meta(connection, OWN_AT_CENTRE) is None:
            put_meta(connection, OWN_AT_CENTRE, committee_id(own))


def lost_records(connection: Connection, hello: Hello) -> list[Key]:
    """Take away the organisations that one sees no more; return the records of none that is left.

    A centre that is not itself takes nothing away: one that recovers, or a standby.
    """
    if hello.is_recovering or hello.is_replica or hello.device_is_revoked or not hello.orgs:
        return []
    seen = {org.org_id for org in hello.orgs}
    begun = set(connection.scalars(select(CURSOR.c.org_id)))
    lost = sorted(begun - seen)
    connection.execute(delete(CURSOR).where(CURSOR.c.org_id.in_(lost)))
    return [key for org_id in lost for key in _without(connection, org_id)]


def _without(connection: Connection, org_id: int) -> Iterator[Key]:
    for row in connection.execute(_IN_FEED, {"org_id": org_id}).all():
        key = RecordKind(row.record_kind), row.record_id
        left = [each for each in json.loads(row.orgs) if each != org_id]
        put_orgs(connection, key, left)
        if not left:
            yield key


def _row(org: OrgHead) -> Row:
    return {
        "org_id": org.org_id,
        "home_id": org.home_id,
        "name": org.name,
        "kind": org.kind,
        "role": org.role,
        "can_write": org.can_write,
        "case_word": org.case_word,
        "bell_key": org.bell_key,
    }


_IN_FEED = text(
    """
    SELECT record_kind, record_id, orgs FROM record
    WHERE :org_id IN (SELECT value FROM json_each(record.orgs))
    """
)
