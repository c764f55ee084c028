"""Commands about the database as a whole, and how the others open it."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mediation_app.cli.options import read_day
from mediation_app.cli.parsing import PASSWORD_VARIABLE
from mediation_app.cli.printing import Printer
from mediation_app.cli.surroundings import Surroundings
from mediation_app.errors import InvalidValueError, StorageError
from mediation_app.sentences import say
from mediation_app.services.desk import Desk, Stations

MOST_DEMO_CASES = 10_000_000


def stations_of(arguments: Namespace, surroundings: Surroundings) -> Stations:
    """Return the stations of this machine as seen on the day the command runs."""
    today = getattr(arguments, "today", None)
    return surroundings.stations(None if today is None else read_day(today))


def data_dir_of(arguments: Namespace, stations: Stations, *, is_demo: bool = False) -> Path:
    """Return the folder of the database."""
    given = getattr(arguments, "data_dir", None)
    if given is not None:
        return Path(given).expanduser()
    return stations.demo_dir() if is_demo else stations.default_dir()


@contextmanager
def open_desk(arguments: Namespace, surroundings: Surroundings) -> Iterator[Desk]:
    """Open the database for one command.

    Raises:
        StorageError: There is none, or it cannot be opened.
    """
    stations = stations_of(arguments, surroundings)
    data_dir = data_dir_of(arguments, stations)
    if not stations.exists(data_dir):
        raise StorageError(
            say(
                "这里还没有数据库，请先运行 mediation-app init --data-dir {folder}",
                folder=data_dir,
            )
        )
    password = None
    if stations.needs_password(data_dir):
        password = _password(arguments, surroundings, "密码：")
    desk = stations.open(data_dir, password)
    try:
        yield desk
    finally:
        desk.close()


def init(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Make a new database and print its recovery code."""
    stations = stations_of(arguments, surroundings)
    data_dir = data_dir_of(arguments, stations)
    if stations.exists(data_dir):
        raise StorageError(say("{folder} 中已有数据库，没有改动它", folder=data_dir))
    password = _password(arguments, surroundings, "新密码：", again="再输一次：")
    recovery_code = stations.create(data_dir, password)
    if printer.is_json:
        printer.json({"data_dir": str(data_dir), "recovery_code": recovery_code})
    else:
        printer.line(f"已新建数据库：{data_dir}")
        printer.line(f"恢复码（只显示这一次，请抄写后妥善保存）：{recovery_code}")
    return 0


def demo(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Make a database of invented cases."""
    if not 1 <= arguments.cases <= MOST_DEMO_CASES:
        raise InvalidValueError(say("案件数应在 1 至 {most} 之间", most=MOST_DEMO_CASES))
    stations = stations_of(arguments, surroundings)
    data_dir = data_dir_of(arguments, stations, is_demo=True)
    stations.create_demo(data_dir, arguments.cases)
    desk = stations.open(data_dir, None)
    count = desk.lookup.count()
    desk.close()
    if printer.is_json:
        printer.json({"data_dir": str(data_dir), "cases": count})
    else:
        printer.line(f"已新建示例数据库：{data_dir}，案件 {count} 件，全部虚构")
    return 0


def verify(arguments: Namespace, surroundings: Surroundings, printer: Printer) -> int:
    """Check the database and its audit chain."""
    with open_desk(arguments, surroundings) as desk:
        found = desk.verify()
    if printer.is_json:
        printer.json(
            {"ok": found.is_ok, "records": found.record_count, "first_bad": found.first_bad}
        )
    elif found.is_ok:
        printer.line(f"数据库完好，审计链完整，共 {found.record_count} 条记录")
    if not found.is_ok:
        printer.refuse(f"数据库不完整，第一处问题：{found.first_bad}")
    return 0 if found.is_ok else 1


def _password(
    arguments: Namespace, surroundings: Surroundings, prompt: str, again: str = ""
) -> str:
    """Return the password from its variable, or from the person at the terminal."""
    variable = getattr(arguments, "password_env", PASSWORD_VARIABLE)
    given = surroundings.environment.get(variable)
    if given:
        return given
    ask = surroundings.ask_password
    if ask is None or hasattr(arguments, "password_env"):
        raise InvalidValueError(
            say("需要密码：请把密码放进环境变量 {variable} 再运行", variable=variable)
        )
    password = ask(prompt)
    if not password:
        raise InvalidValueError(say("没有输入密码"))
    if again and ask(again) != password:
        raise InvalidValueError(say("两次输入的密码不一致，没有新建数据库"))
    return password


COMMANDS = {"init": init, "demo": demo, "verify": verify}
