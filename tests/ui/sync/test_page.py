"""The page of synchronisation."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from db.central.certificates import new_authority
from mediation_app.domain.syncing import Link, Progress, SyncState
from mediation_app.sentences import say
from tests.ui.keyboard import press, type_into
from tests.ui.test_theme import contrast
from ui.sync.page import SyncPage

NOW = datetime(2026, 11, 22, 6, 31, tzinfo=UTC)
ONLINE = SyncState(Link.ONLINE, contact_at=NOW, person="刘洋", orgs=("崂山工作站",))
PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"


@pytest.fixture
def form(page):
    page.nothing.button.click()
    return page.form


def texts(widget):
    labels = (*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton))
    return [each.text() for each in labels if each.isVisible() and each.text()]


def fill(form, host="db.example", login="liuyang", password="right"):
    for field, text in ((form.hosts, host), (form.login, login), (form.password, password)):
        field.line.clear()
        type_into(field.line, text)


def finish(page):
    page.place.sync_tasks.finish()
    page.place.tasks.finish()


def test_before_the_first_connection_the_page_says_what_it_would_bring(page):
    assert "还没有连接中心库" in texts(page)
    assert page.nothing.button.isVisible()


def test_nothing_is_claimed_before_the_database_has_told_how_it_stands(qtbot, place, synchroniser):
    synchroniser.now = ONLINE
    page = SyncPage(replace(place, desk=replace(place.desk, is_demo=False)))
    qtbot.addWidget(page)
    page.show()
    page.enter()
    assert texts(page) == []
    page.place.news.begin()
    page.place.tasks.finish()
    assert page.standing.heading.isVisible()
    assert "还没有连接中心库" not in texts(page)


def test_samples_are_never_offered_to_a_centre(qtbot, place):
    page = SyncPage(place)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    assert "示例数据不会同步" in texts(page)
    assert page.nothing.button is None


def test_what_is_missing_is_said_beside_its_field_and_the_first_one_has_the_caret(page, form):
    form.database.show_text("")
    form.try_out()
    assert [each.remark.text() for each in (form.hosts, form.database, form.login)] == [
        "请填写服务器地址",
        "请填写数据库",
        "请填写账号",
    ]
    assert QApplication.focusWidget() is form.hosts.line
    assert page.place.desk.sync.calls == []


def test_a_port_that_is_no_number_is_not_tried(form, synchroniser):
    fill(form)
    form.port.line.clear()
    type_into(form.port.line, "99999")
    form.try_out()
    assert form.port.remark.text(), "said at once, not when the field is left"
    assert QApplication.focusWidget() is form.port.line
    assert synchroniser.calls == []


@pytest.mark.parametrize(
    ("host", "password", "field", "words"),
    [
        ("db.nowhere", "right", "hosts", "找不到服务器 db.nowhere，请核对地址"),
        ("db.example", "wrong", "password", "账号或密码不正确"),
    ],
)
def test_trouble_stands_beside_the_field_that_is_to_be_put_right(
    page, form, host, password, field, words
):
    fill(form, host=host, password=password)
    form.take_certificate("ca.pem", PEM)
    form.try_out()
    finish(page)
    assert getattr(form, field).remark.text() == words
    assert QApplication.focusWidget() is getattr(form, field).line
    assert form.hosts.line.text() == host
    assert form.result.isHidden()
    type_into(getattr(form, field).line, "x")
    assert getattr(form, field).remark.text() == ""


def test_a_certificate_that_is_not_trusted_leads_to_choosing_one(page, form, tmp_path):
    fill(form)
    form.try_out()
    finish(page)
    assert form.certificate_name.text() == "服务器的证书不受信任，请选择证书文件"
    assert QApplication.focusWidget() is form.choose
    wrong, right = tmp_path / "notes.txt", tmp_path / "ca.pem"
    wrong.write_bytes("账号\n".encode())
    pem = new_authority("云州", NOW).certificate.decode()
    right.write_text(pem)
    for path, said in (
        (wrong, "“notes.txt”不是 PEM 证书文件"),
        (tmp_path / "none", f"证书文件 {tmp_path / 'none'} 无法读取"),
    ):
        form.certificate_chosen.emit(path)
        finish(page)
        assert form.certificate_name.text().startswith(said)
    form.certificate_chosen.emit(right)
    finish(page)
    assert form.certificate_name.text() == "已选择：ca.pem"
    assert form.address().certificate == pem
    form.certificate_chosen.emit(wrong)
    finish(page)
    assert "notes.txt" in form.certificate_name.text()
    form.try_out()
    finish(page)
    assert form.certificate_name.text() == "已选择：ca.pem", "which is the one that was tried"
    assert form.result.isVisible()


def test_the_trial_shows_who_one_is_before_anything_is_kept(page, form, synchroniser):
    fill(form)
    form.take_certificate("ca.pem", PEM)
    press(Qt.Key.Key_Return)
    finish(page)
    assert {"连接成功，您是：刘洋", "可以看到：崂山工作站、李沧工作站"} <= set(texts(page))
    assert synchroniser.kept is None
    assert QApplication.focusWidget() is form.connect_button


def test_trouble_of_no_field_stands_by_itself_and_goes_with_the_next_try(page, form):
    fill(form, login="revoked")
    form.take_certificate("ca.pem", PEM)
    form.try_out()
    finish(page)
    assert form.trouble.isVisible()
    assert form.trouble.text() == "管理员已停用这台电脑的同步"
    assert [each.remark.text() for each in (form.hosts, form.login, form.password)] == [""] * 3
    fill(form)
    form.try_out()
    finish(page)
    assert form.result.isVisible()
    assert form.trouble.isHidden()


def test_nothing_is_called_connected_beside_trouble(page, form, synchroniser):
    fill(form)
    form.take_certificate("ca.pem", PEM)
    form.try_out()
    finish(page)
    form.hosts.show_text("db.gone")
    form.connect_button.click()
    finish(page)
    assert form.hosts.remark.text() == "找不到服务器 db.gone，请核对地址"
    assert form.result.isHidden()
    assert synchroniser.kept is None


@pytest.mark.parametrize(
    ("typed", "hosts"),
    [
        (" db1.example ，db2.example", "db1.example,db2.example"),
        ("db1.example、 db2.example", "db1.example,db2.example"),
        ("１０．０．０．１１", "10.0.0.11"),
        ("fd00::11", "fd00::11"),
    ],
)
def test_servers_are_read_however_they_are_set_apart(form, typed, hosts):
    form.hosts.show_text(typed)
    assert form.address().hosts == hosts


@pytest.mark.parametrize(
    "typed", ["db.example:5432", "https://db.example", "db.example/mediation"]
)
def test_a_port_or_a_web_page_is_no_server(form, synchroniser, typed):
    fill(form, host=typed)
    form.try_out()
    assert "端口写在下面一格" in form.hosts.remark.text()
    assert QApplication.focusWidget() is form.hosts.line
    assert synchroniser.calls == []


def test_what_was_tried_counts_no_longer_when_something_is_changed(page, form):
    fill(form)
    form.take_certificate("ca.pem", PEM)
    form.try_out()
    finish(page)
    type_into(form.login.line, "x")
    assert form.result.isHidden()


def test_while_it_is_tried_the_window_lives_and_the_form_waits(qtbot, page, form, synchroniser):
    synchroniser.may_answer.clear()
    fill(form)
    form.try_out()
    qtbot.waitUntil(lambda: synchroniser.calls == ["try"])
    assert not form.hosts.isEnabled()
    assert form.bar.isVisible()
    assert QApplication.focusWidget() is form.bar, "no other page's button"
    press(Qt.Key.Key_Return)
    assert synchroniser.calls == ["try"]
    synchroniser.may_answer.set()
    finish(page)
    assert form.hosts.isEnabled()
    assert form.bar.isHidden()


def connect(qtbot, page, form):
    fill(form)
    form.take_certificate("ca.pem", PEM)
    form.try_out()
    finish(page)
    form.connect_button.click()
    finish(page)
    qtbot.waitUntil(page.standing.isVisible)


def test_the_first_pull_shows_how_far_it_is_and_lets_one_work(qtbot, page, form, synchroniser):
    connect(qtbot, page, form)
    assert synchroniser.kept.hosts == "db.example"
    assert form.password.line.text() == ""
    assert "正在接收案件  1,200 / 3,500" in texts(page)
    assert (page.standing.bar.value(), page.standing.bar.maximum()) == (1200, 3500)
    assert QApplication.focusWidget() is page.standing.work
    with qtbot.waitSignal(page.page_wanted) as wanted:
        page.standing.work.click()
    assert wanted.args == ["cases"]


def test_a_long_pull_can_be_cancelled(qtbot, page, form, synchroniser):
    connect(qtbot, page, form)
    page.standing.cancel.click()
    finish(page)
    assert synchroniser.calls[-1] == "cancel"
    assert not page.standing.cancel.isEnabled()
    assert page.standing.cancel.text() == "正在取消…"


def test_after_a_cancel_nobody_is_told_that_all_is_the_same(told, page):
    told(replace(ONLINE, link=Link.WAITING, trouble=say("已取消，收到的内容保留")))
    said = " ".join(texts(page))
    assert page.standing.heading.text() == "同步已取消，稍后继续"
    assert "已取消，收到的内容保留" in said
    assert "保持一致" not in said


@pytest.mark.parametrize(
    ("behind_s", "words"),
    [
        (7_200, "慢 2 小时。"),
        (-(3 * 86_400 + 7_200 + 600), "快 3 天 2 小时。"),
        (420, "慢 7 分钟。"),
    ],
)
def test_a_clock_that_is_wrong_is_said_with_what_follows(told, page, behind_s, words):
    told(replace(ONLINE, clock_behind_s=behind_s))
    assert page.standing.heading.text() == "已同步，但电脑的时间不对"
    assert words in page.standing.sentences.text()
    assert "请校准电脑的日期和时间" in page.standing.sentences.text()
    assert page.standing.sign.property("tone") == "warning"
    told(replace(ONLINE, clock_behind_s=-240))
    assert "时间不对" not in page.standing.heading.text()


@pytest.mark.parametrize(
    "state",
    [
        replace(ONLINE, clock_behind_s=7_200),
        replace(ONLINE, link=Link.REFUSED, trouble=say("账号已停用")),
    ],
)
def test_the_heading_has_all_the_room_that_the_buttons_leave(
    qtbot, told, page, preferences, state
):
    preferences.change(zoom_percent=200)
    told(state)
    heading = page.standing.heading
    one_line = heading.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: heading.heightForWidth(heading.width()) < 2 * one_line)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_bar_that_has_hardly_begun_shows_where_it_will_end(told, page, preferences, scheme):
    preferences.change(scheme=scheme)
    told(replace(ONLINE, link=Link.SYNCING, progress=Progress(say("正在接收案件"), 70, 3500)))
    bar = page.standing.bar
    ground = page.standing.progress.grab().toImage().pixelColor(4, 20)
    picture = bar.grab().toImage()
    middle = picture.height() // 2
    done, to_do, end = (
        picture.pixelColor(x, middle) for x in (6, bar.width() // 2, bar.width() - 1)
    )
    assert contrast(done, to_do) >= 3
    assert contrast(end, ground) >= 3


def test_a_step_whose_length_nobody_knows_still_moves(told, page):
    told(replace(ONLINE, link=Link.SYNCING, progress=Progress(say("正在核对"))))
    assert page.standing.bar.maximum() == 0
    assert "正在核对" in texts(page)


def test_escape_leaves_the_first_connection_and_then_the_page(page, form):
    assert page.step_back()
    assert form.isHidden() or not form.isVisible()
    assert not page.step_back()


def test_being_offline_is_said_calmly_with_what_waits(told, page):
    told(replace(ONLINE, link=Link.OFFLINE, to_send=3))
    said = " ".join(texts(page))
    assert "离线，可照常办理" in said
    assert "3 项修改已保存在本机，等待上传。" in said
    assert page.standing.sign.property("tone") == "muted"


def test_a_refusal_says_that_somebody_must_act(told, page):
    told(replace(ONLINE, link=Link.REFUSED, trouble=say("账号已停用")))
    said = " ".join(texts(page))
    assert "没有连上中心库，需要处理" in said
    assert "账号已停用" in said
    assert page.standing.sign.property("tone") == "error"


def test_whoever_is_refused_can_give_another_password_without_disconnecting(
    qtbot, told, page, form, synchroniser
):
    connect(qtbot, page, form)
    told(ONLINE)
    assert page.standing.again.isHidden()
    told(replace(ONLINE, link=Link.REFUSED, trouble=say("账号或者密码不正确")))
    page.standing.again.click()
    assert QApplication.focusWidget() is form.password.line
    assert (form.hosts.line.text(), form.login.line.text()) == ("db.example", "liuyang")
    assert form.address().certificate == PEM
    assert synchroniser.kept is not None, "nothing is given up before the new one was tried"
    type_into(form.password.line, "right")
    form.try_out()
    finish(page)
    form.connect_button.click()
    finish(page)
    qtbot.waitUntil(page.standing.isVisible)


def test_syncing_now_is_one_press(told, page, synchroniser):
    told(ONLINE)
    page.standing.now.click()
    finish(page)
    assert synchroniser.calls[-1] == "sync"


def test_disconnecting_asks_on_the_page_and_keeps_everything(qtbot, told, page, synchroniser):
    told(ONLINE)
    page.standing.leave.click()
    assert QApplication.focusWidget() is page.standing.stay
    assert page.step_back()
    assert not page.step_back()
    page.standing.leave.click()
    with qtbot.waitSignal(page.message):
        page.standing.really.click()
        finish(page)
    assert synchroniser.now == SyncState()
    qtbot.waitUntil(page.nothing.isVisible)
