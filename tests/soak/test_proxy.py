"""The line that can be cut, tried on an echo."""

import socket
from threading import Thread

import pytest

from tests.soak.proxy import Cut, Proxy, bytes_through


@pytest.fixture
def echo():
    """Answer every byte with itself; return the port."""
    ears = socket.create_server(("127.0.0.1", 0))

    def answer():
        while True:
            try:
                end, _ = ears.accept()
            except OSError:
                return
            with end:
                try:
                    while piece := end.recv(100):
                        end.sendall(piece)
                except OSError:
                    continue

    thread = Thread(target=answer)
    thread.start()
    yield ears.getsockname()[1]
    ears.shutdown(socket.SHUT_RDWR)
    ears.close()
    thread.join()


def heard_through(proxy: Proxy, words: bytes) -> bytes:
    heard = b""
    with socket.create_connection(("127.0.0.1", proxy.port)) as line:
        try:
            line.sendall(words)
            while len(heard) < len(words) and (piece := line.recv(100)):
                heard += piece
        except OSError:
            return heard
    return heard


def test_a_whole_line_passes_everything_and_counts_it(echo):
    with Proxy(echo) as proxy:
        assert heard_through(proxy, b"0123456789") == b"0123456789"
        assert bytes_through(proxy) == (10, 10)


@pytest.mark.parametrize("is_reset", [True, False])
def test_no_byte_passes_after_the_cut(echo, is_reset):
    with Proxy(echo, lambda: Cut(down=4, is_reset=is_reset)) as proxy:
        assert heard_through(proxy, b"0123456789") == b"0123"
    with Proxy(echo, lambda: Cut(up=3, is_reset=is_reset)) as proxy:
        assert len(heard_through(proxy, b"0123456789")) <= 3
        assert bytes_through(proxy)[0] == 3


def test_lines_that_are_open_can_all_be_cut(echo):
    with (
        Proxy(echo) as proxy,
        socket.create_connection(("127.0.0.1", proxy.port)) as line,
    ):
        line.sendall(b"01")
        assert line.recv(2) == b"01"
        proxy.cut_all()
        with pytest.raises(ConnectionResetError):
            line.recv(1)
