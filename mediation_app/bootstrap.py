"""The one place that knows everybody, and does nothing else but introduce them.

Libraries are imported where they are first needed: computing a limit on the command line starts
neither a window nor a database.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from getpass import getuser
from pathlib import Path
from platform import node
from threading import Lock
from typing import TYPE_CHECKING

from db.atomic_file import sync_folder
from db.station_tables import TableFiles, limits_of
from mediation_app.domain.case_limits import Limits
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.handovers import HandoverSheet
from mediation_app.domain.limit_register import LimitRegister
from mediation_app.domain.material_lists import read_material_rules
from mediation_app.domain.volumes import VolumePart
from mediation_app.errors import StorageError
from mediation_app.ports.environment import Clock
from mediation_app.ports.renderer import Binder, Renderer
from mediation_app.ports.storage import UnitOfWork
from mediation_app.sentences import say
from mediation_app.services.agenda import Agenda
from mediation_app.services.bin import Bin
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.caucus import Caucus
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.day_register import DayRegister
from mediation_app.services.desk import Desk
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
from mediation_app.services.steps import Doors, Steps
from mediation_app.services.storage import Storage
from mediation_app.services.syncing import NoSynchroniser
from mediation_app.services.table_import import TableImport
from mediation_app.services.volume import Volumes
from mediation_app.services.workers import Worker, by_organisation
from mediation_app.system import DayClock, SystemClock, TimeOrderedIds
from resources import files

if TYPE_CHECKING:
    from db.database import Database
    from db.station import Station, Surroundings
    from db.sync.background import BackgroundSynchroniser
    from db.sync.sides import Central
    from mediation_app.domain.syncing import CentralAddress
    from mediation_app.ports.central import Administration, Trial

PROGRAM = "mediation-app"
DEMO_CASES = 12
"""As many as there are samples."""
_MAKING = ".making"
_SYNC_LOCK = "station.sync"
_WINDOW_LOCK = "station.window"
_NAMELESS = "本机用户"


class LazyRenderer:
    """The renderer, made when the first page is drawn: its library takes a third of a second."""

    def __init__(self) -> None:
        self._made: Renderer | None = None
        self._lock = Lock()

    def render(self, snapshot: Snapshot) -> bytes:
        """Return the PDF."""
        return self._renderer().render(snapshot)

    def render_register(self, register: LimitRegister) -> bytes:
        """Return the register of a day's limits as PDF."""
        return self._renderer().render_register(register)

    def render_handover(self, sheet: HandoverSheet) -> bytes:
        """Return the sheet of a hand-over as PDF."""
        return self._renderer().render_handover(sheet)

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return each character that cannot be printed."""
        return self._renderer().missing_glyphs(text)

    def _renderer(self) -> Renderer:
        with self._lock:
            if self._made is None:
                from forms.renderer import PdfRenderer
                from forms.typesetting.typefaces import Typefaces

                self._made = PdfRenderer(Typefaces(files.fonts_dir()), files.wording)
            return self._made


class LazyBinder:
    """What binds volumes, made when the first one is asked for."""

    def __init__(self) -> None:
        self._made: Binder | None = None

    def page_count(self, content: bytes, title: str) -> int:
        """Return how many pages a PDF or a picture has."""
        return self._binder().page_count(content, title)

    def bind(self, snapshot: Snapshot, parts: Sequence[VolumePart]) -> bytes:
        """Return a volume."""
        return self._binder().bind(snapshot, parts)

    def _binder(self) -> Binder:
        if self._made is None:
            from forms.binding import PdfBinder
            from forms.typesetting.typefaces import Typefaces

            self._made = PdfBinder(Typefaces(files.fonts_dir()), files.wording)
        return self._made


class LocalStations:
    """The stations of this machine, seen on one day: today, or the day one is told."""

    def __init__(self, today: date | None = None) -> None:
        clock = SystemClock()
        self.clock: Clock = clock if today is None else DayClock(today, clock)
        self._ids = TimeOrderedIds()

    def default_dir(self) -> Path:
        """Return the folder of this person's own station."""
        from platformdirs import user_data_path

        return user_data_path(PROGRAM, appauthor=False) / "station"

    def demo_dir(self) -> Path:
        """Return the folder of the sample station."""
        return self.default_dir().with_name("demo")

    def exists(self, data_dir: Path) -> bool:
        """Return whether there is a database in the folder."""
        return self._station(data_dir).exists

    def needs_password(self, data_dir: Path) -> bool:
        """Return whether opening asks for a password."""
        return self._station(data_dir).needs_password

    def create(self, data_dir: Path, password: str) -> str:
        """Make a new encrypted database; return its recovery code."""
        return self._station(data_dir).create(password)

    def create_demo(self, data_dir: Path, case_count: int) -> None:
        """Make a database of invented cases; an interrupted attempt leaves none behind."""
        if self.exists(data_dir):
            raise StorageError(say("{folder} 中已有数据库，没有改动它", folder=data_dir))
        making = data_dir / _MAKING
        _remove(making)
        station = self._station(making)
        station.create_demo()
        self._fill(station.open(), making, case_count)
        # The database comes last: a folder has a station when it has the database.
        for file in sorted(making.iterdir(), key=lambda each: each.suffix == ".db"):
            file.replace(data_dir / file.name)
            sync_folder(data_dir)
        making.rmdir()

    def open(self, data_dir: Path, password: str | None) -> Desk:
        """Open the database."""
        station = self._station(data_dir)
        return self._desk(station.open(password), data_dir, is_demo=station.is_demo)

    def remember(self, data_dir: Path, password: str) -> bool:
        """Let this computer open the database without a password; return whether it can."""
        return self._station(data_dir).remember(password)

    def recover(self, data_dir: Path, code: str, new_password: str) -> str:
        """Set a new password by the recovery code; return the next code."""
        return self._station(data_dir).recover(code, new_password)

    def _station(self, data_dir: Path) -> "Station":
        from db.station import Station

        return Station(data_dir, self._around)

    @property
    def _around(self) -> "Surroundings":
        from db.station import Surroundings

        return Surroundings(self.clock, self._ids)

    def _fill(self, database: "Database", data_dir: Path, case_count: int) -> None:
        desk = self._desk(database, data_dir, is_demo=True)
        try:
            desk.importing.import_text(_samples(case_count))
            more = case_count - desk.lookup.count()
            if more > 0:
                from mediation_app.services.sample_cases import invented_cases

                database.bulk_add(invented_cases(more, self._ids), desk.author)
        finally:
            desk.close()

    def _desk(self, database: "Database", data_dir: Path, *, is_demo: bool) -> Desk:
        limits = limits_of(data_dir)
        synchroniser = None if is_demo else self._synchroniser(database, data_dir, limits)
        sync = synchroniser or NoSynchroniser()

        def author() -> str:
            """Return who works here: as the centre knows him, once it is connected."""
            return (synchroniser and synchroniser.person()) or _author()

        from db.bins import SqlBins
        from db.sessions import SqlSessions

        sessions = SqlSessions(database, data_dir / _WINDOW_LOCK)

        def close() -> None:
            sessions.leave()
            sync.stop()
            database.dispose()

        def units() -> UnitOfWork:
            return database.units_of_work(author())()

        storage = Storage(units, database.queries())
        renderer = LazyRenderer()
        roles = synchroniser.roles if synchroniser else tuple
        worker = Worker(by_organisation(roles, storage.queries.roles), author)
        doors = Doors(
            Registration(storage, self.clock, self._ids, worker),
            CaseFiles(storage, self.clock, worker),
        )
        return Desk(
            registration=doors.registration,
            case_files=doors.case_files,
            steps=Steps(storage, doors, worker, self.clock, self._ids),
            worker=worker,
            agenda=Agenda(storage, limits, doors.case_files, renderer, self.clock),
            lookup=Lookup(storage.queries),
            limits=limits,
            tables=TableImport(storage, limits, TableFiles(data_dir)),
            paper=Paper(storage, renderer, limits, self.clock, self._ids),
            volumes=Volumes(storage, renderer, LazyBinder(), limits, self.clock),
            setup=Setup(storage),
            importing=Importing(storage, self.clock, self._ids),
            materials=self._materials(storage, limits),
            bin=Bin(storage, SqlBins(database.engine, database.turns), self.clock, self._ids),
            recovery=Recovery(sessions),
            links=Links(storage, self._ids),
            handover=Handover(storage, limits, renderer, self.clock, self._ids),
            progress=ProgressDesk(storage, limits, self.clock, sync),
            scheduling=Scheduling(storage, limits, worker, self.clock, self._ids),
            conflicts=Conflicts(storage),
            refused_edits=RefusedEdits(storage, doors.case_files),
            caucus=self._caucus(database, author),
            day_register=DayRegister(storage, limits, renderer, self.clock),
            drafts=self._drafts(database, author),
            sync=sync,
            clock=self.clock,
            ids=self._ids,
            verify=storage.queries.verify,
            close=close,
            author=author(),
            is_demo=is_demo,
        )

    def _synchroniser(
        self, database: "Database", data_dir: Path, limits: "Limits"
    ) -> "BackgroundSynchroniser":
        from db.sync.opening import open_synchroniser
        from db.sync.statuses import Statuses

        lock, statuses = data_dir / _SYNC_LOCK, Statuses(database, limits)
        name = node() or _NAMELESS
        return open_synchroniser(database, lock, self._around, name, _call, statuses)

    def _caucus(self, database: "Database", author: Callable[[], str]) -> Caucus:
        from db.caucus import SqlCaucusNotes

        notes = SqlCaucusNotes(database.engine, database.turns)
        return Caucus(notes, author, _author(), self.clock, self._ids)

    def _drafts(self, database: "Database", author: Callable[[], str]) -> Drafts:
        from db.drafts import SqlFormDrafts

        drafts = SqlFormDrafts(database.engine, database.turns)
        return Drafts(drafts, author, _author(), self.clock)

    def _materials(self, storage: Storage, limits: "Limits") -> Materials:
        rules = read_material_rules(files.usual_materials())
        return Materials(storage.units, rules, self.clock, self._ids, lambda: limits.calendar)


