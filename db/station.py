"""The folder of a station: its database, and what opens it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from db.atomic_file import sync_folder
from db.database import Database
from db.demo_key import read_demo_key, write_demo_key
from db.engine import BUSY_TIMEOUT_MS, create_file, keep_log, open_engine
from db.key_slots import Cost, new_key
from db.keys import KeyRing, read_key_ring, write_key_ring
from db.remembered import Kept, Remembered, system_keyring
from db.schema import bring_up_to_date
from mediation_app.errors import StorageError
from mediation_app.ports.environment import Clock, Ids
from mediation_app.sentences import say

DATABASE, KEYS, DEMO_KEY = "station.db", "keys.json", "demo.key"
FIRST_USER = "站长"
"""The person who set the station up; others get slots of their own."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a station takes from the machine."""

    clock: Clock
    ids: Ids
    keyring: Callable[[], Remembered] = system_keyring
    cost: Cost = field(default_factory=Cost)
    busy_timeout_ms: int = BUSY_TIMEOUT_MS


class Station:
    """One folder with one database."""

    def __init__(self, data_dir: Path, surroundings: Surroundings) -> None:
        self._dir = data_dir
        self._around = surroundings

    @property
    def exists(self) -> bool:
        """True where there is a database in the folder."""
        return self._database.exists()

    @property
    def is_demo(self) -> bool:
        """True for invented cases, whose key lies beside them."""
        return self._demo_key.exists()

    @property
    def needs_password(self) -> bool:
        """True where opening asks for a password: not for samples, nor where remembered."""
        return not self.is_demo and self._kept() is None

    def create(self, password: str, user: str = FIRST_USER) -> str:
        """Make a new database; return its recovery code, which nothing can show again.

        Raises:
            InvalidValueError: The password is empty.
            StorageError: There is one already, or the folder cannot be written.
        """
        self._require_none()
        key = new_key()
        ring = KeyRing(self._around.ids.new()).with_password(
            key, user, password, self._around.cost
        )
        ring, code = ring.with_new_code(key, self._around.cost)
        self._make(key, lambda: self._write_first_keys(ring))
        return code

    def create_demo(self) -> None:
        """Make a database for invented cases; its key lies beside it, and says so.

        Raises:
            StorageError: There is one already, or the folder cannot be written.
        """
        self._require_none()
        key = new_key()
        self._make(key, lambda: write_demo_key(self._demo_key, key))

    def open(self, password: str | None = None, user: str | None = None) -> Database:
        """Open the database, bringing it up to date where a new version of the program asks.

        Raises:
            WrongPasswordError: The password does not open it.
            StorageError: It is not there, damaged, or of a newer version.
        """
        self._require_one()
        if self.is_demo:
            return self._opened(read_demo_key(self._demo_key))
        if password is not None:
            return self._opened(self._ring().unlock(password, user))
        kept = self._kept()
        if kept is None:
            raise StorageError(say("打开数据库需要密码，请输入密码"))
        return self._opened_as(kept)

    def remember(self, password: str) -> bool:
        """Let this computer open the database without a password; return whether it can.

        Raises:
            WrongPasswordError: The password does not open it.
        """
        ring = self._ring()
        key = ring.unlock(password)
        database = self._opened(key)
        try:
            kept = Kept(key, database.device_id)
        finally:
            database.dispose()
        return self._around.keyring().put(ring.database_id, kept)

    def forget(self) -> None:
        """Ask for the password again from now on."""
        self._around.keyring().forget(self._ring().database_id)

    def set_password(self, password: str, user: str, new_password: str) -> None:
        """Give somebody a password, new or in place of his own.

        Args:
            password: One that opens the database.
            user: Whose password it shall be.
            new_password: The new one.

        Raises:
            WrongPasswordError: The password does not open it.
            InvalidValueError: The new one is empty.
        """
        ring = self._ring()
        key = ring.unlock(password)
        write_key_ring(self._keys, ring.with_password(key, user, new_password, self._around.cost))

    def recover(self, code: str, new_password: str, user: str = FIRST_USER) -> str:
        """Set a password by the recovery code; return a new code, the old one is void.

        Raises:
            WrongPasswordError: The code is not of this database.
            InvalidValueError: The code has a slip, or the password is empty.
        """
        ring = self._ring()
        key = ring.unlock_by_code(code)
        ring = ring.with_password(key, user, new_password, self._around.cost)
        ring, new_code = ring.with_new_code(key, self._around.cost)
        write_key_ring(self._keys, ring)
        return new_code

    @property
    def _database(self) -> Path:
        return self._dir / DATABASE

    @property
    def _keys(self) -> Path:
        return self._dir / KEYS

    @property
    def _demo_key(self) -> Path:
        return self._dir / DEMO_KEY

    def _ring(self) -> KeyRing:
        return read_key_ring(self._keys)

    def _kept(self) -> Kept | None:
        return self._around.keyring().get(self._ring().database_id) if self.exists else None

    def _require_none(self) -> None:
        if self.exists:
            raise StorageError(say("{path} 中已有数据库，不能重复建立", path=self._dir))

    def _require_one(self) -> None:
        if not self.exists:
            raise StorageError(say("{path} 中没有数据库，请先建立", path=self._dir))

    def _make(self, key: bytes, write_key: Callable[[], None]) -> None:
        """Build the database aside, and give it its name when all else is in place."""
        unfinished = self._database.with_suffix(".unfinished")
        try:
            self._dir.mkdir(parents=True, exist_ok=True)
            unfinished.unlink(missing_ok=True)
            self._fill(unfinished, key)
            write_key()
            self._name(unfinished)
        except OSError as error:
            raise StorageError(say("无法写入 {path}，请检查权限", path=self._dir)) from error

    def _name(self, unfinished: Path) -> None:
        unfinished.rename(self._database)
        try:
            sync_folder(self._dir)
        except OSError:
            # A database whose recovery code nobody has seen must not be there.
            self._database.rename(unfinished)
            raise

    def _fill(self, unfinished: Path, key: bytes) -> None:
        create_file(unfinished, key)
        database = self._connected(unfinished, key)
        try:
            database.become_device(self._around.ids.new())
            database.bring_home()
        finally:
            database.dispose()

    def _write_first_keys(self, ring: KeyRing) -> None:
        if self._keys.exists():
            # A database that went astray may still turn up, and would need these.
            self._keys.rename(self._keys.with_suffix(f".{self._stamp()}.json"))
        write_key_ring(self._keys, ring)

    def _opened(self, key: bytes) -> Database:
        return self._connected(self._database, key)

    def _opened_as(self, kept: Kept) -> Database:
        database = self._opened(kept.key)
        if database.device_id != kept.device_id:
            # A file brought from another computer, which may go on writing under its own id.
            database.become_device(self._around.ids.new())
            self._around.keyring().put(
                self._ring().database_id, Kept(kept.key, database.device_id)
            )
        return database

    def _connected(self, path: Path, key: bytes) -> Database:
        engine = open_engine(path, key, busy_timeout_ms=self._around.busy_timeout_ms)
        database = Database(engine, self._around.clock, self._around.ids)
        try:
            keep_log(engine)
            bring_up_to_date(engine, lambda version: database.back_up(self._copy_of(version)))
        except BaseException:
            engine.dispose()
            raise
        return database

    def _copy_of(self, version: int) -> Path:
        return self._dir / f"station.v{version}.{self._stamp()}.db"

    def _stamp(self) -> str:
        return self._around.clock.now().strftime("%Y%m%dT%H%M%S%f")
