"""Somebody else answers where the centre should: he must not get the password, nor be believed."""

import gc
import socket
import ssl
import struct
import threading
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from psycopg.conninfo import conninfo_to_dict

from db.central.certificates import new_authority, server_credential
from db.central.client import PostgresCentral
from db.central.connecting import conninfo
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import CentralError
from mediation_app.system import SystemClock
from tests.central.machines import an_id
from tests.patience import PATIENCE_S

SECRET = "Ge-Heim-Wort-2026"
OK, CLEARTEXT, MD5, SASL = 0, 3, 5, 10
ASKED = {
    "nothing at all": struct.pack(">ci", b"R", 8) + struct.pack(">i", OK),
    "the password in clear": struct.pack(">cii", b"R", 8, CLEARTEXT),
    "the password by MD5": struct.pack(">cii4s", b"R", 12, MD5, b"salt"),
    "SCRAM without the certificate": (struct.pack(">cii", b"R", 23, SASL) + b"SCRAM-SHA-256\0\0"),
    "an error that asks for the password": (
        struct.pack(">ci", b"E", 37) + b"SFATAL\0C28P01\0Mpassword, please!\0\0"
    ),
}


class FalseServer(threading.Thread):
    """Speaks TLS with a certificate, asks for something, and notes what it gets."""

    def __init__(self, context, question):
        super().__init__(daemon=True)
        self._context = context
        self._question = question
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.heard = b""

    def run(self):
        with suppress(OSError):
            while True:
                self._answer(self._listening.accept()[0])

    def _answer(self, line):
        with closing(line), suppress(OSError):
            line.settimeout(PATIENCE_S)
            line.recv(8)
            line.sendall(b"S")
            with self._context.wrap_socket(line, server_side=True) as secured:
                secured.recv(4096)
                secured.sendall(self._question)
                while more := secured.recv(4096):
                    self.heard += more

    def stop(self):
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.join(PATIENCE_S)


def a_context(folder: Path, credential):
    (folder / "false.pem").write_bytes(credential.certificate)
    (folder / "false.key").write_bytes(credential.key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "false.pem", folder / "false.key")
    return context


@contextmanager
def answering(context, question=b""):
    server = FalseServer(context, question)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def trouble(port, authority, password=SECRET, host="127.0.0.1"):
    address = CentralAddress(host, port, "mediation", "lu", authority.certificate.decode())
    with closing(PostgresCentral(address, password)) as central:
        with pytest.raises(CentralError) as caught:
            central.hello(an_id(), "一号机", {})
        return caught.value


@pytest.fixture(scope="module")
def authority():
    return new_authority("云州", SystemClock().now())


@pytest.fixture
def trusted(tmp_path, authority):
    """Return a certificate that clients trust, in false hands."""
    return a_context(tmp_path, server_credential(authority, ("127.0.0.1",), SystemClock().now()))


@pytest.mark.parametrize("question", sorted(set(ASKED) - {"an error that asks for the password"}))
def test_who_asks_otherwise_than_by_scram_gets_nothing(trusted, authority, question):
    with answering(trusted, ASKED[question]) as server:
        error = trouble(server.port, authority)
    assert "没有把密码交给它" in str(error)
    assert (error.is_refusal, error.about) == (True, "hosts")
    assert SECRET.encode() not in server.heard
    assert server.heard[:1] in {b"", b"X"}  # goodbye


def test_a_false_error_gets_nothing_either(trusted, authority):
    with answering(trusted, ASKED["an error that asks for the password"]) as server:
        error = trouble(server.port, authority)
    assert isinstance(error, CentralError)
    assert SECRET.encode() not in server.heard


@pytest.mark.parametrize("rest", [b"", b"R", b"\xff" * 500, struct.pack(">ci", b"R", 2**31 - 1)])
def test_a_server_that_talks_nonsense_is_trouble_and_no_crash(trusted, authority, rest):
    with answering(trusted, rest + b"\0" * 10) as server:
        assert isinstance(trouble(server.port, authority), CentralError)
    assert SECRET.encode() not in server.heard


def test_an_expired_certificate_is_not_trusted(tmp_path, authority):
    long_ago = SystemClock().now() - timedelta(days=2_000)
    old = server_credential(authority, ("127.0.0.1",), long_ago)
    with answering(a_context(tmp_path, old)) as server:
        error = trouble(server.port, authority)
    assert (error.is_refusal, error.about) == (True, "certificate")
    assert "已经过期" in str(error)
    assert f"{SystemClock().today()}" in str(error)
    assert server.heard == b""


