"""Who takes the record does not read at the table how far the bank may go."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from mediation_app.domain.syncing import Link, SyncState
from mediation_app.domain.transitions import Duty
from mediation_app.services.workers import Worker, everywhere
from tests.ui.session.at_the_table import note
from ui.session.page import SessionPage


@pytest.fixture
def said_to(qtbot, desk, place_of, look, synchroniser):  # noqa: ARG001
    """Return what somebody reads at a table with one offer within the authority and one beyond."""

    def read(duty):
        synchroniser.now = SyncState(Link.OFFLINE, person="韩雪")
        page = SessionPage(place_of(replace(desk, worker=Worker(everywhere(lambda: duty)))))
        qtbot.addWidget(page)
        page.resize(1294, 672)
        page.show()
        page.enter("wang")
        page.place.tasks.finish()
        page.start.begin.click()
        page.place.tasks.finish()
        view = page.view
        for offer in ("18000", "20000.01"):
            note(view, f"@乙 #方案 {offer}")
        view.take_offer(view.case.offers[-1])
        view.fix_deal()
        view.pane("offers").complete()
        view.show_pane("offers")
        shown = [each.text() for each in page.findChildren(QLabel) if not each.isHidden()]
        page.second.close()
        return "\n".join(shown)

    return read


def test_the_mediator_reads_the_card_and_the_badges(said_to):
    said = said_to(Duty.MEDIATOR)
    assert [each for each in ("可付 ≤ 20,000.00", "权限内", "超授权") if each not in said] == []


def test_a_clerk_reads_neither_but_that_the_agent_has_to_ask(said_to):
    said = said_to(Duty.CLERK)
    assert [
        each for each in ("20,000.00", "支行行长", "权限内", "授权区间卡") if each in said
    ] == []
    assert "超授权，请先请示并记下答复" in said
