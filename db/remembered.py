"""Keys and passwords that the operating system keeps: "remember on this computer"."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

LOG = logging.getLogger("mediation_app.keyring")

_SERVICE = "mediation-app"
_Answer = TypeVar("_Answer")


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
        return _asked(lambda: self._backend.get_password(_SERVICE, name), None)

    def put_secret(self, name: str, secret: str) -> bool:
        """Keep a secret; return whether there is a keyring that does."""

        def put() -> bool:
            self._backend.set_password(_SERVICE, name, secret)
            return True

        return _asked(put, otherwise=False)

    def forget(self, name: str) -> None:
        """Keep a key or a secret no longer; where nothing is kept or can be, it is forgotten."""
        _asked(lambda: self._backend.delete_password(_SERVICE, name), None)


def _asked(ask: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
    """Return what a keyring answers, or something else where it is locked, broken or not there."""
    try:
        return ask()
    except KeyringError:
        return otherwise
    except Exception:  # Services behind it fail in ways of their own; the password is asked then.
        LOG.exception("the keyring gave no answer")
        return otherwise


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
