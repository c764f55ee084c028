"""Alembic runs this; the connection is the one of the upgrade, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
