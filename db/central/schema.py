"""The shape of the central database, and what an administrator can do in it.

``upgrade`` runs as the owner of the PostgreSQL cluster. Afterwards that owner calls these
functions; nobody else may. A person is named by its login, the PostgreSQL role, which
``add_person`` does not make: create it with ``LOGIN``, a SCRAM password, ``CONNECTION_LIMIT``,
``IN ROLE sync_client`` and each of ``LOGIN_SETTINGS`` by ``ALTER ROLE … SET``. The doorbell's
login is the same ``IN ROLE sync_bell``; the one that stores snapshots is a person (a reader of
the centre) ``IN ROLE sync_client, sync_snapshot``.

Organisations and persons::

    sync.add_org(parent_id int, kind text, name text, case_word text) -> int   the org_id
        A NULL parent makes a new home, kind 'centre'; else 'station', 'room' or 'branch'.
        case_word '' where the numbers come from the nearest organisation above that has one.
    sync.change_org(org_id int, name text, case_word text) -> void
    sync.add_person(login text, name text, org_id int, role text, can_write boolean) -> int
        role: mediator, specialist, clerk, leader or reader. The same login again: takes the new
        name, and is a member of one more organisation, or gets another role in the same one.
    sync.remove_member(login text, org_id int) -> boolean
    sync.disable_person(login text) -> boolean          sync.enable_person(login text) -> boolean
    sync.revoke_device(device_id text) -> int           how many entries were revoked
    sync.readmit_device(device_id text) -> int

Records::

    sync.move_record(record_id text, org_id int) -> boolean   false where it was there already
    sync.erase_body(home_id int, record_id text, seq bigint, reason text) -> boolean

The centre itself::

    sync.begin_recovery(home_id int) -> bigint          the new epoch
    sync.end_recovery(home_id int) -> bigint
    sync.rotate_key(home_id int) -> int                 the new key_id
    sync.guard_database() -> void                       only clients may connect to this database
    sync.begin_series(org_id int, year int, head int) -> void
        Numbers up to head exist on paper from before.  Refused once the series has begun.
    sync.explain_numbers(org_id int, year int)
        -> (serial, state, record_id, device_name, changed_at), one row for each up to the head

Views for an administrator::

    sync.homes      home_id name epoch epoch_at is_recovering orgs persons devices records ops
    sync.orgs       home_id org_id parent_id kind name case_word members records fseq
    sync.persons    home_id login name org_id org role can_write disabled_at
    sync.devices    home_id login device_id name last_seq seen_at revoked_at
    sync.refusals   home_id login device_id record_id op_id reason refused_at

Faults have SQLSTATE 22023 with a sentence of their own.
"""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from alembic import command, op
from alembic.config import Config
from sqlalchemy import Connection, text

import db.central.migrations

LATEST = "0004_what_others_have"
"""The newest migration."""

CONNECTION_LIMIT = 6
LOGIN_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "statement_timeout": "30s",
        "lock_timeout": "15s",
        "idle_in_transaction_session_timeout": "15s",
        "idle_session_timeout": "15min",
        "temp_file_limit": "64MB",
        "search_path": "pg_catalog",
        "default_transaction_isolation": "read committed",
    }
)
"""What every login of a client begins with."""

_FOLDER = Path(db.central.migrations.__path__[0])


def version(connection: Connection) -> str:
    """Return the name of the newest migration that was run, empty before the first."""
    if connection.scalar(text("SELECT to_regclass('sync.alembic_version')")) is None:
        return ""
    return str(connection.scalar(text("SELECT version_num FROM sync.alembic_version")) or "")


def run_statements(folder: str) -> None:
    """Run every file of ``sql/<folder>`` by name, in the transaction of the migration."""
    # The driver's own cursor: many statements at once, and no reading of % and : in them.
    with closing(op.get_bind().connection.cursor()) as cursor:
        for file in sorted((_FOLDER / "sql" / folder).glob("*.sql")):
            cursor.execute(file.read_text(encoding="utf-8"))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations that are lacking, in the transaction of this connection.

    Rights on the database itself, which a copy or a restore under another name has lost, are
    given again in any case.
    """
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    connection.execute(text("SELECT sync.guard_database()"))
