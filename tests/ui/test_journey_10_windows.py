"""J10: two laptops, no network, the same field; in two real windows against a real centre.

All persons and cases are invented.
"""

from contextlib import contextmanager
from dataclasses import replace

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_app.bootstrap import LocalStations
from mediation_app.domain.agreements import Agreement
from mediation_app.domain.money import Money
from mediation_app.domain.syncing import Link
from mediation_app.settings import SettingsFile
from tests.builders import a_branch, a_person
from tests.db.stations import make_cheap
from tests.soak.proxy import Cut, Proxy
from tests.ui.keyboard import type_into
from tests.ui.letting_go import end_place, end_tasks
from ui.news import News
from ui.pages import Workplace
from ui.preferences import Preferences
from ui.rail_pages import page_entries
from ui.tasks import Tasks
from ui.window import MainWindow

pytestmark = pytest.mark.end2end
STATION_PASSWORD = "a long password 2026"
AMOUNT = "agreement/amount"
WAIT_MS = 30_000


class Laptop:
    """A station of one's own, its window, and a cable that can be pulled."""

    def __init__(self, folder, centre, person):
        self.centre, self.person = centre, person
        self.cable = Proxy(centre.database.port)
        stations = LocalStations()
        make_cheap(folder / "station", STATION_PASSWORD)
        self.desk = stations.open(folder / "station", STATION_PASSWORD)
        self.tasks, self.paper, self.network = Tasks("database"), Tasks("paper"), Tasks("network")
        news = News(self.desk, self.tasks)
        self.place = Workplace(self.desk, self.tasks, self.paper, self.network, news)
        self.preferences = Preferences(SettingsFile(folder / "settings.json"), self.tasks)
        entries = page_entries(self.place, self.preferences)
        self.window = MainWindow(self.place, self.preferences, entries)
        self.window.resize(1366, 768)

    @contextmanager
    def running(self):
        """Show the window until the end of the test."""
        with self.cable:
            self.window.show()
            self.window.begin()
            try:
                yield self
            finally:
                self.desk.sync.cancel()
                self.desk.sync.stop()
                self.window.close()
                self.window.deleteLater()
                end_tasks((self.network, self.paper, self.tasks))
                end_place(self.place)
                self.desk.close()

    @property
    def state(self):
        return self.place.news.state

    def page(self):
        return self.window.stack.page_in_front()

    def go(self, qtbot, key):
        """Press a key in the window, which comes to the front first."""
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def pull_cable(self):
        self.cable.plan = lambda: Cut(up=0)
        self.cable.cut_all()

    def plug_in(self):
        self.cable.plan = Cut
        self.desk.sync.sync_now()

    def stored(self, case):
        return self.desk.case_files.open(case.id)

    def waits_until(self, qtbot, condition, timeout_ms=WAIT_MS):
        qtbot.waitUntil(condition, timeout=timeout_ms)


@pytest.fixture
def laptops(qtbot, tmp_path, centre, look):  # noqa: ARG001  the look is on the application
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    station = centre.org("临江区金融消费纠纷调解站", case_word="云临金人调字")
    first = Laptop(tmp_path / "a", centre, centre.person("刘洋", station))
    second = Laptop(tmp_path / "b", centre, centre.person("周静", station))
    with first.running(), second.running():
        for each in (first, second):
            connect(qtbot, each)
        yield first, second
    keyring.set_keyring(before)


def connect(qtbot, laptop):
    """Go through the first connection as a person does."""
    laptop.window.stack.go("sync")
    page = laptop.page()
    page.begin_connecting()
    form, address = page.form, laptop.centre.address(laptop.person)
    form.port.line.clear()
    texts = (
        (form.hosts, address.hosts),
        (form.port, str(laptop.cable.port)),
        (form.login, address.login),
        (form.password, laptop.person.password),
    )
    form.database.line.clear()
    for field, text in (*texts, (form.database, address.database)):
        type_into(field.line, text)
    page.form.certificate_chosen.emit(laptop.centre.database.ca)
    laptop.tasks.finish()
    form.try_button.click()
    laptop.waits_until(qtbot, form.connect_button.isVisible)
    assert laptop.person.name in form.who.text()
    form.connect_button.click()
    laptop.waits_until(qtbot, lambda: laptop.state.link is Link.ONLINE)
    assert laptop.window.top_bar.person.text() == laptop.person.name


def new_case(desk, name):
    draft = desk.registration.blank(desk.setup.committee())
    parties = (
        a_person(id=desk.ids.new(), name=name),
        a_branch(id=desk.ids.new(), agents=()),
    )
    draft = replace(
        draft,
        parties=parties,
        dispute="信用卡纠纷",
        facts="信用卡争议。",
        requests=("减免",),
        agreement=Agreement(amount=Money(620008)),
    )
    desk.registration.begin(draft)
    return desk.registration.register(draft.id).case


@pytest.fixture
def shared(qtbot, laptops):
    """A case with 6,200.08 that is on both laptops."""
    a, b = laptops
    case = new_case(a.desk, "陈国强")
    a.waits_until(qtbot, lambda: a.desk.sync.state().to_send == 0)
    b.go(qtbot, Qt.Key.Key_F5)
    b.waits_until(qtbot, lambda: b.desk.lookup.count("陈国强") == 1)
    return case


