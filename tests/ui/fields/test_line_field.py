from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_app.domain.identifiers.identity import Identity, IdentityKind
from mediation_app.domain.money import Money
from tests.ui.keyboard import compose
from ui.fields.identity_field import IdentityField
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader, MoneyReader, PhoneReader


def today():
    return date(2026, 3, 6)


@pytest.fixture
def shown(qtbot, look):  # noqa: ARG001
    def show(field):
        qtbot.addWidget(field)
        field.show()
        field.activate()
        qtbot.waitUntil(lambda: field.is_active)
        return field

    return show


def test_a_wrong_value_stays_on_screen_with_its_error_beside_it(shown):
    field = shown(LineField("日期", DateReader(today)))
    QTest.keyClicks(field.line, "2026-13-5")
    assert field.remark.isHidden()
    field._on_left()
    assert field.line.text() == "2026-13-5"
    assert "没有13月" in field.remark.text()
    assert field.remark.property("tone") == "error"
    assert "没有13月" in field.editor.accessibleDescription()


def test_an_error_that_is_shown_goes_away_while_it_is_mended(shown):
    field = shown(LineField("日期", DateReader(today)))
    QTest.keyClicks(field.line, "2026-13-5")
    field._on_left()
    field.line.clear()
    QTest.keyClicks(field.line, "2026-12-5")
    assert field.remark.property("tone") != "error"


def test_an_amount_is_written_out_in_capitals_while_it_is_typed(shown):
    field = shown(LineField("金额", MoneyReader()))
    QTest.keyClicks(field.line, "6200.08")
    assert field.remark.text() == "陆仟贰佰元零捌分"
    assert field.value() == Money(620008)
    field._on_left()
    assert field.line.text() == "6,200.08"


def test_an_identity_number_is_grouped_while_it_is_typed(shown):
    field = shown(IdentityField("证件号码", today))
    QTest.keyClicks(field.line, "370000195901124518")
    assert field.line.text() == "370000 19590112 4518"
    assert field.line.cursorPosition() == 20
    assert field.value() == Identity(number="370000195901124518")


def test_the_caret_stays_where_a_digit_is_put_in_or_taken_out(shown):
    field = shown(LineField("电话", PhoneReader()))
    QTest.keyClicks(field.line, "15400001")
    field.line.setCursorPosition(2)
    QTest.keyClicks(field.line, "9")
    assert field.line.text() == "159 4000 01"
    assert field.line.cursorPosition() == 3
    QTest.keyClicks(field.line, "8")
    assert field.line.text() == "159 8400 001"
    assert field.line.cursorPosition() == 5
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "159 4000 01"


def test_the_error_of_a_whole_number_comes_at_once_and_the_text_stays(shown):
    field = shown(IdentityField("证件号码", today))
    QTest.keyClicks(field.line, "370000195901124514")
    assert "应为 8" in field.remark.text()
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.line, "8")
    assert "1959-01-12" in field.remark.text()


def test_another_kind_of_document_is_read_by_its_own_rule(shown):
    field = shown(IdentityField("证件号码", today))
    QTest.keyClicks(field.line, "E12345678")
    index = list(IdentityKind).index(IdentityKind.PASSPORT)
    field.kinds.setCurrentIndex(index)
    field.kinds.activated.emit(index)
    assert field.value() == Identity(IdentityKind.PASSPORT, "E12345678")
    assert field.remark.property("tone") != "error"


def test_nothing_is_checked_or_changed_while_characters_are_composed(shown):
    field = shown(LineField("电话", PhoneReader()))
    entries = []
    field.edited.connect(entries.append)
    QTest.keyClicks(field.line, "154000")
    del entries[:]
    compose(field.line, preedit="shou")
    assert entries == []
    assert field.line.text() == "154 000"
    compose(field.line, commit="手")
    assert field.value() == "154000手"
    assert not field.line.is_composing


def test_composed_text_arrives_whole_in_a_plain_line(shown):
    field = shown(LineField("姓名"))
    compose(field.line, preedit="gu zhe an")
    assert field.line.text() == ""
    compose(field.line, commit="顾喆安")
    assert field.value() == "顾喆安"


def test_what_must_be_filled_in_says_so_before(shown):
    field = shown(LineField("姓名", is_required=True))
    assert "必填" in field.line.placeholderText()
    assert "必填" in field.editor.accessibleDescription()
    assert field.line.accessibleName() == "姓名"


def test_a_missing_fact_is_said_beside_the_field_until_something_is_typed(shown):
    field = shown(LineField("姓名", is_required=True))
    field.show_lack("缺少姓名")
    assert field.remark.text() == "缺少姓名"
    QTest.keyClicks(field.line, "g")
    assert field.remark.text() == ""


def test_showing_a_value_tells_nobody(shown):
    field = shown(LineField("姓名"))
    told = []
    field.edited.connect(told.append)
    field.show_value("顾喆安")
    field.show_value(None)
    assert told == []
    assert field.line.text() == ""
