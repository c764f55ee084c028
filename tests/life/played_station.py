"""A real encrypted station on which users are played, and what it has to hold after each doing."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from hypothesis.stateful import RuleBasedStateMachine

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.documents import FormKind
from mediation_app.domain.transitions import Action, Duty, refusal
from mediation_app.errors import (
    InvalidValueError,
    MediationError,
    UnlawfulStepError,
)
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.registration import Registration
from mediation_app.services.steps import Doors, Steps
from mediation_app.services.storage import Storage
from mediation_app.services.workers import Worker, everywhere
from tests.builders import a_case
from tests.db.stored_cases import a_document

TODAY = date(2026, 11, 23)
PERSON = "刘洋"
_made: dict[str, Path] = {}
FOR_GOOD = (Action.REGISTER, Action.SEAL)
"""The number and the seal are not taken back."""


def _template() -> Path:
    """Return the folder of an empty station, made once a run."""
    if "folder" not in _made:
        _made["folder"] = Path(mkdtemp()) / "station"
        LocalStations(TODAY).create_demo(_made["folder"], 0)
    return _made["folder"]


class PlayedStation(RuleBasedStateMachine):
    """Takes steps and edits as a desk does, and knows what every case has to be now."""

    def __init__(self):
        super().__init__()
        self.folder = Path(mkdtemp())
        shutil.copytree(_template(), self.folder / "station")
        self.duty = Duty.LEADER
        self.ids: list[CaseId] = []
        self.known: dict[CaseId, Case] = {}
        self.touched: CaseId | None = None
        self.done: list[tuple[Case, Case]] = []
        assert self._open() is None

    def teardown(self):
        self.desk.close()
        shutil.rmtree(self.folder)

    def _open(self):
        """Open the station as a window does; return what the one before left unclosed."""
        self.desk = LocalStations(TODAY).open(self.folder / "station", None)
        files = self.desk.case_files
        self.storage = Storage(files._units, files._queries)
        worker = Worker(everywhere(lambda: self.duty), lambda: PERSON)
        clock, ids = self.desk.clock, self.desk.ids
        self.registration = Registration(self.storage, clock, ids, worker)
        self.files = CaseFiles(self.storage, clock, worker)
        doors = Doors(self.registration, self.files)
        self.steps = Steps(self.storage, doors, worker, clock, ids)
        return self.desk.recovery.begin()

    def _pick(self, pick) -> Case | None:
        if not self.ids:
            return None
        self.touched = self.ids[pick % len(self.ids)]
        return self.known[self.touched]

    def _keep(self, case: Case) -> None:
        self.known[case.id] = case
        assert self.files.open(case.id) == case

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
        if day is None and action not in FOR_GOOD:
            self._undo_and_redo(case, saved)
            self.done.append((case, saved))
        else:
            self._forget(case.id)

    def _undo_and_redo(self, before, after):
        """Taking a step back gives the exact earlier state, and taking it again the later one."""
        assert self.files.save(after, before).case == before
        assert self.files.save(before, after).case == after

    def _edit(self, before, wanted):
        """Save an edit; one that is refused changes nothing."""
        try:
            saved = self.files.save(before, wanted).case
        except MediationError:
            assert self.files.open(before.id) == before
            return
        assert saved == wanted
        self._keep(saved)
        if saved != before:
            self.done.append((before, saved))

    def _forget(self, case_id):
        """Know that what came before this cannot be taken back any more."""
        self.done = [each for each in self.done if each[0].id != case_id]

    def _issue(self, case):
        oral = case.has_oral_agreement
        kind = FormKind.ORAL_AGREEMENT if oral else FormKind.AGREEMENT
        with self.storage.units() as work:
            made = a_document(id=self.desk.ids.new(), case_id=case.id, kind=kind)
            work.documents.add(made)
            work.commit()

    def _issued(self, case):
        return frozenset(each.kind for each in self.storage.queries.issued(case.id))
