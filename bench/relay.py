"""A relay between a machine and the centre that counts what goes through."""

import socket
import threading
from contextlib import suppress
from typing import Self

from db.central.server import HOST

_AT_ONCE = 1 << 16


class Relay:
    """Listens on a port of its own, passes bytes on unread, and counts them."""

    def __init__(self, port: int) -> None:
        self._target = port
        self._listener = socket.create_server((HOST, 0))
        self.up_bytes = self.down_bytes = 0

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection((HOST, self._target))
                for work, pair in ((self._up, (near, far)), (self._down, (far, near))):
                    threading.Thread(target=work, args=pair, daemon=True).start()

    def _up(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError):
            while data := near.recv(_AT_ONCE):
                self.up_bytes += len(data)
                far.sendall(data)
        far.close()

    def _down(self, far: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while data := far.recv(_AT_ONCE):
                self.down_bytes += len(data)
                near.sendall(data)
        near.close()
