"""J9: no agreement, and nothing of what was offered or said apart leaves the table."""

import re

import pytest
from PySide6.QtWidgets import QToolButton

from mediation_app.domain.boards import Board
from mediation_app.domain.cases import Outcome
from mediation_app.domain.documents import FormKind
from mediation_app.domain.identifiers.identity import Identity
from mediation_app.domain.money import Money
from mediation_app.domain.stages import Stage, stage_of
from mediation_app.services.agenda import View
from tests.builders import a_branch, a_person
from tests.forms.reading import packed
from tests.journeys import leaks
from tests.journeys.at_the_session import begun, tick
from tests.ui.keyboard import type_into
from tests.ui.session.at_the_table import TODAY, note, wang_guilan

MARKERS = ("2000", "2,000", "MARK-9001", "2,400", "2400", "1,200", "1200", "1,800", "1800")
FACTS = ("合同签于2025年3月1日", "已还本金 100,000.00 元")


def li_haibin():
    return wang_guilan(
        dispute="提前还款违约金争议",
        issues="提前还款违约金 4,800.00 元是否应当退还",
        requests=("退还提前还款违约金 4,800.00 元",),
        claim=Money(480000),
        parties=(
            a_person(id="p1", name="李海滨", identity=Identity(), phone=""),
            a_branch(id="p2", name="海岳银行崂山支行"),
        ),
        needs=(),
        authority=None,
    )


@pytest.fixture
def desk(session_desk):
    return session_desk


@pytest.fixture
def case_of_journey():
    return li_haibin()


@pytest.fixture
def ended(window, place):
    """Two rounds, a private note, then the party wants to stop."""
    page = begun(window, place)
    view = page.view
    for text in ("@甲 #方案 2400", "@乙 #方案 1200", "@甲 #方案 1800", "@乙 #方案 1200"):
        note(view, text)
    view.toggle_apart()
    note(view, "@乙 MARK-9001 银行可让到2000")
    view.toggle_apart()
    pane = view.pane("ending")
    view.show_pane("ending")
    note(view, f"@甲 #无争议 {FACTS[0]}")
    type_into(pane.fact, FACTS[1])
    pane.add_fact()
    # What is added stands ticked already.
    tick(pane.undisputed, FACTS[0])
    for box in pane.signers.boxes:
        box.click()
    view.fail()
    assert pane.reason.remark.text() == "请选择终结原因"
    type_into(pane.reason.line, "分歧较大")
    page.leave()
    place.tasks.finish()
    view.fail()
    place.tasks.finish()
    return page


def test_a_mediation_ends_without_agreement_and_leaves_nothing_of_the_offers(ended, desk, folder):
    it_is_over(ended, desk)
    it_tells_nothing(ended, desk, folder)


def it_is_over(ended, desk):
    case = desk.case_files.open(ended.context.case.id)
    (meeting,) = case.meetings
    assert (case.outcome, stage_of(case)) == (Outcome.FAILED, Stage.FAILED)
    ending = case.termination
    assert (ending.reason_code, ending.reason, ending.ended_on) == ("分歧较大", "分歧较大", TODAY)
    assert ending.undisputed == FACTS
    assert ending.signers == ("p1", "p2")
    assert meeting.ended_at is not None
    assert case.steps[-1].action == "调解不成"
    assert [each for each in case.todos if each.done_on is None] == []
    assert "终结书" in ended.view.pane("ending").done.text()
    assert ended.view.pane("ending").isEnabled()
    # What could not be stored any more is not taken down.
    assert not ended.view.line.isEnabled()
    assert not ended.view.pane("table").isEnabled()
    assert ended.view.board.findChildren(QToolButton) == []
    it_is_counted_once(desk)


def it_is_counted_once(desk):
    desk.agenda.arrange_all()
    counts = desk.agenda.counts(View())
    assert {board: count for board, count in counts.items() if count} == {Board.NOT_SETTLED: 1}
    (line,) = desk.agenda.lines(Board.NOT_SETTLED, View())
    assert (line.item.text, line.item.since_on) == ("分歧较大", TODAY)


def numbers_left(words, number, allowed):
    """Return the figures of a paper but those of its case number, dates, foot and these words."""
    text = packed(words)
    own = [re.escape(packed(each)) for each in (number, *allowed, "肆仟捌佰元整")]
    foot = (r"第\d+页共\d+页", r"第\d+版·[0-9A-F]{8}")
    kept = re.sub("|".join([*own, r"\d{4}年\d{1,2}月\d{1,2}日", *foot]), "", text)
    # The numbers before the facts.
    kept = re.sub(r"(?<!\d)[12]\.(?=$|\D)", "", kept)
    return "".join(re.findall(r"[\d壹贰叁肆伍陆柒捌玖]", kept))


def it_tells_nothing(ended, desk, folder):
    case = desk.case_files.open(ended.context.case.id)
    told = leaks.paper(desk, case.id)
    for kind in (FormKind.TERMINATION, FormKind.UNDISPUTED_FACTS, FormKind.OTHER_WAYS):
        assert any(name.startswith(f"issued {kind.value}") for name in told), kind
    papers = {name: words for name, words in told.items() if not name.startswith("snapshot")}
    assert leaks.found(MARKERS, papers) == []
    assert leaks.found(("让到", "可让", "愿让"), papers) == []
    termination = next(words for name, words in told.items() if name.startswith("termination"))
    assert "4,800.00" in termination
    undisputed = next(words for name, words in told.items() if name.startswith("undisputed"))
    assert all(fact.split()[0] in undisputed for fact in FACTS)
    claims = ("申请人的请求：退还提前还款违约金4,800.00元", "请求金额：4,800.00元")
    assert numbers_left(told["issued termination "], case.number, claims) == ""
    assert numbers_left(told["issued undisputed_facts "], case.number, FACTS) == ""
    private = ("MARK-9001", "可让到")
    files = leaks.written(folder, case.number, "李海滨", folder.parent / "out")
    assert leaks.found(MARKERS, files) == []
    told |= files | leaks.commands(folder, case.number) | leaks.wire(folder)
    told |= leaks.history(desk, case.id) | leaks.disk(folder)
    rows, _ = leaks.rows(folder)
    assert leaks.found(private, told | rows) == []
