"""Messages at the top of the page; each stays until it is read."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.icons import set_icon
from ui.measures import space
from ui.pages import Message, Tone
from ui.sentences import spoken
from ui.styling import button, column, icon_button, mark, row, words

ANSWER_KEY = "Alt+Return"
"""Does what the newest message with a button offers, wherever the caret is."""
CLOSE_KEY = "Shift+Esc"
"""Closes the newest message."""
MOST_OF_WINDOW = 0.3
"""More messages than fit into this part of the height scroll, so that the page stays usable."""
ICONS = {Tone.NEWS: "info", Tone.OK: "ok", Tone.WARNING: "warning", Tone.ERROR: "error"}


class Notice(QFrame):
    """One message with its button and a cross."""

    closed = Signal()

    def __init__(self, message: Message, place: str = "") -> None:
        super().__init__()
        self.message = message
        self.place = place
        mark(self, role="notice", tone=message.tone.value)
        text = spoken(message.text)
        self.setAccessibleName(text)
        sign = QLabel()
        mark(sign, tone=message.tone.value)
        set_icon(sign, ICONS[message.tone])
        label = words(text, wraps=True)
        items: list[QWidget] = [sign, label]
        if message.on_action is not None:
            answer = button(message.action, self.answer, kind="link", hint=_written(ANSWER_KEY))
            items.append(answer)
        name = self.tr("关闭消息")
        closing = icon_button("close", name, self.closed.emit)
        closing.setToolTip(f"{name}  {CLOSE_KEY}")
        items.append(closing)
        layout = row(*items, spacing=10, margins=(14, 6, 6, 6))
        layout.setStretchFactor(label, 1)
        self.setLayout(layout)

    def answer(self) -> None:
        """Do what the message offers, and close it."""
        action = self.message.on_action
        self.closed.emit()
        if action is not None:
            action()


class MessageBar(QWidget):
    """The messages that nobody has closed yet, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._place = ""
        self._inside = QWidget()
        self._inside.setObjectName("page")
        self._layout = QVBoxLayout(self._inside)
        space(self._layout, 6, (16, 12, 16, 0))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self.setLayout(column(self._area))
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height where lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height of what is said now."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def _fit(self) -> None:
        most = round(self.window().height() * MOST_OF_WINDOW)
        needed = self._layout.totalHeightForWidth(self.width()) if self.notices() else 0
        self._area.setFixedHeight(max(min(needed, most), 0))

    def show_message(self, message: Message) -> None:
        """Add a message; it takes the place of one on the same topic or with the same words."""
        for notice in self.notices():
            old = notice.message
            if (message.topic and old.topic == message.topic) or old.text == message.text:
                self._remove(notice)
        notice = Notice(message, self._place)
        notice.closed.connect(lambda: self._remove(notice))
        self._layout.insertWidget(0, notice)
        self._area.verticalScrollBar().setValue(0)
        self.show()
        self._fit()

    def clear_topic(self, topic: str) -> None:
        """Take away the message on a topic that has settled itself."""
        for notice in self.notices():
            if notice.message.topic == topic:
                self._remove(notice)

    def go_to(self, place: str) -> None:
        """Note which page is in front; news of the page before are gone with it."""
        self._place = place
        for notice in self.notices():
            is_news = notice.message.tone in (Tone.NEWS, Tone.OK)
            if is_news and notice.place not in ("", place):
                self._remove(notice)

    def notices(self) -> list[Notice]:
        """Return the messages that are shown, newest first."""
        items = (self._layout.itemAt(n) for n in range(self._layout.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Notice)]

    def answer_newest(self) -> None:
        """Do what the newest message offers that offers something."""
        for notice in self.notices():
            if notice.message.on_action is not None:
                notice.answer()
                return

    def close_newest(self) -> None:
        """Close the newest message; what it said was read."""
        for notice in self.notices()[:1]:
            self._remove(notice)

    def _remove(self, notice: Notice) -> None:
        self._layout.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        if not self.notices():
            self.hide()
        self._fit()


def _written(key: str) -> str:
    """Return a key as it is written on screen."""
    return key.replace("Return", "Enter")
