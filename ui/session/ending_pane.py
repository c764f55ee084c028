"""终结: why no agreement came about, what nobody disputes, and who signs that."""

from dataclasses import replace

from mediation_app.domain.cases import Case, Outcome, Termination
from mediation_app.domain.drafts import FormPlace
from mediation_app.domain.failures import REASONS
from mediation_app.domain.quick_notes import UNDISPUTED_TAG
from mediation_app.domain.session_records import undisputed_in
from mediation_app.domain.sessions import SessionNote
from ui.drafts import KeptForm
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.line_edit import LineEdit
from ui.fields.text_field import LongTextField
from ui.fields.tick_list_field import TickListField
from ui.sentences import term
from ui.session.pane import SessionPane
from ui.styling import button, mark, row, words


class EndingPane(SessionPane):
    """How a mediation ends that brought no agreement."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("终结（调解不成）"))
        reasons = [Choice(each, term(each)) for each in REASONS]
        self.reason = ChoiceField(self.tr("终结原因"), reasons, is_required=True)
        self.more = LongTextField(
            self.tr("说明"),
            least_lines=2,
            hint=self.tr("留在案卷里；终结书上只印终结原因，不印方案和让步"),
        )
        self.bind("termination/reason_code", self.reason)
        self.bind("termination/reason", self.more)
        self.rows(self.reason, self.more)
        self.heading(self.tr("无争议事实"))
        self.empty = words(
            self.tr("在快记里写 @甲 #无争议 …，或者在下面添加；只写双方都认可的事实。"),
            tone="muted", wraps=True,
        )  # fmt: skip
        self.undisputed = TickListField(self.tr("记载"), (), columns=1)
        self.bind("termination/undisputed", self.undisputed)
        self.signers = TickListField(self.tr("愿意签名"), (), columns=2)
        self.bind("termination/signers", self.signers)
        self.rows(self.empty, self.undisputed)
        self._build_fact()
        self.rows(self.signers)
        self.end = button(self.tr("终结调解"), self.table.fail, kind="danger")
        self.done = words("", wraps=True)
        self.body.addLayout(row(self.end, None))
        self.body.addWidget(self.done)

    def _build_fact(self) -> None:
        self.fact = LineEdit()
        self.fact.setPlaceholderText(self.tr("添加一条无争议事实，例如 合同签于2025年3月1日"))
        self.fact.setAccessibleName(self.tr("添加无争议事实"))
        self.fact.returnPressed.connect(self.add_fact)
        self.kept = KeptForm(self.context.place.drafts, {"fact": self.fact}, self)
        adding = button(self.tr("添加"), self.add_fact)
        line = row(self.fact, adding, spacing=6)
        line.setStretchFactor(self.fact, 1)
        self.body.addWidget(self.kept.note)
        self.body.addLayout(line)
        place = FormPlace("session", self.table.case.id, f"fact/{self.table.meeting_id}")
        self.kept.begin(place, f"{self.tr('无争议事实')} {self.table.case.number}".strip())

    def refresh(self, case: Case) -> None:
        """Offer the facts that were noted, and the parties."""
        noted = [fact for each in case.meetings for fact in undisputed_in(each.notes)]
        ticked = case.termination.undisputed if case.termination else ()
        facts = tuple(dict.fromkeys((*noted, *ticked)))
        if tuple(box.text() for box in self.undisputed.boxes) != facts:
            self.undisputed.set_choices([Choice(each, each) for each in facts])
            self.undisputed.show_value(ticked)
        self.undisputed.setVisible(bool(facts))
        names = [Choice(each.id, f"{term(each.role.value)} {each.name}") for each in case.parties]
        if [box.text() for box in self.signers.boxes] != [each.label for each in names]:
            self.signers.set_choices(names)
            self.signers.show_value(case.termination.signers if case.termination else ())
        has_failed = case.outcome is Outcome.FAILED
        self.end.setVisible(not has_failed)
        self.done.setText(
            self.tr("已终结。终结书、无争议事实记载和其他途径告知在案件的“文书”里打印。")
            if has_failed
            else ""
        )
        mark(self.done, tone="ok")

    def add_fact(self) -> None:
        """Note a fact as undisputed, and tick it."""
        text = " ".join(self.fact.text().split())
        if not text:
            return
        self.fact.clear()
        self.kept.done()
        now = self.context.place.desk.clock.now()
        note = SessionNote(self.context.new_id(), "", UNDISPUTED_TAG, text, now)
        notes = (*self.table.meeting.notes, note)
        case = self.table.case
        meetings = tuple(
            replace(each, notes=notes) if each.id == self.table.meeting_id else each
            for each in case.meetings
        )
        ending = case.termination or Termination()
        undisputed = tuple(dict.fromkeys((*ending.undisputed, text)))
        ending = replace(ending, undisputed=undisputed)
        self.context.editing.put(replace(case, meetings=meetings, termination=ending))

    def lacks_reason(self) -> bool:
        """Say beside the field that the reason is missing; return whether it is."""
        ending = self.table.case.termination
        if ending is not None and ending.reason_code.strip():
            return False
        self.reason.show_lack(self.tr("请选择终结原因"))
        self.reason.activate()
        return True
