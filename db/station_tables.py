"""The tables by which a station computes limits: the shipped ones, and its own over them.

What a station imported lies beside its database as the files it came in. They are public facts
of laws and notices, nothing of a case, so they need no key: a limit can be computed on the
command line without opening the database.
"""

from functools import cache
from pathlib import Path

from db.atomic_file import write_whole
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.limit_files import read_limits
from mediation_app.domain.limits import LimitRule, LimitTable
from mediation_app.domain.rest_days import RestCalendar, YearTable, read_year_table
from mediation_app.errors import InvalidValueError, StorageError
from mediation_app.sentences import say
from resources import files

FOLDER = "tables"
_LIMITS = "limits.json"
_YEARS = "rest-days-*.json"


class TableFiles:
    """The imported tables of one station, in a folder beside its database."""

    def __init__(self, data_dir: Path) -> None:
        self._dir = data_dir / FOLDER

    def year_tables(self) -> tuple[str, ...]:
        """Return the texts of all tables of rest days, in order of years."""
        return tuple(_text(path) for path in sorted(self._dir.glob(_YEARS)))

    def limits(self) -> str | None:
        """Return the text of the station's own limits; None where it has none."""
        path = self._dir / _LIMITS
        return _text(path) if path.exists() else None

    def keep_year_table(self, year: int, text: str) -> None:
        """Keep the table of a year in place of another one of that year."""
        self._write(_YEARS.replace("*", f"{year:04}"), text)

    def keep_limits(self, text: str) -> None:
        """Keep the station's own limits in place of those it had."""
        self._write(_LIMITS, text)

    def _write(self, name: str, text: str) -> None:
        try:
            self._dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(say("无法写入 {path}，请检查权限", path=self._dir)) from error
        write_whole(self._dir / name, text)


def limits_of(data_dir: Path) -> Limits:
    """Return the limits of a station by all tables it has.

    Raises:
        StorageError: An imported table was damaged since; computing without it would be wrong.
    """
    own = TableFiles(data_dir)
    try:
        tables = [*_shipped_years(), *map(read_year_table, own.year_tables())]
        text = own.limits()
        rules: tuple[LimitRule, ...] = () if text is None else read_limits(text)
        table = LimitTable(_shipped_limits(), rules)
    except InvalidValueError as error:
        raise StorageError(
            say(
                "{folder} 中导入的表已损坏（{reason}），请重新放入正确的文件，或者删去后再打开",
                folder=data_dir / FOLDER,
                reason=error,
            )
        ) from error
    return Limits(table, RestCalendar(tables))


@cache
def _shipped_limits() -> tuple[LimitRule, ...]:
    return read_limits(files.limit_rules())


@cache
def _shipped_years() -> tuple[YearTable, ...]:
    return tuple(map(read_year_table, files.holiday_tables()))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise StorageError(say("文件 {name} 无法读取", name=path)) from error
