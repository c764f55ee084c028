"""Three server rooms, each a network namespace with two cables that can be pulled.

Runs only where ``unshare`` has given this process a network of its own: everything here is gone
when it ends, however it ends. The desks are in the office network, like people; the servers talk
to each other over a second one, which is where a partition happens.
"""

import subprocess
from dataclasses import dataclass
from typing import Self

OFFICE, BACKBONE = "10.77.0", "10.88.0"
_DESKS = 254


@dataclass(slots=True)
class Room:
    """One server room; ``number`` is the end of its addresses."""

    number: int
    anchor: subprocess.Popen[bytes]
    """Keeps the namespace while no server runs in it."""

    @property
    def office(self) -> str:
        """Where people find it."""
        return f"{OFFICE}.{self.number}"

    @property
    def backbone(self) -> str:
        """Where the other servers find it."""
        return f"{BACKBONE}.{self.number}"

    def words_inside(self, account: str) -> tuple[str, ...]:
        """Return what runs a program in this room under an account; the process stays one."""
        enter = ("nsenter", "--target", str(self.anchor.pid), "--net", "--")
        become = ("setpriv", "--reuid", account, "--regid", account, "--clear-groups", "--")
        return (*enter, *become)

    def pull_cable(self) -> None:
        """Let nothing through to the other servers, and nothing back; nobody is told."""
        _ip("link", "set", f"backbone{self.number}", "nomaster")

    def plug_in(self) -> None:
        """Let the servers hear each other again."""
        _ip("link", "set", f"backbone{self.number}", "master", "backbone")


@dataclass(slots=True)
class Town:
    """The rooms and their two networks."""

    rooms: tuple[Room, ...] = ()

    @classmethod
    def built(cls, count: int) -> Self:
        """Lay the cables."""
        _ip("link", "set", "lo", "up")
        for network in ("office", "backbone"):
            _ip("link", "add", network, "type", "bridge")
            _ip("link", "set", network, "up")
        _ip("address", "add", f"{OFFICE}.{_DESKS}/24", "dev", "office")
        return cls(tuple(_room(number) for number in range(1, count + 1)))

    def leave(self) -> None:
        """Give up the rooms."""
        for room in self.rooms:
            room.anchor.kill()
            room.anchor.wait()


def _room(number: int) -> Room:
    anchor = subprocess.Popen(
        ["unshare", "--net", "sh", "-c", "echo; exec sleep infinity"], stdout=subprocess.PIPE
    )
    assert anchor.stdout is not None
    anchor.stdout.readline()  # only now is it in a namespace of its own
    room = Room(number, anchor)
    _within(room, "link", "set", "lo", "up")
    for network, address in (("office", room.office), ("backbone", room.backbone)):
        end, inside = f"{network}{number}", f"in-{network}"
        _ip(
            *("link", "add", end, "type", "veth"),
            *("peer", "name", inside, "netns", str(anchor.pid)),
        )
        _ip("link", "set", end, "master", network, "up")
        _within(room, "address", "add", f"{address}/24", "dev", inside)
        _within(room, "link", "set", inside, "up")
    return room


def _within(room: Room, *words: str) -> None:
    enter = ("nsenter", "--target", str(room.anchor.pid), "--net", "--")
    subprocess.run([*enter, "ip", *words], check=True)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
