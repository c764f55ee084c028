"""当事人: everybody on either side, with agents, guardians and guarantors."""

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout

from mediation_app.domain.cases import Case
from mediation_app.domain.parties import Agent, Guardian, Party, PartyKind, PartyRole
from ui.case.places import moved, with_value, without
from ui.case.sections.party_card import PartyCard
from ui.case.sections.section import Cards, Section
from ui.sentences import term
from ui.styling import button


class Parties(Section):
    """One card a party, in the order in which they are printed."""

    def build(self) -> None:
        """Make the column of cards and the buttons that add to it."""
        self.cards = Cards(20)
        self.body.addLayout(self.cards)
        adding = QHBoxLayout()
        for role in PartyRole:
            text = self.tr("＋ {role}").format(role=term(role.value))
            adding.addWidget(button(text, self._adder(role), kind="link"))
        adding.addStretch(1)
        self.body.addLayout(adding)

    def refresh(self, case: Case) -> None:
        """Show one card a party."""
        self.cards.show_items(((p.id, _structure(p)) for p in case.parties), self._card)

    def add_party(self, role: PartyRole) -> None:
        """Add a party behind those of its side, and go to its name."""
        party = Party(self.context.new_id(), role)
        if role is PartyRole.RESPONDENT:
            party = replace(party, kind=PartyKind.COMPANY)
        parties = self.context.case.parties
        order = list(PartyRole)
        at = sum(order.index(each.role) <= order.index(role) for each in parties)
        self._put((*parties[:at], party, *parties[at:]))
        self.context.go_to(f"parties/{party.id}/name")

    def remove_party(self, party_id: str) -> None:
        """Remove a party; undo brings it back."""
        self._put(without(self.context.case.parties, party_id))

    def move_party(self, party_id: str, steps: int) -> None:
        """Move a party up or down."""
        self._put(moved(self.context.case.parties, party_id, steps))

    def change_party(self, party: Party) -> None:
        """Store a party whose kind or side was changed."""
        parties = self.context.case.parties
        self._put(tuple(party if each.id == party.id else each for each in parties))

    def add_agent(self, party: Party) -> None:
        """Add an agent, and go to the name."""
        agent = Agent(self.context.new_id())
        self.change_party(replace(party, agents=(*party.agents, agent)))
        self.context.go_to(f"parties/{party.id}/agents/{agent.id}/name")

    def add_guardian(self, party: Party) -> None:
        """Add a guardian, and go to the name."""
        guardian = Guardian(self.context.new_id())
        self.change_party(replace(party, guardians=(*party.guardians, guardian)))
        self.context.go_to(f"parties/{party.id}/guardians/{guardian.id}/name")

    def remove_person(self, place: str) -> None:
        """Remove an agent or guardian."""
        listing, _, person_id = place.rpartition("/")
        party_id, _, name = listing.removeprefix("parties/").partition("/")
        party = next(each for each in self.context.case.parties if each.id == party_id)
        rest = without(getattr(party, name), person_id)
        self.context.editing.put(with_value(self.context.case, listing, rest))

    def _put(self, parties: tuple[Party, ...]) -> None:
        self.context.editing.put(replace(self.context.case, parties=parties))

    def _adder(self, role: PartyRole) -> Callable[[], None]:
        return lambda: self.add_party(role)

    def _card(self, party_id: str) -> PartyCard:
        return PartyCard(self, party_id)


def _structure(party: Party) -> Hashable:
    """Return what decides which fields a card has."""
    agents = tuple(each.id for each in party.agents)
    return party.kind, agents, tuple(each.id for each in party.guardians)
