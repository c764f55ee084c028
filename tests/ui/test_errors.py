"""A fault of the program: calm words, a report without names, a window that goes on."""

import sys

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete, isValid

from mediation_app.errors import MissingFactsError
from mediation_app.sentences import say
from ui.errors import CrashReporter, crash_report
from ui.sentences import spoken, term, told

NAME = "顾喆安"


def fail():
    raise ValueError(NAME)


def first_of_none():
    return next(iter(()))


@pytest.fixture
def error():
    try:
        fail()
    except ValueError as raised:
        return raised


@pytest.fixture
def reporter(qapp):  # noqa: ARG001  dialogs need an application
    made = CrashReporter()
    shown = []
    made.reported.connect(shown.append)
    yield made
    for dialog in shown:
        if isValid(dialog):
            delete(dialog)


def test_the_report_names_the_place_and_nobody(error):
    report = crash_report(error)
    assert "ValueError" in report
    assert "test_errors.py" in report
    assert NAME not in report


def test_the_report_can_be_copied(reporter, error, qapp):
    shown = []
    reporter.reported.connect(shown.append)
    reporter.report(error)
    shown[0]._copy.click()
    assert qapp.clipboard().text() == shown[0].report.toPlainText() == crash_report(error)


def test_one_report_is_shown_at_a_time_and_the_next_after_it_was_closed(reporter, error):
    shown = []
    reporter.reported.connect(shown.append)
    reporter.report(error)
    reporter.report(error)
    assert len(shown) == 1
    shown[0].accept()
    reporter.report(error)
    assert len(shown) == 2


def test_exceptions_out_of_slots_are_reported_and_an_interrupt_is_not(
    reporter, error, monkeypatch
):
    shown, interrupts = [], []
    reporter.reported.connect(shown.append)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *facts: interrupts.append(facts))
    reporter.catch_all()
    sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(shown) == len(interrupts) == 1


def test_a_fault_in_the_background_is_reported(tasks, reporter):
    shown = []
    reporter.reported.connect(shown.append)
    tasks.crashed.connect(reporter.report)
    tasks.run(QObject(), first_of_none, lambda _: None)
    tasks.finish()
    assert "StopIteration" in shown[0].report.toPlainText()


def test_a_sentence_of_the_core_is_filled_in():
    assert spoken(say("缺少{n}项", n=3)) == "缺少3项"
    assert spoken("已经翻译") == "已经翻译"
    assert term("") == ""


def test_missing_facts_are_told_one_by_one():
    error = MissingFactsError("司法确认申请书", [say("姓名"), say("{n}个签名", n=2)])
    assert told(error) == "《司法确认申请书》还不能出具，缺少：姓名；2个签名"
