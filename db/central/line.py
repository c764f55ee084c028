"""One connection to the centre that is opened when it is needed and given up when it broke."""

import threading
from collections.abc import Generator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row

from db.central.connecting import conninfo
from db.central.distrust import why_distrusted
from db.central.patience import PatientConnection
from db.central.refusals import error_of, is_about_trust
from mediation_app.domain.syncing import CentralAddress
from mediation_app.errors import CentralError

_Connection = psycopg.Connection[Any]


class CentralLine:
    """Sends one statement at a time; each is a transaction of its own."""

    def __init__(self, address: CentralAddress, password: str) -> None:
        self._address = address
        self._password = password
        self._connection: _Connection | None = None
        self._lock = threading.Lock()
        self._known: dict[str, bool] = {}

    def rows(self, statement: str, *values: Any) -> Sequence[Any]:
        """Return the rows of a statement.

        Raises:
            CentralError: The centre cannot be reached, the line broke, or it refused.
        """
        with self._lock:
            try:
                with self._open().cursor(binary=True) as cursor:
                    return cursor.execute(statement.encode(), values).fetchall()
            except psycopg.Error as error:
                self._give_up_if_broken()
                raise self._told(error) from error

    def each(self, statement: str, *values: Any) -> Generator[Any, None, None]:
        """Give the rows of a statement as they come; nothing else may be asked before the end.

        Close it where not all are taken. Raises as ``rows`` does.
        """
        with self._lock:
            try:
                with self._open().cursor(binary=True) as cursor:
                    yield from cursor.stream(statement.encode(), values)
            except psycopg.Error as error:
                self._give_up_if_broken()
                raise self._told(error) from error

    def knows(self, function: str) -> bool:
        """Return whether the centre of this connection has a function, by its signature."""
        if function not in self._known:
            self._known[function] = bool(
                self.value("SELECT to_regprocedure(%s) IS NOT NULL", function)
            )
        return self._known[function]

    def value(self, statement: str, *values: Any) -> Any:
        """Return the one value of a statement; raises as ``rows`` does."""
        return self.rows(statement, *values)[0][0]

    def close(self) -> None:
        """Hang up."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> _Connection:
        if self._connection is None:
            self._known.clear()
            # The driver reads the certificate while it connects, and from a file only.
            with TemporaryDirectory(prefix="mediation-") as folder:
                root = "system"
                if self._address.certificate:
                    file = Path(folder) / "authority.pem"
                    file.write_text(self._address.certificate, encoding="ascii")
                    root = str(file)
                self._connection = PatientConnection.connect(
                    conninfo(self._address, self._password, root),
                    autocommit=True,
                    row_factory=namedtuple_row,
                )
        return self._connection

    def _told(self, error: psycopg.Error) -> CentralError:
        closer = why_distrusted(self._address) if is_about_trust(error) else None
        return closer or error_of(error, has_authority=bool(self._address.certificate))

    def _give_up_if_broken(self) -> None:
        if self._connection is not None and (self._connection.closed or self._connection.broken):
            self._connection.close()
            self._connection = None
