"""A forgotten password: the recovery code opens, and a new password is set."""

from PySide6.QtCore import Signal

from ui.entry.screen import Screen, SecretField
from ui.entry.strength import SHORTEST
from ui.fields.composing import ComposingLine
from ui.styling import button, column, mark, row, words


class Recover(Screen):
    """Takes the code and a new password."""

    recovery_given = Signal(str, str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("用恢复码设置新密码"),
            self.tr(
                "输入建立数据库时抄写的恢复码，大小写和空格都可以。成功后会得到一个新的恢复码。"
            ),
        )
        self.code = ComposingLine()
        self.code.setAccessibleName(self.tr("恢复码"))
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.password = SecretField(self.tr("新密码（至少 {count} 位）").format(count=SHORTEST))
        self.again = SecretField(self.tr("再输入一次"))
        self.set_button = button(self.tr("设置新密码"), self._on_set, kind="primary")
        self.back = button(self.tr("返回"), self.back_asked.emit, kind="quiet")
        self.progress = words("", tone="muted", wraps=True)
        label = words(self.tr("恢复码"))
        label.setBuddy(self.code)
        self.add(column(label, self.code, spacing=4), self.password, self.again)
        self.add(row(self.back, None, self.set_button), self.progress)
        self.again.entered.connect(self._on_set)
        self.setFocusProxy(self.code)

    def show_busy(self, text: str) -> None:
        """Say what is being done; empty when it is over."""
        mark(self.progress, tone="muted")
        self.progress.setText(text)
        self.set_button.setEnabled(not text)

    def show_trouble(self, text: str) -> None:
        """Say what went wrong."""
        self.show_busy("")
        mark(self.progress, tone="error")
        self.progress.setText(text)

    def _on_set(self) -> None:
        if len(self.password.text()) < SHORTEST:
            self.password.say(self.tr("至少需要 {least} 位").format(least=SHORTEST))
        elif self.password.text() != self.again.text():
            self.again.say(self.tr("两次输入的密码不一致"))
        else:
            self.recovery_given.emit(self.code.text(), self.password.text())
