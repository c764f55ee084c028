"""When an agreement takes effect, and how many copies of it there are."""

from datetime import date

from mediation_app.domain.agreements import Agreement, Signature, SignatureKind
from mediation_app.domain.cases import Case

COURT_ASSIGNMENT = "人民法院诉前委派"
"""The source of cases that a court sent before docketing; the court gets a copy too."""


def signatures_needed(case: Case) -> tuple[tuple[SignatureKind, str], ...]:
    """Return every (kind, signer) without which a written agreement has no effect.

    Source: People's Mediation Law art 29(2): all parties, the mediator, the committee's seal.
    """
    parties = tuple((SignatureKind.PARTY, party.id) for party in case.parties)
    mediators = tuple((SignatureKind.MEDIATOR, name) for name in case.mediators)
    return (*parties, *mediators, (SignatureKind.SEAL, ""))


def signatures_lacking(case: Case) -> tuple[tuple[SignatureKind, str], ...]:
    """Return every (kind, signer) still needed; parties need not sign an oral agreement.

    Source: People's Mediation Law arts 28, 29(2).
    """
    signatures = () if case.agreement is None else case.agreement.signatures
    given = {_key(signature) for signature in signatures}
    return tuple(
        (kind, signer)
        for kind, signer in signatures_needed(case)
        if (kind, signer) not in given
        and not (case.has_oral_agreement and kind is SignatureKind.PARTY)
    )


def effective_on(case: Case) -> date | None:
    """Return the day the agreement took effect, or None where it has none yet.

    A written agreement takes effect with the latest of all signatures, an oral one on the day it
    was reached, which is the day its record was signed. A sealed one had all of them.

    Source: People's Mediation Law arts 29(2), 30.
    """
    if case.agreement is None or not case.agreement.signatures:
        return None
    needs_all = not case.has_oral_agreement and case.sealed is None
    if needs_all and signatures_lacking(case):
        return None
    return max(signature.signed_on for signature in case.agreement.signatures)


def parties_signed_on(agreement: Agreement) -> date | None:
    """Return the day on which the last party signed."""
    days = [each.signed_on for each in agreement.signatures if each.kind is SignatureKind.PARTY]
    return max(days, default=None)


def copies_of(case: Case) -> int:
    """Return how many copies of the agreement are made: one a party, one for the committee.

    An agreement in a case that a court sent gets one more for that court; an oral one is only
    recorded. A number that people agreed on goes before the rule.

    Source: People's Mediation Law arts 28, 29(2).
    """
    if case.agreement is None or case.has_oral_agreement:
        return 0
    if case.agreement.copies is not None:
        return case.agreement.copies
    for_the_court = 1 if case.source == COURT_ASSIGNMENT else 0
    return len(case.parties) + 1 + for_the_court


def _key(signature: Signature) -> tuple[SignatureKind, str]:
    is_seal = signature.kind is SignatureKind.SEAL
    return signature.kind, "" if is_seal else signature.signer
