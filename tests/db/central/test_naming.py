"""In which database a centre can be."""

import pytest

from db.central.naming import check_database
from mediation_app.errors import CentralError


@pytest.mark.parametrize(
    ("name", "encoding", "version", "told"),
    [
        ("mediation", "UTF8", 140_012, "PostgreSQL 15 以上"),
        ("template1", "UTF8", 170_005, "服务器自用"),
        ("mediation", "SQL_ASCII", 150_020, "SQL_ASCII，应为 UTF8"),
    ],
)
def test_a_database_that_will_not_do_is_told(name, encoding, version, told):
    with pytest.raises(CentralError, match=told):
        check_database(name, encoding, version)


def test_a_database_of_its_own_in_utf_8_will_do():
    check_database("mediation", "UTF8", 150_020)
