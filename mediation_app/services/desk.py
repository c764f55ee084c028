"""All that a person can do at this desk, in one place for the window and the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mediation_app.domain.case_limits import Limits
from mediation_app.domain.journal import Verification
from mediation_app.ports.environment import Clock, Ids
from mediation_app.ports.synchroniser import Synchroniser
from mediation_app.services.agenda import Agenda
from mediation_app.services.bin import Bin
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.caucus import Caucus
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.day_register import DayRegister
from mediation_app.services.drafts import Drafts
from mediation_app.services.handover import Handover
from mediation_app.services.importing import Importing
from mediation_app.services.links import Links
from mediation_app.services.lookup import Lookup
from mediation_app.services.materials import Materials
from mediation_app.services.paper import Paper
from mediation_app.services.progress import ProgressDesk
from mediation_app.services.recovery import Recovery
from mediation_app.services.refused_edits import RefusedEdits
from mediation_app.services.registration import Registration
from mediation_app.services.scheduling import Scheduling
from mediation_app.services.setup import Setup
from mediation_app.services.steps import Steps
from mediation_app.services.table_import import TableImport
from mediation_app.services.volume import Volumes
from mediation_app.services.workers import Worker


@dataclass(frozen=True, slots=True)
class Desk:
    """The services over one open database; ``close`` gives the database back."""

    registration: Registration
    case_files: CaseFiles
    steps: Steps
    worker: Worker
    agenda: Agenda
    lookup: Lookup
    limits: Limits
    tables: TableImport
    paper: Paper
    volumes: Volumes
    setup: Setup
    importing: Importing
    materials: Materials
    bin: Bin
    recovery: Recovery
    links: Links
    handover: Handover
    progress: ProgressDesk
    scheduling: Scheduling
    conflicts: Conflicts
    refused_edits: RefusedEdits
    caucus: Caucus
    day_register: DayRegister
    drafts: Drafts
    sync: Synchroniser
    clock: Clock
    ids: Ids
    verify: Callable[[], Verification]
    close: Callable[[], None]
    author: str
    is_demo: bool = False


class Stations(Protocol):
    """The databases of this machine; a folder holds one."""

    def default_dir(self) -> Path:
        """Return the folder of this person's own station."""
        ...

    def demo_dir(self) -> Path:
        """Return the folder of the sample station."""
        ...

    def exists(self, data_dir: Path) -> bool:
        """Return whether there is a database in the folder."""
        ...

    def needs_password(self, data_dir: Path) -> bool:
        """Return whether opening asks for a password: not for samples, nor where remembered."""
        ...

    def create(self, data_dir: Path, password: str) -> str:
        """Make a new encrypted database; return its recovery code, which is shown once.

        Raises:
            StorageError: There is one already, or the folder cannot be written.
        """
        ...

    def create_demo(self, data_dir: Path, case_count: int) -> None:
        """Make a database of invented cases, the same ones each time; its key lies beside it.

        Raises:
            StorageError: There is one already, or the folder cannot be written.
        """
        ...

    def open(self, data_dir: Path, password: str | None) -> Desk:
        """Open the database.

        Raises:
            WrongPasswordError: The password does not open it.
            StorageError: It is not there, damaged, or of a newer version.
        """
        ...

    def remember(self, data_dir: Path, password: str) -> bool:
        """Let this computer open the database without a password; return whether it can.

        Raises:
            WrongPasswordError: The password does not open it.
        """
        ...

    def recover(self, data_dir: Path, code: str, new_password: str) -> str:
        """Set a new password by the recovery code; return the next recovery code.

        Raises:
            WrongPasswordError: The code does not open it.
        """
        ...
