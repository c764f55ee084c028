from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mediation_app.domain.money import Money
from mediation_app.domain.parties import PartyKind
from mediation_app.errors import CaseNotFoundError
from tests.builders import a_branch, a_person
from tests.ui.clipping import cut_off, nothing_is_cut_off
from tests.ui.keyboard import focused_name, press, type_into, type_text
from ui.intake.earlier_parties import adopted
from ui.intake.page import IntakePage
from ui.pages import SaveStep

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TAB = Qt.Key.Key_Tab
TWO_SECONDS_MS = 2000


@pytest.fixture
def page(qtbot, place, look):  # noqa: ARG001
    made = IntakePage(place)
    qtbot.addWidget(made)
    made.resize(1294, 640)
    made.show()
    made.activateWindow()
    made.enter()
    place.tasks.finish()
    qtbot.waitUntil(lambda: made.form is not None and made.form.number_field.is_active)
    return made


def fill_in_the_first_sample():
    """Type case 1 of the samples as a trained person does, without a mouse."""
    for text in ("330000198803121379", "顾喆安", "15400000001"):
        type_text(text)
        press(TAB)
    assert focused_name() == "性别"
    press(TAB, times=2)
    type_text("汉族")
    press(TAB)
    type_text("个体经营者")
    press(TAB)
    type_text("滨澜市临江区柳汀街12号3单元401室")
    press(TAB)
    for initials in ("dh", "xyk", "glzd", "dsr", "xyk"):
        type_text(initials)
        press(TAB)
    assert focused_name() == "机构"


def test_the_caret_waits_in_the_identity_number(page):
    assert page.form.number_field.is_active
    assert focused_name() == "证件号码"


def choose_the_bank(qtbot, page, name):
    type_text("云汀银行")
    rows = page.form.bank.suggestions
    qtbot.waitUntil(lambda: rows.count() > 0)
    names = [rows.item(row).text() for row in range(rows.count())]
    wanted = next(no for no, each in enumerate(names) if name in each)
    press(Qt.Key.Key_Down, times=wanted + 1)
    press(Qt.Key.Key_Return)
    page.place.tasks.finish()
    press(TAB, times=4)


def tell_the_dispute():
    type_text("8765.43")
    press(TAB)
    type_text("减免利息")
    press(Qt.Key.Key_Return)
    type_text("停止电话催收")
    press(TAB)
    type_text("申请人持有被申请人发行的信用卡，未能按期足额还款。")
    press(TAB)
    type_text("息费可否减免。")


def test_the_first_sample_is_registered_by_keyboard_alone(qtbot, page, desk, place):
    registered = []
    page.finished.connect(registered.append)
    fill_in_the_first_sample()
    choose_the_bank(qtbot, page, "信用卡中心")
    assert focused_name() == "金额"
    tell_the_dispute()
    assert page.form.claim.remark.text() == "捌仟柒佰陆拾伍元肆角叁分"
    press(Qt.Key.Key_S, CTRL)
    place.tasks.finish()
    case = desk.case_files.open(registered[0])
    assert case.number.startswith("（")
    person, bank = case.parties
    assert (person.name, person.sex, person.phone) == ("顾喆安", "男", "15400000001")
    assert person.born_on.isoformat() == "1988-03-12"
    assert (bank.kind, bank.credit_code) == (PartyKind.BRANCH, "91990000MA00CC0211")
    assert bank.agents[0].name == "宋知微"
    assert (case.channel, case.category, case.subcategory) == ("电话渠道", "银行卡", "信用卡")
    assert (case.cause, case.source) == ("管理制度、业务规则与流程", "当事人申请")
    assert (case.dispute, case.claim) == ("信用卡纠纷", Money(876543))
    assert case.requests == ("减免利息", "停止电话催收")


def test_a_wrong_check_digit_says_beside_the_field_what_would_be_right(page):
    type_text("370000195901124514")
    remark = page.form.number_field.remark
    assert "应为 8" in remark.text()
    assert remark.property("tone") == "error"
    assert page.form.number_field.line.text() == "370000 19590112 4514"
    press(Qt.Key.Key_Backspace)
    type_text("8")
    assert "男" in remark.text()
    assert "用大字版" in page.form.age_hint.text()
    assert page.editing.case.needs == ("大字",)
    page.form.needs.boxes["大字"].click()
    assert page.editing.case.needs == ()
    assert "不用大字版" in page.form.age_hint.text()


