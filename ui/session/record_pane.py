"""笔录: drafted from the notes, edited by hand, printed with the case."""

from dataclasses import replace

from mediation_app.domain.cases import Case
from mediation_app.domain.session_records import drafted_record
from ui.fields.field import without_label
from ui.fields.text_field import LongTextField
from ui.session.pane import SessionPane
from ui.styling import button, row, words

_LINES = 14


class RecordPane(SessionPane):
    """The record of this session."""

    def build(self) -> None:
        """Make the field and the button that drafts."""
        self.heading(self.tr("笔录"))
        teaching = self.tr(
            "按快记起草；未成交的方案、让步、授权和只有您能看到的记录都不会写进来。"
        )
        self.body.addWidget(words(teaching, tone="muted", wraps=True))
        self.text = without_label(LongTextField(self.tr("笔录"), least_lines=_LINES))
        self.bind(f"{self.table.place}/record", self.text)
        self.draft = button(self.tr("按快记起草"), self.draft_now)
        self.body.addLayout(row(self.draft, None))
        self.rows(self.text)

    def refresh(self, case: Case) -> None:
        """Say whether drafting would replace what is there."""
        del case
        there = bool(self.table.meeting.record.strip())
        self.draft.setText(self.tr("重新起草（可撤销）") if there else self.tr("按快记起草"))

    def draft_now(self) -> None:
        """Write the record that follows from the notes; undo brings the former one back."""
        case = self.table.case
        record = drafted_record(case, self.table.meeting)
        meetings = tuple(
            replace(each, record=record) if each.id == self.table.meeting_id else each
            for each in case.meetings
        )
        self.context.editing.put(replace(case, meetings=meetings), f"{self.table.place}/record")
