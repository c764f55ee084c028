"""成交: the sum, who pays whom and by when, what if not, and what care is due before signing."""

from mediation_app.domain.cases import Case
from mediation_app.domain.deals import COUNTS, deal_lacks, due_on, mixed_words
from mediation_app.domain.quick_notes import APPLICANTS, RESPONDENTS
from mediation_app.domain.sessions import Deal
from mediation_app.domain.understanding import (
    CAPACITY,
    WANTED,
    noticed,
    safeguards_lacking,
    safeguards_wanted,
)
from ui.authority_sight import may_see_authority
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.code_tables import choices_of
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.readers import MoneyReader, WholeReader
from ui.fields.text_field import LongTextField
from ui.fields.tick_list_field import TickListField
from ui.sentences import spoken, term
from ui.session.pane import SessionPane
from ui.styling import button, mark, row, words

_MOST_DAYS = 999


class DealPane(SessionPane):
    """What both sides shook hands on, until it is an agreement."""

    def build(self) -> None:
        """Make the fields."""
        place = f"{self.table.place}/deal"
        self.heading(self.tr("成交"))
        payers = [
            Choice(RESPONDENTS, self.tr("乙方（被申请人）")),
            Choice(APPLICANTS, self.tr("甲方（申请人）")),
        ]
        counts = [Choice(each, term(each)) for each in COUNTS]
        self.payee = ChoiceField(self.tr("收款户名"), (), is_required=True)
        self.fields: dict[str, Field] = {
            "amount": LineField(self.tr("成交金额"), MoneyReader(), is_required=True),
            "payer": OptionField(self.tr("付款方"), payers),
            "payee": self.payee,
            "manner": ChoiceField(self.tr("履行方式"), choices_of("manners"), is_required=True),
            "days": LineField(
                self.tr("签署后几日内"), WholeReader(most=_MOST_DAYS), is_required=True
            ),
            "counts": OptionField(self.tr("按什么算"), counts),
            "periods": LineField(self.tr("分期期数"), WholeReader(most=_MOST_DAYS)),
            "consequence": LongTextField(
                self.tr("未按期的后果"), is_required=True, least_lines=2,
                hint=self.tr("例如 按未付金额日万分之二支付违约金"),
            ),
            "wording_note": LineField(self.tr("用词理由")),
        }  # fmt: skip
        for name, each in self.fields.items():
            self.bind(f"{place}/{name}", each)
        self.due = words("", role="strong")
        self.wording = words("", tone="warning", wraps=True)
        f = self.fields
        self.rows(
            f["amount"], (f["payer"], f["payee"]), (f["manner"], f["periods"]),
            (f["days"], f["counts"]), self.due, f["consequence"], self.wording, f["wording_note"],
        )  # fmt: skip
        self._build_care()
        self.lacks = words("", tone="error", wraps=True)
        self.fix = button(
            self.tr("成交，写入协议"), self.table.fix_deal, kind="primary", hint="Ctrl+Enter"
        )
        self.done = words("", tone="ok", wraps=True)
        self.body.addWidget(self.lacks)
        self.body.addLayout(row(self.fix, None))
        self.body.addWidget(self.done)

    def refresh(self, case: Case) -> None:
        """Show what follows from what is typed."""
        meeting = self.table.meeting
        deal = meeting.deal or Deal()
        names = [each.name for each in case.parties if each.name]
        self.payee.set_choices([Choice(each, each) for each in dict.fromkeys(names)])
        self._show_due(deal)
        mixed = mixed_words(case, meeting)
        self.wording.setText(spoken(mixed.sentence) if mixed else "")
        self.wording.setVisible(mixed is not None)
        self.fields["wording_note"].setVisible(mixed is not None or bool(deal.wording_note))
        self._show_care(case)
        fixed = deal.fixed_at
        self.done.setText(
            self.tr("已写入协议 {time}；再次成交会替换这些条款").format(
                time=fixed.astimezone().strftime("%H:%M")
            )
            if fixed
            else ""
        )
        self.lacks.setText("")
        mark(self.lacks, tone="error")

    def show_lacks(self) -> bool:
        """Say what is missing, beside the fields and in a list; return whether anything is."""
        table = self.table
        sees = may_see_authority(table.context.place.desk, table.case.id)
        found = deal_lacks(table.case, table.meeting, table.today(), tells_authority=sees)
        for each in found:
            if each.place in self.fields:
                self.fields[each.place].show_lack(spoken(each.sentence))
        self.lacks.setText("\n".join(spoken(each.sentence) for each in found))
        for each in found[:1]:
            self._field(each.place).activate()
        return bool(found)

    def _field(self, place: str) -> Field:
        return self.fields.get(place) or self.safeguards

    def _show_due(self, deal: Deal) -> None:
        limits = self.context.place.desk.limits
        until = due_on(deal, self.table.today(), limits.calendar)
        text = self.tr("今天签署，最迟 {day} 付清").format(day=until) if until else ""
        self.due.setText(text)
        self.due.setVisible(bool(text))

    def _build_care(self) -> None:
        self.heading(self.tr("签署前：是否听懂、是否自愿"))
        self.doubts = TickListField(
            self.tr("注意到"), [Choice(each, term(each)) for each in WANTED], columns=4
        )
        self.bind(f"{self.table.place}/doubts", self.doubts)
        self.asked = words("", wraps=True)
        self.safeguards = TickListField(self.tr("已做到"), ())
        self.bind(f"{self.table.place}/safeguards", self.safeguards)
        self.head_note = LongTextField(self.tr("站长意见"), least_lines=2)
        self.bind(f"{self.table.place}/doubt_note", self.head_note)
        self.rows(self.doubts, self.asked, self.safeguards, self.head_note)

    def _show_care(self, case: Case) -> None:
        meeting = self.table.meeting
        wanted = safeguards_wanted(case, meeting)
        if [box.text() for box in self.safeguards.boxes] != [term(each) for each in wanted]:
            self.safeguards.set_choices([Choice(each, term(each)) for each in wanted])
            self.safeguards.show_value(meeting.safeguards)
        self.safeguards.setVisible(bool(wanted))
        known = noticed(case, meeting)
        lacking = safeguards_lacking(case, meeting)
        if lacking:
            self.asked.setText(
                self.tr("{doubts}：还需要 {safeguards}").format(
                    doubts="、".join(term(each) for each in known),
                    safeguards="、".join(term(each) for each in lacking),
                )
            )
        elif wanted:
            self.asked.setText(self.tr("需要的都已做到，会写进笔录"))
        else:
            self.asked.setText(self.tr("没有注意到需要特别照顾的情况"))
        mark(self.asked, tone="warning" if lacking else "muted")
        self.head_note.setVisible(CAPACITY in known)
