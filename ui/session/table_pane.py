"""到场: who is there, who was told of rights and duties, and what is in dispute today."""

from mediation_app.domain.cases import Case
from mediation_app.domain.customer_view import RIGHTS
from mediation_app.domain.parties import Agent, Guardian
from ui.fields.choices import Choice
from ui.fields.text_field import LongTextField
from ui.fields.tick_list_field import TickListField
from ui.sentences import term
from ui.session.pane import SessionPane
from ui.styling import words


class TablePane(SessionPane):
    """Who sits at the table."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("到场"))
        self.present = TickListField(self.tr("到场人员"), (), columns=1)
        self.bind(f"{self.table.place}/present", self.present)
        self.rows(self.present)
        self.heading(self.tr("权利义务告知"))
        told = "\n".join(term(each) for each in RIGHTS)
        self.body.addWidget(words(told, tone="muted", wraps=True))
        self.rights = TickListField(self.tr("表示清楚"), (), columns=1)
        self.bind(f"{self.table.place}/rights_told_to", self.rights)
        self.rows(self.rights)
        self.heading(self.tr("今天的议题"))
        issues = LongTextField(self.tr("争议事项"), least_lines=3)
        self.bind("issues", issues)
        self.rows(issues)

    def refresh(self, case: Case) -> None:
        """Offer the people of the case."""
        meeting = self.table.meeting
        _offer(self.present, people_of(case), meeting.present)
        parties = [choice for choice in people_of(case) if not choice.note]
        _offer(self.rights, parties, meeting.rights_told_to)


def people_of(case: Case) -> list[Choice]:
    """Return everybody who may sit at the table; agents and guardians have a note."""
    people = []
    for party in case.parties:
        role = term(party.role.value)
        people.append(Choice(party.id, f"{role} {party.name}"))
        others: tuple[Agent | Guardian, ...] = (*party.agents, *party.guardians)
        people += [Choice(each.id, f"　└ {each.name}", note=role) for each in others if each.name]
    return people


def _offer(field: TickListField, choices: list[Choice], value: tuple[str, ...]) -> None:
    if [box.text() for box in field.boxes] != [each.label for each in choices]:
        field.set_choices(choices)
        field.show_value(value)