def test_everything_stands_on_one_screen_and_nothing_is_cut_off(page):
    assert page.form.columns.count == 3
    assert page.form.area.verticalScrollBar().maximum() == 0
    assert cut_off(page) == []


@pytest.mark.parametrize(("zoom_percent", "count"), [(100, 3), (150, 2), (200, 1)])
def test_there_are_as_many_columns_as_there_is_room(qtbot, page, preferences, zoom_percent, count):
    preferences.change(zoom_percent=zoom_percent)
    qtbot.waitUntil(lambda: page.form.columns.count == count)
    line = page.form.number_field.line
    assert line.fontMetrics().horizontalAdvance("330000 19880312 1379") < line.width()
    nothing_is_cut_off(qtbot, page)


def test_the_same_person_is_looked_for_well_within_300_ms_of_the_last_key(qtbot, page):
    type_text("330000198803121379")
    press(TAB)
    type_text("顾喆安")
    assert 0 <= page._looking.remainingTime() < 300 / 2
    qtbot.waitUntil(page.form.similar.isVisible)
    assert "可能重复" in page.form.similar.heading.text()


def test_alt_o_opens_the_case_that_was_found(qtbot, page):
    chosen = []
    page.case_chosen.connect(chosen.append)
    type_text("330000198803121379")
    qtbot.waitUntil(page.form.similar.isVisible)
    page._open_similar()
    assert chosen == [page.form.similar.cases[0].line.id]


def test_a_draft_is_in_the_database_two_seconds_after_the_first_key(qtbot, page, desk):
    states = []
    page.save_state.connect(lambda state: states.append(state.step))
    before = desk.lookup.count()
    press(TAB)
    type_text("王五六")
    assert 0 <= page.editing._timer.remainingTime() < TWO_SECONDS_MS
    qtbot.waitUntil(lambda: desk.lookup.count() == before + 1)
    qtbot.waitUntil(lambda: states[-1:] == [SaveStep.SAVED])
    assert desk.lookup.lines("王五六")[0].number == ""


def test_looking_at_the_form_leaves_no_draft(page, desk, place):
    before = desk.lookup.count()
    page.leave()
    place.tasks.finish()
    assert desk.lookup.count() == before


def test_what_is_missing_stands_beside_its_field_and_the_first_gets_the_caret(page):
    press(Qt.Key.Key_S, CTRL)
    assert focused_name() == "姓名"
    assert page.form.bank.remark.text().startswith("缺少")
    type_text("顾")
    lacks = [each.text() for each in page.form.findChildren(type(page.form.bank.remark))]
    assert "缺少纠纷类型" in lacks


def test_a_minor_is_asked_for_the_guardian(page):
    type_text("330000201605011239")
    field = page.form.number_field
    if "应为" in field.remark.text():
        right = field.remark.text().split("应为 ")[1][0]
        press(Qt.Key.Key_Backspace)
        type_text(right)
    assert "未成年" in page.form.age_hint.text()
    assert page.form._guardian.count() == 4
    assert page.editing.case.parties[0].guardians


def test_a_new_bank_is_a_company_or_a_branch_by_its_name(page):
    page.form.bank.activate()
    type_text("海岳银行崂山支行")
    press(TAB)
    assert page.editing.case.parties[1].kind is PartyKind.BRANCH
    page.form.bank.line.selectAll()
    page.form.bank.activate()
    type_text("海岳银行股份有限公司")
    press(TAB)
    assert page.editing.case.parties[1].kind is PartyKind.COMPANY


def test_undo_takes_back_across_fields(page):
    press(TAB)
    type_text("顾")
    press(TAB)
    type_into(page.focusWidget(), "154")
    page.place.undo.undo()
    assert page.editing.case.parties[0].phone == ""
    page.place.undo.undo()
    assert page.editing.case.parties[0].name == ""
    page.place.undo.redo()
    assert page.editing.case.parties[0].name == "顾"


def test_another_dispute_begins_with_an_empty_form_and_the_draft_stays(page, desk, place):
    press(TAB)
    type_text("王五六")
    page.begin_new()
    place.tasks.finish()
    assert page.editing.case.parties[0].name == ""
    assert desk.lookup.count("王五六") == 1
    page.enter()
    assert page.form.number_field.is_active


