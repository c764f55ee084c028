"""Keys and passwords that the operating system keeps: "remember on this computer"."""

import json
from dataclasses import dataclass

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

_SERVICE = "mediation-app"


@dataclass(frozen=True, slots=True)
class Kept:
    """The key of a database, and the device that this computer was when it was kept."""

    key: bytes
    device_id: str


class Remembered:
    """Keeps secrets in a keyring; where there is none, nothing, and nobody is told off."""

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get(self, database_id: str) -> Kept | None:
        """Return what is kept for this database, or None."""
        entry = self.secret(database_id)
        return _read(entry) if entry else None

    def put(self, database_id: str, kept: Kept) -> bool:
        """Keep a key; return whether there is a keyring that does."""
        entry = json.dumps({"key": kept.key.hex(), "device": kept.device_id})
        return self.put_secret(database_id, entry)

    def secret(self, name: str) -> str | None:
        """Return what is kept under this name, or None."""
        try:
            return self._backend.get_password(_SERVICE, name)
        except KeyringError:
            return None

    def put_secret(self, name: str, secret: str) -> bool:
        """Keep a secret; return whether there is a keyring that does."""
        try:
            self._backend.set_password(_SERVICE, name, secret)
        except KeyringError:
            return False
        return True

    def forget(self, name: str) -> None:
        """Keep a key or a secret no longer."""
        try:
            self._backend.delete_password(_SERVICE, name)
        except KeyringError:
            # Nothing was kept, or nothing can be: it is forgotten either way.
            return


def system_keyring() -> Remembered:
    """Return the keyring of this computer's operating system."""
    # A fifth of a second that a start with a typed password need not pay.
    from keyring import get_keyring  # noqa: PLC0415

    return Remembered(get_keyring())


def _read(entry: str) -> Kept | None:
    try:
        content = json.loads(entry)
        return Kept(bytes.fromhex(content["key"]), str(content["device"]))
    except (ValueError, KeyError, TypeError):
        return None