def type_amount(qtbot, laptop, case, text):
    """Open the case and type an amount, by hand; the caret stays in the field."""
    laptop.window.open_case(case.id)
    page = laptop.page()
    laptop.tasks.finish()
    laptop.waits_until(qtbot, lambda: page.view is not None and page.view.case.id == case.id)
    page.view.go_to(AMOUNT)
    field = page.view.binding.field_at(AMOUNT)
    field.line.selectAll()
    type_into(field.line, text)
    page.view.editing.store_now()
    laptop.tasks.finish()
    return page.view


def go_offline(qtbot, laptops):
    for laptop in laptops:
        laptop.pull_cable()
        laptop.go(qtbot, Qt.Key.Key_F5)
        laptop.waits_until(qtbot, lambda each=laptop: each.state.link is Link.OFFLINE)
        assert laptop.window.status.sync.whole_text() == "离线，可照常办理"


def go_online(qtbot, laptops):
    """Plug one laptop in after the other, until both know of the conflict."""
    for laptop in laptops:
        laptop.plug_in()
        laptop.waits_until(qtbot, lambda each=laptop: each.desk.sync.state().to_send == 0)
    for laptop in laptops:
        laptop.go(qtbot, Qt.Key.Key_F5)
        laptop.waits_until(qtbot, lambda each=laptop: len(each.place.news.conflicts) == 1)
        assert laptop.window.status.conflicts.whole_text() == "冲突 1"
        assert laptop.window.conflict_banner.isVisible()


def settle_by_left(laptop, qtbot, reason):
    """Settle the conflict with the keyboard alone."""
    laptop.go(qtbot, Qt.Key.Key_F7)
    laptop.tasks.finish()
    view = laptop.page().view
    assert view.heading.text() == "金额"
    assert [card.side.text for card in view.cards] == ["6,180.00", "6,020.00"]
    assert [card.side.author.split("  ·  ")[0] for card in view.cards] == ["刘洋", "周静"]
    assert view.before.text() == "原值  6,200.08"
    laptop.go(qtbot, Qt.Key.Key_1)
    view.reason.line.setFocus()
    type_into(view.reason.line, reason)
    laptop.go(qtbot, Qt.Key.Key_Return)
    laptop.tasks.finish()


def amount_in(laptop, case):
    return laptop.stored(case).agreement.amount


def test_the_same_field_is_changed_on_two_laptops_without_network(qtbot, laptops, shared):
    a, b = laptops
    go_offline(qtbot, laptops)
    view = type_amount(qtbot, a, shared, "6180.00")
    view.go_to("facts")
    type_into(view.binding.field_at("facts").text_edit, "甲方已到场。")
    view.editing.store_now()
    a.tasks.finish()
    field = type_amount(qtbot, b, shared, "6020.00").binding.field_at(AMOUNT)
    own_a, own_b = new_case(a.desk, "甲新案"), new_case(b.desk, "乙新案")
    assert (amount_in(a, shared), amount_in(b, shared)) == (Money(618000), Money(602000))

    go_online(qtbot, laptops)
    for laptop in laptops:
        laptop.waits_until(qtbot, lambda each=laptop: "甲方已到场。" in each.stored(shared).facts)
    # Whoever is in the field keeps what was typed; once it is left, it shows the first value.
    field.line.clearFocus()
    b.waits_until(qtbot, lambda: field.line.text() == "6,180.00")
    b.waits_until(qtbot, b.page().view.header.conflicts.isVisible)

    settle_by_left(b, qtbot, "按结算单")
    for laptop in (b, a):
        laptop.waits_until(
            qtbot,
            lambda each=laptop: each.window.status.conflicts.whole_text() == "冲突 0",
        )
        assert amount_in(laptop, shared) == Money(618000)
        assert laptop.desk.conflicts.open() == ()
    assert a.stored(own_a).number != b.stored(own_b).number
    assert b.desk.case_files.find(own_b.number).id == own_b.id


def test_the_value_that_was_not_chosen_comes_back_by_one_press(qtbot, laptops, shared):
    a, b = laptops
    go_offline(qtbot, laptops)
    view = type_amount(qtbot, a, shared, "6180.00")
    type_amount(qtbot, b, shared, "6020.00")
    go_online(qtbot, laptops)
    settle_by_left(a, qtbot, "")
    a.go(qtbot, Qt.Key.Key_Escape)
    view.show_section("journal")
    a.tasks.finish()
    journal = view.section("journal").view
    told = [line.text for line in journal.model.lines]
    (row,) = [
        no
        for no, line in enumerate(journal.model.lines)
        if "6,020.00" in line.text and line.can_be_restored(view.case)
    ]
    assert any("6,020.00" in each for each in told)
    journal.restore(journal.shown.mapFromSource(journal.model.index(row, 0)))
    view.editing.store_now()
    a.tasks.finish()
    assert amount_in(a, shared) == Money(602000)


def test_who_has_the_same_case_open_is_seen_within_a_poll(qtbot, laptops, shared):
    a, b = laptops
    for laptop in laptops:
        laptop.window.open_case(shared.id)
        laptop.tasks.finish()
    for laptop, other in ((a, "周静"), (b, "刘洋")):
        present = laptop.page().view.header.present
        laptop.waits_until(qtbot, lambda each=present, name=other: name in each.accessibleName())
    b.window.stack.go("cases")
    a.waits_until(qtbot, a.page().view.header.present.isHidden)
