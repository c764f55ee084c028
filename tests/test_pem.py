"""Files that people choose as the certificate of the centre."""

import ssl

import pytest

from db.central.certificates import new_authority
from mediation_app.errors import CentralError
from mediation_app.pem import read_pem
from mediation_app.system import SystemClock

AUTHORITY = new_authority("云州", SystemClock().now())
PEM = AUTHORITY.certificate.decode()


@pytest.fixture
def file(tmp_path):
    """Return what writes the chosen file."""

    def write(content):
        path = tmp_path / "ca.pem"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    "content",
    [
        AUTHORITY.certificate,
        b"\xef\xbb\xbf" + AUTHORITY.certificate.replace(b"\n", b"\r\n"),
        "云州的证书\n".encode() + AUTHORITY.certificate,
        PEM.encode("utf-16"),
        ssl.PEM_cert_to_DER_cert(PEM),
        AUTHORITY.key + AUTHORITY.certificate,
    ],
    ids=["plain", "windows", "remark", "utf-16", "der", "with its key"],
)
def test_a_certificate_is_taken_however_it_is_written_and_nothing_else_with_it(file, content):
    assert read_pem(file(content)).split() == PEM.split()


def test_several_authorities_are_all_taken(file):
    other = new_authority("另一家", SystemClock().now()).certificate
    both = AUTHORITY.certificate + other
    assert read_pem(file(both)).split() == both.decode().split()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "不是 PEM 证书文件"),
        ("账号和密码".encode(), "不是 PEM 证书文件"),
        (AUTHORITY.key, "是私钥"),
        (AUTHORITY.certificate[:300], "不完整或者已损坏"),
        (AUTHORITY.certificate[:100] + AUTHORITY.certificate[300:], "不完整或者已损坏"),
    ],
)
def test_what_is_no_certificate_is_said_when_it_is_chosen(file, content, words):
    with pytest.raises(CentralError, match=words) as caught:
        read_pem(file(content))
    assert caught.value.about == "certificate"


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CentralError, match="无法读取"):
        read_pem(tmp_path / "none")
