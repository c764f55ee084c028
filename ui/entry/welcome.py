"""The first start: look at samples, or begin one's own database."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from ui.buttons import PushButton
from ui.entry.screen import Screen
from ui.icons import set_icon
from ui.styling import column, mark, row, words


class Welcome(Screen):
    """Asks one thing."""

    demo_chosen = Signal()
    own_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("金融消费纠纷人民调解工作台"),
            self.tr(
                "登记、调解、协议、司法确认，都在这一张桌子上。数据加密保存在这台电脑，断网也能用。"
            ),
        )
        self.demo = Choice(
            self.tr("看示例（推荐）"),
            self.tr("打开一个装有虚构案件的工作站，随意点、随意改，和真实数据互不影响。"),
            "book",
        )
        self.own = Choice(
            self.tr("新建本站数据库"),
            self.tr("为本站建立加密数据库。需要设置一个密码，并抄写一个恢复码。"),
            "station",
        )
        self.demo.clicked.connect(self.demo_chosen)
        self.own.clicked.connect(self.own_chosen)
        self.progress = words("", tone="muted", wraps=True)
        self.add(self.demo, self.own, self.progress)
        self.setFocusProxy(self.demo)

    def show_busy(self, text: str) -> None:
        """Say what is being done, and take no other choice meanwhile; empty when it is over."""
        mark(self.progress, tone="muted")
        self.progress.setText(text)
        self.demo.setEnabled(not text)
        self.own.setEnabled(not text)

    def show_trouble(self, text: str) -> None:
        """Say what went wrong, and let somebody choose again."""
        self.show_busy("")
        mark(self.progress, tone="error")
        self.progress.setText(text)


class Choice(PushButton):
    """A button with a heading and a sentence, as high as its words need."""

    def __init__(self, heading: str, sentence: str, icon: str) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        mark(self, kind="choice")
        sign = words("")
        mark(sign, tone="accent")
        set_icon(sign, icon, 26)
        title, text = words(heading, role="strong"), words(sentence, role="caption", wraps=True)
        for label in (sign, title, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = column(title, text, spacing=4)
        layout = row(sign, lines, spacing=16, margins=(18, 14, 18, 14))
        layout.setStretchFactor(lines, 1)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return True: the sentence may need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:
        """Return the size that the words need."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()
