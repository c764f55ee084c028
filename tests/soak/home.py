"""A centre of its own for each history, in the database that all share."""

from dataclasses import dataclass
from typing import Any

from psycopg import sql

from db.central.client import PostgresCentral
from tests.soak.evidence import CentreLeft
from tests.soak.ground import LOGINS, PASSWORD, Ground
from tests.soak.machine import Person
from tests.soak.raw_centre import Backup, read_left, restore, take_backup


@dataclass(frozen=True, slots=True)
class Orgs:
    """A centre with two stations, each with a branch."""

    centre: int
    station: int
    branch: int
    other_station: int
    other_branch: int


@dataclass(slots=True)
class Home:
    """One mediation centre for one history, in the shared database."""

    ground: Ground
    orgs: Orgs
    people: dict[str, Person]
    parents: dict[int, int | None]

    @property
    def home_id(self) -> int:
        """The number of the centre."""
        return self.orgs.centre

    def above(self, org_id: int) -> frozenset[int]:
        """Return an organisation and all above it: who sees its records."""
        parent = self.parents[org_id]
        return frozenset({org_id}) | (self.above(parent) if parent else frozenset())

    def central(self, person: Person) -> PostgresCentral:
        """Return the centre as a person sees it."""
        return self.ground.central(person.login)

    def admin(self, function: str, *words: object) -> Any:
        """Call a function of the administrator."""
        places = sql.SQL(", ").join(sql.Placeholder() * len(words))
        call = sql.SQL("SELECT sync.{}({})").format(sql.Identifier(function), places)
        row = self.ground.admin.execute(call, words).fetchone()
        return row[0] if row else None

    def move(self, record_id: str, org_id: int) -> None:
        """Give a record to another organisation."""
        self.admin("move_record", record_id, org_id)

    def owner(self, record_id: str) -> int | None:
        """Return whose record it is; None where the centre does not know it."""
        query = "SELECT org_id FROM sync.record WHERE home_id = %s AND record_id = %s"
        row = self.ground.admin.execute(query, (self.home_id, record_id)).fetchone()
        return int(row[0]) if row else None

    def backup(self) -> Backup:
        """Copy all that the centre holds of this home."""
        return take_backup(self.ground.admin, self.home_id)

    def restore(self, backup: Backup) -> None:
        """Put the home back to a copy."""
        restore(self.ground.admin, self.home_id, backup)

    def begin_recovery(self) -> None:
        """Do what the runbook says after a restore."""
        self.admin("begin_recovery", self.home_id)

    def end_recovery(self) -> None:
        """Declare a recovery finished."""
        self.admin("end_recovery", self.home_id)

    def all_ops(self) -> frozenset[str]:
        """Return the ids of all operations that the centre holds, refused ones included."""
        query = (
            "SELECT op_id FROM sync.op WHERE home_id = %(home)s"
            " UNION SELECT op_id FROM sync.quarantine WHERE home_id = %(home)s"
        )
        rows = self.ground.admin.execute(query, {"home": self.home_id})
        return frozenset(row[0] for row in rows)

    def heads(self) -> tuple[Any, ...]:
        """Return how far the feeds go."""
        query = "SELECT org_id, fseq FROM sync.feed_head WHERE home_id = %s ORDER BY org_id"
        return tuple(self.ground.admin.execute(query, (self.home_id,)).fetchall())

    def left(self) -> CentreLeft:
        """Return what the tables hold."""
        return read_left(self.ground.admin, self.home_id)

    def clear(self) -> None:
        """Remove every trace, so that the next history can use the same people."""
        restore(self.ground.admin, self.home_id, Backup({}))


def new_home(ground: Ground) -> Home:
    """Set up a centre with its organisations and people."""
    home = Home(ground, Orgs(0, 0, 0, 0, 0), {}, {})

    def org(parent: int | None, kind: str, name: str, word: str) -> int:
        org_id = int(home.admin("add_org", parent, kind, name, word))
        home.parents[org_id] = parent
        return org_id

    centre = org(None, "centre", "市中心", "云调字")
    station = org(centre, "station", "临江站", "临江调字")
    branch = org(station, "branch", "临江支行", "")
    other_station = org(centre, "station", "江南站", "")
    other_branch = org(other_station, "branch", "江南支行", "")
    home.orgs = Orgs(centre, station, branch, other_station, other_branch)
    _add_people(home)
    return home


def _add_people(home: Home) -> None:
    orgs = home.orgs
    for login, name, org_id, role in (
        (LOGINS[0], "甲", orgs.station, "mediator"),
        (LOGINS[1], "乙", orgs.branch, "specialist"),
        (LOGINS[2], "丙", orgs.other_station, "mediator"),
        (LOGINS[3], "丁", orgs.centre, "leader"),
        (LOGINS[4], "戊", orgs.other_branch, "specialist"),
        (LOGINS[5], "己", orgs.station, "clerk"),
        (LOGINS[6], "庚", orgs.station, "mediator"),
        (LOGINS[7], "外人", orgs.other_branch, "specialist"),
    ):
        home.admin("add_person", login, name, org_id, role, True)
        home.people[name] = Person(login, name, PASSWORD, org_id)


STRANGER = "外人"
"""Asks for everything that is not his; no machine is his."""
