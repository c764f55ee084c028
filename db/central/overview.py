"""How the central database stands, read by its administrator."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, text

from db.central import schema
from mediation_app.domain.case_numbers import CaseNumber
from mediation_app.ports.central import (
    CentralStatus,
    DeviceLine,
    HomeLine,
    NumberLine,
    OrgLine,
    PersonLine,
    Post,
)

_HOMES = "SELECT home_id, name, epoch, is_recovering, records, ops FROM sync.homes ORDER BY 1"
_ORGS = """
SELECT org_id, name, kind, parent_id, case_word, members, records, fseq
FROM sync.orgs ORDER BY home_id, org_id
"""
_PERSONS = """
SELECT login, name, disabled_at IS NOT NULL, org, role
FROM sync.persons ORDER BY home_id, login, org_id
"""
_DEVICES = """
SELECT d.device_id, d.name, coalesce(p.name, ''), d.seen_at, d.revoked_at IS NOT NULL
FROM sync.devices d
LEFT JOIN sync.person p ON p.login = d.login AND p.home_id = d.home_id
ORDER BY d.seen_at DESC, d.device_id
"""
_SERVER = """
SELECT current_setting('server_version'), pg_is_in_recovery(), clock_timestamp(),
    pg_database_size(current_database()), (SELECT count(*) FROM sync.refusals)
"""
_NUMBERS = """
SELECT o.name, o.case_word, s.year, n.serial, n.state,
    coalesce(n.record_id, ''), coalesce(n.device_name, '')
FROM sync.number_series s
JOIN sync.orgs o ON o.org_id = s.org_id
CROSS JOIN LATERAL sync.explain_numbers(s.org_id, s.year) n
ORDER BY s.org_id, s.year, n.serial
"""


def status(connection: Connection) -> CentralStatus:
    """Return how things stand."""
    server, is_replica, server_at, size, refused = connection.execute(text(_SERVER)).one()
    return CentralStatus(
        server=f"PostgreSQL {server}",
        schema=schema.version(connection),
        newest_schema=schema.LATEST,
        is_replica=is_replica,
        server_at=server_at,
        size_bytes=size,
        quarantine_count=refused,
        homes=tuple(HomeLine(*row) for row in connection.execute(text(_HOMES))),
        orgs=tuple(OrgLine(*row) for row in connection.execute(text(_ORGS))),
        persons=tuple(_persons(connection)),
        devices=tuple(DeviceLine(*row) for row in connection.execute(text(_DEVICES))),
    )


def _persons(connection: Connection) -> Iterator[PersonLine]:
    rows = connection.execute(text(_PERSONS))
    for (login, name, is_disabled), posts in groupby(rows, key=lambda row: tuple(row[:3])):
        held = tuple(Post(row.org, row.role) for row in posts if row.org is not None)
        yield PersonLine(login, name, held, is_disabled)


def numbers(connection: Connection) -> Iterator[NumberLine]:
    """Return what became of each case number, in order."""
    for org, word, year, serial, state, record, device in connection.execute(text(_NUMBERS)):
        yield NumberLine(
            org=org,
            number=str(CaseNumber(year, word, serial)),
            state=state,
            holder=record or device,
        )
