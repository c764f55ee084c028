import socket
import threading
from contextlib import closing
from dataclasses import replace

import pytest
from psycopg import errors

from db.central.certificates import new_authority
from db.central.client import PostgresCentral
from db.central.refusals import error_of
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import CentralError, RejectedCallError
from mediation_app.system import SystemClock
from tests.central.machines import an_id
from tests.postgres import PASSWORD


@pytest.fixture
def address(machines, mediator):
    return CentralAddress(
        hosts=machines.database.host,
        port=machines.database.port,
        database=machines.database.name,
        login=mediator.person.login,
        certificate=machines.database.ca.read_text(),
    )


def trouble(address, password=PASSWORD):
    with (
        closing(PostgresCentral(address, password)) as central,
        pytest.raises(CentralError) as caught,
    ):
        central.hello(an_id(), "一号机", {})
    return caught.value


def test_a_wrong_password_is_said(address):
    error = trouble(address, "wrong password")
    assert "密码不正确" in str(error)
    assert (error.is_refusal, error.about) == (True, "password")


def test_an_unknown_login_is_told_nothing_else(address):
    assert str(trouble(replace(address, login="nobody_here"))) == str(trouble(address, "wrong"))


def test_a_server_that_is_not_there_is_said(address):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        error = trouble(replace(address, port=taken.getsockname()[1]))
    assert "连不上" in str(error)
    assert not error.is_refusal


def test_a_host_that_nobody_knows_is_said(address):
    error = trouble(replace(address, hosts="nowhere.invalid"))
    assert "主机名" in str(error)
    assert error.about == "hosts"


def test_a_certificate_of_another_authority_is_not_trusted(address):
    other = new_authority("别的机构", SystemClock().now()).certificate.decode()
    error = trouble(replace(address, certificate=other))
    assert "不是所选机构签发" in str(error)
    assert (error.is_refusal, error.about) == (True, "certificate")


def test_a_certificate_that_is_none_is_said(address):
    error = trouble(replace(address, certificate="-----BEGIN nonsense"))
    assert error.about == "certificate"


def test_the_certificates_of_the_system_do_not_know_a_centre_of_ones_own(address):
    error = trouble(replace(address, certificate=""))
    assert error.about == "certificate"
    assert "请选择管理员给的证书文件" in str(error)


def test_another_host_name_than_the_certificates_is_not_trusted(address):
    error = trouble(replace(address, hosts="0.0.0.0"))
    assert "不是这个主机名" in str(error)
    assert (error.is_refusal, error.about) == (True, "hosts")


def test_a_database_that_is_not_there_is_said(address):
    error = trouble(replace(address, database="nothing_here"))
    assert "数据库" in str(error)
    assert error.about == "database"


def test_a_database_to_which_nobody_is_let_in_leads_to_its_name(address):
    error = trouble(replace(address, database="postgres"))
    assert "请核对数据库名" in str(error)
    assert (error.is_refusal, error.about) == (True, "database")


def test_of_several_hosts_the_one_that_answers_is_taken(address):
    two = replace(address, hosts=f"127.0.0.2,{address.hosts}")
    with closing(PostgresCentral(two, PASSWORD)) as central:
        assert central.hello(an_id(), "一号机", {}).person == "周文"


def test_a_server_without_tls_gets_no_password(address):
    heard = []

    def answer(listening):
        line, _ = listening.accept()
        with closing(line):
            heard.append(line.recv(8))
            line.sendall(b"N")
            heard.append(line.recv(1024))

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        thread = threading.Thread(target=answer, args=(listening,))
        thread.start()
        error = trouble(replace(address, port=listening.getsockname()[1]))
        thread.join()
    assert "加密" in str(error)
    assert heard[1] == b""


def test_after_the_line_broke_the_next_call_opens_another(machines, mediator):
    mediator.new_record()
    machines.admin(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
        mediator.person.login,
    )
    with pytest.raises(CentralError, match="断开了连接") as caught:
        mediator.feed()
    assert not caught.value.is_refusal
    assert len(mediator.feed()) == 1


def test_a_call_that_was_rejected_leaves_the_line_open(machines, mediator):
    def pids():
        return machines.admin(
            "SELECT pid FROM pg_stat_activity WHERE usename = %s", mediator.person.login
        )

    before = pids()
    with pytest.raises(RejectedCallError):
        mediator.central.lease_numbers(mediator.device_id, 999, 2026, 5)
    assert mediator.feed() == ()
    assert pids() == before


def test_a_text_that_no_database_takes_is_rejected_and_no_trouble_of_the_line(mediator):
    with pytest.raises(RejectedCallError):
        mediator.push(mediator.op(an_id(), action="\0"))
    assert mediator.feed() == ()


@pytest.mark.parametrize(
    ("kind", "is_refusal", "words"),
    [
        (errors.ReadOnlySqlTransaction, False, "备用库"),
        (errors.CannotConnectNow, False, "恢复"),
        (errors.DeadlockDetected, False, "正忙"),
        (errors.TooManyConnections, False, "已满"),
        (errors.UndefinedFunction, True, "版本"),
        (errors.InvalidSchemaName, True, "初始化"),
        (errors.DiskFull, False, "磁盘"),
        (errors.QueryCanceled, False, "超时"),
        (errors.InternalError_, False, "XX000"),
        (errors.NumericValueOutOfRange, True, "22003"),
    ],
)
def test_what_the_server_says_is_told_in_a_sentence(kind, is_refusal, words):
    error = error_of(kind())
    assert error.is_refusal is is_refusal
    assert words in str(error)
