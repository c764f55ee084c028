"""The head of a case: who, what, how much, where it stands, what is next and by when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from mediation_app.domain.case_limits import CaseLimit
from mediation_app.domain.case_numbers import is_provisional
from mediation_app.domain.cases import Case
from mediation_app.domain.parties import PartyRole
from mediation_app.domain.stages import stage_of
from mediation_app.domain.syncing import Present
from ui.case.limit_button import LimitButton, words_of_limit
from ui.case.stage_bar import StageBar
from ui.case.steps import KEYS, NextStep, StepKind
from ui.elided import Elided, ElidedButton
from ui.frame.details import Details
from ui.icons import set_icon
from ui.measures import scaled, space
from ui.sentences import term
from ui.styling import button, column, empty_out, mark, row, words

SMALL_ICON_PX = 16
NARROW_PX = 900
"""Below this the first line is for who and how much; the limit stands beside the next step."""
PRIMARY_PX = 120
GAP_PX, FACTS_GAP_PX = 8, 14
MARGINS_PX = (20, 8, 12, 8)


class Header(QFrame):
    """Two lines above everything else."""

    step_wanted = Signal(object)
    """The ``NextStep`` of the primary button."""
    conflicts_wanted = Signal()

    def __init__(self, actions: list[QAction]) -> None:
        super().__init__()
        mark(self, role="bar")
        self._step = NextStep(StepKind.READ)
        self._limits: tuple[CaseLimit, ...] = ()
        self._is_narrow = False
        self.number = words("", role="strong")
        self.sides = Elided(role="strong")
        self.dispute = Elided(tone="muted")
        self.amount = words("", role="strong")
        self.present = Elided(role="caption")
        self.present.hide()
        self.conflicts = button("", self.conflicts_wanted.emit, kind="link")
        mark(self.conflicts, tone="warning")
        set_icon(self.conflicts, "conflict", SMALL_ICON_PX)
        self.conflicts.hide()
        self.stages = StageBar()
        self.primary = ElidedButton(PRIMARY_PX)
        self.primary.clicked.connect(self.do_step)
        mark(self.primary, kind="primary")
        self.more = self._menu_button(actions)
        self._limit_box = QWidget()
        self._limit_row = QHBoxLayout(self._limit_box)
        space(self._limit_row, 2, (0, 0, 0, 0))
        facts = (self.number, self.sides, self.dispute, self.amount)
        self._first = row(*facts, None, self._limit_box, spacing=FACTS_GAP_PX)
        self._second = row(
            self.stages, None, self.present, self.conflicts, self.primary, self.more,
            spacing=GAP_PX,
        )  # fmt: skip
        self.setLayout(column(self._first, self._second, spacing=4, margins=MARGINS_PX))

    def show_case(self, case: Case) -> None:
        """Show the facts."""
        self.number.setText(case.number or self.tr("未登记的草稿"))
        mark(self.number, tone="" if case.number else "warning")
        self.number.setToolTip(self._about_number(case))
        sides = [_names(case, PartyRole.APPLICANT), _names(case, PartyRole.RESPONDENT)]
        self.sides.show_text(" ⇄ ".join(each or "…" for each in sides))
        self.dispute.show_text(case.dispute)
        amount = case.agreement.amount if case.agreement else None
        amount = case.claim if amount is None else amount
        self.amount.setText(f"¥{amount.grouped}" if amount is not None else "")
        self.stages.show_stage(stage_of(case))

    def _about_number(self, case: Case) -> str:
        """Say that a number is only for now, or which one was on the first papers."""
        if is_provisional(case.number):
            return self.tr("临时编号，由中心库换成案号；换过以后，按它仍能找到本案")
        if case.provisional_number:
            return self.tr("登记时的临时编号：{number}").format(number=case.provisional_number)
        return ""

    def show_present(self, others: tuple[Present, ...]) -> None:
        """Say softly who else has the case open; nobody is kept from anything."""
        names = self.tr("、").join(_whom(each) for each in others)
        text = self.tr("{who} 也打开了此案").format(who=names) if others else ""
        self.present.show_text(text)
        self.present.setVisible(bool(text))
        self._share_room()

    def show_conflicts(self, count: int) -> None:
        """Say how many fields of the case hold more than one value."""
        self.conflicts.setText(self.tr("冲突 {count}").format(count=count))
        self.conflicts.setToolTip(self.tr("选定各方填写的内容  F7"))
        self.conflicts.setVisible(count > 0)
        self._share_room()

    def show_limits(self, limits: tuple[CaseLimit, ...], today: date) -> None:
        """Show the nearest limits."""
        if limits == self._limits:
            return
        self._limits = limits
        empty_out(self._limit_row)
        for each in limits[:1]:
            made = LimitButton(each, today)
            self._limit_row.addWidget(made)
            # It is made after everything else, and read before the paper.
            self.setTabOrder(self.conflicts, made)
        if len(limits) > 1:
            more = button(f"+{len(limits) - 1}", lambda: self._tell_limits(today), kind="quiet")
            more.setAccessibleName(self.tr("其他时限"))
            more.setToolTip(self.tr("其他时限"))
            self._limit_row.addWidget(more)
        self._share_room()

    def explain_limit(self) -> None:
        """Say how the nearest limit is reckoned."""
        for each in self.findChildren(LimitButton):
            if each.isVisible():
                each.explain()
                return

    def _tell_limits(self, today: date) -> None:
        said = [words_of_limit(each, today) for each in self._limits]
        Details(self.window(), self.tr("时限"), said).open_at(self.primary)

    def show_step(self, step: NextStep, missing_count: int) -> None:
        """Show what is next on the primary button."""
        self._step = step
        keys = [self.tr("Enter"), KEYS[step.action] if step.action else ""]
        hint = "  ".join(each for each in keys if each)
        self.primary.say(self._words_of(step, missing_count), hint)
        self._share_room()

    def do_step(self) -> None:
        """Do what is next."""
        self.step_wanted.emit(self._step)

    def _words_of(self, step: NextStep, missing_count: int) -> str:
        form = term(step.form.title) if step.form else ""
        names = {
            StepKind.COMPLETE: self.tr("补齐 {count} 项").format(count=missing_count),
            StepKind.PRINT: self.tr("打印{form}").format(form=form),
            StepKind.READ: self.tr("查看流水"),
        }
        if step.kind in names or step.action is None:
            return names.get(step.kind, "")
        return term(step.action.value)

    # --- room -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Share the room anew when the letters change their size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_room()

    def _share_room(self) -> None:
        """Let the next step keep its words longest, then the limit, then the other stages.

        Widths are only capped: what asks for more than there is would make the page wider.
        """
        is_narrow = self.width() < scaled(NARROW_PX)
        self.dispute.setVisible(not is_narrow)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow:
                self._second.insertWidget(1, self._limit_box)
            else:
                self._first.addWidget(self._limit_box)
        limit = self._limit_button()
        above: list[QWidget | None] = [limit, self.sides, self.dispute]
        below: list[QWidget | None] = [self.primary, limit, self.present, self.stages]
        if is_narrow:
            above = [self.sides]
        else:
            below.remove(limit)
        self._cap(self._first, above, FACTS_GAP_PX)
        self._cap(self._second, below, GAP_PX)
        if (layout := self.layout()) is not None:
            layout.activate()  # now: what is read or clicked next is not cut for a moment

    def _cap(self, line: QHBoxLayout, wanted: Sequence[QWidget | None], gap_px: int) -> None:
        """Give what stands first all its words, and the others what is left of the line."""
        there = _widgets_of(line)
        spare = self.width() - scaled(MARGINS_PX[0] + MARGINS_PX[2])
        spare -= sum(_least_width(each) + scaled(gap_px) for each in there)
        for each in wanted:
            if each is None or each.isHidden():
                continue
            more = min(max(spare, 0), max(each.sizeHint().width() - _least_width(each), 0))
            each.setMaximumWidth(_least_width(each) + more)
            spare -= more

    def _limit_button(self) -> ElidedButton | None:
        item = self._limit_row.itemAt(0)
        made = item.widget() if item is not None else None
        return made if isinstance(made, ElidedButton) else None

    def _menu_button(self, actions: list[QAction]) -> QToolButton:
        made = QToolButton()
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setText(self.tr("其他"))
        made.setAccessibleName(self.tr("其他操作"))
        mark(made, kind="quiet")
        menu = QMenu(made)
        menu.addActions(actions)
        made.setMenu(menu)
        return made


def _whom(other: Present) -> str:
    return f"{other.person} ({other.device_name})" if other.device_name else other.person


def _names(case: Case, role: PartyRole) -> str:
    return "、".join(each.name for each in case.parties_in(role) if each.name)


def _widgets_of(line: QHBoxLayout) -> list[QWidget]:
    items = (line.itemAt(no) for no in range(line.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [each for each in widgets if each is not None and not each.isHidden()]


def _least_width(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), 0)
