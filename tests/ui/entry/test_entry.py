"""The way in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_app.bootstrap import LocalStations
from mediation_app.settings import SettingsFile
from tests.db.stations import make_cheap
from ui.application import Desktop, Start
from ui.entry.new_station import NewStation
from ui.entry.password import PAUSE_S, PasswordScreen
from ui.entry.recover import Recover
from ui.entry.recovery_code import RecoveryCode
from ui.entry.strength import Strength, strength_of
from ui.entry.welcome import Welcome
from ui.entry.window import EntryWindow

PASSWORD = "a long password 2026"


class Stations(LocalStations):
    """The real stations, in a folder of the test."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder

    def default_dir(self):
        return self._folder / "own"

    def demo_dir(self):
        return self._folder / "demo"

    def create_demo(self, data_dir, case_count):
        super().create_demo(data_dir, min(case_count, 12))


@pytest.fixture
def stations(tmp_path):
    return Stations(tmp_path)


@pytest.fixture
def desks():
    opened = []
    yield opened
    for desk in opened:
        desk.close()


@pytest.fixture
def entry(qtbot, stations, tasks, look, desks):  # noqa: ARG001
    made = EntryWindow(stations, tasks, stations.default_dir())
    made.opened.connect(desks.append)
    qtbot.addWidget(made)
    return made


def screen(entry, tasks, kind):
    tasks.finish()
    shown = entry.stack.currentWidget()
    assert isinstance(shown, kind)
    return shown


def test_the_first_start_asks_one_thing_and_recommends_the_samples(entry, tasks):
    entry.begin()
    welcome = screen(entry, tasks, Welcome)
    assert entry.isVisible()
    assert entry.focusWidget() is welcome.demo


def test_the_samples_are_made_and_opened_by_enter_alone(entry, tasks, desks):
    entry.begin()
    welcome = screen(entry, tasks, Welcome)
    QTest.keyClick(welcome.demo, Qt.Key.Key_Return)
    assert not welcome.own.isEnabled()
    tasks.finish()
    assert desks[0].is_demo
    assert desks[0].lookup.count() == 12


def test_an_own_database_takes_a_password_twice_and_shows_its_code_once(entry, tasks, desks):
    entry.begin()
    screen(entry, tasks, Welcome).own.click()
    new = screen(entry, tasks, NewStation)
    QTest.keyClicks(new.password.line, PASSWORD)
    QTest.keyClick(new.password.line, Qt.Key.Key_Return)
    QTest.keyClicks(new.again.line, PASSWORD)
    QTest.keyClick(new.again.line, Qt.Key.Key_Return)
    code = screen(entry, tasks, RecoveryCode)
    assert not code.done.isEnabled()
    code.copied.setChecked(True)
    code.done.click()
    tasks.finish()
    assert desks[0].lookup.count() == 0
    assert not desks[0].is_demo


def test_passwords_that_are_short_or_differ_are_refused_beside_the_field(entry, tasks, stations):
    entry.begin(wants_own=True)
    new = screen(entry, tasks, NewStation)
    new.password.line.setText("kurz")
    new.create_button.click()
    assert "4 位" in new.password.trouble.text()
    new.password.line.setText(PASSWORD)
    new.again.line.setText(PASSWORD + "!")
    new.create_button.click()
    assert new.again.trouble.text() == "两次输入的密码不一致"
    QTest.keyClicks(new.again.line, "x")
    assert new.again.trouble.text() == ""
    assert not stations.exists(stations.default_dir())


def test_one_may_go_back_from_a_new_database(entry, tasks):
    entry.begin(wants_own=True)
    screen(entry, tasks, NewStation).back.click()
    screen(entry, tasks, Welcome)


@pytest.fixture
def station(stations):
    return make_cheap(stations.default_dir(), PASSWORD)


@pytest.mark.usefixtures("station")
def test_the_password_opens_the_database(entry, tasks, desks):
    entry.begin()
    ask = screen(entry, tasks, PasswordScreen)
    QTest.keyClicks(ask.password.line, PASSWORD)
    QTest.keyClick(ask.password.line, Qt.Key.Key_Return)
    tasks.finish()
    assert desks


