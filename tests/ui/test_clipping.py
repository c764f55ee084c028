"""No words are cut off on any screen, in any language, size or light."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTranslator

from mediation_app.domain.syncing import Link, Progress, SyncState
from mediation_app.sentences import say
from resources.looks import translation_path
from tests.ui.clipping import cut_off, nothing_is_cut_off
from tests.ui.disagreement import disagree
from ui.entry.new_station import NewStation
from ui.entry.password import PasswordScreen
from ui.entry.recover import Recover
from ui.entry.recovery_code import RecoveryCode
from ui.entry.welcome import Welcome
from ui.pages import Message, SaveState, SaveStep, Tone

NOW = datetime(2026, 11, 22, 6, 31, tzinfo=UTC)
LONG = "滨澜市临江区金融消费纠纷人民调解委员会驻云汀银行股份有限公司临江支行工作站"
PAGES = ("today", "cases", "schedule", "intake", "settings", "sync", "conflicts")
SCREENS = {
    "welcome": Welcome,
    "new": NewStation,
    "code": lambda: RecoveryCode("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"),
    "password": lambda: PasswordScreen("C:/Users/somebody/AppData/Local/mediation-app/station"),
    "recover": Recover,
}


def settled(qtbot, window):
    qtbot.wait(20)
    nothing_is_cut_off(qtbot, window)


@pytest.fixture(params=["zh_CN", "en"])
def _language(request, qapp):
    translator = QTranslator()
    if request.param != "zh_CN":
        assert translator.load(str(translation_path(request.param)))
        qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(params=["light 100", "dark 200"])
def _appearance(request, preferences, look):  # noqa: ARG001  the look follows the preferences
    scheme, zoom = request.param.split()
    preferences.change(scheme=scheme, zoom_percent=int(zoom))


@pytest.mark.usefixtures("_language", "_appearance")
@pytest.mark.parametrize("key", PAGES)
def test_nothing_is_cut_off_on_a_page(window, qtbot, key):
    window.stack.go(key)
    window._place.tasks.finish()
    qtbot.waitUntil(lambda: window.stack.page_in_front().isVisible())
    assert cut_off(window) == []


@pytest.mark.usefixtures("_language", "_appearance")
def test_nothing_is_cut_off_where_people_disagree(window, qtbot, desk):
    case = desk.case_files.find("第1号")
    disagree(desk, case, "facts", f"{case.facts}{LONG * 4}", f"{LONG * 4}{case.facts}")
    window._place.news.begin()
    window._place.tasks.finish()
    assert not window.conflict_banner.isHidden()
    assert cut_off(window) == []
    window.open_conflict(case.id, "facts")
    window._place.tasks.finish()
    page = window.stack.page_in_front()
    page.view.choose(2)
    settled(qtbot, window)


@pytest.mark.usefixtures("_language", "_appearance")
@pytest.mark.parametrize("link", [each for each in Link if each is not Link.NONE])
def test_nothing_is_cut_off_however_it_stands_with_the_centre(window, qtbot, synchroniser, link):
    window.stack.go("sync")
    progress = Progress(say("正在接收案件"), 1200, 3500) if link is Link.SYNCING else None
    trouble = say(LONG) if link is Link.REFUSED else None
    with qtbot.waitSignal(window._place.news.state_changed):
        synchroniser.tell(
            SyncState(link, 1234, 0, 0, NOW, trouble, progress, person="刘洋", orgs=(LONG, LONG))
        )
    window._place.tasks.finish()
    settled(qtbot, window)


@pytest.mark.usefixtures("_language", "_appearance")
def test_nothing_is_cut_off_in_the_first_connection(window, qtbot):
    window.stack.go("sync")
    page = window.stack.page_in_front()
    page.begin_connecting()
    page.form.try_out()
    page.form.show_result("刘洋", (LONG, LONG))
    settled(qtbot, window)


@pytest.mark.usefixtures("_language", "_appearance")
def test_nothing_is_cut_off_on_a_case(window, qtbot):
    window.open_case(window.stack.page_in_front().model.row(1).line.id)
    qtbot.waitUntil(lambda: window.stack.key_in_front() == "case")
    window._place.tasks.finish()
    window._place.paper_tasks.finish()
    assert cut_off(window) == []


@pytest.mark.usefixtures("_language", "_appearance")
def test_nothing_is_cut_off_with_long_names_and_messages(window):
    place = window._place
    shown = place.desk.setup.committee()
    wanted = replace(shown, station=LONG, name=LONG)
    place.tasks.run(window, lambda: place.desk.setup.save(shown, wanted), lambda _: None)
    place.tasks.finish()
    window.messages.show_message(Message(LONG * 4, Tone.WARNING, "补齐", window.close))
    failed = SaveState(SaveStep.FAILED, reason=LONG)
    window.stack.page_in_front().save_state.emit(failed)
    assert cut_off(window) == []


@pytest.mark.usefixtures("_language", "_appearance")
def test_nothing_is_cut_off_in_an_empty_list(empty_place, open_window):
    assert cut_off(open_window(empty_place)) == []


@pytest.mark.usefixtures("_language", "_appearance")
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_off_before_the_desk(qtbot, name):
    screen = SCREENS[name]()
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    assert cut_off(screen) == []
