"""Why a server's certificate is not trusted: the driver only says that it is not."""

import socket
import ssl
import struct
from contextlib import closing

from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import CentralError
from mediation_app.sentences import Sentence, say
from mediation_app.system import SystemClock

_TIMEOUT_S = 5.0
_SSL_REQUEST = struct.pack(">ii", 8, 80877103)
"""What a client of PostgreSQL says before it speaks TLS."""

_NOT_YET_VALID, _EXPIRED = 9, 10
"""What OpenSSL calls it (X509_V_ERR_…)."""


def why_distrusted(address: CentralAddress) -> CentralError | None:
    """Shake hands once more, without logging in; return what is wrong, None where that is unclear.

    Nothing is sent but the handshake itself, so that somebody in between learns nothing.
    """
    for host in address.hosts.split(","):
        code = _verify_code(host.strip(), address)
        if code:
            sentence = _sentence(code, has_authority=bool(address.certificate))
            return CentralError(sentence, is_refusal=True, about="certificate")
    return None


def _sentence(code: int, *, has_authority: bool) -> Sentence:
    today = f"{SystemClock().today()}"  # by which the handshake goes, whatever day is worked on
    if code == _EXPIRED:
        return say(
            "中心库的证书已经过期。这台电脑的日期是 {today}："
            "不对请先校准，对则请联系管理员更换证书",
            today=today,
        )
    if code == _NOT_YET_VALID:
        return say(
            "中心库的证书还没有生效。这台电脑的日期是 {today}：不对请先校准，对则请联系管理员",
            today=today,
        )
    if has_authority:
        return say("中心库的证书不是所选机构签发的，请重新选择管理员给的证书文件")
    return say("系统不认识签发中心库证书的机构，请选择管理员给的证书文件")


def _verify_code(host: str, address: CentralAddress) -> int:
    """Return why the certificate is not trusted, as OpenSSL numbers it; 0 where it did not say."""
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        if address.certificate:
            context.load_verify_locations(cadata=address.certificate)
        else:
            context.set_default_verify_paths()
        with closing(socket.create_connection((host, address.port), _TIMEOUT_S)) as line:
            line.sendall(_SSL_REQUEST)
            if line.recv(1) == b"S":
                context.wrap_socket(line, server_hostname=host).close()
    except ssl.SSLCertVerificationError as error:
        return error.verify_code
    except (OSError, ValueError):
        return 0
    return 0
