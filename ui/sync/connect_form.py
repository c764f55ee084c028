"""The first connection: address and login are tried before anything is kept."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QWidget

from mediation_app.domain.findings import error as finding
from mediation_app.domain.syncing import CentralAddress
from mediation_app.domain.widths import half_width
from mediation_app.errors import CentralError, MediationError
from mediation_app.sentences import say
from ui.buttons import is_enter
from ui.drafts import Drafts, KeptForm
from ui.fields.entries import Entry, Reader
from ui.fields.line_field import LineField
from ui.fields.readers import WholeReader
from ui.file_dialog import file_dialog
from ui.sentences import told
from ui.sight import bring_into_sight
from ui.styling import button, column, frame, mark, row, words

PORT = 5432
DATABASE = "mediation"
MOST_PORTS = 65535
_BETWEEN_HOSTS = re.compile(r"[,，、;；\s]+")


class AskingForFile(Protocol):
    """Asks the person for a file; calls on only where it is not called off."""

    def certificate(self, go_on: Callable[[Path], None]) -> None:
        """Ask for the file of the certificate authority."""
        ...


class FileDialog:
    """Asks by the dialog of the system."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def certificate(self, go_on: Callable[[Path], None]) -> None:
        """Ask for the file of the certificate authority."""
        dialog = file_dialog(self._parent, filters="PEM (*.pem *.crt *.cer);;* (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: go_on(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class HostsReader(Reader):
    """Reads names and addresses of servers, however they are set apart."""

    def read(self, text: str) -> Entry:
        """Return them with commas between; neither a port nor anything of a web page is one."""
        hosts = [each for each in _BETWEEN_HOSTS.split(half_width(text)) if each]
        # An address of IPv6 has two colons at least.
        if any("/" in each or each.count(":") == 1 for each in hosts):
            sentence = say("请只写主机名或者 IP 地址，不带 http:// 等；端口写在下面一格")
            return Entry(text, "", (finding(sentence),), is_read=False)
        return Entry(text, ",".join(hosts))


class ConnectForm(QWidget):
    """Asks for what the administrator has given, tries it, and says who one is there."""

    trial_wanted = Signal(object, str)
    """CentralAddress and password: log in once, keep nothing."""
    connection_wanted = Signal(object, str)
    """CentralAddress and password, tried before: keep them and sync from now on."""
    certificate_chosen = Signal(object)
    """Path: the file of the certificate authority."""
    back_asked = Signal()

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self.asking: AskingForFile = FileDialog(self)
        self._certificate = self._certificate_name = ""
        self.hosts = LineField(self.tr("服务器地址"), HostsReader(), is_required=True)
        self.port = LineField(self.tr("端口"), WholeReader(most=MOST_PORTS))
        self.database = LineField(self.tr("数据库"), is_required=True)
        self.login = LineField(self.tr("账号"), is_required=True)
        self.password = LineField(self.tr("密码"), is_required=True)
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.certificate_name = words("", wraps=True)
        self.choose = button(
            self.tr("选择证书文件…"),
            lambda: self.asking.certificate(self.certificate_chosen.emit),
            icon="lock",
        )
        self.try_button = button(self.tr("试连"), self.try_out, kind="primary")
        self.back = button(self.tr("返回"), self.back_asked.emit, kind="quiet")
        self.busy = words("", tone="muted", wraps=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("正在连接…"))
        # Where the keys go while nothing else can be used: not to another page.
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.trouble = words("", tone="error", wraps=True)
        self.result = self._result()
        self._named = {
            "hosts": self.hosts,
            "port": self.port,
            "database": self.database,
            "login": self.login,
            "password": self.password,
        }
        self._fields = tuple(self._named.values())
        # The password is kept nowhere before it is known to be right.
        kept = {"hosts": self.hosts, "port": self.port}
        self.kept = KeptForm(
            drafts, {**kept, "database": self.database, "login": self.login}, self
        )
        self._lay_out()
        self.show_address(None)
        for each in self._fields:
            each.edited.connect(lambda _: self._forget_result())
        self.show_busy("")
        self.setFocusProxy(self.hosts.line)

    def show_address(self, address: CentralAddress | None) -> None:
        """Begin with an address that was used before, or with what is usual."""
        known = address or CentralAddress("", PORT, DATABASE, "")
        self.hosts.show_text(known.hosts)
        self.port.show_text(str(known.port))
        self.database.show_text(known.database)
        self.login.show_text(known.login)
        self._certificate, self._certificate_name = known.certificate, ""
        self._forget_result()

    def address(self) -> CentralAddress:
        """Return what stands in the fields."""
        port = self.port.value()
        return CentralAddress(
            hosts=str(self.hosts.value()),
            port=port if isinstance(port, int) else PORT,
            database=self.database.line.text().strip(),
            login=self.login.line.text().strip(),
            certificate=self._certificate,
        )

    def try_out(self) -> None:
        """Log in once, or say beside the fields what is missing."""
        wanting = [each for each in self._fields if each.is_required and not each.line.text()]
        for each in wanting:
            each.show_lack(self.tr("请填写{what}").format(what=each.label_text))
        wrong = [each for each in self._fields if not each.entry().is_read]
        for each in wrong:
            each.refresh_remark()
        if wanting or wrong:
            first = (*wanting, *wrong)[0]
            first.activate()
            bring_into_sight(first)
            return
        self._forget_result()
        self.show_busy(self.tr("正在连接…"))
        self.trial_wanted.emit(self.address(), self.password.line.text())

    def show_result(self, person: str, orgs: tuple[str, ...]) -> None:
        """Say who one is at the centre, and offer to connect."""
        self.show_busy("")
        self.who.setText(self.tr("连接成功，您是：{person}").format(person=person))
        names = self.tr("、").join(orgs) or self.tr("还没有机构，请联系管理员")
        self.sees.setText(self.tr("可以看到：{orgs}").format(orgs=names))
        self.result.show()
        self.connect_button.setFocus()
        bring_into_sight(self.result)

    def show_error(self, error: MediationError) -> None:
        """Say beside its field what is wrong; everything typed stays."""
        self.show_busy("")
        self._forget_result()
        text = told(error)
        about = error.about if isinstance(error, CentralError) else ""
        field = self._named.get(about)
        if field is not None:
            field.show_trouble(text)
            field.activate()
            bring_into_sight(field)
        elif about == "certificate":
            self._say_certificate(text, "error")
            self.choose.setFocus()
            bring_into_sight(self.certificate_name)
        else:
            self.trouble.setText(text)
            self.trouble.show()
            self.try_button.setFocus()
            bring_into_sight(self.trouble)

    def show_busy(self, text: str) -> None:
        """Say what is being done; empty when it is over."""
        self.busy.setText(text)
        for each in (self.busy, self.bar):
            each.setVisible(bool(text))
        if text:
            bring_into_sight(self.bar)
            self.bar.setFocus()
        for part in (*self._fields, self.choose, self.try_button, self.connect_button):
            part.setEnabled(not text)

    def forget_password(self) -> None:
        """Keep the password no longer than it is needed."""
        self.password.show_text("")
        self._forget_result()

    def take_certificate(self, name: str, text: str) -> None:
        """Trust this certificate authority, read from the file of this name."""
        self._certificate, self._certificate_name = text, name
        self._forget_result()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try on Enter from any field."""
        if is_enter(event):
            if self.try_button.isEnabled():
                self.try_out()
        else:
            super().keyPressEvent(event)

    # --- building -------------------------------------------------------------

    def _lay_out(self) -> None:
        self.hosts.line.setPlaceholderText(self.tr("例如 db.center.example，多台用逗号分开"))
        certificate = row(self.choose, self.certificate_name, spacing=12, margins=(104, 0, 0, 0))
        certificate.setStretchFactor(self.certificate_name, 1)
        buttons = row(self.back, None, self.try_button)
        self.setLayout(
            column(
                words(
                    self.tr("第一步：中心库在哪里（管理员会告诉您）"), role="strong", wraps=True
                ),
                self.kept.note,
                self.hosts,
                self.port,
                self.database,
                certificate,
                words(self.tr("第二步：您的账号"), role="strong", wraps=True),
                self.login,
                self.password,
                self.trouble,
                buttons,
                self.busy,
                self.bar,
                self.result,
                spacing=10,
            )
        )

    def _result(self) -> QWidget:
        box = frame("notice", tone="ok")
        self.who = words("", role="strong", wraps=True)
        self.sees = words("", wraps=True)
        self.connect_button = button(
            self.tr("连接并开始同步"), self._on_connect, kind="primary", icon="sync"
        )
        kept = words(
            self.tr(
                "密码由这台电脑的密钥环保管，没有密钥环时放在加密的数据库里。首次接收在后台进行，可以先开始工作。"
            ),
            role="caption",
            wraps=True,
        )
        foot = row(None, self.connect_button)
        box.setLayout(column(self.who, self.sees, kept, foot, margins=(16, 12, 16, 12)))
        return box

    # --- what happens ---------------------------------------------------------

    def _on_connect(self) -> None:
        self.show_busy(self.tr("正在连接…"))
        self.connection_wanted.emit(self.address(), self.password.line.text())

    def _forget_result(self) -> None:
        """Take away what was said of another try: only one thing at a time is true."""
        self.result.hide()
        self.trouble.hide()
        self._show_certificate()

    def _show_certificate(self) -> None:
        if self._certificate_name:
            text = self.tr("已选择：{name}").format(name=self._certificate_name)
            self._say_certificate(text, "ok")
            return
        text = self.tr("已有证书") if self._certificate else self.tr("未选择时信任系统的证书")
        self._say_certificate(text, "muted")

    def _say_certificate(self, text: str, tone: str) -> None:
        self.certificate_name.setText(text)
        mark(self.certificate_name, tone=tone)
