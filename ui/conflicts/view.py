"""One conflict: the values side by side, what was there before, and the choice."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from mediation_app.domain.conflicts import Conflict, ConflictKind
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.journal import FieldValue
from ui.buttons import PushButton, is_enter
from ui.conflicts.differences import Piece, blended, pieces
from ui.conflicts.side_card import SideCard, SideShown, are_short
from ui.conflicts.telling import (
    Background,
    action_words,
    author_words,
    before_words,
    can_choose,
    can_merge,
    case_words,
    explanation,
    record_name,
    side_words,
    title_of,
)
from ui.drafts import Drafts, KeptForm
from ui.elided import Elided
from ui.fields.line_field import LineField
from ui.fields.text_field import LongTextField
from ui.measures import scaled, space
from ui.sight import bring_into_sight
from ui.styling import button, column, mark, row, words

NARROW_PX = 560
"""Below this the values stand one below the other."""


class _Inside(QWidget):
    """Tells when something in it asks for more or less room."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell it once the layout knows."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done


class ConflictView(QScrollArea):
    """Shows a conflict and takes the choice; a number key chooses, Enter confirms."""

    settled = Signal(object, object, str)
    """The ``Conflict``, the value that is to be kept, and the reason."""
    case_wanted = Signal(str)
    """The id of a case, empty for the committee's own record."""

    def __init__(self, drafts: Drafts) -> None:
        super().__init__()
        self.conflict: Conflict | None = None
        self.cards: tuple[SideCard, ...] = ()
        self.choice: int | None = None
        """The number of a side; the count of sides for the merged text."""
        self._background = Background()
        self._is_stacked = False
        self._is_whole = False
        self.heading = words("", role="title", wraps=True)
        self.sides = Elided(tone="muted")
        self.number = words("", tone="muted")
        self.open_case = button(self.tr("打开案件"), self._on_open_case, kind="link")
        self.explanation = words("", tone="muted", wraps=True)
        self.before = words("", wraps=True)
        self.merge = PushButton()
        self.merge.setCheckable(True)
        self.merge.clicked.connect(lambda: self.choose(len(self.cards)))
        mark(self.merge, kind="take")
        self.merged = LongTextField(self.tr("合并后"), least_lines=4)
        self.reason = LineField(self.tr("理由"))
        self.reason.line.setPlaceholderText(self.tr("可以不填，例如：按结算单"))
        self.kept = KeptForm(drafts, {"merged": self.merged, "reason": self.reason}, self)
        self.confirm = button(self.tr("确定"), self.settle, kind="primary")
        self.confirm.setToolTip(self.tr("确定  Enter"))
        self.hint = words("", role="caption", wraps=True)
        self._card_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_conflict(self, conflict: Conflict, background: Background) -> None:
        """Show a conflict; what was chosen and typed for the same one stays."""
        is_same = self.conflict is not None and _key(self.conflict) == _key(conflict)
        chosen = self._chosen_op()
        was_merging = self.choice is not None and not chosen
        self.conflict, self._background = conflict, background
        self._show_words()
        self._renew_cards()
        if not is_same:
            self.reason.show_text("")
            self.merged.show_text("")
            self.choose(None)
            place = FormPlace("conflicts", f"{conflict.case_id} {conflict.path}")
            self.kept.begin(place, f"{self.heading.text()} {conflict.case_number}".strip())
            return
        ids = [each.op_id for each in conflict.sides]
        merging = len(ids) if was_merging else None
        self.choose(ids.index(chosen) if chosen in ids else merging)

    def choose(self, number: int | None) -> None:
        """Mark a side, or the merged text, as the one to be kept."""
        conflict = self.conflict
        if conflict is None or (number is not None and not self._can_choose(number)):
            return
        self.choice = number
        for no, card in enumerate(self.cards):
            card.show_chosen(is_chosen=no == number)
        is_merging = number == len(self.cards)
        self.merge.setChecked(is_merging)
        self.merged.setVisible(is_merging)
        if is_merging and not self.merged.entry().text:
            self.merged.show_text(self._blend())
        if is_merging:
            self.merged.activate()
        self.confirm.setEnabled(number is not None)
        if number is not None:
            bring_into_sight(self.confirm)
        self._show_hint()

    def settle(self) -> None:
        """Hand the choice over."""
        if self.conflict is None or self.choice is None:
            return
        self.settled.emit(self.conflict, self._value(), self.reason.line.text().strip())

    def step_back(self) -> bool:
        """Take the choice back; False where there is none."""
        if self.choice is None:
            return False
        self.choose(None)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm with Enter."""
        if is_enter(event) and self.choice is not None:
            self.settle()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the values side by side where there is room."""
        super().resizeEvent(event)
        self._is_stacked = self.viewport().width() < scaled(NARROW_PX)
        ways = QBoxLayout.Direction
        self._card_row.setDirection(ways.TopToBottom if self._is_stacked else ways.LeftToRight)
        for no, card in enumerate(self.cards):
            if self.conflict is not None and card.side.action:
                card.take.setText(self._action_words(self.conflict, no))
        self._take_height()

    def show_whole(self, *, is_whole: bool) -> None:
        """Take the height of all that is in it: the page scrolls in its place."""
        self._is_whole = is_whole
        self._take_height()

    def _take_height(self) -> None:
        layout = self._inside.layout()
        wanted = 0
        if self._is_whole and layout is not None:
            wanted = layout.totalHeightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)

    # --- building -------------------------------------------------------------

    def _lay_out(self) -> None:
        space(self._card_row, 12, (0, 0, 0, 0))
        about = row(self.number, self.sides, self.open_case, None, spacing=12)
        foot = row(self.reason, self.confirm, spacing=12)
        foot.setStretchFactor(self.reason, 1)
        foot.setAlignment(self.confirm, Qt.AlignmentFlag.AlignTop)
        self._inside = inside = _Inside()
        inside.laid_out.connect(self._take_height)
        inside.setObjectName("page")
        inside.setLayout(
            column(
                self.heading,
                about,
                self.explanation,
                self._card_row,
                self.before,
                row(self.merge, None),
                self.kept.note,
                self.merged,
                foot,
                self.hint,
                None,
                spacing=10,
                margins=(24, 16, 24, 24),
            )
        )
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # --- showing --------------------------------------------------------------

    def _show_words(self) -> None:
        conflict, background = self.conflict, self._background
        if conflict is None:
            return
        case = background.case
        self.heading.setText(title_of(conflict, background.record))
        self.number.setText(record_name(conflict))
        self.sides.show_text(case_words(case) if case is not None else "")
        self.sides.setVisible(case is not None)
        self.open_case.setVisible(background.record is not None)
        self.open_case.setText(
            self.tr("打开设置") if conflict.is_of_committee else self.tr("打开案件")
        )
        self.explanation.setText(explanation(conflict))
        before = before_words(conflict, background)
        self.before.setText(before)
        self.before.setVisible(bool(before))
        self.merge.setVisible(can_merge(conflict))
        self.merge.setText(self.tr("合并 {key}").format(key=len(conflict.sides) + 1))
        self.merged.setVisible(False)

    def _renew_cards(self) -> None:
        for card in self.cards:
            self._card_row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = tuple(SideCard(each) for each in self._sides_shown())
        for no, card in enumerate(self.cards):
            card.chosen.connect(self._chooser(no))
            self._card_row.addWidget(card, 1)
            # Now, not at the next turn of the loop: it may be given the focus.
            card.show()
        self._put_in_reading_order()

    def _put_in_reading_order(self) -> None:
        """Lead Tab from the values to the reason and the button; the case comes last."""
        way = [
            *(card.take for card in self.cards),
            self.merge,
            self.merged.editor,
            self.reason.editor,
            self.confirm,
            self.open_case,
        ]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def _sides_shown(self) -> list[SideShown]:
        conflict = self.conflict
        if conflict is None:
            return []
        texts = [side_words(conflict, each, self._background) for each in conflict.sides]
        is_text = conflict.kind is not ConflictKind.REMOVAL and any(
            isinstance(each.value, str | list) and each.value for each in conflict.sides
        )
        shown = []
        is_short = are_short(texts)
        for no, side in enumerate(conflict.sides):
            other = texts[1 if no == 0 else 0]
            parts = pieces(texts[no], other) if is_text else (Piece(texts[no], is_own=False),)
            may = can_choose(conflict, no)
            action = self._action_words(conflict, no) if may else ""
            hint = "" if may else self.tr("未入已签署的协议；如需变更，请另行签署补充协议")
            author = author_words(side)
            shown.append(SideShown(parts, author, no == 0, action, hint, is_short))
        return shown

    def _action_words(self, conflict: Conflict, number: int) -> str:
        return action_words(conflict, number, is_stacked=self._is_stacked)

    def _show_hint(self) -> None:
        if self.choice is None:
            self.hint.setText(self.tr("按数字键选择，Enter 确定，↑↓ 换到另一处冲突。"))
        else:
            self.hint.setText(self.tr("没有采用的内容留在流水中，可以随时恢复。"))

    def _chooser(self, number: int) -> Callable[[], None]:
        def take() -> None:
            self.choose(number)
            self.reason.activate()

        return take

    # --- what is chosen -------------------------------------------------------

    def _can_choose(self, number: int) -> bool:
        conflict = self.conflict
        if conflict is None or number < 0:
            return False
        if number < len(conflict.sides):
            return can_choose(conflict, number)
        return number == len(conflict.sides) and can_merge(conflict)

    def _chosen_op(self) -> str:
        sides = self.conflict.sides if self.conflict else ()
        is_side = self.choice is not None and self.choice < len(sides)
        return sides[self.choice].op_id if is_side and self.choice is not None else ""

    def _value(self) -> FieldValue:
        conflict, choice = self.conflict, self.choice
        assert conflict is not None
        assert choice is not None
        if choice < len(conflict.sides):
            return conflict.sides[choice].value
        text = self.merged.entry().text
        if any(isinstance(each.value, list) for each in conflict.sides):
            return [each.strip() for each in text.splitlines() if each.strip()]
        return text

    def _blend(self) -> str:
        conflict = self.conflict
        if conflict is None:
            return ""
        texts = [_typed(each.value) for each in conflict.sides]
        together = blended(_typed(conflict.before), texts)
        if any(isinstance(each.value, list) for each in conflict.sides):
            # What several people added to a list is in it once.
            return "\n".join(dict.fromkeys(together.splitlines()))
        return together

    def _on_open_case(self) -> None:
        if self.conflict is not None:
            self.case_wanted.emit(self.conflict.case_id)


def _key(conflict: Conflict) -> tuple[str, str]:
    return conflict.case_id, conflict.path


def _typed(value: FieldValue) -> str:
    if isinstance(value, list):
        return "\n".join(value) + "\n"
    return "" if value is None else str(value)
