"""Undo as the window does it: it brings to the front what is taken back, and says so."""

from PySide6.QtCore import QObject

from ui.frame.message_bar import MessageBar
from ui.frame.page_stack import PageStack
from ui.pages import Message, Tone
from ui.undo import COMMITTEE, Undo, case_of_subject


class TakingBack(QObject):
    """Goes where a step was."""

    def __init__(self, undo: Undo, stack: PageStack, messages: MessageBar) -> None:
        super().__init__(stack)
        self._stack = stack
        self._messages = messages
        undo.subject_wanted.connect(self._on_subject_wanted)
        undo.travelled.connect(self._on_travelled)
        undo.told.connect(self._on_told)

    def _on_subject_wanted(self, subject: str) -> None:
        """Open what a step is about that is taken back."""
        if subject == COMMITTEE:
            self._stack.go("settings")
        else:
            self._stack.go("case", case_of_subject(subject))

    def _on_travelled(self, subject: str, place: str) -> None:
        """Bring the page to the front on which something was taken back."""
        front = self._stack.page_in_front()
        bearers = [each for each in self._stack.pages() if each.bears(subject)]
        if front not in bearers and bearers:
            front = bearers[0]
            self._stack.go(self._stack.key_of(front), case_of_subject(subject))
        if front is not None and place:
            front.go_to(place)

    def _on_told(self, words: str, is_again: bool) -> None:  # noqa: FBT001  a slot
        text = self.tr("已重做：{deed}") if is_again else self.tr("已撤销：{deed}")
        self._messages.show_message(Message(text.format(deed=words), Tone.OK, topic="bin"))
