"""What is unusual about where a case stands: it is over, or its facts contradict each other."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.irregularities import Irregularity, irregularities
from mediation_app.domain.stages import CLOSED, Stage, stage_of
from mediation_app.domain.transitions import Action, LawfulStep
from ui.icons import set_icon
from ui.measures import space
from ui.sentences import spoken, term
from ui.styling import button, empty_out, mark, row, words

OFFERED = (Action.SUPPLEMENT, Action.FINISH, Action.REOPEN, Action.RESUME)


class StandingBanner(QWidget):
    """Lines above the form; hidden while there is nothing to say."""

    place_wanted = Signal(str)
    step_wanted = Signal(object)
    leaving_wanted = Signal()
    """The case is not here any more, and the person has read what was on screen."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        space(self._layout, 6, (20, 8, 20, 8))
        self._told: object = None
        self.hide()

    def show_case(
        self, case: Case, offered: tuple[LawfulStep, ...], *, is_gone: bool = False
    ) -> None:
        """Say what is unusual about the case, with the way to put it right; or that it is gone."""
        stage, wrong = stage_of(case), irregularities(case)
        actions = tuple(each.action for each in offered if each.action in OFFERED)
        told = stage, actions, tuple(str(each.sentence) for each in wrong), case.steps, is_gone
        if told == self._told:
            return
        self._told = told
        empty_out(self._layout)
        if is_gone:
            self._layout.addWidget(self._gone())
        for each in () if is_gone else wrong:
            self._layout.addWidget(self._contradiction(each))
        if not is_gone and (sentence := self._standing(stage)):
            self._layout.addWidget(self._rest(sentence, case, actions))
        self.setVisible(bool(self._layout.count()))

    def _standing(self, stage: Stage) -> str:
        if stage in CLOSED:
            return self.tr("案件已“{stage}”，内容只供查看；改动请先补录或者重开。")
        return {
            Stage.SUPPLEMENT: self.tr("正在补录；改完后请按“补录完毕”。"),
            Stage.SUSPENDED: self.tr("调解已中止，调解期限停止计算。"),
        }.get(stage, "")

    def _rest(self, sentence: str, case: Case, actions: tuple[Action, ...]) -> QFrame:
        step = case.steps[-1] if case.steps else None
        text = sentence.format(stage=term(stage_of(case).value))
        if step is not None and step.reason:
            text += self.tr("理由：{reason}").format(reason=step.reason)
        links = [button(term(each.value), self._asker(each), kind="link") for each in actions]
        return _notice("lock", "", text, *links)

    def _gone(self) -> QFrame:
        text = self.tr(
            "案件已不在这台电脑上，可能已移交其他机构。"
            "屏幕上是最后的内容，可以查看和复制，不能再修改。"
        )
        back = button(self.tr("返回案件列表"), self.leaving_wanted.emit, kind="link")
        return _notice("lock", "warning", text, back)

    def _contradiction(self, wrong: Irregularity) -> QFrame:
        def go() -> None:
            self.place_wanted.emit(wrong.place)

        link = button(self.tr("去核对"), go, kind="link")
        return _notice("warning", "warning", spoken(wrong.sentence), link)

    def _asker(self, action: Action) -> Callable[[], None]:
        return lambda: self.step_wanted.emit(action)


def _notice(icon: str, tone: str, text: str, *links: QWidget) -> QFrame:
    made = QFrame()
    mark(made, role="notice", tone=tone)
    sign = QLabel()
    mark(sign, tone=tone or "muted")
    set_icon(sign, icon)
    label = words(text, wraps=True)
    layout = row(sign, label, *links, spacing=10, margins=(12, 6, 8, 6))
    layout.setStretch(1, 1)
    made.setLayout(layout)
    return made
