"""Stations in temporary folders that sync with a real centre. All people are invented."""

from dataclasses import replace
from pathlib import Path

from keyring.backends.fail import Keyring as NoKeyring
from sqlalchemy import text

from db.central.client import PostgresCentral
from db.key_slots import Cost
from db.remembered import Remembered
from db.station import Station, Surroundings
from db.sync.opening import open_synchroniser
from db.sync.replica import SqlReplica
from mediation_app.domain.cases import CaseId
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.conflicts import Conflicts
from mediation_app.services.materials import IncomingFile, Materials
from mediation_app.services.registration import Registration
from mediation_app.services.setup import Setup
from mediation_app.services.storage import Storage
from mediation_app.system import SystemClock, TimeOrderedIds
from tests.builders import a_branch, a_person
from tests.patience import PATIENCE_MS

CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
PASSWORD = "临江-2026-调解"
IDS = TimeOrderedIds()
CLOCK = SystemClock()


def surroundings(clock=CLOCK, busy_ms=PATIENCE_MS):
    """Return what a station runs on: no keyring, cheap passwords."""
    remembered = Remembered(NoKeyring())
    return Surroundings(clock, IDS, lambda: remembered, CHEAP, busy_timeout_ms=busy_ms)


def meet(*machines):
    """Let machines do a round each, one after the other."""
    for each in machines:
        each.round()


class Machine:
    """One computer of one person: a station folder, its services, its synchroniser."""

    def __init__(self, folder: Path, centre, person, name="PC-A", around=None, **line):
        self.folder = folder
        self.centre = centre
        self.person = person
        self.name = name
        self.call = line.get("call", PostgresCentral)
        self.around = around or surroundings()
        self.station = Station(folder, self.around)
        if not self.station.exists:
            self.station.create(PASSWORD)
        self.open()

    def open(self):
        """Open the database, as a start of the program does."""
        self.database = self.station.open(PASSWORD)
        self.sync = open_synchroniser(
            self.database, self.folder / "station.sync", self.around, self.name, self._call
        )
        self.replica = SqlReplica(self.database)
        storage = Storage(self.database.units_of_work(self.person.name), self.database.queries())
        self.queries = storage.queries
        self.registration = Registration(storage, self.around.clock, IDS)
        self.files = CaseFiles(storage, self.around.clock)
        self.conflicts = Conflicts(storage)
        self.setup = Setup(storage)
        self.materials = Materials(storage.units, (), self.around.clock, IDS)

    def close(self):
        """Close it."""
        self.sync.stop()
        self.database.dispose()

    def connect(self):
        """Keep the address of the centre."""
        self.sync.connect(self.centre.address(self.person), self.person.password)
        return self

    def round(self):
        """Do a round; fail where it did not end well."""
        done = self.sync.run_round()
        assert done.trouble is None, str(done.trouble)
        return done

    def new_case(self, **facts):
        """Register a case, with a number."""
        draft = self.registration.blank(self.setup.committee())
        parties = (
            a_person(id=IDS.new()),
            a_branch(id=IDS.new(), agents=()),
        )
        usual = {"parties": parties, "dispute": "信用卡纠纷", "facts": "持卡人提出异议。"}
        draft = replace(draft, **(usual | facts))
        self.registration.begin(draft)
        return self.registration.register(draft.id).case

    def edit(self, case_id, **facts):
        """Change fields of a case as they are shown here now."""
        shown = self.case(case_id)
        return self.files.save(shown, replace(shown, **facts)).case

    def attach(self, case_id, content, name="附件.pdf"):
        """Attach a file to a case; return the material."""
        kept = self.materials.keep(self.case(case_id), IncomingFile(name, content)).material
        self.edit(case_id, materials=(*self.case(case_id).materials, kept))
        return kept

    def case(self, case_id):
        """Return the case as it is stored here."""
        return self.files.open(CaseId(case_id))

    def numbers(self):
        """Return the numbers of the cases here."""
        return sorted(line.number for line in self.queries.case_lines(limit=1000))

    def states_of(self, op_id):
        """Return the state of an entry whose text is still here."""
        asked = text("SELECT state FROM op WHERE op_id = :op_id AND body IS NOT NULL")
        with self.database.engine.connect() as connection:
            return list(connection.scalars(asked, {"op_id": op_id}))

    def open_conflicts(self):
        """Return what waits for a person here."""
        return self.conflicts.open()

    def _call(self, address, password):
        return self.call(address, password)
