"""Passwords of logins, and what is said of trouble on the way."""

from contextlib import closing

import psycopg
import pytest

from db.central.administration import PostgresAdministration
from db.central.logins import change_password
from db.central.trouble import told_trouble
from mediation_app.errors import CentralError


def test_who_may_not_silence_the_log_changes_a_password_all_the_same(centre):
    person = centre.person("秦望", centre.centre_id)
    with closing(psycopg.connect(centre.dsn(person))) as connection:
        change_password(connection, person.login, "Hai-Shan-Lan-2027")
        connection.commit()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(centre.dsn(person))
    psycopg.connect(centre.database.dsn(person.login, "Hai-Shan-Lan-2027")).close()


def test_a_database_that_takes_no_writes_is_told(centre):
    with centre.database.connect() as connection:
        connection.execute(
            f"ALTER DATABASE {centre.database.name} SET default_transaction_read_only = on"
        )
    with (
        closing(PostgresAdministration(centre.database.admin_dsn)) as administration,
        pytest.raises(CentralError, match="这是备用库"),
    ):
        administration.begin_recovery()


def test_an_older_schema_asks_for_the_upgrade(centre):
    with centre.database.connect() as connection:
        connection.execute("UPDATE sync.alembic_version SET version_num = '0000_before'")
    with (
        closing(PostgresAdministration(centre.database.admin_dsn)) as administration,
        pytest.raises(CentralError, match="central upgrade"),
    ):
        administration.status()


@pytest.mark.parametrize("error", [psycopg.errors.DivisionByZero("x"), psycopg.DataError("y")])
def test_what_nobody_expects_is_no_expected_trouble(error):
    with pytest.raises(type(error)), told_trouble():
        raise error


def test_what_the_centre_itself_refuses_is_told_with_its_reason(centre):
    with (
        closing(centre.database.connect()) as connection,
        pytest.raises(CentralError, match="没有照办：there is no organisation 999"),
        told_trouble(),
    ):
        connection.execute("SELECT sync.change_org(999, '某站', '')")
