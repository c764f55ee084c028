"""协议: terms, manner, period, amount, instalments."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from mediation_app.domain.agreements import Agreement, Term
from mediation_app.domain.cases import Case, Outcome
from mediation_app.domain.clauses import BLANK, Clause, filled
from mediation_app.errors import SealedAgreementError
from ui.case.places import moved, without
from ui.case.seal_banner import SealBanner
from ui.case.sections.clause_picker import ClausePicker
from ui.case.sections.plan_card import PlanCard
from ui.case.sections.section import Cards, Section
from ui.case.sections.term_card import TermCard
from ui.fields.choice_field import ChoiceField
from ui.fields.code_tables import choices_of
from ui.fields.line_field import LineField
from ui.fields.pair_rows import PairRows
from ui.fields.readers import MoneyReader, WholeReader
from ui.fields.text_field import LongTextField
from ui.pages import Message, Tone
from ui.sentences import told
from ui.styling import button, column, line, row, words


class AgreementSection(Section):
    """What was agreed."""

    def build(self) -> None:
        """Make the list of terms, and the fields below it."""
        self.banner = SealBanner()
        self._empty = self._empty_state()
        self._there = QWidget()
        self.cards = Cards(14)
        self.plan = PlanCard(self.context)
        self._adding = button(self.tr("＋ 条款　Ctrl+Enter"), self.add_term, kind="link")
        self._there.setLayout(
            column(
                words(self.tr("协议内容"), role="heading"),
                self.cards,
                row(self._adding, None),
                line(),
                words(self.tr("履行"), role="heading"),
                self._fields(),
                line(),
                self.plan,
                spacing=10,
            )
        )
        self.body.addWidget(self.banner)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._there)

    def refresh(self, case: Case) -> None:
        """Show the terms, or how to begin."""
        is_there = case.agreement is not None
        self._empty.setVisible(not is_there)
        self._there.setVisible(is_there)
        self.banner.show_case(case)
        self._adding.setVisible(case.sealed is None)
        terms = case.agreement.terms if case.agreement else ()
        self.cards.show_items(((each.id, "") for each in terms), self._card)

    def begin(self) -> None:
        """Begin an agreement with the choice of its first term."""
        case = self.context.case
        if case.agreement is None:
            is_open = case.outcome is Outcome.PENDING
            outcome = Outcome.WRITTEN_AGREEMENT if is_open else case.outcome
            self.context.editing.put(replace(case, agreement=Agreement(), outcome=outcome))
        self.add_term()

    def add_term(self) -> None:
        """Offer the clause library; a closed agreement gets no more terms."""
        if self.context.case.sealed is not None:
            self.context.tell(Message(told(SealedAgreementError()), Tone.WARNING, topic="case"))
            return
        if self.context.case.agreement is None:
            self.begin()
            return
        picker = ClausePicker(self.window())
        picker.chosen.connect(self.add_clause)
        picker.open_at(self)
        picker.line.setFocus()

    def add_clause(self, clause: Clause) -> None:
        """Add a clause as the last term, and select its first blank."""
        case = self.context.case
        agreement = case.agreement or Agreement()
        today = self.context.place.desk.clock.today()
        text = filled(clause, case, self.context.committee, today)
        made = Term(self.context.new_id(), clause.kind, text)
        self._put_terms((*agreement.terms, made))
        place = f"agreement/terms/{made.id}/text"
        self.context.go_to(place)
        field = self.context.binding.field_at(place)
        if isinstance(field, LongTextField):
            _select_first_blank(field)

    def remove_term(self, term_id: str) -> None:
        """Remove a term; undo brings it back."""
        self._put_terms(without(self._terms(), term_id))

    def move_term(self, term_id: str, steps: int) -> None:
        """Move a term up or down."""
        self._put_terms(moved(self._terms(), term_id, steps))

    def _terms(self) -> tuple[Term, ...]:
        agreement = self.context.case.agreement
        return agreement.terms if agreement else ()

    def _put_terms(self, terms: tuple[Term, ...]) -> None:
        case = self.context.case
        agreement = case.agreement or Agreement()
        self.context.editing.put(replace(case, agreement=replace(agreement, terms=terms)))

    def _card(self, term_id: str) -> QWidget:
        return TermCard(self.context, self, term_id)

    def _fields(self) -> QWidget:
        manner = ChoiceField(self.tr("履行方式"), choices_of("manners"), is_required=True)
        period = LineField(self.tr("履行期限"), is_required=True)
        amount = LineField(self.tr("协议金额"), MoneyReader(), is_required=True)
        number = LineField(self.tr("协议编号"))
        copies = LineField(self.tr("份数"), WholeReader())
        copies_note = LineField(self.tr("份数说明"))
        for name, each in (
            ("manner", manner), ("period", period), ("amount", amount),
            ("number", number), ("copies", copies), ("copies_note", copies_note),
        ):  # fmt: skip
            self.bind(f"agreement/{name}", each)
        left_open = LineField(self.tr("未解决事项"))
        left_open.line.setPlaceholderText(self.tr("只达成一部分时写明还有哪些没有解决，不会印出"))
        self.bind("left_open", left_open)
        holder = QWidget()
        pairs = ((manner, period), (amount, number), (copies, copies_note))
        holder.setLayout(PairRows((*pairs, left_open)))
        return holder

    def _empty_state(self) -> QWidget:
        holder = QWidget()
        teaching = words(
            self.tr("这里写双方达成的协议：从条款库选条款，填金额与日期，右侧即时成文。"),
            tone="muted",
            wraps=True,
        )
        begin = button(self.tr("写协议　Ctrl+Enter"), self.begin, kind="primary")
        holder.setLayout(
            column(
                words(self.tr("还没有协议"), role="heading"), teaching, row(begin, None),
                spacing=12, margins=(0, 40, 0, 0),
            )
        )  # fmt: skip
        return holder


def _select_first_blank(field: LongTextField) -> None:
    blank = BLANK.search(field.text_edit.toPlainText())
    cursor = field.text_edit.textCursor()
    if blank is None:
        cursor.movePosition(cursor.MoveOperation.End)
    else:
        cursor.setPosition(blank.start())
        cursor.setPosition(blank.end(), cursor.MoveMode.KeepAnchor)
    field.text_edit.setTextCursor(cursor)
