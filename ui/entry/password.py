"""The password of the database, with a pause after five wrong ones."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from ui.entry.screen import Screen, SecretField
from ui.styling import button, mark, row, words

TRIES = 5
PAUSE_S = 15 * 60
SECOND_MS = 1000


class PasswordScreen(Screen):
    """Asks for the password; what is wrong stands beside the field."""

    password_given = Signal(str, bool)
    """The password, and whether this computer shall remember it."""
    recovery_asked = Signal()

    def __init__(self, station: str) -> None:
        super().__init__(self.tr("请输入密码"), station)
        self._wrong_tries = 0
        self._pause_left_s = 0
        self.password = SecretField(self.tr("密码"))
        self.remember = QCheckBox(self.tr("记住在本机，下次不再询问"))
        self.remember.setToolTip(self.tr("密钥交给操作系统的密钥环保管；公用电脑请不要勾选"))
        self.open_button = button(self.tr("打开"), self._on_open, kind="primary")
        self.forgotten = button(self.tr("忘记密码"), self.recovery_asked.emit, kind="link")
        self.progress = words("", tone="muted", wraps=True)
        self.add(self.password, self.remember)
        self.add(row(self.forgotten, None, self.open_button), self.progress)
        self.password.entered.connect(self._on_open)
        self.setFocusProxy(self.password)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)

    def show_busy(self, text: str) -> None:
        """Say what is being done; empty when it is over."""
        mark(self.progress, tone="muted")
        self.progress.setText(text)
        for each in (self.password, self.remember, self.open_button, self.forgotten):
            each.setEnabled(not text)

    def show_wrong(self) -> None:
        """Say that the password was wrong; after five times, wait."""
        self.show_busy("")
        self._wrong_tries += 1
        left = TRIES - self._wrong_tries
        if left > 0:
            self.password.say(self.tr("密码不正确，还可以试 {count} 次").format(count=left))
            self.password.line.selectAll()
            self.password.setFocus()
        else:
            self._begin_pause()

    def show_trouble(self, text: str) -> None:
        """Say what else went wrong."""
        self.show_busy("")
        mark(self.progress, tone="error")
        self.progress.setText(text)

    def _on_open(self) -> None:
        if self._pause_left_s:
            return
        if not self.password.text():
            self.password.say(self.tr("请输入密码"))
            return
        self.password_given.emit(self.password.text(), self.remember.isChecked())

    def _begin_pause(self) -> None:
        self._pause_left_s = PAUSE_S
        self.password.line.clear()
        self.password.setEnabled(False)
        self.open_button.setEnabled(False)
        self._second.start()
        self._say_pause()

    def _on_second(self) -> None:
        self._pause_left_s -= 1
        if self._pause_left_s > 0:
            self._say_pause()
            return
        self._second.stop()
        self._wrong_tries = 0
        self.password.say("")
        self.password.setEnabled(True)
        self.open_button.setEnabled(True)
        self.password.setFocus()

    def _say_pause(self) -> None:
        minutes, seconds = divmod(self._pause_left_s, 60)
        time = f"{minutes}:{seconds:02d}"
        self.password.say(
            self.tr("已输错 {count} 次，请等待 {time} 后再试").format(count=TRIES, time=time)
        )