def test_a_certificate_that_is_not_valid_yet_tells_of_this_computers_date(tmp_path, authority):
    soon = SystemClock().now() + timedelta(days=40)
    new = server_credential(authority, ("127.0.0.1",), soon)
    with answering(a_context(tmp_path, new)) as server:
        error = trouble(server.port, authority)
    assert (error.is_refusal, error.about) == (True, "certificate")
    assert "还没有生效" in str(error)
    assert f"{SystemClock().today()}" in str(error)
    assert server.heard == b""


def test_a_certificate_for_another_host_is_not_trusted(tmp_path, authority):
    other = server_credential(authority, ("db.elsewhere.example",), SystemClock().now())
    with answering(a_context(tmp_path, other)) as server:
        error = trouble(server.port, authority)
    assert (error.is_refusal, error.about) == (True, "hosts")
    assert server.heard == b""


def test_a_certificate_of_another_authority_is_not_trusted(trusted):
    with answering(trusted) as server:
        error = trouble(server.port, new_authority("别家", SystemClock().now()))
    assert (error.is_refusal, error.about) == (True, "certificate")
    assert "不是所选机构签发的" in str(error)
    assert "过期" not in str(error), "one cause is told, not three"
    assert server.heard == b""


def test_tls_of_yesterday_is_not_spoken(trusted, authority):
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        trusted.maximum_version = ssl.TLSVersion.TLSv1_1
    with answering(trusted) as server:
        error = trouble(server.port, authority)
    assert isinstance(error, CentralError)
    assert server.heard == b""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PGSSLMODE", "disable"),
        ("PGREQUIREAUTH", "none"),
        ("PGCHANNELBINDING", "disable"),
        ("PGSSLROOTCERT", "/nowhere"),
        ("PGPASSWORD", "another"),
        ("PGOPTIONS", "-c row_security=off"),
        ("PGUSER", "postgres"),
        ("PGTARGETSESSIONATTRS", "any"),
    ],
)
def test_the_environment_weakens_nothing(monkeypatch, trusted, authority, name, value):
    monkeypatch.setenv(name, value)
    with answering(trusted, ASKED["the password in clear"]) as server:
        error = trouble(server.port, authority)
    assert "没有把密码交给它" in str(error)
    assert SECRET.encode() not in server.heard


@pytest.mark.parametrize(
    "password", [SECRET, "a b'c\\d", "host=evil.example", "' sslmode='disable", "密码 密码", ""]
)
def test_no_password_can_change_how_one_connects(password):
    address = CentralAddress("db1", 5432, "mediation", "lu", "")
    read = conninfo_to_dict(conninfo(address, password, "system"))
    assert read["password"] == password
    assert (read["host"], read["sslmode"]) == ("db1", "verify-full")
    assert read["require_auth"] == "scram-sha-256"
    assert read["channel_binding"] == "require"


@pytest.mark.parametrize("field", ["hosts", "database", "login", "certificate"])
def test_nothing_that_is_typed_into_an_address_can_weaken_the_connection(field):
    typed = "x sslmode=disable' require_auth='none"
    changed: dict[str, Any] = {field: typed}
    address = replace(CentralAddress("db1", 5432, "m", "lu", ""), **changed)
    read = conninfo_to_dict(conninfo(address, SECRET, "system"))
    assert (read["sslmode"], read["require_auth"]) == ("verify-full", "scram-sha-256")


def test_the_password_is_in_no_error_and_in_no_description(caplog, trusted, authority):
    """Not in what is logged, nor in what a traceback or a debugger prints of our objects."""
    caplog.set_level(0)
    with answering(trusted, ASKED["the password in clear"]) as server:
        error = trouble(server.port, authority)
    said = [str(error), repr(error), caplog.text]
    cause = error.__cause__
    while cause is not None:
        said += [str(cause), repr(cause)]
        cause = cause.__cause__
    address = CentralAddress("127.0.0.1", server.port, "m", "lu", "")
    central = PostgresCentral(address, SECRET)
    said += [repr(central), str(central), repr(address), repr(central._line)]
    assert SECRET not in "".join(said)
    del central
    gc.collect()


def test_the_password_is_no_argument_of_a_process_and_in_no_file(tmp_path, monkeypatch, mediator):
    """Nothing of it lies beside the certificate that the driver reads, or is seen by others."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    mediator.central.close()
    mediator.hello()
    secret = mediator.person.password.encode()
    assert secret not in Path("/proc/self/cmdline").read_bytes()
    assert secret not in Path("/proc/self/environ").read_bytes()
    assert not [f for f in tmp_path.rglob("*") if f.is_file() and secret in f.read_bytes()]
