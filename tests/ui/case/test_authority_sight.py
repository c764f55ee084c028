"""How far the agent of the bank may go is shown to the bank's side and the mediator alone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from mediation_app.domain.cases import CaseId
from mediation_app.domain.conflicts import Conflict, ConflictKind
from mediation_app.domain.money import Money
from mediation_app.domain.sessions import Authority
from mediation_app.domain.syncing import Link, SyncState
from mediation_app.domain.transitions import Duty
from mediation_app.services.workers import Worker, everywhere
from tests.ui.case.fields_of_case import stored
from ui.authority_sight import shown_conflicts
from ui.case.page import CasePage

SEE = [Duty.MEDIATOR, Duty.SPECIALIST]
SEE_NOT = [each for each in Duty if each not in SEE]
AUTHORITY = Authority(waives_up_to=Money(612_345), granted_by="支行行长")
MARKS = ("6,123.45", "支行行长", "授权区间")


@pytest.fixture
def words_for(qtbot, desk, place_of, look, synchroniser):  # noqa: ARG001
    """Return what somebody reads of a case whose authority was filled in."""

    def read(duty, link=Link.OFFLINE):
        synchroniser.now = SyncState(link, person="韩雪")
        page = CasePage(place_of(replace(desk, worker=Worker(everywhere(lambda: duty)))))
        place = page.place
        qtbot.addWidget(page)
        page.resize(1294, 672)
        page.show()
        page.enter(place.desk.case_files.find("第1号").id)
        place.tasks.finish()
        view = page.view
        view.editing.put(replace(view.case, authority=AUTHORITY))
        stored(view)
        for key in ("materials", "journal"):
            view.show_section(key)
            view.section(key).complete()
        place.tasks.finish()
        labels = [each.text() for each in page.findChildren(QLabel)]
        lines = [each.text() for each in page.findChildren(QLineEdit)]
        journal = [each.text for each in view.section("journal").view.model.lines]
        return "\n".join([*labels, *lines, *journal])

    return read


@pytest.mark.parametrize("duty", SEE)
def test_the_bank_and_the_mediator_read_the_authority_and_its_history(words_for, duty):
    said = words_for(duty)
    assert [each for each in MARKS if each not in said] == []


def test_who_works_alone_reads_everything(words_for):
    said = words_for(Duty.LEADER, Link.NONE)
    assert [each for each in MARKS if each not in said] == []


@pytest.mark.parametrize("duty", SEE_NOT)
def test_nobody_else_reads_the_authority_not_even_in_the_journal(words_for, duty):
    said = words_for(duty)
    assert [each for each in MARKS if each in said] == []


@pytest.mark.parametrize("duty", [Duty.CLERK, Duty.SPECIALIST])
def test_a_conflict_about_the_authority_is_shown_to_those_who_may_see_it(
    place, synchroniser, duty
):
    synchroniser.now = SyncState(Link.OFFLINE, person="韩雪")
    desk = replace(place.desk, worker=Worker(everywhere(lambda: duty)))
    paths = ("claim", "authority", "authority/waives_up_to")
    of_both = tuple(
        Conflict(CaseId("c1"), "第1号", path, ConflictKind.VALUES, None, ()) for path in paths
    )
    shown = [each.path for each in shown_conflicts(desk, of_both)]
    assert shown == (list(paths) if duty is Duty.SPECIALIST else ["claim"])
