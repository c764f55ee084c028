"""How a machine reaches the centre: always verified, always by SCRAM, never waiting for ever."""

import os
from collections.abc import Mapping

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from mediation_app.domain.syncing import CentralAddress

CONNECT_TIMEOUT_S = 10
STATEMENT_TIMEOUT_MS = 30_000
_SILENCE_TIMEOUT_MS = 30_000
_PARAMETERS: Mapping[str, str] = {
    "sslmode": "verify-full",
    "ssl_min_protocol_version": "TLSv1.2",
    "channel_binding": "require",  # a server in the middle cannot pass the password on
    "require_auth": "scram-sha-256",
    "gssencmode": "disable",
    "target_session_attrs": "read-write",  # of several hosts, the one that is primary now
    "connect_timeout": str(CONNECT_TIMEOUT_S),
    "keepalives": "1",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": str(_SILENCE_TIMEOUT_MS),
    "application_name": "",  # says nothing about the machine
    "client_encoding": "UTF8",
    "options": f"-c statement_timeout={STATEMENT_TIMEOUT_MS}",
}
_SAYS_HOW_TO_VERIFY = ("sslmode", "service")


def verified(dsn: str) -> str:
    """Return an administrator's address; the certificate is checked unless it says otherwise.

    PostgreSQL's own way would be to trust whoever answers.

    Raises:
        psycopg.ProgrammingError: It is no address.
    """
    given = conninfo_to_dict(dsn)
    if any(name in given or f"PG{name.upper()}" in os.environ for name in _SAYS_HOW_TO_VERIFY):
        return dsn
    return make_conninfo(dsn, sslmode="verify-full")


def conninfo(address: CentralAddress, password: str, root_certificate: str) -> str:
    """Return how to connect.

    Args:
        address: Where the centre is.
        password: Of the login.
        root_certificate: Path of the authority's certificate, or ``system``.
    """
    return make_conninfo(
        host=address.hosts,
        port=str(address.port),
        dbname=address.database,
        user=address.login,
        password=password,
        sslrootcert=root_certificate,
        passfile="",
        **_PARAMETERS,
    )
