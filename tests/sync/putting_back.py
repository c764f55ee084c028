"""Puts a real centre back to an earlier copy of its database."""

from contextlib import closing

import psycopg
from psycopg import sql


class Backup:
    """The database as it was when this was made."""

    def __init__(self, centre):
        self._name = centre.database.name
        self._copy = f"{self._name}_copy"
        self._dsn = centre.database.server.dsn()
        self._copy_database(self._name, self._copy)

    def put_back(self):
        """Let the centre be what it was; whoever is connected is thrown out."""
        self._do("DROP DATABASE {} WITH (FORCE)", self._name)
        self._copy_database(self._copy, self._name)

    def drop(self):
        """Throw the copy away."""
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", self._copy)

    def _copy_database(self, source, target):
        with closing(psycopg.connect(self._dsn, autocommit=True)) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (source,),
            )
        self._do("CREATE DATABASE {} TEMPLATE {}", target, source)

    def _do(self, statement, *names):
        with closing(psycopg.connect(self._dsn, autocommit=True)) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
