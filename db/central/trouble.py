"""Trouble with the central database, as a sentence for its administrator."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from sqlalchemy.exc import DBAPIError

from db.central.refusals import UNTRUSTED
from mediation_app.errors import CentralError
from mediation_app.sentences import Sentence, say

_REFUSED = {
    errors.InsufficientPrivilege: say("这个登录名无权管理中心库，请改用数据库管理员"),
    errors.ReadOnlySqlTransaction: say("这是备用库，只能读取，请连接主库"),
}
_SAID = (
    ("password authentication failed", say("中心库不认这个登录名或者密码")),
    ("no password supplied", say("中心库要密码：请放进 PGPASSWORD、密码文件或者地址变量")),
    ("certificate verify failed", UNTRUSTED),
    ("does not match host name", say("中心库的证书上不是这个主机名，没有连接")),
    (
        "root certificate file",
        say("没有找到用来核对中心库的证书文件，请在地址中写 sslrootcert=CA 证书的路径"),
    ),
    ("server does not support SSL", say("对方没有提供加密连接，为了安全没有连接，请核对地址")),
    ("no pg_hba.conf entry", say("中心库不接受从这里、以这种方式连接（pg_hba.conf）")),
    ("is not permitted to log in", say("这个登录名已停用，请改用数据库管理员")),
    ("does not exist", say("中心库所在的服务器上没有这个数据库或者登录名")),
    ("too many connections", say("中心库的连接已满，请稍后重试")),
    (
        "Connection refused",
        say(
            "中心库没有应答：这个地址和端口上没有数据库服务，请核对地址，并确认 PostgreSQL 已启动"
        ),
    ),
    ("timeout expired", say("中心库没有应答：请核对地址和端口，检查网络和防火墙")),
    ("could not translate host name", say("找不到中心库的主机名，请核对地址中的 host")),
    ("failed to resolve host", say("找不到中心库的主机名，请核对地址中的 host")),
    ("invalid integer value", say("地址中的端口或者时限应为整数")),
    ("invalid sslmode", say("地址中的 sslmode 不对，应为 verify-full")),
    ("SSL negotiation", say("那里应答的不是数据库服务，请核对地址和端口")),
    ("invalid port", say("地址中的端口不对，应为 1 到 65535 的整数")),
)
"""What libpq says while connecting, and what it means."""


@contextmanager
def told_trouble() -> Iterator[None]:
    """Say in a sentence what PostgreSQL refused.

    Raises:
        CentralError: In place of an error of the driver that an administrator can act on.
    """
    try:
        yield
    except DBAPIError as error:
        trouble = _told(error.orig)
        if trouble is None:
            raise
        raise trouble from error
    except psycopg.Error as error:
        trouble = _told(error)
        if trouble is None:
            raise
        raise trouble from error


def _told(error: BaseException | None) -> CentralError | None:
    for kind, sentence in _REFUSED.items():
        if isinstance(error, kind):
            return _refusal(sentence)
    if isinstance(error, errors.InvalidParameterValue):
        return _refusal(say("中心库没有照办：{reason}", reason=_first_line(error)))
    if isinstance(error, psycopg.OperationalError):
        return _unreachable(error)
    if isinstance(error, psycopg.ProgrammingError) and error.sqlstate is None:
        return _refusal(say("中心库的地址写得不对：{reason}", reason=_first_line(error)))
    return None


def _unreachable(error: psycopg.OperationalError) -> CentralError:
    said = str(error)
    for sign, sentence in _SAID:
        if sign in said:
            return _refusal(sentence)
    return CentralError(say("中心库没有应答：{reason}", reason=_first_line(error)))


def _refusal(sentence: Sentence) -> CentralError:
    return CentralError(sentence, is_refusal=True)


def _first_line(error: BaseException) -> str:
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    return str(primary or error).strip().partition("\n")[0]
