"""A line to the centre that can be cut: it passes bytes on, as many as its plan allows."""

import selectors
import socket
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Self

_PIECE = 65_536
_RESET = struct.pack("ii", 1, 0)


@dataclass(frozen=True, slots=True)
class Cut:
    """When a connection ends.

    Attributes:
        up: So many bytes reach the centre, then the line is cut; None for no end.
        down: So many bytes of its answers come back.
        is_reset: With RST, as a router does that was switched off; else with FIN.
        stall_s: How long the line stands still before it is cut.
    """

    up: int | None = None
    down: int | None = None
    is_reset: bool = True
    stall_s: float = 0.0


class Line:
    """One connection, carried by one thread: how much went through, and its two ends."""

    def __init__(self, cut: Cut, client: socket.socket, centre: socket.socket) -> None:
        self.up = self.down = 0
        self._cut = cut
        self._client = client
        self._centre = centre
        self._ended, self._end = socket.socketpair()
        self._is_over = Event()

    def end(self) -> None:
        """Have the line cut at both ends."""
        with suppress(OSError):
            self._end.send(b"x")

    def carry(self) -> None:
        """Pass bytes on until an end hangs up or the plan is fulfilled; then cut."""
        with selectors.DefaultSelector() as selector:
            for end in (self._client, self._centre, self._ended):
                selector.register(end, selectors.EVENT_READ)
            while not self._is_fulfilled() and self._pass_on(selector):
                pass
        self._is_over.wait(self._cut.stall_s if self._is_fulfilled() else 0)
        self._hang_up()

    def _is_fulfilled(self) -> bool:
        return (self._cut.up is not None and self.up >= self._cut.up) or (
            self._cut.down is not None and self.down >= self._cut.down
        )

    def _pass_on(self, selector: selectors.BaseSelector) -> bool:
        """Pass on what is there; return whether there may be more."""
        for key, _ in selector.select():
            if key.fileobj is self._ended or not self._pass_piece(key.fileobj is self._client):
                return False
            if self._is_fulfilled():
                return False
        return True

    def _pass_piece(self, is_up: bool) -> bool:  # noqa: FBT001 - one of two directions
        source, target = (self._client, self._centre) if is_up else (self._centre, self._client)
        limit, passed = (self._cut.up, self.up) if is_up else (self._cut.down, self.down)
        try:
            piece = source.recv(_PIECE if limit is None else min(_PIECE, limit - passed))
            # Counted first: whoever gets the bytes may ask at once how many there were.
            if is_up:
                self.up += len(piece)
            else:
                self.down += len(piece)
            target.sendall(piece)
        except OSError:
            return False
        return bool(piece)

    def _hang_up(self) -> None:
        for end in (self._client, self._centre):
            if self._cut.is_reset:
                with suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            end.close()
        self._ended.close()
        self._end.close()


class Proxy:
    """Listens on a port of its own and leads to another one; ``plan`` is asked per connection."""

    def __init__(self, port: int, plan: Callable[[], Cut] = Cut) -> None:
        self.plan = plan
        self.lines: list[Line] = []
        self._target = ("127.0.0.1", port)
        self._ears = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port: int = self._ears.getsockname()[1]
        self._threads: list[Thread] = []

    def __enter__(self) -> Self:
        self._run(self._listen)
        return self

    def __exit__(self, *_: object) -> None:
        # Whoever waits for a connection wakes up by one, and finds that it is the last.
        self.plan = lambda: Cut(up=0, down=0)
        self._ears.shutdown(socket.SHUT_RDWR)
        self._ears.close()
        for line in self.lines:
            line.end()
        for thread in self._threads:
            thread.join()

    def lead_to(self, port: int) -> None:
        """Lead new connections to another port."""
        self._target = ("127.0.0.1", port)

    def cut_all(self) -> None:
        """Cut every line that is open."""
        for line in list(self.lines):
            line.end()

    def _listen(self) -> None:
        while True:
            try:
                client, _ = self._ears.accept()
            except OSError:
                return
            self._connect(client)

    def _connect(self, client: socket.socket) -> None:
        try:
            centre = socket.create_connection(self._target)
        except OSError:
            client.close()
            return
        for end in (client, centre):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line = Line(self.plan(), client, centre)
        self.lines.append(line)
        self._run(line.carry)

    def _run(self, work: Callable[[], None]) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


def bytes_through(proxy: Proxy) -> tuple[int, int]:
    """Return how many bytes went up and came down over all lines."""
    return sum(line.up for line in proxy.lines), sum(line.down for line in proxy.lines)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port: int = probe.getsockname()[1]
        return port
