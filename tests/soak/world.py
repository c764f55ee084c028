"""Some machines, their people and one centre, under a witness who writes down what is true."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from mediation_app.domain.cases import Case
from mediation_app.domain.journal import FieldValue
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.storage import Storage
from tests.soak.adversary import marks_told, writes_allowed
from tests.soak.evidence import Echo, Edit, Evidence, Frozen, Told, Witness
from tests.soak.faults import CALM, CrashError, FaultyCentral, Weather
from tests.soak.home import STRANGER, Home
from tests.soak.machine import DrawnIds, Machine, Person, body_of, left_on
from tests.soak.raw_centre import Backup
from tests.soak.reference_fold import frozen
from tests.soak.rounds import run_round

ENOUGH_ROUNDS = 12
"""After so many rounds of everybody without a fault, everybody must agree."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A case as somebody has it before his eyes, perhaps since long."""

    case: Case
    saw_ops: frozenset[str]
    saw_values: Mapping[str, frozenset[Frozen]]


@dataclass(slots=True)
class World:
    """All of one history."""

    home: Home
    folder: Path
    seeds: Random
    weather: Weather
    machines: list[Machine] = field(default_factory=list)
    witness: Witness = field(default_factory=Witness)
    backups: list[Backup] = field(default_factory=list)
    copies: list[tuple[Machine, Path]] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)
    screens: list[tuple[Machine, Screen]] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    marks: int = 0
    mark_prefix: str = ""
    unmet: set[str] = field(default_factory=set)
    """Machines that have not met the centre since it was put back."""

    # --- machines

    def add_machine(self, person: Person, skew: timedelta = timedelta()) -> Machine:
        """Put a fresh machine before a person."""
        name = f"m{len(self.machines) + 1}"
        ids, slots = DrawnIds(self._id_prefix()), self.home.ground.slots
        machine = Machine(name, self.folder / name, person, ids, slots=slots)
        machine.install(self.home.ground.template)
        machine.clock.skew = skew
        self.machines.append(machine)
        return machine

    def clone(self, machine: Machine) -> Machine:
        """Copy a disk and go on with both."""
        copy = machine.copy()
        self.witness.disks_copied += 1
        name = f"m{len(self.machines) + 1}"
        clone = machine.cloned(name, copy, self._id_prefix())
        self.machines.append(clone)
        return clone

    def save_copy(self, machine: Machine) -> None:
        """Copy a disk for later."""
        self.copies.append((machine, machine.copy()))

    def put_back(self, machine: Machine, copy: Path) -> None:
        """Put a disk back; what was nowhere else is lost beyond any protocol."""
        before = machine.all_ops()
        self.witness.disks_copied += 1
        machine.put_back(copy)
        self._excuse(before - machine.all_ops())

    def put_centre_back(self, backup: Any, *, with_runbook: bool) -> None:
        """Put the centre back to a backup."""
        before = self.home.all_ops()
        self.home.restore(backup)
        self.witness.centre_age += 1
        self.unmet = {each.name for each in self.machines}
        self.witness.silent_restores += not with_runbook
        if with_runbook:
            self.home.begin_recovery()
        self._excuse(before - self.home.all_ops())
        self._see_owners()

    def end_recovery(self) -> None:
        """Declare a recovery finished; with machines unheard the runbook promises no number."""
        self.witness.ended_early += bool(self.unmet)
        self.home.end_recovery()

    def _see_owners(self) -> None:
        """Look whose each case is: a restore may forget a move, and must invent no owner."""
        for case_id in self.witness.granted:
            owner = self.home.owner(case_id)
            if owner is None:
                continue
            self.witness.granted_now[case_id] = set(self.home.above(owner))
            if not self.home.above(owner) <= self.witness.granted[case_id]:
                self.amiss("I4 seen by the right ones only", f"{case_id} fell to {owner}")

    def move(self, case_id: str, org_id: int) -> None:
        """Give a case to another organisation; one that never reached the centre cannot be."""
        if self.home.owner(case_id) is None:
            return
        self.home.move(case_id, org_id)
        granted = self.home.above(org_id)
        self.witness.granted[case_id] |= granted
        self.witness.granted_now[case_id] = set(granted)

    def _excuse(self, gone: frozenset[str]) -> None:
        if gone:
            for machine in self.machines:
                gone -= machine.all_ops()
            gone -= self.home.all_ops()
        self.witness.lost_with_all_copies |= gone & set(self.witness.edits)

    def _id_prefix(self) -> int:
        return self.seeds.getrandbits(60)

    # --- people

    def grant(self, case_id: str, org_ids: frozenset[int]) -> None:
        """Write down who may see a new case."""
        self.witness.granted[case_id] = set(org_ids)
        self.witness.granted_now[case_id] = set(org_ids)

    def mark(self) -> str:
        """Return a mark that is nowhere else."""
        self.marks += 1
        return f"〔{self.mark_prefix or self.home.home_id}·{self.marks}〕"

    def fresh(self, kind: str) -> str:
        """Return an id for a part of a case that no other part has."""
        return f"{kind}-{self.mark_prefix}{self.marks}"

    def screen(self, machine: Machine, case_id: str) -> Screen:
        """Open a case and look at it."""
        values = {
            path: frozenset(value for value, _ in register[:1])
            for path, register in machine.state_of(case_id).items()
        }
        return Screen(machine.case(case_id), machine.known_ops(case_id), values)

    def begin(self, machine: Machine, case: Case, mark: str) -> bool:
        """Store a new case; return whether its author saw "saved"."""
        self.grant(case.id, self.home.above(machine.person.org_id))
        is_saved = self.act(
            machine,
            lambda work: work.cases.add(case, "begin"),
            Screen(case, frozenset(), {}),
            mark,
        )
        if machine.known_ops(case.id):
            self.cases.append(case.id)
        return is_saved

    def save(
        self, machine: Machine, screen: Screen, wanted: Case, typed: Mapping[str, FieldValue]
    ) -> bool:
        """Save what somebody typed on a screen; return whether he saw "saved"."""
        mark = next((word for word in map(mark_in, typed.values()) if word), "")
        service = CaseFiles(Storage(machine.units(), machine.database.queries()), machine.clock)
        is_saved = self.use(machine, lambda: service.save(screen.case, wanted), screen, mark)
        if is_saved:
            self._reads_own(machine, wanted.id, typed)
        return is_saved

    def act(
        self, machine: Machine, change: Callable[[Any], object], screen: Screen, mark: str = ""
    ) -> bool:
        """Do something in one unit of work; return whether the person saw "saved"."""

        def unit() -> None:
            with machine.units()() as work:
                change(work)
                work.commit()

        return self.use(machine, unit, screen, mark)

    def use(
        self, machine: Machine, action: Callable[[], object], screen: Screen, mark: str = ""
    ) -> bool:
        """Let a person do something; the witness writes down what came of it."""
        before = machine.last_no()
        is_over = False
        with self._at(machine):
            action()
            is_over = True
        self._note(machine, before, screen, mark)
        return is_over

    @contextmanager
    def _at(self, machine: Machine) -> Iterator[None]:
        """Let a machine do something that may crash it."""
        if self.weather.befalls_machine():
            machine.switch.left = self.seeds.randint(1, 12)
        try:
            yield
        except CrashError:
            self.weather.count("crashed")
            machine.restart()
        finally:
            machine.switch.left = None

    def _note(self, machine: Machine, before: int, screen: Screen, mark: str) -> None:
        new = "SELECT * FROM op WHERE no > :before ORDER BY no"
        saw = screen.saw_ops
        for row in machine.rows(new, before=before):
            self.witness.edits[row.op_id] = Edit(
                op_id=row.op_id,
                machine=machine.name,
                person=machine.person.name,
                record_id=row.record_id,
                body_hash=row.body_hash,
                writes=body_of(row),
                saw_ops=saw,
                saw_values=screen.saw_values,
                canary=mark,
            )
            saw |= {row.op_id}

    def _reads_own(self, machine: Machine, case_id: str, typed: Mapping[str, FieldValue]) -> None:
        state = machine.state_of(case_id)
        for path, value in typed.items():
            if frozen(value) not in [each for each, _ in state.get(path, ())]:
                self.amiss("I9 own writes are read", f"{machine.name} {case_id} {path} {value}")

    def amiss(self, invariant: str, detail: str) -> None:
        """Write down what is wrong before anybody can mend it."""
        self.witness.seen_amiss.append((invariant, detail))

    # --- rounds

    def round(self, machine: Machine) -> str:
        """Let a machine meet the centre; return the trouble, empty where there was none."""
        trouble = ""
        central = self.home.central(machine.person)
        with self._at(machine):
            trouble = run_round(machine, FaultyCentral(central, self.weather))
            if not trouble:
                self.unmet.discard(machine.name)
        self.look_at(machine, has_met=not trouble)
        return trouble

    def look_at(self, machine: Machine, *, has_met: bool = True) -> None:
        """Write down what the machine now calls safe, and the numbers it shows as final.

        What it says after a line that broke it may have heard from the centre of before a restore.
        """
        echoed = """
            SELECT op_id, record_id, seq, chain, body_hash FROM op
            WHERE state = 'echoed' AND body IS NOT NULL -- What left is no longer answered for.
        """
        for row in machine.rows(echoed):
            known, age = self.witness.echoes.get(row.op_id), self.witness.centre_age
            if known and not has_met and (known.seq, known.chain) == (row.seq, row.chain):
                age = known.centre_age
            self.witness.echoes[row.op_id] = Echo(
                row.op_id, row.body_hash, row.seq, row.chain, age
            )
        for told in self._numbers_on(machine):
            if told not in self.witness.told:
                self.witness.told.append(told)

    def _numbers_on(self, machine: Machine) -> list[Told]:
        said = (
            "SELECT op_id, record_id, said FROM op"
            " WHERE state = 'echoed' AND said <> '{}' ORDER BY no"
        )
        return [
            Told(row.record_id, json.loads(row.said)["number"], machine.name, row.op_id)
            for row in machine.rows(said)
        ]

    def note_printed(self, machine: Machine, case_id: str) -> None:
        """Write down the number that a case was given here, if it is an official one."""
        wanted = "SELECT number FROM case_line WHERE case_id = :case AND number LIKE '（%'"
        for row in machine.rows(wanted, case=case_id):
            self.witness.printed.append(Told(case_id, row.number, machine.name))

    def settle(self) -> bool:
        """Let the weather clear up and everybody meet the centre until nothing is left to do."""
        self.weather.mix = CALM
        while self.weather.late:
            self.weather.deliver_late()
        for machine in self.machines:
            self.round(machine)
        self.home.end_recovery()
        troubles = [""]
        for _ in range(ENOUGH_ROUNDS):
            before = self._fingerprint()
            troubles = [self.round(machine) for machine in self.machines]
            if before == self._fingerprint() and not any(troubles):
                return True
        self.amiss("quiet", f"no rest after {ENOUGH_ROUNDS} rounds: {troubles}")
        return False

    def _fingerprint(self) -> tuple[Any, ...]:
        rows = "SELECT op_id, state, seq FROM op ORDER BY no"
        local = tuple(tuple(map(tuple, machine.rows(rows))) for machine in self.machines)
        return (*local, self.home.heads())

    def evidence(self) -> Evidence:
        """Collect what the history left behind."""
        canaries = frozenset(edit.canary for edit in self.witness.edits.values() if edit.canary)
        self._see_owners()
        centre = self.home.left()
        for detail in writes_allowed(self.home, self.witness):
            self.amiss("I4 seen by the right ones only", detail)
        return Evidence(
            witness=self.witness,
            centre=centre,
            machines=tuple(left_on(machine, canaries) for machine in self.machines),
            adversary_saw=marks_told(self.home, self.witness, canaries),
            adversary_orgs=frozenset({self.home.people[STRANGER].org_id}),
        )

    def close(self) -> None:
        """End every program."""
        for machine in self.machines:
            machine.close()


def mark_in(value: FieldValue) -> str:
    """Return the mark in a text, empty where there is none."""
    text = value if isinstance(value, str) else ""
    start, end = text.find("〔"), text.find("〕")
    return text[start : end + 1] if 0 <= start < end else ""
