"""Stations that share cases through a small centre."""

from dataclasses import replace

from db.records import load
from db.sync.replica import SqlReplica
from db.sync.sides import RecordKey
from mediation_app.domain.cases import CaseId
from mediation_app.domain.journal import RecordKind
from tests.builders import a_case
from tests.db.small_centre import STATION, synced
from tests.db.stations import an_open_station
from tests.fakes.environment import CountedIds

CASE = a_case(number="")
KEY = RecordKey(RecordKind.CASE, "c1")


class Desk:
    """A station with its replica."""

    def __init__(self, folder, prefix, person):
        self.database = an_open_station(folder, ids=CountedIds(prefix))
        self.replica = SqlReplica(self.database)
        self.person = person
        self.units = self.database.units_of_work(person)
        self.queries = self.database.queries()

    def save(self, shown, wanted, action="edit"):
        with self.units() as work:
            case = work.cases.save(shown, wanted, action)
            work.commit()
        return case

    def edit(self, **facts):
        case = self.case()
        return self.save(case, replace(case, **facts))

    def case(self, case_id="c1"):
        with self.units() as work:
            return work.cases.get(CaseId(case_id))

    def sync(self, centre, org=STATION):
        return synced(self.replica, centre, org, self.person)

    def settle(self, value, reason=""):
        (conflict,) = self.queries.conflicts()
        with self.units() as work:
            case = work.cases.resolve(conflict, value, reason)
            work.commit()
        return case

    def state(self):
        with self.database.engine.connect() as connection:
            return load(connection, RecordKind.CASE, "c1").state

    def raw(self, sql):
        with self.database.engine.connect() as connection:
            return connection.exec_driver_sql(sql).all()

    @property
    def is_sound(self):
        return self.queries.verify().is_ok
