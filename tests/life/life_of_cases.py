"""Users who do with cases whatever comes to their minds, on a real encrypted station."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.agenda import NOTHING_RUNS, agenda_of
from mediation_app.domain.agreements import Agreement, Signature, Term
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Case, CaseId, Outcome, Visit
from mediation_app.domain.documents import FormKind
from mediation_app.domain.effect import signatures_lacking
from mediation_app.domain.irregularities import irregularities
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Offer
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Action, Duty, next_action, refusal
from mediation_app.errors import InvalidValueError, MediationError, UnlawfulStepError
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.registration import Registration
from mediation_app.services.steps import Doors, Steps
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker, everywhere
from tests.builders import a_case
from tests.db.stored_cases import a_document

TODAY = date(2026, 11, 23)
MOST_CASES = 5
PERSON = "刘洋"
picks = st.integers(0, 10**6)
reasons = st.sampled_from(["", "双方同意", "当事人提出"])
lawful_days = st.sampled_from([None, TODAY - timedelta(days=3)])
duties = st.sampled_from([*Duty, *(Duty.LEADER,) * 8])
steps_taken = {"steps": 0}
"""How many rules were played, for whoever counts them."""

stages_seen: Counter[Stage] = Counter()
"""How often a case was looked at in each stage."""

_made: dict[str, Path] = {}


def _template() -> Path:
    """Return the folder of an empty station, made once a run."""
    if "folder" not in _made:
        _made["folder"] = Path(mkdtemp()) / "station"
        LocalStations(TODAY).create_demo(_made["folder"], 0)
    return _made["folder"]


class LifeOfCases(RuleBasedStateMachine):
    """Plays users; after each of their doings everything has to be in order."""

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp())
        shutil.copytree(_template(), self.folder / "station")
        self.duty = Duty.LEADER
        self.ids: list[CaseId] = []
        self.known: dict[CaseId, Case] = {}
        self.touched: CaseId | None = None
        self._open()

    def teardown(self):
        self.desk.close()
        shutil.rmtree(self.folder)

    def _open(self):
        self.desk = LocalStations(TODAY).open(self.folder / "station", None)
        files = self.desk.case_files
        self.storage = Storage(files._units, files._queries)
        worker = Worker(everywhere(lambda: self.duty), lambda: PERSON)
        clock, ids = self.desk.clock, self.desk.ids
        self.registration = Registration(self.storage, clock, ids, worker)
        self.files = CaseFiles(self.storage, clock, worker)
        doors = Doors(self.registration, self.files)
        self.steps = Steps(self.storage, doors, worker, clock, ids)

    def _pick(self, pick) -> Case | None:
        if not self.ids:
            return None
        self.touched = self.ids[pick % len(self.ids)]
        return self.known[self.touched]

    def _keep(self, case: Case) -> None:
        self.known[case.id] = case
        assert self.files.open(case.id) == case

    # --- what people do -------------------------------------------------------

    @rule(is_complete=st.booleans())
    def begin(self, is_complete):
        """Somebody comes in, and tells something or all."""
        if len(self.ids) == MOST_CASES:
            return
        draft = a_case(id=self.desk.ids.new(), number="", agreement=None)
        self._keep(
            self.registration.begin(draft if is_complete else replace(draft, facts="")).case
        )
        self.ids.append(draft.id)

    @rule(pick=picks, action=st.sampled_from(Action), reason=reasons, on=lawful_days)
    def take_any(self, pick, action, reason, on):
        """Try whatever step; it goes as the table says."""
        self._take(self._pick(pick), action, reason, on)

    @rule(pick=picks, which=picks, on=lawful_days)
    def take_lawful(self, pick, which, on):
        """Take one of the steps that are offered."""
        case = self._pick(pick)
        offered = () if case is None else self.steps.lawful(case.id)
        if offered:
            self._take(case, offered[which % len(offered)].action, "因故", on)

    @rule(pick=picks, how_often=st.integers(1, 6))
    def go_on(self, pick, how_often):
        """Write down what the next step lacks, and take it, some times over."""
        for _ in range(how_often):
            case = self._pick(pick)
            action = case and next_action(case)
            if not action:
                return
            self._help_along(case, action)
            self._take(self.known[case.id], action, "因故", None)

    def _help_along(self, case, action):
        told = case.termination and replace(case.termination, notice="可依法起诉", court="某法院")
        asked = replace(case.confirmation, court=case.confirmation.court or "某法院")
        agreed = case.agreement
        if agreed is not None and not agreed.terms:
            agreed = replace(agreed, terms=a_case().agreement.terms)
        facts = {
            Action.REGISTER: {"facts": "申请人持有信用卡。"},
            Action.SIGN: {"agreement": agreed},
            Action.APPLY: {"confirmation": asked},
            Action.ARCHIVE: {"termination": told},
        }.get(action)
        if facts:
            self._edit(case, replace(case, **facts))
        if action is Action.ARCHIVE:
            self._issue(case)

    def _take(self, case, action, reason, on):
        if case is None:
            return
        said = refusal(case, action, self.duty, reason, self._issued(case))
        day = on if case.filed_on is None or on is None or on >= case.filed_on else None
        try:
            saved = self.steps.take(case.id, action, reason, day).case
        except InvalidValueError:
            assert action is Action.SEAL
            return
        except UnlawfulStepError:
            assert said
            assert self.files.open(case.id) == case
            return
        assert not said
        self._keep(saved)
        if day is None and action not in (Action.REGISTER, Action.SEAL):
            self._undo_and_redo(case, saved)

    def _undo_and_redo(self, before, after):
        """Taking a step back gives the exact earlier state, and taking it again the later one."""
        assert self.files.save(after, before).case == before
        assert self.files.save(before, after).case == after

    @rule(pick=picks, text=st.text(max_size=3))
    def type_words(self, pick, text):
        """Type into fields that move nothing."""
        case = self._pick(pick)
        if case is not None:
            self._edit(case, replace(case, issues=text, meeting_place=text))

    @rule(pick=picks, what=st.integers(0, 6), is_cleared=st.booleans())
    def type_days(self, pick, what, is_cleared):
        """Type, or empty, the day of a fact that moves a case, lawful or not."""
        case = self._pick(pick)
        if case is None:
            return
        day = None if is_cleared else TODAY
        asked = replace(case.confirmation, applied_on=day)
        ruled = replace(case.confirmation, ruled_on=day)
        wanted = (
            lambda: replace(case, accepted_on=day),
            lambda: replace(case, confirmation=asked),
            lambda: replace(case, confirmation=ruled),
            lambda: replace(case, visit=Visit(day)),
            lambda: replace(case, outcome=Outcome.WITHDRAWN),
            lambda: replace(case, number="" if is_cleared else f"{case.number}1"),
            lambda: replace(case, steps=case.steps[:-1] if is_cleared else ()),
        )
        self._edit(case, wanted[what]())

    @rule(pick=picks, is_oral=st.booleans())
    def agree(self, pick, is_oral):
        """Write down what was agreed, by word of mouth or on paper."""
        case = self._pick(pick)
        if case is None:
            return
        old = case.agreement or Agreement()
        terms = (*old.terms, Term(self.desk.ids.new(), text="退还人民币100.00元"))
        reached = Outcome.ORAL_AGREEMENT if is_oral else Outcome.WRITTEN_AGREEMENT
        is_open = case.outcome in (Outcome.PENDING, Outcome.WRITTEN_AGREEMENT)
        outcome = reached if is_open else case.outcome
        self._edit(case, replace(case, agreement=replace(old, terms=terms), outcome=outcome))

    @rule(pick=picks)
    def sign_one(self, pick):
        """Let one of those sign who have not yet."""
        case = self._pick(pick)
        lacking = signatures_lacking(case) if case and case.agreement else ()
        if case and case.agreement and lacking:
            made = Signature(self.desk.ids.new(), *lacking[0], TODAY)
            agreed = replace(case.agreement, signatures=(*case.agreement.signatures, made))
            self._edit(case, replace(case, agreement=agreed))

    @rule(pick=picks, cents=st.integers(0, 10**6))
    def offer(self, pick, cents):
        """Note an offer and plan to meet again."""
        case = self._pick(pick)
        if case is not None:
            made = Offer(self.desk.ids.new(), side="乙", amount=Money(cents))
            planned = Appointment(self.desk.ids.new(), TODAY + timedelta(days=3))
            wanted = replace(case, offers=(made,), appointments=(planned,))
            self._edit(case, wanted)

    @rule(pick=picks)
    def tell_the_ways(self, pick):
        """Write down what the parties were told at the end."""
        case = self._pick(pick)
        if case is not None and case.termination is not None:
            told = replace(case.termination, notice="可依法起诉")
            self._edit(case, replace(case, termination=told))

    def _edit(self, before, wanted):
        """Save an edit; one that is refused changes nothing, one that is taken is undone once."""
        try:
            saved = self.files.save(before, wanted).case
        except MediationError:
            assert self.files.open(before.id) == before
            return
        assert saved == wanted
        self._keep(saved)

    @rule(pick=picks)
    def issue(self, pick):
        """Print the agreement."""
        case = self._pick(pick)
        if case is not None:
            self._issue(case)

    def _issue(self, case):
        oral = case.has_oral_agreement
        kind = FormKind.ORAL_AGREEMENT if oral else FormKind.AGREEMENT
        with self.storage.units() as work:
            made = a_document(id=self.desk.ids.new(), case_id=case.id, kind=kind)
            work.documents.add(made)
            work.commit()

    @rule(action=st.sampled_from(Action), reason=reasons)
    def take_in_all(self, action, reason):
        """Take a step in every case at once."""
        report = self.steps.take_all(self.ids, action, reason)
        assert {*report.done, *(each.case_id for each in report.refused)} == set(self.ids)
        assert all(str(each.reason) for each in report.refused)
        for case_id in self.ids:
            stored = self.files.open(case_id)
            assert (stored != self.known[case_id]) <= (case_id in report.done)
            self.known[case_id] = stored

    @rule(duty=duties)
    def change_duty(self, duty):
        """Sit down in another quality."""
        self.duty = duty

    @rule()
    def lock(self):
        """Close the station, and open it again: everything is as it was."""
        self.desk.close()
        self._open()
        assert {each: self.files.open(each) for each in self.ids} == self.known

    @rule(pick=picks)
    def crash(self, pick):
        """Lose an unfinished piece of work: nothing of it is there."""
        case = self._pick(pick)
        if case is not None:
            with self.storage.units() as work:
                work.cases.save(case, replace(case, facts="没有写完", number=""), "edit")
            assert self.files.open(case.id) == case

    # --- what always holds ----------------------------------------------------

    @invariant()
    def nothing_is_unlawful_and_everything_is_seen(self):
        """No unlawful state, and no open case that no board shows."""
        steps_taken["steps"] += 1
        if self.touched is None:
            return
        case = self.known[self.touched]
        stage = stage_of(case)
        assert irregularities(case) == ()
        assert (next_action(case) is None) == (stage is Stage.ARCHIVED)
        limits = self.desk.limits
        shown = agenda_of(case, limits.of_case(case), limits.calendar)
        assert stage in NOTHING_RUNS or shown
        stages_seen[stage] += 1

    def _issued(self, case):
        return frozenset(each.kind for each in self.storage.queries.issued(case.id))
