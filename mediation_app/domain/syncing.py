"""How this machine stands with the centre, in words that a screen can show."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from mediation_app.domain.journal import FieldChange
from mediation_app.sentences import Sentence


class Link(Enum):
    """Whether there is a centre, and whether it answers."""

    NONE = "none"
    """This machine has not been connected to one; everything stays here."""
    WAITING = "waiting"
    """Connected once; no round was done since the start, or one was ended: another comes."""
    SYNCING = "syncing"
    ONLINE = "online"
    OFFLINE = "offline"
    """It does not answer; work goes on, and everything typed is kept to be sent."""
    REFUSED = "refused"
    """It answers and does not let this person or machine in: somebody must act."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long step is; ``total`` is 0 where nobody knows."""

    sentence: Sentence
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the status line says.

    Attributes:
        to_send: Saved edits that are not safe at the centre yet.
        conflicts: Fields that hold more than one value and wait for a person.
        set_aside: Edits that the centre refused and keeps with their reason.
        contact_at: When the centre answered last.
        trouble: Why the last round did not end well; None where it did.
        clock_behind_s: By how many seconds this machine's clock was behind the centre's at the
            last contact; negative where it was ahead.
    """

    link: Link = Link.NONE
    to_send: int = 0
    conflicts: int = 0
    set_aside: int = 0
    contact_at: datetime | None = None
    trouble: Sentence | None = None
    progress: Progress | None = None
    person: str = ""
    orgs: tuple[str, ...] = ()
    clock_behind_s: int = 0


@dataclass(frozen=True, slots=True)
class SyncRound:
    """One round, as the history shows it."""

    began_at: datetime
    ended_at: datetime
    sent: int = 0
    received: int = 0
    cases_changed: int = 0
    conflicts_new: int = 0
    refused: int = 0
    given_back: int = 0
    """Edits that the centre had lost with a restored backup and got back from here."""
    trouble: Sentence | None = None


@dataclass(frozen=True, slots=True)
class CentralAddress:
    """How to reach the centre; the password is kept elsewhere.

    Attributes:
        hosts: Host names, several of them where a standby may take over: ``db1,db2``.
        certificate: The certificate authority that is trusted, PEM; the system's where empty.
    """

    hosts: str
    port: int
    database: str
    login: str
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody else who has the same case open."""

    person: str
    device_name: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """An edit that the centre refused; it is kept, and its reason tells what can be done.

    Attributes:
        is_of_others: Somebody else wrote it, and the case is here now: it may be taken up.
        device_name: On which machine; known of edits of others.
        case_id: The case that it belongs to; empty where it is about the committee.
        case_number: Empty where the case has none, or is no longer here.
    """

    op_id: str
    case_id: str
    case_number: str
    author: str
    saved_at: datetime
    reason: Sentence
    changes: tuple[FieldChange, ...] = ()
    is_of_others: bool = False
    device_name: str = ""
