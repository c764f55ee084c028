"""J4: a session with 背靠背 and a customer who is hard of hearing; nothing private leaves it."""

import logging

import pytest
from PySide6.QtWidgets import QCheckBox

from mediation_app.domain.authorities import Reach, within_authority
from mediation_app.domain.customer_view import RIGHTS, Topic
from mediation_app.domain.money import Money
from mediation_app.domain.rounds import rounds_of
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.logs import start_log
from tests.journeys import leaks
from tests.journeys.at_the_session import begun, tick
from tests.ui.keyboard import type_into
from tests.ui.session.at_the_table import TODAY, note, wang_guilan
from ui.session.offers_pane import OfferCard

MARKERS = ("MARK-7731", "MARK-7732", "15000")


@pytest.fixture
def desk(session_desk):
    return session_desk


@pytest.fixture
def case_of_journey():
    return wang_guilan()


@pytest.fixture
def log(tmp_path):
    path = start_log(tmp_path / "logs")
    handler = logging.getLogger("mediation_app").handlers[-1]
    yield path
    logging.getLogger("mediation_app").removeHandler(handler)
    handler.close()


def type_at(view, place, text):
    view.go_to(place)
    field = view.context.binding.field_at(place)
    field.editor.selectAll()
    type_into(field.editor, text)


def go_through(window, place):
    """Do the seven steps of the journey; return the page, and what the customer saw on the way."""
    page = begun(window, place)
    seen = {}
    talk(page, seen)
    bargain(page.view)
    show(page, seen, "offer", lambda view: view.show_offer(view.case.offers[-1]))
    shake_hands(page.view)
    show(page, seen, "agreement", lambda view: view.show_topic(Topic.AGREEMENT))
    page.leave()
    place.tasks.finish()
    return page, seen


def show(page, seen, name, do):
    """Let the customer see something, and note every word of it."""
    do(page.view)
    seen[name] = leaks.words_on(page.second.window)["客户屏"]


def talk(page, seen):
    """Steps 1 to 3: rights, quick notes, 背靠背."""
    view = page.view
    view.toggle_window()
    show(page, seen, "rights", lambda view: view.show_topic(Topic.RIGHTS))
    page.second.window.findChildren(QCheckBox)[0].click()
    for text in (
        "@甲 #诉求 赔52000",
        "@乙 #理由 双录完整",
        "@我 客户其实最在意道歉 MARK-7731",
    ):
        note(view, text)
    show(page, seen, "apart", lambda view: view.toggle_apart())
    note(view, "@甲 #底线 15000 MARK-7732")
    view.toggle_apart()


def bargain(view):
    """Step 4: three rounds; one offer is beyond the authority at first."""
    for text in ("@甲 #方案 52000", "@乙 #方案 5000", "@甲 #方案 30000", "@乙 #方案 12000"):
        note(view, text)
    note(view, "@甲 #方案 18000")
    note(view, "@乙 #方案 20000.01")
    last = view.case.offers[-1]
    verdict = within_authority(last, view.case.authority, TODAY)
    assert verdict.reach is Reach.BEYOND
    cards = {each.offer.id: each for each in view.findChildren(OfferCard)}
    assert cards[last.id].badge.text() == "超授权 → 请示"
    type_at(view, f"offers/{last.id}/amount", "18000")
    assert cards[last.id].badge.text() == "权限内"


def shake_hands(view):
    """Steps 5 to 7: the deal, the words, the care."""
    view.take_offer(view.case.offers[-1])
    deal = f"{view.table.place}/deal"
    type_at(view, f"{deal}/days", "10")
    assert view.pane("deal").due.text() == "今天签署，最迟 2026-12-09 付清"
    type_at(view, f"{deal}/consequence", "按未付金额日万分之二支付违约金")
    view.fix_deal()
    assert "用词 赔偿/补偿" in view.pane("deal").lacks.text()
    type_at(view, f"{deal}/wording_note", "银行不承认过错，客户同意写补偿")
    view.fix_deal()
    assert view.pane("deal").lacks.text() == "签署前还需要：大字版、复述确认"
    tick(view.pane("deal").safeguards, "大字版", "复述确认")
    view.fix_deal()


@pytest.fixture
def gone_through(window, place, log):
    page, seen = go_through(window, place)
    yield page, seen, log
    page.second.close()


def it_took_three_rounds(case, meeting):
    rounds = rounds_of(case.offers, meeting.id)
    assert [
        [offer.amount for offer in (*each.applicants, *each.respondents)] for each in rounds
    ] == [
        [Money(5200000), Money(500000)],
        [Money(3000000), Money(1200000)],
        [Money(1800000), Money(1800000)],
    ]


def it_stands_in_its_own_table_only(folder, told):
    rows, own = leaks.rows(folder)
    assert leaks.found(MARKERS, told | rows) == []
    assert [each for each in MARKERS if each in own] == list(MARKERS)


def what_leaves_the_desk(desk, case, folder):
    """Return what commands, files, search, sync and the disk tell of the case."""
    files = leaks.written(folder, case.number, "王桂兰", folder.parent / "out")
    assert {"bound/volume.pdf", "copy/volume.pdf", "forms/agreement.pdf"} <= files.keys()
    assert "18000.00" in files["bound/volume.pdf"]
    told = files | leaks.commands(folder, case.number)
    told |= leaks.search(desk, MARKERS) | leaks.history(desk, case.id)
    return told | leaks.wire(folder) | leaks.disk(folder)


def test_a_session_ends_with_an_agreement_and_tells_nobody_what_was_said_apart(
    gone_through, desk, folder
):
    page, seen, log = gone_through
    case = desk.case_files.open(page.context.case.id)
    (meeting,) = case.meetings
    assert stage_of(case) is Stage.AGREEMENT
    assert meeting.rights_told_to == ("p1",)
    assert [(each.side, each.text) for each in meeting.notes] == [
        ("甲", "赔52000"),
        ("乙", "双录完整"),
    ]
    it_took_three_rounds(case, meeting)
    assert (case.agreement.amount, case.agreement.manner) == (Money(1800000), "转账")
    assert "最迟2026年12月9日" in case.agreement.period
    assert "户名“王桂兰”" in case.agreement.terms[0].text
    assert "复述确认" in meeting.record
    assert "银行不承认过错" in meeting.record
    assert all(right in seen["rights"] for right in RIGHTS)
    assert seen["apart"].replace("客户屏", "").strip() == ""
    assert "18,000.00 元" in seen["offer"]

    told = leaks.paper(desk, case.id)
    assert any(name.startswith("agreement") for name in told)
    (plain,) = (words for name, words in told.items() if name.startswith("plain_summary"))
    for each in ("18,000", "壹万捌仟元整", "2026年12月9日"):
        assert each in plain
    told |= what_leaves_the_desk(desk, case, folder)
    told |= {f"customer {name}": words for name, words in seen.items()}
    told |= leaks.words_on(page.second.window)
    told |= {"log": log.read_text("utf-8") if log.exists() else ""}
    it_stands_in_its_own_table_only(folder, told)
    texts = [each.text for each in desk.caucus.of_case(case.id)]
    assert texts == ["客户其实最在意道歉 MARK-7731", "15000 MARK-7732"]
    assert {"20,000", "授权", "超授权"}.isdisjoint(seen["offer"].split())
