"""In what roles this person works on each case: those in its organisation and above it."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select, text

from db.meta import get_meta
from db.own_org import OWN_ORG
from db.tables import ORG
from mediation_app.domain.cases import CaseId


def roles_in(
    connection: Connection, case_ids: Collection[CaseId]
) -> Mapping[CaseId, frozenset[str]]:
    """Return them for each of the cases.

    A case that no feed told of yet was begun here: it belongs to the organisation for which this
    machine writes. Without one there are none.
    """
    found: dict[CaseId, set[str]] = {each: set() for each in case_ids}
    for row in connection.execute(_ROLES, {"asked": json.dumps(list(found))}):
        found[CaseId(row.case_id)].add(row.role)
    own = _own_roles(connection)
    return {each: frozenset(roles) or own for each, roles in found.items()}


def _own_roles(connection: Connection) -> frozenset[str]:
    kept = get_meta(connection, OWN_ORG)
    if kept is None:
        return frozenset()
    return frozenset(connection.scalars(select(ORG.c.role).where(ORG.c.org_id == int(kept))))


# A record is in the feed of its organisation and of each above it; of these, the table of
# organisations knows those in which the person works.
_ROLES = text(
    """
    SELECT asked.value AS case_id, org.role
    FROM json_each(:asked) AS asked
    JOIN record ON record.record_kind = 'case' AND record.record_id = asked.value
    JOIN json_each(record.orgs) AS seen
    JOIN org ON org.org_id = seen.value
    """
)
