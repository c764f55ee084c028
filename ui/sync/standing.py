"""How this machine stands with the centre, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from mediation_app.domain.syncing import CentralAddress, Link, SyncState
from ui.icons import set_icon
from ui.styling import button, column, frame, mark, row, words
from ui.sync_words import icon_of, long_words, progress_words, short_words, tone_of, who_words

ICON_PX = 28


class Standing(QWidget):
    """A heading, sentences, progress, counts and buttons."""

    sync_asked = Signal()
    cancel_asked = Signal()
    work_asked = Signal()
    """Long steps go on by themselves; the person wants to work meanwhile."""
    conflicts_asked = Signal()
    disconnect_asked = Signal()
    connection_asked = Signal()
    """The centre refuses: the person has another password, or another address."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = QLabel()
        self.heading = words("", role="heading", wraps=True)
        self.sentences = words("", wraps=True)
        self.who = words("", tone="muted", wraps=True)
        self.where = words("", tone="muted", wraps=True)
        self.now = button(self.tr("立即同步"), self.sync_asked.emit, kind="primary", icon="sync")
        self.now.setToolTip("F5")
        self.cancel = button(self.tr("取消"), self._on_cancel)
        self.work = button(self.tr("先开始工作"), self.work_asked.emit, kind="primary")
        self.again = button(self.tr("重新填写账号和密码…"), self.connection_asked.emit)
        self.again.hide()
        self.leave = button(self.tr("断开连接…"), self._ask, kind="quiet")
        self.progress_text = words("", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("同步进度"))
        self.progress = self._progress_box()
        self.to_send = words("", wraps=True)
        self.conflicts = button("", self.conflicts_asked.emit, kind="link", icon="conflict")
        self.question = self._question()
        head = row(self.sign, self.heading, self.leave, self.now, spacing=12)
        head.setStretchFactor(self.heading, 1)
        self.setLayout(
            column(
                head,
                self.question,
                self.sentences,
                row(self.again, None),
                self.who,
                self.where,
                self.progress,
                row(self.to_send, self.conflicts, None, spacing=16),
                spacing=8,
            )
        )
        self.question.hide()

    def first(self) -> QWidget:
        """Return what has the focus when the page is entered."""
        return self.work if self.now.isHidden() else self.now

    def show_state(self, state: SyncState) -> None:
        """Show how things stand."""
        mark(self.sign, tone=tone_of(state))
        set_icon(self.sign, icon_of(state), ICON_PX)
        is_long = state.progress is not None and state.link is not Link.NONE
        self.heading.setText(self.tr("正在接收") if is_long else short_words(state))
        self.sentences.setText("\n".join(long_words(state)))
        _say(self.who, who_words(state))
        self.progress.setVisible(is_long)
        self.now.setVisible(not is_long)
        self.again.setVisible(state.link is Link.REFUSED)
        if not is_long:
            self._show_cancelling(is_cancelling=False)
        if state.progress is not None:
            self.progress_text.setText(progress_words(state.progress))
            self.bar.setRange(0, state.progress.total)
            self.bar.setValue(state.progress.done)
        self.to_send.setText(self.tr("待上传 {count}").format(count=f"{state.to_send:,}"))

    def show_conflicts(self, count: int) -> None:
        """Say how many conflicts wait."""
        mark(self.conflicts, tone="warning" if count else "muted")
        self.conflicts.setText(self.tr("冲突 {count}").format(count=f"{count:,}"))
        set_icon(self.conflicts, "conflict", 16)

    def show_address(self, address: CentralAddress | None) -> None:
        """Say where the centre is."""
        if address is None:
            _say(self.where, "")
            return
        text = self.tr("服务器 {hosts}:{port}，数据库 {database}，账号 {login}")
        self.where.setText(
            text.format(
                hosts=address.hosts,
                port=address.port,
                database=address.database,
                login=address.login,
            )
        )
        self.where.show()

    def step_back(self) -> bool:
        """Close the question; False where it is not open."""
        if self.question.isHidden():
            return False
        self.question.hide()
        self.leave.setFocus()
        return True

    def _progress_box(self) -> QWidget:
        box = frame("notice")
        hint = words(
            self.tr("可以先开始工作，接收在后台继续；取消后已收到的内容保留，下次接着收。"),
            role="caption",
            wraps=True,
        )
        foot = row(None, self.cancel, self.work)
        inside = column(self.progress_text, self.bar, hint, foot, margins=(16, 12, 16, 12))
        box.setLayout(inside)
        return box

    def _question(self) -> QWidget:
        box = frame("notice", tone="warning")
        text = words(
            self.tr(
                "断开后不再上传和接收，本机的案件和待上传的修改都保留；"
                "保存的密码随即删除，再次连接需要重新输入。"
            ),
            wraps=True,
        )
        self.stay = button(self.tr("返回"), self.step_back)
        self.really = button(self.tr("断开"), self._on_really, kind="danger")
        box.setLayout(column(text, row(None, self.stay, self.really), margins=(16, 12, 16, 12)))
        return box

    def _on_cancel(self) -> None:
        """Ask for it once; the step in hand comes to its end first."""
        self._show_cancelling(is_cancelling=True)
        self.work.setFocus()
        self.cancel_asked.emit()

    def _show_cancelling(self, *, is_cancelling: bool) -> None:
        self.cancel.setEnabled(not is_cancelling)
        self.cancel.setText(self.tr("正在取消…") if is_cancelling else self.tr("取消"))

    def _ask(self) -> None:
        self.question.show()
        self.stay.setFocus()

    def _on_really(self) -> None:
        self.question.hide()
        self.disconnect_asked.emit()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