def open_desktop(data_dir: Path | None, today: date | None, *, is_demo: bool = False) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        data_dir: The folder of the station; None for this person's own, or for the samples.
        today: The day to work on; None for today.
        is_demo: True opens the sample station, and makes it where there is none.
    """
    from platformdirs import user_config_path, user_log_path

    from mediation_app.logs import start_log
    from mediation_app.settings import SettingsFile
    from ui.application import Start, run

    stations = LocalStations(today)
    folder = data_dir or (stations.demo_dir() if is_demo else stations.default_dir())
    if is_demo and not stations.exists(folder):
        stations.create_demo(folder, DEMO_CASES)
    start_log(user_log_path(PROGRAM, appauthor=False))
    settings = SettingsFile(user_config_path(PROGRAM, appauthor=False) / "settings.json")
    return run(stations, settings, Start(folder))


def open_administration(dsn: str) -> "Administration":
    """Return the central database at this address, in the hands of its administrator."""
    from db.central.administration import PostgresAdministration

    return PostgresAdministration(dsn)


def open_trial(folder: Path | None) -> "Trial":
    """Return the central database of the trial in a folder; None for the usual one."""
    from db.central.installation import Installation, account_for_servers, find_programs
    from db.central.trial import COPIES, LocalTrial, claim

    account, programs = account_for_servers(), find_programs()
    place = (folder or _trial_dir(has_account=account is not None)).absolute()
    claim(place)
    installation = Installation(programs, account, place / COPIES)
    return LocalTrial(place, installation, SystemClock())


def _call(address: "CentralAddress", password: str) -> "Central":
    """Call the centre; the driver is loaded when somebody first does."""
    from db.central.client import PostgresCentral

    return PostgresCentral(address, password)


def _trial_dir(*, has_account: bool) -> Path:
    """Return the usual folder; a server under an account of its own cannot enter a home."""
    from platformdirs import user_data_path

    base = Path("/var/lib") / PROGRAM if has_account else user_data_path(PROGRAM, appauthor=False)
    return base / "central-trial"


def _samples(count: int) -> str:
    """Return the exchange file of the samples with no more than so many cases."""
    file = json.loads(files.sample_cases())
    file["案例"] = file["案例"][:count]
    return json.dumps(file, ensure_ascii=False)


def _author() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # An account without a name, as in some containers.
        return _NAMELESS


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
