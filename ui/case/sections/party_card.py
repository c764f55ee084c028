"""The card of one party."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from mediation_app.domain.ages import age_on
from mediation_app.domain.cases import Case
from mediation_app.domain.missing import ADULT_AGE
from mediation_app.domain.parties import Party, PartyKind
from ui.case.editing import Cause
from ui.case.sections.person_fields import PersonFields
from ui.case.sections.section import CaseContext
from ui.elided import Elided
from ui.fields.pair_rows import PairRows
from ui.sentences import term
from ui.styling import button, column, icon_button, line, mark, row, words

MOST_AGENTS = 2
"""Civil Procedure Law art 61."""
ELDER_AGE = 60


class PartyActions(Protocol):
    """What a card asks of the list it stands in."""

    context: CaseContext

    def remove_party(self, party_id: str) -> None:
        """Remove a party."""
        ...

    def move_party(self, party_id: str, steps: int) -> None:
        """Move a party up or down."""
        ...

    def add_agent(self, party: Party) -> None:
        """Add an agent."""
        ...

    def add_guardian(self, party: Party) -> None:
        """Add a guardian."""
        ...

    def remove_person(self, place: str) -> None:
        """Remove an agent or guardian."""
        ...


class PartyCard(QWidget):
    """Who it is, how to reach them, and who acts for them."""

    def __init__(self, actions: PartyActions, party_id: str) -> None:
        super().__init__()
        self._actions = actions
        self._context = actions.context
        self._id = party_id
        self.title = Elided(role="heading")
        self.hint = Elided(role="caption", tone="warning")
        self.setLayout(column(self._head(), self._fields(), *self._people(), self._adding()))
        self._context.editing.changed.connect(self._on_changed)
        self._show_title(self.party)

    @property
    def party(self) -> Party:
        """The party as it is on screen."""
        return next(each for each in self._context.case.parties if each.id == self._id)

    def _head(self) -> QWidget:
        up = icon_button("chevron-up", self.tr("上移"), self._mover(-1))
        down = icon_button("chevron-down", self.tr("下移"), self._mover(1))
        gone = icon_button(
            "trash", self.tr("删除当事人"), lambda: self._actions.remove_party(self._id)
        )
        head = QWidget()
        head.setLayout(row(self.title, self.hint, None, up, down, gone, spacing=8))
        return head

    def _fields(self) -> QWidget:
        party = self.party
        fields = PersonFields(
            self._context.binding, f"parties/{party.id}", self._context.place.desk.clock.today
        )
        made = fields.natural() if party.is_natural else fields.entity(self._post())
        sides = (fields.role(self.tr("地位")), fields.kind(self.tr("类型")))
        holder = QWidget()
        holder.setLayout(PairRows((sides, *made)))
        return holder

    def _post(self) -> str:
        names = {
            PartyKind.SOLE_TRADER: self.tr("经营者"),
            PartyKind.COMPANY: self.tr("法定代表人"),
        }
        return names.get(self.party.kind, self.tr("负责人"))

    def _people(self) -> list[QWidget]:
        party = self.party
        guardians = [
            self._person(f"parties/{party.id}/guardians/{each.id}", self.tr("法定代理人"))
            for each in party.guardians
        ]
        agents = [
            self._person(f"parties/{party.id}/agents/{each.id}", self.tr("委托代理人"))
            for each in party.agents
        ]
        return [*guardians, *agents]

    def _person(self, place: str, title: str) -> QWidget:
        fields = PersonFields(self._context.binding, place, self._context.place.desk.clock.today)
        is_agent = "/agents/" in place
        made = fields.agent() if is_agent else fields.guardian()
        gone = icon_button("trash", self.tr("删除{who}").format(who=title), self._remover(place))
        head = row(words(title, role="strong"), None, gone)
        holder = QWidget()
        holder.setLayout(column(line(), head, PairRows(made), margins=(16, 0, 0, 0)))
        return holder

    def _adding(self) -> QWidget:
        agent = button(
            self.tr("＋ 委托代理人"), lambda: self._actions.add_agent(self.party), kind="link"
        )
        guardian = button(
            self.tr("＋ 法定代理人"), lambda: self._actions.add_guardian(self.party), kind="link"
        )
        holder = QWidget()
        holder.setLayout(row(agent, guardian, None))
        # Shown before it had a parent, a button would come up as a window of its own.
        agent.setVisible(len(self.party.agents) < MOST_AGENTS)
        guardian.setVisible(self.party.is_natural)
        return holder

    def _mover(self, steps: int) -> Callable[[], None]:
        return lambda: self._actions.move_party(self._id, steps)

    def _remover(self, place: str) -> Callable[[], None]:
        return lambda: self._actions.remove_person(place)

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        mine = [each for each in case.parties if each.id == self._id]
        if mine:
            self._show_title(mine[0])

    def _show_title(self, party: Party) -> None:
        same_side = self._context.case.parties_in(party.role)
        number = [each.id for each in same_side].index(party.id) + 1
        number_text = f" {number}" if len(same_side) > 1 else ""
        self.title.show_text(f"{term(party.role.value)}{number_text}　{party.name}".rstrip("　"))
        text, tone = self._hint(party)
        self.hint.show_text(text)
        mark(self.hint, tone=tone)

    def _hint(self, party: Party) -> tuple[str, str]:
        today = self._context.case.filed_on
        if party.born_on is None or today is None or party.born_on > today:
            return "", ""
        age = age_on(party.born_on, today)
        if age < ADULT_AGE and not party.guardians:
            return self.tr("{age}岁，需要法定代理人").format(age=age), "error"
        if age >= ELDER_AGE:
            return self.tr("{age}岁，建议使用大字版").format(age=age), "warning"
        return self.tr("{age}岁").format(age=age), "muted"
