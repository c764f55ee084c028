"""Users who do with cases whatever comes to their minds, on a real encrypted station."""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from mediation_app.domain.agenda import NOTHING_RUNS, agenda_of
from mediation_app.domain.agreements import Agreement, Signature, Term
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Outcome, Visit
from mediation_app.domain.effect import signatures_lacking
from mediation_app.domain.irregularities import irregularities
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Offer
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.domain.transitions import Action, Duty, next_action, refusal
from mediation_app.errors import (
    MediationError,
    UnlawfulStepError,
)
from tests.builders import a_case
from tests.life.played_station import FOR_GOOD, TODAY, PlayedStation

MOST_CASES = 3
picks = st.integers(0, 10**6)
reasons = st.sampled_from(["", "双方同意", "当事人提出"])
lawful_days = st.sampled_from([None, TODAY - timedelta(days=3)])
duties = st.sampled_from([*Duty, *(Duty.LEADER,) * 8])
steps_taken = {"steps": 0}
"""How many rules were played, for whoever counts them."""

stages_seen: Counter[Stage] = Counter()
"""How often a case was looked at in each stage."""

undone = {"most": 0}
"""How many edits and steps were taken back one after the other, at most."""


class LifeOfCases(PlayedStation):
    """Plays users; after each of their doings everything has to be in order."""

    # --- what people do -------------------------------------------------------

    @rule(is_complete=st.sampled_from([True, True, False]))
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

    @rule(pick=picks, how_often=st.integers(1, 10))
    def go_on(self, pick, how_often):
        """Write down what the next step lacks, and take it, some times over."""
        for _ in range(how_often):
            case = self._pick(pick)
            action = case and next_action(case)
            if not action:
                return
            self._help_along(case, action)
            self._take(self.known[case.id], action, "因故", None)

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

    @rule(count=st.integers(1, 50), again=st.sampled_from([50, 50, 50, 3, 0]))
    def undo(self, count, again):
        """Take back the last edits and steps, in whatever cases, and some of them again."""
        taken_back = []
        for before, after in self.done[: -count - 1 : -1]:
            assert self.known[after.id] == after
            assert self.files.save(after, before).case == before
            self._keep(before)
            taken_back.append(self.done.pop())
        for before, after in taken_back[: -again - 1 : -1]:
            try:
                saved = self.files.save(before, after).case
            except UnlawfulStepError:  # somebody in another quality sits here now
                assert self.files.open(before.id) == before
                break
            assert saved == after
            self._keep(saved)
            self.done.append((before, after))
        undone["most"] = max(undone["most"], len(taken_back))

    @rule(pick=picks, which=st.integers(0, 2))
    def write_into_what_is_locked(self, pick, which):
        """Try to change an agreement that all have signed and that was closed."""
        case = self._pick(pick)
        agreed = None if case is None else case.agreement
        if case is None or agreed is None or case.sealed is None:
            return
        wanted = (
            replace(case, agreement=replace(agreed, terms=())),
            replace(case, agreement=replace(agreed, signatures=())),
            replace(case, sealed=None),
        )[which]
        with pytest.raises(MediationError):
            self.files.save(case, wanted)
        assert self.files.open(case.id) == case

    @rule(pick=picks)
    def delete_and_restore(self, pick):
        """Put a case into the bin, and take it out."""
        case = self._pick(pick)
        if case is not None:
            self.desk.bin.delete(case.id, "录入有误")
            assert case.id not in {each.id for each in self.desk.lookup.lines()}
            self.desk.bin.restore_case(case.id)
            self._keep(case)

    @rule(pick=picks)
    def issue(self, pick):
        """Print the agreement."""
        case = self._pick(pick)
        if case is not None:
            self._issue(case)

    @rule(action=st.sampled_from(Action), reason=reasons)
    def take_in_all(self, action, reason):
        """Take a step in every case at once."""
        lawful = {
            each.id
            for each in self.known.values()
            if not refusal(each, action, self.duty, reason, self._issued(each))
        }
        report = self.steps.take_all(self.ids, action, reason)
        refused = {each.case_id for each in report.refused}
        assert {*report.done, *refused} == set(self.ids)
        assert all(str(each.reason) for each in report.refused)
        assert set(report.done) == lawful or (action is Action.SEAL and lawful >= {*report.done})
        for case_id in self.ids:
            stored, before = self.files.open(case_id), self.known[case_id]
            assert (stored != before) <= (case_id in report.done)
            if stored == before:
                continue
            self._keep(stored)
            if action in FOR_GOOD:
                self._forget(case_id)
            else:
                self._undo_and_redo(before, stored)
                self.done.append((before, stored))

    @rule(duty=duties)
    def change_duty(self, duty):
        """Sit down in another quality."""
        self.duty = duty

    @rule()
    def close_and_open(self):
        """Close the station, and open it again: everything is as it was."""
        self.desk.recovery.end()
        self.desk.close()
        assert self._open() is None
        assert {each: self.files.open(each) for each in self.ids} == self.known

    @rule(pick=picks)
    def crash(self, pick):
        """Lose the computer in the midst of a piece of work: go on with what its disk holds.

        What was committed is there, nothing of the rest is, and the next window knows of it.
        """
        case, left = self._pick(pick), Path(mkdtemp())
        with self.storage.units() as work:
            if case is not None:
                work.cases.save(case, replace(case, facts="没有写完", number=""), "edit")
            shutil.copytree(self.folder / "station", left / "station")
        self.teardown()
        self.folder = left
        assert self._open() is not None
        assert {each: self.files.open(each) for each in self.ids} == self.known
        assert self.desk.verify().is_ok

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
