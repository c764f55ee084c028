"""Who signs a document: parties, those who act for them, mediators, recorder and seal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from forms.entries import day_entry, name
from forms.house_style import BLANK_NAME_PT, DENSE, DENSE_LEADING_PT, body
from forms.people import representative_label
from forms.typesetting.blocks import Block, Space
from forms.typesetting.signatures import SignatureField, SignatureFields
from forms.typesetting.text import Run
from forms.wording import Wording
from mediation_app.domain.agreements import SignatureKind
from mediation_app.domain.documents import Snapshot
from mediation_app.domain.parties import Guardian, Party

SIGNATURE_MM = 20.0
SEAL_MM = 34.0
_GAP_PT = 12.0


@dataclass(frozen=True, slots=True)
class Signers:
    """Makes the signature fields of one document.

    Attributes:
        agent_key: The wording for what an agent is called.
        signs_agreement: The signatures of the agreement are those of this document.
    """

    snapshot: Snapshot
    wording: Wording
    agent_key: str = "agent"
    signs_agreement: bool = True

    def of_parties(self, parties: Iterable[Party], role: str = "") -> Iterator[SignatureField]:
        """Return the fields of all parties and of all who act for them."""
        for party in parties:
            yield from self.of_party(party, role or party.role.value)

    def block(self, fields: Iterable[SignatureField]) -> tuple[Block, ...]:
        """Return the fields, ready to go on over pages."""
        number = self.snapshot.case.number
        text = self.wording.text("sign.continued", title=self.snapshot.kind.title, number=number)
        return Space(_GAP_PT), SignatureFields(tuple(fields), body(text))

    def of_party(self, party: Party, role: str) -> Iterator[SignatureField]:
        """Return the fields of a party and of all who act for it."""
        signed_on = self._signed_on(SignatureKind.PARTY, party.id)
        if not party.is_natural:
            label = self.wording.text("sign.entity", role=role)
            yield self._field(label, party.name, signed_on, is_sealed=True)
        elif not party.guardians:
            label = self.wording.text("sign.person", role=role)
            yield self._field(label, party.name, signed_on)
        for guardian in party.guardians:
            label = self.wording.text("sign.guardian")
            yield self._field(label, self._guardian_name(guardian, party, role), signed_on)
        if not party.is_natural and not party.agents:
            post = representative_label(party, self.wording)
            label = self.wording.text("sign.representative", role=role, post=post)
            yield self._field(label, party.representative, signed_on)
        for agent in party.agents:
            who = self.wording.text(self.agent_key)
            label = self.wording.text("sign.agent", agent=who)
            acting = self.wording.text("sign.for_name", name=agent.name, party=role + party.name)
            yield self._field(label, acting if agent.name else "", signed_on)

    def of_attending(self, party: Party, role: str) -> Iterator[SignatureField]:
        """Return the fields of those who sat at the table for a party: no seal is put there."""
        yield from (each for each in self.of_party(party, role) if not each.is_sealed)

    def of_committee(self) -> Iterator[SignatureField]:
        """Return the fields of every mediator, the recorder and the committee's seal."""
        yield from self.of_mediators()
        yield self.recorder()
        yield self.seal()

    def of_mediators(self) -> Iterator[SignatureField]:
        """Return the fields of every mediator."""
        case = self.snapshot.case
        for mediator in case.mediators or ("",):
            signed_on = self._signed_on(SignatureKind.MEDIATOR, mediator)
            yield self._field(self.wording.text("sign.mediator"), mediator, signed_on)

    def recorder(self) -> SignatureField:
        """Return the field of the recorder."""
        who = self.snapshot.case.recorder
        signed_on = self._signed_on(SignatureKind.RECORDER, who)
        return self._field(self.wording.text("sign.recorder"), who, signed_on)

    def seal(self) -> SignatureField:
        """Return the field of the committee's seal."""
        committee = self.snapshot.committee
        label = self.wording.text("sign.seal")
        seal = committee.seal_name or committee.name
        signed_on = self._signed_on(SignatureKind.SEAL, "")
        return self._field(label, seal, signed_on, is_sealed=True)

    def field(self, label: str, who: str) -> SignatureField:
        """Return the field of somebody who is no signer of the agreement."""
        return self._field(label, who, None)

    def _field(
        self, label: str, who: str, signed_on: date | None, *, is_sealed: bool = False
    ) -> SignatureField:
        signing_day = day_entry(signed_on, DENSE, self.wording.text("sign.date"))
        return SignatureField(
            (Run(label, DENSE),),
            ((name(who, DENSE, BLANK_NAME_PT),), (signing_day,)),
            DENSE_LEADING_PT,
            SEAL_MM if is_sealed else SIGNATURE_MM,
            is_sealed,
        )

    def _guardian_name(self, guardian: Guardian, party: Party, role: str) -> str:
        if not guardian.relationship:
            return self.wording.text(
                "sign.guardian_name_only", guardian=guardian.name, party=role + party.name
            )
        return self.wording.text(
            "sign.guardian_name",
            guardian=guardian.name,
            party=role + party.name,
            relationship=guardian.relationship,
        )

    def _signed_on(self, kind: SignatureKind, signer: str) -> date | None:
        agreement = self.snapshot.case.agreement
        signatures = agreement.signatures if agreement and self.signs_agreement else ()
        for signature in signatures:
            same_signer = kind is SignatureKind.SEAL or signature.signer == signer
            if signature.kind is kind and same_signer:
                return signature.signed_on
        return None
