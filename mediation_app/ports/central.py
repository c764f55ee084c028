"""What the administrator's commands need of the central database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NewOrg:
    """An organisation to be added.

    Attributes:
        kind: ``station``, ``room`` or ``branch``; ``centre`` for one more home.
        parent: Name or number of the organisation above it; empty for a centre.
        case_word: The word of its case numbers; empty where it uses those of the one above.
    """

    name: str
    kind: str
    parent: str
    case_word: str = ""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to be added.

    Attributes:
        login: The name typed when connecting.
        org: Name or number of the organisation where the person works.
        role: ``mediator``, ``specialist``, ``clerk``, ``leader`` or ``reader``.
        stores_snapshots: It is the login of the nightly job.
    """

    login: str
    name: str
    org: str
    role: str
    stores_snapshots: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """What was new about a person who was added.

    Attributes:
        is_login_new: The login and its password; else both are what they were.
        is_post_new: That the person works in the organisation.
        stores_snapshots_now: A login that there was may store snapshots from now on.
    """

    is_login_new: bool = False
    is_post_new: bool = False
    stores_snapshots_now: bool = False


@dataclass(frozen=True, slots=True)
class HomeLine:
    """A centre with everything below it.

    Attributes:
        epoch: Counts how often the centre was put back to a backup.
        is_recovering: Clients give back what was lost, and no numbers are given.
    """

    home_id: int
    name: str
    epoch: int
    is_recovering: bool
    record_count: int
    op_count: int


@dataclass(frozen=True, slots=True)
class OrgLine:
    """An organisation with how much happened in it; ``parent`` is None for the centre."""

    org_id: int
    name: str
    kind: str
    parent: int | None
    case_word: str
    person_count: int
    record_count: int
    fseq: int


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A machine that has connected."""

    device_id: str
    name: str
    person: str
    contact_at: datetime | None
    is_revoked: bool


@dataclass(frozen=True, slots=True)
class Post:
    """Where a person works, and as what; ``role`` as in ``NewPerson``."""

    org: str
    role: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person who may connect."""

    login: str
    name: str
    posts: tuple[Post, ...]
    is_disabled: bool


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What became of one case number.

    Attributes:
        state: ``case``, ``leased``, ``free``, ``void`` or ``paper``; no number is without one.
        holder: The case, or the machine that may still give it; else empty.
    """

    org: str
    number: str
    state: str
    holder: str


@dataclass(frozen=True, slots=True)
class CentralStatus:
    """How the central database stands."""

    server: str
    schema: str
    newest_schema: str
    """What this program would upgrade to."""
    is_replica: bool
    server_at: datetime
    size_bytes: int
    quarantine_count: int
    homes: tuple[HomeLine, ...]
    orgs: tuple[OrgLine, ...]
    persons: tuple[PersonLine, ...]
    devices: tuple[DeviceLine, ...]


@dataclass(frozen=True, slots=True)
class CentreInspection:
    """What following the chains of the centre found.

    Attributes:
        first_bad: The first place that does not fit; empty where all do.
        anchor: One hash over the end of every log and feed, 64 hex digits: printed and kept, it
            shows later that nothing before it was rewritten.
    """

    record_count: int
    op_count: int
    first_bad: str
    anchor: str


class Administration(Protocol):
    """The central database in the hands of its administrator.

    Raises, from every method:
        CentralError: There is no server, it does not let the administrator in, there is no
            schema, it is newer than this program, or what was asked for cannot be.
    """

    def initialise(self, name: str, case_word: str) -> int:
        """Make roles, schema and the centre of this name; return the centre's number."""
        ...

    def upgrade(self) -> tuple[str, str]:
        """Bring the schema to this program's version; return the versions before and after."""
        ...

    def status(self) -> CentralStatus:
        """Return how things stand."""
        ...

    def numbers(self) -> Sequence[NumberLine]:
        """Return what became of each case number, in order."""
        ...

    def add_org(self, org: NewOrg) -> int:
        """Add an organisation; return its number."""
        ...

    def add_person(self, person: NewPerson, password: str) -> Addition:
        """Let a person connect with this password; it is neither sent nor logged as it is.

        Where the person has a login already, its password stays what it was. Something is new
        about the person in any case, else a CentralError says that all of it is there.
        """
        ...

    def disable_person(self, login: str) -> None:
        """Let a person connect no longer, and end the connections there are."""
        ...

    def enable_person(self, login: str) -> None:
        """Let a person connect again."""
        ...

    def set_password(self, login: str, password: str) -> None:
        """Give a person another password."""
        ...

    def move_case(self, case: str, org: str) -> str:
        """Give a case to another organisation; return the name of that one.

        Args:
            case: Its official number, the provisional one, or its id.
            org: Name or number of the organisation.
        """
        ...

    def revoke_device(self, device: str) -> str:
        """Let a machine connect no longer; return its name.

        Args:
            device: Its id, or so much of it that no other begins alike.
        """
        ...

    def fold_snapshots(self) -> int:
        """Fold the records that changed since the last time; return how many."""
        ...

    def verify(self) -> CentreInspection:
        """Follow all chains that the login of this connection may see."""
        ...

    def start_numbers(self, org: str, year: int, last: int) -> None:
        """Pass over the case numbers of a year that were given before this centre was there."""
        ...

    def begin_recovery(self) -> int:
        """Open a restored database: clients give back what it lost, numbers are closed.

        Returns:
            The new epoch.
        """
        ...

    def end_recovery(self) -> int:
        """Declare the recovery finished, numbers are given again; return the epoch."""
        ...

    def close(self) -> None:
        """Hang up."""
        ...


@dataclass(frozen=True, slots=True)
class TrialPerson:
    """An invented person of a trial, with the folder of a station to be."""

    login: str
    name: str
    org: str
    password: str
    station: Path


@dataclass(frozen=True, slots=True)
class TrialFacts:
    """What one types into the window to try the centre."""

    folder: Path
    host: str
    port: int
    database: str
    certificate: Path
    dsn: str
    persons: tuple[TrialPerson, ...]


class Trial(Protocol):
    """A central database of one's own, on this machine only."""

    def start(self) -> TrialFacts:
        """Start it, or make it first.

        Raises:
            CentralError: It cannot be started; the sentence says why.
            KeyboardInterrupt: Somebody pressed Ctrl+C; so do the others from now on.
        """
        ...

    def wait(self) -> None:
        """Return when the server ended by itself."""
        ...

    def stop(self) -> None:
        """Stop the server; its data stays."""
        ...
