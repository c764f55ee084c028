"""The head of a session: who, for how long, what the customer sees, and 背靠背."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from mediation_app.domain.cases import Case, Meeting
from mediation_app.domain.customer_view import CustomerView, Topic
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.session_time import is_running
from ui.elided import Elided
from ui.sentences import term
from ui.styling import button, column, mark, row, words

TICK_MS = 1000


class SessionHead(QFrame):
    """Two lines above the notes and the forms."""

    pause_wanted = Signal()
    end_wanted = Signal()
    apart_wanted = Signal()
    topic_chosen = Signal(object)
    """The ``Topic`` that the customer is to see."""
    page_turned = Signal(int)
    window_wanted = Signal()
    case_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="bar")
        self.number = words("", role="strong")
        self.sides = Elided(role="strong")
        self.time = words("", role="number")
        self.time.setAccessibleName(self.tr("会议用时"))
        self.pause = button("", self.pause_wanted.emit)
        self.end = button(self.tr("结束会议"), self.end_wanted.emit)
        self._to_case = button(self.tr("回到案件"), self.case_wanted.emit, kind="link", hint="Esc")
        self._is_narrow = False
        hint = self.tr("F8：客户屏清空，之后的快记只有您能看到")
        self.apart = button(self.tr("背靠背　F8"), self.apart_wanted.emit, hint=hint)
        self.apart.setCheckable(True)
        mark(self.apart, kind="take")
        self.opener = button(self.tr("打开客户屏"), self.window_wanted.emit)
        self.shown = words("", role="caption")
        self.topics = {topic: self._topic(topic) for topic in Topic}
        self._back = button("‹", lambda: self.page_turned.emit(-1), kind="quiet")
        self._on = button("›", lambda: self.page_turned.emit(1), kind="quiet")
        self._back.setAccessibleName(self.tr("客户屏上一页"))
        self._on.setAccessibleName(self.tr("客户屏下一页"))
        first = row(
            self.number,
            self.sides,
            self._to_case,
            None,
            self.time,
            self.pause,
            self.end,
            spacing=12,
        )
        self._for_whom = words(self.tr("给客户看"), tone="muted")
        # What comes and goes stands before the topics: they stay where the hand is already.
        second = row(
            self.apart, None, self.shown, self._back, self._on, self._for_whom,
            *self.topics.values(), self.opener, spacing=3,
        )  # fmt: skip
        self.setLayout(column(first, second, spacing=6, margins=(20, 8, 12, 8)))

    def show_case(self, case: Case) -> None:
        """Show whose session it is."""
        self.number.setText(case.number)
        names = (
            "、".join(each.name for each in case.parties_in(role) if each.name)
            for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)
        )
        self.sides.show_text(" ⇄ ".join(each or "…" for each in names))

    def show_time(self, elapsed_s: int, meeting: Meeting) -> None:
        """Show for how long people have sat together."""
        minutes, seconds = divmod(elapsed_s, 60)
        hours, minutes = divmod(minutes, 60)
        self.time.setText(f"{hours}:{minutes:02d}:{seconds:02d}")
        is_paused, is_on = meeting.paused_at is not None, is_running(meeting)
        mark(self.time, tone="" if is_on and not is_paused else "muted")
        self.pause.setText(self.tr("继续") if is_paused else self.tr("暂停"))
        self.pause.setEnabled(is_on)
        self.end.setEnabled(is_on)

    def show_screen(self, view: CustomerView, *, is_open: bool, is_apart: bool) -> None:
        """Show what the customer sees."""
        self.apart.setChecked(is_apart)
        for topic, each in self.topics.items():
            each.setChecked(is_open and view.heading == topic.value)
            each.setEnabled(not is_apart)
        has_pages = len(view.pages) > 1
        self._back.setVisible(has_pages)
        self._on.setVisible(has_pages)
        is_empty = is_open and view.is_blank and not is_apart
        self._for_whom.setVisible(not has_pages and not is_empty and not self._is_narrow)
        self.shown.setText(self.tr("客户屏空白") if is_empty else "")
        self.shown.setVisible(is_empty)
        self.opener.setText(self.tr("关闭客户屏") if is_open else self.tr("打开客户屏"))

    def share_room(self, *, is_narrow: bool) -> None:
        """Leave out, where there is little room, what can be done or known otherwise."""
        self._is_narrow = is_narrow
        self._to_case.setVisible(not is_narrow)
        self._for_whom.setVisible(not is_narrow)

    def _topic(self, topic: Topic) -> QPushButton:
        made = button(term(topic.value), lambda: self.topic_chosen.emit(topic), kind="quiet")
        made.setCheckable(True)
        return made
