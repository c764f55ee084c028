"""Our own certificates, tried by TLS itself."""

import ssl
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from psycopg.conninfo import make_conninfo

from db.central.certificates import (
    AUTHORITY_DAYS,
    SERVER_DAYS,
    expires_at,
    new_authority,
    server_credential,
)
from mediation_app.system import SystemClock

NOW = SystemClock().now().replace(microsecond=0)  # TLS compares with the real time


@pytest.fixture(scope="module")
def authority():
    return new_authority("试用机构", NOW)


def handshake(authority, host, server_files):
    """Shake hands in memory; return the version of TLS, raise what the client raises."""
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    there = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    there.load_cert_chain(*server_files)
    here = ssl.create_default_context(cadata=authority.certificate.decode())
    client = here.wrap_bio(to_client, to_server, server_hostname=host)
    other = there.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(4):
        for side in (client, other):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    return client.version()


@pytest.fixture(scope="module")
def server_files(authority, tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    credential = server_credential(authority, ("localhost", "127.0.0.1", "zx.example"), NOW)
    certificate, key = folder / "server.pem", folder / "server.key"
    certificate.write_bytes(credential.certificate)
    key.write_bytes(credential.key)
    return str(certificate), str(key)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "zx.example"])
def test_a_client_that_trusts_the_authority_knows_the_server_by_each_name(
    host, authority, server_files
):
    assert handshake(authority, host, server_files) == "TLSv1.3"


def test_another_name_and_another_authority_are_not_trusted(authority, server_files):
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        handshake(authority, "db.example", server_files)
    stranger = new_authority("别的机构", NOW)
    with pytest.raises(ssl.SSLCertVerificationError, match="verify failed"):
        handshake(stranger, "localhost", server_files)


def test_the_certificates_last_as_long_as_they_say(authority, server_files):
    assert expires_at(authority.certificate) == NOW + timedelta(days=AUTHORITY_DAYS)
    assert expires_at(Path(server_files[0]).read_bytes()) == NOW + timedelta(days=SERVER_DAYS)


def test_a_server_certificate_signs_nothing(server_files):
    certificate = x509.load_pem_x509_certificate(Path(server_files[0]).read_bytes())
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.key_cert_sign) == (True, False)


def test_the_running_server_is_verified_by_name_and_authority(central, tmp_path):
    with closing(psycopg.connect(central.server.dsn())) as connection:
        assert connection.execute(
            "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
        ).fetchone() == (True, "TLSv1.3")
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(new_authority("别的机构", NOW).certificate)
    with pytest.raises(psycopg.OperationalError, match="certificate verify failed"):
        psycopg.connect(make_conninfo(central.server.dsn(), sslrootcert=str(stranger)))


def test_nobody_gets_in_without_tls_or_with_a_wrong_password(central):
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        psycopg.connect(make_conninfo(central.server.dsn(), sslmode="disable"))
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(make_conninfo(central.server.dsn(), password="guess"))
