"""Logins of the central database: PostgreSQL roles with a password that nobody else learns.

What is sent is not the password but its SCRAM verifier, and the statement is kept out of the
server's log as far as the administrator may decide that.
"""

import re

import psycopg
from psycopg import sql

from db.central.schema import CONNECTION_LIMIT, LOGIN_SETTINGS
from mediation_app.errors import CentralError
from mediation_app.sentences import say

FEWEST_CHARACTERS = 10
_LOGIN = re.compile(r"(?!pg_|sync_)[a-z][a-z0-9_]{1,62}")
_QUIET = ("log_statement", "log_min_duration_statement", "log_min_error_statement")
_QUIETEST = ("none", "-1", "panic")


def check_login(login: str) -> None:
    """Let through a login that every tool of PostgreSQL takes without quotes.

    Raises:
        CentralError: It is spelt otherwise.
    """
    if not _LOGIN.fullmatch(login):
        raise CentralError(
            say(
                "登录名“{login}”不行：应以小写字母开头，由小写字母、数字和下划线组成，"
                "不以 pg_ 或者 sync_ 开头",
                login=login,
            ),
            is_refusal=True,
        )


def check_password(password: str) -> None:
    """Let through a password that is long enough.

    Raises:
        CentralError: It is too short.
    """
    if len(password) < FEWEST_CHARACTERS:
        raise CentralError(
            say("密码太短，至少 {count} 个字符", count=FEWEST_CHARACTERS), is_refusal=True
        )


def create_login(connection: psycopg.Connection, login: str, password: str, *groups: str) -> None:
    """Make a role that may connect and do what its groups may do.

    Args:
        connection: Of the administrator, in a transaction.
        login: Its name.
        password: Its password.
        groups: ``sync_client`` for a person, ``sync_bell`` for the doorbell, ``sync_snapshot``
            besides for the nightly job.
    """
    role = sql.Identifier(login)
    _keep_out_of_log(connection)
    connection.execute(
        sql.SQL(
            "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION"
            " CONNECTION LIMIT {} PASSWORD {} IN ROLE {}"
        ).format(
            role,
            sql.Literal(CONNECTION_LIMIT),
            sql.Literal(verifier(connection, login, password)),
            sql.SQL(", ").join(map(sql.Identifier, groups)),
        )
    )
    _settle(connection, role)


def join_group(connection: psycopg.Connection, login: str, group: str) -> None:
    """Let a role do what a group may do; connections that it has may do so at once."""
    connection.execute(
        sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), sql.Identifier(login))
    )


def is_in_group(connection: psycopg.Connection, login: str, group: str) -> bool:
    """Return whether a role that there is may do what a group may do."""
    found = connection.execute(
        "SELECT pg_catalog.pg_has_role(%s, %s, 'MEMBER')", (login, group)
    ).fetchone()
    return found == (True,)


def change_password(connection: psycopg.Connection, login: str, password: str) -> None:
    """Give a role another password, and what every login begins with."""
    role = sql.Identifier(login)
    _keep_out_of_log(connection)
    connection.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(
            role, sql.Literal(verifier(connection, login, password))
        )
    )
    _settle(connection, role)


def allow_login(connection: psycopg.Connection, login: str, *, is_allowed: bool) -> None:
    """Let a role connect, or no longer."""
    connection.execute(
        sql.SQL("ALTER ROLE {} {}").format(
            sql.Identifier(login), sql.SQL("LOGIN" if is_allowed else "NOLOGIN")
        )
    )


def end_sessions(connection: psycopg.Connection, login: str) -> None:
    """End the connections of a role, but for this one.

    Before the role is changed as well: who has changed it himself and does not commit would let
    that wait for ever.
    """
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE usename = %s AND pid <> pg_backend_pid()",
        (login,),
    )


def role_exists(connection: psycopg.Connection, login: str) -> bool:
    """Return whether the server has a role of this name, in whatever database it works."""
    found = connection.execute("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = %s", (login,))
    return found.fetchone() is not None


def verifier(connection: psycopg.Connection, login: str, password: str) -> str:
    """Return what the server keeps in place of the password."""
    made = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()


def _settle(connection: psycopg.Connection, role: sql.Identifier) -> None:
    """Undo what somebody has set for his own role, which PostgreSQL forbids nobody."""
    here = sql.Identifier(connection.info.dbname)
    try:
        with connection.transaction():
            connection.execute(sql.SQL("ALTER ROLE {} RESET ALL").format(role))
            reset = sql.SQL("ALTER ROLE {} IN DATABASE {} RESET ALL")
            connection.execute(reset.format(role, here))
            for name, value in LOGIN_SETTINGS.items():
                setting = sql.Identifier(name), sql.Literal(value)
                connection.execute(sql.SQL("ALTER ROLE {} SET {} = {}").format(role, *setting))
    except psycopg.errors.InsufficientPrivilege:
        # Somebody who changes his own password is no superuser: his limits stay as they are.
        return


def _keep_out_of_log(connection: psycopg.Connection) -> None:
    """Do not log the statements of this transaction; only a superuser may decide that."""
    try:
        with connection.transaction():
            for name, value in zip(_QUIET, _QUIETEST, strict=True):
                connection.execute("SELECT pg_catalog.set_config(%s, %s, true)", (name, value))
    except psycopg.errors.InsufficientPrivilege:
        # The verifier alone is then in the log, if the server logs such statements at all.
        return