def test_enter_goes_on_and_presses_the_button(page, desk):
    before = desk.lookup.count()
    press(Qt.Key.Key_Return)
    assert focused_name() == "姓名"
    page.form.primary.setFocus()
    press(Qt.Key.Key_Return)
    assert focused_name() == "姓名"
    assert desk.lookup.count() == before


def test_alt_l_links_both_cases_and_merges_nothing(qtbot, page, desk, place):
    told = []
    page.message.connect(told.append)
    type_text("330000198803121379")
    qtbot.waitUntil(page.form.similar.isVisible)
    assert "同证件号码 1 件" in page.form.similar.heading.text()
    other_id = page.form.similar.cases[0].line.id
    before = desk.case_files.open(other_id)
    press(Qt.Key.Key_L, ALT)
    place.tasks.finish()
    assert [each.case_id for each in page.editing.case.links] == [other_id]
    other = desk.case_files.open(other_id)
    assert [each.case_id for each in other.links] == [page.editing.case.id]
    assert replace(other, links=()) == before
    qtbot.waitUntil(lambda: "已关联" in page.form.similar.linking.text())
    press(Qt.Key.Key_L, ALT)
    place.tasks.finish()
    assert page.editing.case.links == desk.case_files.open(other_id).links == ()
    assert [("没有合并" in each.text) for each in told] == [True, False]


def test_an_account_left_empty_is_made_of_what_was_typed(page, desk, place):
    registered = []
    page.finished.connect(registered.append)
    fill_in_the_first_sample()
    type_text("海岳银行崂山支行")
    press(TAB, times=4)
    press(TAB)
    type_text("退还违约金")
    press(Qt.Key.Key_S, CTRL)
    place.tasks.finish()
    case = desk.case_files.open(registered[0])
    assert case.facts.endswith("申请人请求：退还违约金。")
    assert "海岳银行崂山支行" in case.facts


def test_a_business_chooses_its_dispute_where_nobody_did(page):
    page.form.business.activate()
    type_text("xyk")
    press(TAB)
    assert (page.editing.case.subcategory, page.editing.case.dispute) == ("信用卡", "信用卡纠纷")


def test_the_card_of_earlier_cases_is_readable(qtbot, page):
    type_text("330000198803121379")
    qtbot.waitUntil(page.form.similar.isVisible)
    qtbot.wait(20)
    nothing_is_cut_off(qtbot, page)
    chosen = []
    page.case_chosen.connect(chosen.append)
    buttons = page.form.similar.findChildren(QPushButton)
    next(each for each in buttons if "第1号" in each.text()).click()
    assert chosen == [page.form.similar.cases[0].line.id]


def test_a_draft_that_could_not_be_stored_goes_on_trying(page, desk, place):
    press(TAB)
    type_text("王五六")
    editing = page.editing
    editing._on_the_way += 1
    page.begin_new()
    place.tasks.finish()
    assert page._leaving == [editing]
    editing._on_the_way -= 1
    editing.save_state.emit(None)
    assert page._leaving == []
    assert desk.lookup.count("王五六") == 1


def test_the_commands_of_the_page_begin_anew_and_steps_can_be_taken_back(page, place):
    keys = {each.shortcut().toString(): each for each in page.actions()}
    press(TAB)
    type_text("顾")
    place.undo.undo()
    assert page.editing.case.parties[0].name == ""
    place.undo.redo()
    assert page.editing.case.parties[0].name == "顾"
    keys["Alt+L"].trigger()
    keys["Ctrl+Shift+N"].trigger()
    place.tasks.finish()
    assert page.editing.case.parties[0].name == ""


def test_a_refused_registration_is_said_and_keeps_the_form(page):
    messages = []
    page.message.connect(messages.append)
    page._on_refused(CaseNotFoundError("x"))
    assert messages
    assert page.form is not None


def test_only_institutions_are_taken_over_from_earlier_cases():
    person = a_person()
    assert adopted(person, a_person(id="x", name="别人"), lambda: "new") is person
    bank = adopted(a_branch(id="own", name="x"), a_branch(), lambda: "new")
    assert (bank.id, bank.agents[0].id) == ("own", "new")


def test_a_business_without_its_kind_gives_the_category_too(page):
    page.form.business.line.setFocus()
    type_text("yhk")
    press(TAB)
    assert page.editing.case.category == "银行卡"
