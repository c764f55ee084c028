"""One term of the agreement."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mediation_app.domain.agreements import TermKind
from mediation_app.domain.cases import Case
from mediation_app.domain.clauses import blanks_in
from mediation_app.domain.findings import warning
from mediation_app.sentences import say
from ui.case.editing import Cause
from ui.case.sections.section import CaseContext
from ui.fields.choices import Choice
from ui.fields.entries import Entry
from ui.fields.field import without_label
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.readers import MoneyReader
from ui.fields.text_field import LongTextField
from ui.measures import limit
from ui.sentences import term
from ui.styling import column, icon_button, row, words


class TermField(LongTextField):
    """The text of a term; blanks of the clause library are pointed out until they are filled."""

    def entry(self) -> Entry:
        """Return the text, with what is still blank in it."""
        entry = super().entry()
        blanks = blanks_in(entry.text)
        if not blanks:
            return entry
        sentence = say("还有{count}处空白：{blanks}", count=len(blanks), blanks="".join(blanks))
        return replace(entry, findings=(warning(sentence),))


class TermActions(Protocol):
    """What a card asks of the list it stands in."""

    def remove_term(self, term_id: str) -> None:
        """Remove a term."""
        ...

    def move_term(self, term_id: str, steps: int) -> None:
        """Move a term up or down."""
        ...


class TermCard(QWidget):
    """Number, kind, amount and text."""

    def __init__(self, context: CaseContext, actions: TermActions, term_id: str) -> None:
        super().__init__()
        self._actions = actions
        self._id = term_id
        self.number = words("", role="strong")
        place = f"agreement/terms/{term_id}"
        kinds = [Choice(kind, term(kind.value)) for kind in TermKind]
        kind = without_label(OptionField(self.tr("条款种类"), kinds))
        self.amount = without_label(LineField(self.tr("金额"), MoneyReader()))
        self.text = without_label(TermField(self.tr("条款内容"), is_required=True, least_lines=2))
        context.binding.bind(f"{place}/kind", kind)
        context.binding.bind(f"{place}/amount", self.amount)
        context.binding.bind(f"{place}/text", self.text)
        limit(kind, maximumWidth=150)
        limit(self.amount, maximumWidth=220)
        limit(self.number, minimumWidth=20)
        self._up = icon_button("chevron-up", self.tr("上移条款"), self._mover(-1))
        self._down = icon_button("chevron-down", self.tr("下移条款"), self._mover(1))
        self._gone = icon_button(
            "trash", self.tr("删除条款"), lambda: actions.remove_term(term_id)
        )
        steps = (self._up, self._down, self._gone)
        head = row(self.number, kind, self.amount, None, *steps, spacing=6)
        self.setLayout(column(head, row(self.text, margins=(26, 0, 0, 0)), spacing=4))
        context.editing.changed.connect(self._on_changed)
        self._on_changed(context.case, Cause.COMMAND)

    def _mover(self, steps: int) -> Callable[[], None]:
        return lambda: self._actions.move_term(self._id, steps)

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        ids = [each.id for each in case.agreement.terms] if case.agreement else []
        if self._id in ids:
            self.number.setText(str(ids.index(self._id) + 1))
        for each in (self._up, self._down, self._gone):
            each.setVisible(case.sealed is None)
