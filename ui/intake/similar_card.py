"""The card of cases that may be about the same person."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from mediation_app.domain.stages import CLOSED, PATH, Stage
from mediation_app.services.registration import SimilarCase
from ui.measures import space
from ui.sentences import term
from ui.styling import button, column, empty_out, mark, row, words

_MOST_SHOWN = 3
_OVER = CLOSED | frozenset(PATH[PATH.index(Stage.VISITED) :])


class SimilarCard(QFrame):
    """Says that this person was here before; opens the case, or links it with this one."""

    case_chosen = Signal(str)
    link_wanted = Signal(str)
    """The id of the case that is to be linked, or whose link is to go again."""

    def __init__(self) -> None:
        super().__init__()
        mark(self, role="notice", tone="warning")
        self.cases: tuple[SimilarCase, ...] = ()
        self._linked: frozenset[str] = frozenset()
        self.heading = words("", role="strong", wraps=True)
        self.linking = button("", self.link_first, kind="link", hint="Alt+L")
        self._list = QVBoxLayout()
        space(self._list, 2, (0, 0, 0, 0))
        self.setLayout(
            column(
                self.heading,
                self._list,
                row(self.linking, None),
                spacing=4,
                margins=(12, 8, 12, 8),
            )
        )
        # The card takes the width it is given and never pushes the columns apart.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_cases(self, cases: tuple[SimilarCase, ...], linked: frozenset[str]) -> None:
        """Show these cases, with the ids of those that are linked; hide where there are none."""
        if (cases, linked) == (self.cases, self._linked):
            return
        self.cases, self._linked = cases, linked
        empty_out(self._list)
        self.heading.setText(self.tr("可能重复：{what}").format(what=_summary(cases)))
        for each in cases[:_MOST_SHOWN]:
            link = button(_words_of(each), self._opener(each.line.id), kind="link")
            link.setToolTip(self.tr("打开这件案件，第一件用 Alt+O"))
            self._list.addWidget(link)
        is_linked = bool(cases) and cases[0].line.id in linked
        self.linking.setText(
            self.tr("已关联，取消 Alt+L") if is_linked else self.tr("关联，不合并 Alt+L")
        )
        self.setVisible(bool(cases))

    def open_first(self) -> None:
        """Open the first of them."""
        if self.cases:
            self.case_chosen.emit(self.cases[0].line.id)

    def link_first(self) -> None:
        """Link the first of them with the draft, or take the link off again."""
        if self.cases:
            self.link_wanted.emit(self.cases[0].line.id)

    def _opener(self, case_id: str) -> Callable[[], None]:
        return lambda: self.case_chosen.emit(case_id)


def _summary(cases: tuple[SimilarCase, ...]) -> str:
    """Return what the latest of them has in common: 2025-08 同名同尾号 1 件（已结）."""
    if not cases:
        return ""
    first = cases[0]
    translate = QCoreApplication.translate
    why = (
        translate("SimilarCard", "同证件号码")
        if first.has_same_identity
        else translate("SimilarCard", "同名同尾号")
    )
    how = (
        translate("SimilarCard", "已结")
        if first.line.stage in _OVER
        else translate("SimilarCard", "在办")
    )
    month = f"{first.line.filed_on:%Y-%m}" if first.line.filed_on else ""
    text = translate("SimilarCard", "{month} {why} {count} 件（{how}）")
    return text.format(month=month, why=why, count=len(cases), how=how).strip()


def _words_of(similar: SimilarCase) -> str:
    """Return what tells the cases of one person apart; the name they have in common."""
    line = similar.line
    filed_on = line.filed_on.isoformat() if line.filed_on else ""
    parts = (line.number, term(line.stage.value), filed_on)
    return " · ".join(each for each in parts if each)
