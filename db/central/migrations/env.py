"""Alembic runs this; the connection is the one of the upgrade, in its transaction."""

from alembic import context
from sqlalchemy import text

connection = context.config.attributes["connection"]
connection.execute(text("CREATE SCHEMA IF NOT EXISTS sync"))
context.configure(connection=connection, version_table_schema="sync")
context.run_migrations()