@pytest.mark.usefixtures("station")
def test_a_wrong_password_is_said_beside_the_field_and_five_make_one_wait(entry, tasks, desks):
    entry.begin()
    ask = screen(entry, tasks, PasswordScreen)
    for left in (4, 3, 2, 1):
        ask.password.line.setText("wrong password")
        ask.open_button.click()
        tasks.finish()
        assert f"{left} 次" in ask.password.trouble.text()
    ask.password.line.setText("wrong password")
    ask.open_button.click()
    tasks.finish()
    assert "15:00" in ask.password.trouble.text()
    assert not ask.password.isEnabled()
    ask._on_open()
    for _ in range(PAUSE_S):
        ask._on_second()
    assert ask.password.isEnabled()
    ask.password.line.setText(PASSWORD)
    ask.open_button.click()
    tasks.finish()
    assert desks


@pytest.mark.usefixtures("station")
def test_an_empty_password_is_asked_for_again(entry, tasks):
    entry.begin()
    ask = screen(entry, tasks, PasswordScreen)
    ask.open_button.click()
    assert ask.password.trouble.text() == "请输入密码"


def test_the_recovery_code_sets_a_new_password_and_gives_a_new_code(
    entry, tasks, station, desks, stations
):
    entry.begin()
    screen(entry, tasks, PasswordScreen).forgotten.click()
    recover = screen(entry, tasks, Recover)
    recover.code.setText("not a code")
    recover.password.line.setText("a new password 2027")
    recover.again.line.setText("a new password 2028")
    recover.set_button.click()
    assert recover.again.trouble.text()
    recover.again.line.setText("a new password 2027")
    recover.set_button.click()
    tasks.finish()
    assert "恢复码" in recover.progress.text()
    recover.code.setText(station.lower().replace("-", " "))
    recover.set_button.click()
    code = screen(entry, tasks, RecoveryCode)
    assert code._code != station
    code.done.setEnabled(True)
    code.done.click()
    tasks.finish()
    assert desks
    stations.open(stations.default_dir(), "a new password 2027").close()


def test_a_short_new_password_is_refused_and_one_may_go_back(entry, tasks, station):  # noqa: ARG001
    entry.begin()
    screen(entry, tasks, PasswordScreen).forgotten.click()
    recover = screen(entry, tasks, Recover)
    recover.password.line.setText("kurz")
    recover.set_button.click()
    assert "8 位" in recover.password.trouble.text()
    recover.back.click()
    screen(entry, tasks, PasswordScreen)


def test_a_database_that_cannot_be_opened_is_said(entry, tasks, stations):
    make_cheap(stations.default_dir(), PASSWORD)
    (stations.default_dir() / "keys.json").write_text("{", encoding="utf-8")
    entry.begin()
    assert "密钥" in screen(entry, tasks, Welcome).progress.text()


def test_the_eye_shows_what_was_typed(entry, tasks):
    entry.begin(wants_own=True)
    field = screen(entry, tasks, NewStation).password
    hidden = field.line.echoMode()
    field._eye.click()
    assert field.line.echoMode() != hidden
    assert field._eye.accessibleName() == "隐藏密码"
    field._eye.click()
    assert field.line.echoMode() == hidden


def test_the_code_can_be_copied_and_kept_as_a_file(qtbot, tmp_path, qapp):
    shown = RecoveryCode("ABCD-EFGH")
    qtbot.addWidget(shown)
    shown.copy.click()
    assert qapp.clipboard().text() == "ABCD-EFGH"
    shown.save_to(tmp_path / "code.txt")
    assert "ABCD-EFGH" in (tmp_path / "code.txt").read_text(encoding="utf-8")
    shown.save_to(tmp_path / "no folder" / "code.txt")
    assert "没有保存" in shown.trouble.text()


