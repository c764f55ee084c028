"""The certificate authority of the centre, from the file that the administrator gave."""

import re
from pathlib import Path

from mediation_app.errors import CentralError
from mediation_app.sentences import Sentence, say

BEGIN = "-----BEGIN CERTIFICATE-----"
MOST_BYTES = 1_000_000
_CERTIFICATE = re.compile(f"{BEGIN}.*?-----END CERTIFICATE-----", re.DOTALL)
_KEY = re.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----")


def read_pem(path: Path) -> str:
    """Return the certificates in a file as PEM, at least one; nothing else that is in it.

    A file of Windows may hold one certificate in bytes (DER), or be written in UTF-16. Whatever
    surrounds a certificate is left out: marks of editors, remarks, a private key above all.

    Raises:
        CentralError: It cannot be read, or holds none that is whole.
    """
    import ssl  # noqa: PLC0415 - a start need not pay for it

    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError as error:
        raise _refusal(say("证书文件 {name} 无法读取", name=path)) from error
    text = _text(content)
    try:
        found = _CERTIFICATE.findall(text)
        if not found and BEGIN not in text and not _KEY.search(text):
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=content)
            return ssl.DER_cert_to_PEM_cert(content)
        pem = "".join(f"{each}\n" for each in found)
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=pem)
    except (ssl.SSLError, ValueError) as error:
        raise _refusal(_lack(path.name, text)) from error
    return pem


def _text(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="ignore").encode("ascii", errors="ignore").decode()
    return content.decode("ascii", errors="ignore").replace("\r\n", "\n")


def _lack(name: str, text: str) -> Sentence:
    if BEGIN in text:
        return say("“{name}”中的证书不完整或者已损坏，请向管理员重新要一份", name=name)
    if _KEY.search(text):
        return say("“{name}”是私钥，不是证书，请选择管理员给的证书文件", name=name)
    return say("“{name}”不是 PEM 证书文件，其中应有一行 {begin}", name=name, begin=BEGIN)


def _refusal(sentence: Sentence) -> CentralError:
    return CentralError(sentence, is_refusal=True, about="certificate")
