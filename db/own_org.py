"""The organisation for which this machine writes, once it was connected to a centre."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from db.meta import get_meta
from db.tables import ORG

OWN_ORG = "own_org"
"""Where the database keeps its id."""


@dataclass(frozen=True, slots=True)
class OwnOrg:
    """The organisation to which what begins here belongs; ``case_word`` may be empty."""

    org_id: int
    name: str
    case_word: str


def own_org(connection: Connection) -> OwnOrg | None:
    """Return it; None while this machine has not been connected to a centre."""
    kept = get_meta(connection, OWN_ORG)
    if kept is None:
        return None
    row = connection.execute(select(ORG).where(ORG.c.org_id == int(kept))).first()
    return None if row is None else OwnOrg(row.org_id, row.name, row.case_word)