@pytest.mark.parametrize(
    ("password", "strength"),
    [
        ("1234567", Strength.TOO_SHORT),
        ("12345678", Strength.WEAK),
        ("87654321", Strength.WEAK),
        ("aaaaaaaaaaaa", Strength.WEAK),
        ("mediation", Strength.WEAK),
        ("mediation2026", Strength.FAIR),
        ("Mediat1on", Strength.FAIR),
        ("Mediation2026", Strength.GOOD),
        ("four plain words here", Strength.GOOD),
        ("临江区调解委员会二〇二六年的钥匙", Strength.GOOD),
    ],
)
def test_strength_goes_by_length_and_kinds_of_characters(password, strength):
    assert strength_of(password) is strength


# --- the whole way --------------------------------------------------------------------------


@pytest.fixture
def desktop(qapp, stations, tmp_path):
    made = Desktop(qapp, stations, SettingsFile(tmp_path / "settings.json"))
    yield made
    for window in (made.window, made.entry):
        if window is not None:
            window.hide()
            window.deleteLater()
    made.close()
    made.setParent(None)
    made.look.setParent(None)
    qapp.setQuitOnLastWindowClosed(True)


def test_the_paper_is_made_ready_while_nobody_waits_for_it(qtbot, desktop, stations):
    stations.create_demo(stations.demo_dir(), 1)
    desk = stations.open(stations.demo_dir(), None)
    desktop.begin(Start(stations.demo_dir(), desk))
    renderer = desk.paper._renderer
    assert renderer._made is None
    qtbot.waitUntil(lambda: renderer._made is not None)


def test_an_open_database_leads_to_the_window_at_once(desktop, stations):
    stations.create_demo(stations.demo_dir(), 12)
    desktop.begin(Start(stations.demo_dir(), stations.open(stations.demo_dir(), None)))
    desktop.tasks.finish()
    assert desktop.window.isVisible()
    assert desktop.entry is None


def test_the_samples_need_no_question(desktop, stations):
    stations.create_demo(stations.demo_dir(), 12)
    desktop.begin(Start(stations.demo_dir()))
    desktop.tasks.finish()
    assert desktop.window.isVisible()


def test_from_the_samples_one_comes_to_a_database_of_ones_own(desktop, stations):
    stations.create_demo(stations.demo_dir(), 12)
    desktop.begin(Start(stations.demo_dir()))
    desktop.tasks.finish()
    desktop.window.own_station_wanted.emit()
    desktop.tasks.finish()
    assert not desktop.window
    new = desktop.entry.stack.currentWidget()
    assert isinstance(new, NewStation)
    new.password_chosen.emit(PASSWORD)
    desktop.tasks.finish()
    code = desktop.entry.stack.currentWidget()
    code.kept.emit()
    desktop.tasks.finish()
    assert desktop.window.isVisible()
    assert not desktop.window._place.desk.is_demo


def test_closing_the_window_ends_the_program(desktop, stations, qtbot, qapp):
    stations.create_demo(stations.demo_dir(), 12)
    desktop.begin(Start(stations.demo_dir()))
    desktop.tasks.finish()
    with qtbot.waitSignal(desktop.window.gone):
        desktop.window.close()
    assert not qapp.topLevelWindows() or not desktop.window.isVisible()


@pytest.mark.parametrize("can_remember", [True, False])
def test_who_cannot_be_remembered_is_told(desktop, stations, can_remember):
    make_cheap(stations.default_dir(), PASSWORD)
    asked = []

    def remember(*facts):
        asked.append(facts)
        return can_remember

    stations.remember = remember
    desktop.begin(Start(stations.default_dir()))
    desktop.tasks.finish()
    ask = desktop.entry.stack.currentWidget()
    ask.remember.setChecked(True)
    ask.password.line.setText(PASSWORD)
    ask.open_button.click()
    desktop.tasks.finish()
    assert asked == [(stations.default_dir(), PASSWORD)]
    said = [notice.message.text for notice in desktop.window.messages.notices()]
    assert said == ([] if can_remember else ["这台电脑没有可用的密钥环，下次启动仍需输入密码"])
