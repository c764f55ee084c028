"""The server of trials and tests: started, killed, restarted, doubled."""

from contextlib import closing

import psycopg
import pytest

from db.central.server import Server
from tests.postgres import CARELESS, NOW, CentralServer


@pytest.fixture
def server(central: CentralServer, request):
    made = central.new_server(request.node.name)
    made.create(NOW, CARELESS)
    made.start()
    yield made
    if made.pid is not None:
        made.stop(is_abrupt=True)


def execute(server: Server, *statements: str):
    """Run statements as the administrator; return what the last one answers."""
    with closing(psycopg.connect(server.dsn(), autocommit=True)) as connection:
        for statement in statements[:-1]:
            connection.execute(statement)
        cursor = connection.execute(statements[-1])
        return cursor.fetchall() if cursor.description else []


def test_a_killed_server_starts_again_with_what_was_committed(server):
    execute(server, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
    port = server.port
    with closing(psycopg.connect(server.dsn())) as open_one:
        server.kill()
        assert server.pid is None
        server.start()
        with pytest.raises(psycopg.OperationalError):
            open_one.execute("SELECT 1")
    assert execute(server, "SELECT n FROM kept") == [(7,)]
    assert server.port == port


def test_a_stopped_server_is_gone_and_a_restarted_one_is_new(server):
    first = server.pid
    server.restart()
    assert server.pid not in {None, first}
    server.stop()
    assert server.pid is None
    with pytest.raises(psycopg.OperationalError):
        execute(server, "SELECT 1")
