"""What the driver and the centre say, as sentences for the person at the machine."""

from collections.abc import Callable, Mapping

import psycopg

from mediation_app.errors import CentralError, ForkedDeviceError, RejectedCallError
from mediation_app.sentences import Sentence, say

_Make = Callable[[], CentralError]


def _refusal(sentence: Sentence, about: str = "") -> _Make:
    return lambda: CentralError(sentence, is_refusal=True, about=about)


def _rejection(sentence: Sentence) -> _Make:
    return lambda: RejectedCallError(sentence, is_refusal=True)


def _trouble(sentence: Sentence, about: str = "") -> _Make:
    return lambda: CentralError(sentence, about=about)


_VERIFY_FAILED = "certificate verify failed"
UNTRUSTED = say(
    "中心库的证书不受信任：不是所选机构签发的，或者已经过期；请核对证书文件和这台电脑的日期"
)
_UNTRUSTED = _refusal(UNTRUSTED, "certificate")
_UNKNOWN_AUTHORITY = _refusal(
    say("系统不认识签发中心库证书的机构：请选择管理员给的证书文件，并核对这台电脑的日期"),
    "certificate",
)
_BY_STATE: Mapping[str, _Make] = {
    "SY001": _refusal(say("中心库里没有登记这个账号，或者已停用，请联系管理员"), "login"),
    "SY002": ForkedDeviceError,
    "SY003": _refusal(say("这台电脑已被管理员停用，不能再同步；本机数据不受影响")),
    "SY004": _rejection(say("一次送出的内容超过中心库的限度")),
    "SY005": _rejection(say("中心库没有给您这项权限")),
    "SY006": _trouble(say("中心库正在恢复，暂不发放案号，请稍后再试")),
    "SY007": _rejection(say("中心库没有为您的单位设置案号字，请联系管理员")),
    "SY008": _rejection(say("附件内容与其校验值不符，中心库没有接收")),
    "SY009": _refusal(say("这个账号名下登记的电脑过多，请联系管理员"), "login"),
    "SY010": _rejection(say("凭查询码查询的次数太多，请五分钟后再查")),
    "25006": _trouble(say("现在连到的是备用库，只能读取，请稍后再试")),
    "28000": _refusal(say("中心库不允许这个账号登录，请联系管理员"), "login"),
    "28P01": _refusal(say("账号或者密码不正确，请核对"), "password"),
    "3D000": _refusal(say("中心库所在的服务器上没有这个数据库，请核对库名"), "database"),
    "42501": _refusal(say("中心库不允许这个账号这样做，请联系管理员")),
    "42883": _refusal(say("中心库的版本与本程序不合，请管理员升级中心库")),
    "3F000": _refusal(say("这个数据库还不是调解中心库，请管理员先初始化"), "database"),
    "53300": _trouble(say("中心库的连接已满")),
    "57014": _trouble(say("中心库答复超时")),
    "55P03": _trouble(say("中心库正忙")),
    "40001": _trouble(say("中心库正忙")),
    "40P01": _trouble(say("中心库正忙")),
    "57P01": _trouble(say("中心库断开了连接")),
    "57P02": _trouble(say("中心库断开了连接")),
    "57P05": _trouble(say("中心库断开了连接")),
    "57P03": _trouble(say("中心库正在启动或者恢复")),
    "53100": _trouble(say("中心库的磁盘已满，请通知管理员")),
}
_NOT_LET_IN = _refusal(
    # A centre knows one database only: another name is turned away before it is looked for.
    say("中心库不接受这样的连接，请核对数据库名和账号，或者联系管理员"),
    "database",
)
_REJECTED_CLASSES = ("21", "22", "23")
"""Data that cannot be read or kept: the line itself is good."""

_SAID: tuple[tuple[str, _Make], ...] = (
    ("password authentication failed", _BY_STATE["28P01"]),
    ("is not permitted to log in", _BY_STATE["28000"]),
    ("no pg_hba.conf entry", _NOT_LET_IN),
    ("pg_hba.conf rejects connection", _NOT_LET_IN),
    (" does not exist", _BY_STATE["3D000"]),
    ("permission denied for database", _BY_STATE["28000"]),
    (
        "does not match host name",
        _refusal(say("中心库的证书上不是这个主机名，请核对地址，或者联系管理员"), "hosts"),
    ),
    (_VERIFY_FAILED, _UNTRUSTED),
    (
        "root certificate file",
        _refusal(say("读不出用来核对中心库的证书，请重新选择证书文件"), "certificate"),
    ),
    (
        "could not load system root certificate",
        _refusal(say("这台电脑没有可用的系统证书，请选择中心库的证书文件"), "certificate"),
    ),
    (
        "does not support SSL",
        _refusal(say("对方没有提供加密连接，为了安全没有连接，请联系管理员"), "hosts"),
    ),
    (
        "channel binding",
        _refusal(say("对方不能证明自己就是中心库，没有把密码交给它，请联系管理员"), "hosts"),
    ),
    (
        "authentication method requirement",
        _refusal(say("对方要求用不安全的方式登录，没有把密码交给它，请联系管理员"), "hosts"),
    ),
    ("too many connections", _BY_STATE["53300"]),
    ("remaining connection slots", _BY_STATE["53300"]),
    ("the database system is", _BY_STATE["57P03"]),
    ("session is read-only", _BY_STATE["25006"]),
    ("server is in hot standby mode", _BY_STATE["25006"]),
    (
        "could not translate host name",
        _trouble(say("找不到中心库的主机名，请核对地址或者检查网络"), "hosts"),
    ),
    (
        "failed to resolve host",
        _trouble(say("找不到中心库的主机名，请核对地址或者检查网络"), "hosts"),
    ),
)
"""What libpq says while it connects: there is no code for it."""


def is_about_trust(error: psycopg.Error) -> bool:
    """Return whether the server's certificate was not trusted."""
    return error.sqlstate is None and _VERIFY_FAILED in str(error)


def error_of(error: psycopg.Error, *, has_authority: bool = True) -> CentralError:
    """Return what an error means to the person; whether the call took effect is unknown.

    Args:
        error: Of the driver.
        has_authority: True where the person has chosen whom to trust, False for the system's.
    """
    state = error.sqlstate or ""
    if state in _BY_STATE:
        return _BY_STATE[state]()
    said = str(error)
    for sign, make in _SAID:
        if sign in said:
            return _UNKNOWN_AUTHORITY() if make is _UNTRUSTED and not has_authority else make()
    if state[:2] in _REJECTED_CLASSES or isinstance(error, psycopg.DataError):
        return RejectedCallError(
            say("中心库读不懂送去的内容（{code}）", code=state or "-"), is_refusal=True
        )
    if state:
        return CentralError(say("中心库出现故障（{code}），请通知管理员", code=state))
    sentence = say("连不上中心库，请检查网络、地址和端口；本机可以照常使用")
    return CentralError(sentence, about="hosts")
