"""A password for a new database, typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from ui.entry.screen import Screen, SecretField
from ui.entry.strength import SHORTEST, Strength, strength_of
from ui.styling import button, mark, row, words


class NewStation(Screen):
    """Takes a password that is long enough and typed the same twice."""

    password_chosen = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("新建本站数据库"),
            self.tr("密码用来加密全部案件。我们不知道它，也不能替您找回；请使用不易猜到的密码。"),
        )
        self.password = SecretField(self.tr("密码（至少 {count} 位）").format(count=SHORTEST))
        self.again = SecretField(self.tr("再输入一次"))
        self.meter = QProgressBar()
        self.meter.setRange(0, Strength.GOOD)
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(self.tr("密码强度"))
        self.strength = words("", role="caption")
        self.create_button = button(self.tr("建立数据库"), self._on_create, kind="primary")
        self.back = button(self.tr("返回"), self.back_asked.emit, kind="quiet")
        self.progress = words("", tone="muted", wraps=True)
        self.add(self.password, row(self.meter, self.strength), self.again)
        self.add(row(self.back, None, self.create_button), self.progress)
        self.password.edited.connect(self._on_edited)
        self.password.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._on_create)
        self.setFocusProxy(self.password)
        self._on_edited("")

    def show_busy(self, text: str) -> None:
        """Say what is being done; empty when it is over."""
        mark(self.progress, tone="muted")
        self.progress.setText(text)
        for each in (self.create_button, self.back, self.password, self.again):
            each.setEnabled(not text)

    def show_trouble(self, text: str) -> None:
        """Say what went wrong."""
        self.show_busy("")
        mark(self.progress, tone="error")
        self.progress.setText(text)

    def _on_edited(self, text: str) -> None:
        found = strength_of(text)
        self.meter.setValue(found if text else 0)
        said = {
            Strength.TOO_SHORT: self.tr("太短"),
            Strength.WEAK: self.tr("较弱"),
            Strength.FAIR: self.tr("可以"),
            Strength.GOOD: self.tr("很好"),
        }
        self.strength.setText(said[found] if text else "")

    def _on_create(self) -> None:
        if strength_of(self.password.text()) is Strength.TOO_SHORT:
            count = len(self.password.text())
            self.password.say(
                self.tr("密码有 {count} 位，至少需要 {least} 位").format(
                    count=count, least=SHORTEST
                )
            )
            self.password.setFocus()
        elif self.password.text() != self.again.text():
            self.again.say(self.tr("两次输入的密码不一致"))
            self.again.setFocus()
        else:
            self.password_chosen.emit(self.password.text())
