"""What the centre refused is taken up again as an edit of today."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mediation_app.domain.committees import Committee
from mediation_app.domain.journal import FieldChange
from mediation_app.domain.parties import PartyKind, PartyRole
from mediation_app.domain.syncing import SetAside
from mediation_app.errors import CaseNotFoundError, StorageError
from mediation_app.sentences import say
from mediation_app.services.case_files import CaseFiles
from mediation_app.services.refused_edits import RefusedEdits
from mediation_app.services.storage import Storage
from tests.builders import a_case
from tests.fakes.environment import SteppingClock
from tests.fakes.memory import Memory

AT = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)


class Office:
    def __init__(self):
        memory = Memory()
        self.storage = Storage(memory.units_of_work("何青"), memory.queries())
        self.files = CaseFiles(self.storage, SteppingClock())
        self.service = RefusedEdits(self.storage, self.files)
        with self.storage.units() as work:
            work.cases.add(a_case(facts="甲"), "begin")
            work.commit()

    def refused(self, *changes, case_id="c1"):
        return SetAside("o1", case_id, "", "周文", AT, say("理由"), changes)


@pytest.fixture
def office():
    return Office()


def test_what_would_change_today_is_told_against_what_is_there_now(office):
    edit = office.refused(
        FieldChange("facts", "旧", "乙"),
        FieldChange("issues", "旧", a_case().issues),
        FieldChange("number", None, "（2026）云临金人调字第9号"),
    )
    assert office.service.differences(edit) == (FieldChange("facts", "甲", "乙"),)


def test_taken_up_it_is_an_edit_of_who_sits_here(office):
    edit = office.refused(FieldChange("facts", "旧", "乙"), FieldChange("claim", None, 62_000))
    assert office.service.store(edit).case_ids == {"c1"}
    case = office.files.open("c1")
    assert (case.facts, case.claim.cents, case.number) == ("乙", 62_000, a_case().number)
    last = office.files.history("c1")[-1]
    assert (last.author, last.action) == ("何青", "edit")


def test_a_person_who_was_added_comes_with_everything_that_was_typed(office):
    path = "parties/p9"
    edit = office.refused(
        FieldChange(path, None, 9),
        FieldChange(f"{path}/role", None, PartyRole.APPLICANT.value),
        FieldChange(f"{path}/kind", None, PartyKind.NATURAL.value),
        FieldChange(f"{path}/name", None, "顾喆安"),
        FieldChange(f"{path}/phone", None, "15400000002"),
    )
    office.service.store(edit)
    (added,) = (each for each in office.files.open("c1").parties if each.id == "p9")
    assert (added.name, added.phone) == ("顾喆安", "15400000002")


def test_a_person_who_was_removed_goes(office):
    party = a_case().parties[0]
    office.service.store(office.refused(FieldChange(f"parties/{party.id}", 0, None)))
    assert party.id not in [each.id for each in office.files.open("c1").parties]


def test_of_a_case_that_is_not_here_nothing_can_be_taken_up(office):
    edit = office.refused(FieldChange("facts", "旧", "乙"), case_id="elsewhere")
    assert office.service.differences(edit) == ()
    with pytest.raises(CaseNotFoundError):
        office.service.store(edit)


def test_what_makes_no_case_is_refused(office):
    edit = office.refused(FieldChange("parties/p9", None, 9))
    assert office.service.differences(edit) == ()
    with pytest.raises(StorageError):
        office.service.store(edit)


def test_an_edit_of_the_committee_is_taken_up_in_its_own_record(office):
    with office.storage.units() as work:
        work.committees.save(Committee(), replace(Committee(), court="甲法院"), "edit")
        work.commit()
    edit = office.refused(FieldChange("court", "旧", "乙法院"), case_id="")
    assert office.service.differences(edit) == (FieldChange("court", "甲法院", "乙法院"),)
    assert office.service.store(edit).is_committee_changed
    with office.storage.units() as work:
        assert work.committees.get().court == "乙法院"


@pytest.mark.parametrize(("case_id", "is_here"), [("c1", True), ("c9", False), ("", True)])
def test_whether_there_is_a_case_to_open_is_told(office, case_id, is_here):
    assert office.service.is_here(office.refused(case_id=case_id)) is is_here
