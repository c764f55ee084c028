"""Signatures in the exchange format: one day for all, or one record for each."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from mediation_app.domain.agreements import Agreement, Signature, SignatureKind
from mediation_app.domain.cases import Case
from mediation_app.domain.effect import (
    effective_on,
    parties_signed_on,
    signatures_lacking,
    signatures_needed,
)
from mediation_app.domain.seals import agreement_digest
from mediation_app.exchange.agreements import SignatureRecord
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts
from mediation_app.exchange.sides import name_of_party, party_called
from mediation_app.sentences import say

AGREEMENT_KEY, CONFIRMATION_KEY = "协议", "司法确认"
_SIGNED_ON, _RECORDS, _EFFECTIVE_ON = "签署日期", "签署记录", "协议生效日"
_SEALED_AT = "签署完成时间"
_READ_BEFORE = ("申请人", "被申请人", "第三人", "案外担保人", "调解员", "调解结果")


def signed(case: Case, told: Facts, effective: date | None, place: Place) -> Case:
    """Return the case with the signatures that the file tells.

    Args:
        case: With its agreement, not signed yet.
        told: The facts of the agreement; ``signed_on`` and ``records`` are used.
        effective: The day of effect as the file gives it.
        place: Of the case.
    """
    agreement = case.agreement
    notes = place.notes
    days = tuple(f"{AGREEMENT_KEY}·{key}" for key in (_SIGNED_ON, _RECORDS))
    # What could not be read has been refused already; a conclusion from it would only confuse.
    if agreement is None or notes.touches(
        *_READ_BEFORE, *days, f"{CONFIRMATION_KEY}·{_EFFECTIVE_ON}"
    ):
        return case
    records = told.get("records", ())
    if records:
        keys = _told_one_by_one(case, records, place.key(AGREEMENT_KEY).key(_RECORDS))
    else:
        keys = _told_by_day(case, told.get("signed_on"), effective)
    signatures = tuple(Signature(notes.ids.new(), *key) for key in keys)
    result = replace(case, agreement=replace(agreement, signatures=signatures))
    if not notes.touches(*days):
        _check_days(result, told.get("signed_on"), effective, place)
    return result


def closed(case: Case, place: Place) -> Case:
    """Return the case with the digest of its agreement where the file says that it is closed."""
    if case.sealed is None or case.agreement is None or place.notes.touches(AGREEMENT_KEY):
        return case
    here = place.key(AGREEMENT_KEY).key(_SEALED_AT)
    if not case.agreement.signatures:
        here.refuse(say("协议还没有任何签名，不能有签署完成时间"))
    elif signatures_lacking(case):
        # Parties may have changed since; what was closed stays closed.
        here.warn(say("协议标明已签署完成，但与现在的当事人、调解员对照，签名不齐全"))
    digest = agreement_digest(case.agreement)
    return replace(case, sealed=replace(case.sealed, digest=digest))


def written_signatures(case: Case, agreement: Agreement) -> Facts:
    """Return the signatures as one day where that tells all, or else each of them.

    A signature of somebody who is no party any more is left out.
    """
    records = tuple(_record(case, signature) for signature in agreement.signatures)
    given = Counter((each.kind, each.signer, each.signed_on) for each in agreement.signatures)
    day = parties_signed_on(agreement) if not case.has_oral_agreement else effective_on(case)
    by_day = _told_by_day(case, day, effective_on(case))
    if day is not None and Counter(by_day) == given:
        return {"signed_on": day}
    return {"records": tuple(each for each in records if each.signer or _is_seal(each.kind))}


def written_effective_on(case: Case) -> date | None:
    """Return the day of effect as the file tells it: of written agreements only."""
    return None if case.has_oral_agreement else effective_on(case)


_SignatureKey = tuple[SignatureKind, str, date]


def _told_by_day(
    case: Case, signed_on: date | None, effective: date | None
) -> Iterator[_SignatureKey]:
    """Yield everybody who signs on the day, and the seal, which may come later."""
    if signed_on is None:
        return
    is_oral = case.has_oral_agreement
    sealed_on = signed_on if is_oral or effective is None else max(signed_on, effective)
    for kind, signer in signatures_needed(case):
        # The mediator records an oral agreement (art 28); parties do not sign.
        if not (is_oral and kind is SignatureKind.PARTY):
            yield kind, signer, sealed_on if _is_seal(kind) else signed_on


def _told_one_by_one(
    case: Case, records: Iterable[SignatureRecord], place: Place
) -> Iterator[_SignatureKey]:
    for number, record in enumerate(records, start=1):
        signer = record.signer
        if record.kind is SignatureKind.PARTY:
            party = party_called(case, signer)
            if party is None:
                place.item(number, "条").key("签署人").refuse(
                    say("当事人中没有“{signer}”，或者不止一人", signer=signer)
                )
                continue
            signer = party.id
        yield record.kind, signer, record.signed_on


def _check_days(case: Case, signed_on: date | None, effective: date | None, place: Place) -> None:
    """Refuse days that contradict the signatures."""
    assert case.agreement is not None
    computed = effective_on(case)
    last = parties_signed_on(case.agreement) or computed
    if signed_on is not None and last is not None and signed_on != last:
        place.key(AGREEMENT_KEY).key(_SIGNED_ON).refuse(
            say("签署日期 {day} 与签署记录不符，应为 {right}", day=signed_on, right=last)
        )
    if effective is None or effective == computed:
        return
    place.key(CONFIRMATION_KEY).key(_EFFECTIVE_ON).refuse(
        say("协议尚未签署齐全，不能有协议生效日")
        if computed is None
        else say(
            "协议生效日 {day} 不对，按签名、印章中最晚的日期应为 {right}",
            day=effective,
            right=computed,
        )
    )


def _record(case: Case, signature: Signature) -> SignatureRecord:
    is_party = signature.kind is SignatureKind.PARTY
    signer = name_of_party(case, signature.signer) if is_party else signature.signer
    return SignatureRecord(signature.kind, signature.signed_on, signer)


def _is_seal(kind: SignatureKind) -> bool:
    return kind is SignatureKind.SEAL
