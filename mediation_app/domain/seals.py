"""A signed agreement is closed: when it can be, its digest, and what no edit may touch then.

The agreement binds its parties like a contract (People's Mediation Law art 31); what they change
later is another agreement.
"""

from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from mediation_app.domain.agreements import Agreement, Sealed, SignatureKind
from mediation_app.domain.cases import Case
from mediation_app.domain.effect import signatures_lacking
from mediation_app.domain.fingerprints import digest_of
from mediation_app.errors import InvalidValueError, SealedAgreementError
from mediation_app.sentences import say

_UNDER_SEAL = ("agreement", "sealed")


def agreement_digest(agreement: Agreement) -> str:
    """Return the digest of all that an agreement says, its ids and signatures included.

    What holds nothing is left out, so that facts which a later version adds change no digest.
    """
    return digest_of(_said(agreement))


def sealed(case: Case, sealed_at: datetime) -> Case:
    """Return the case with its agreement closed; one that is closed stays as it is.

    Raises:
        InvalidValueError: There is none, somebody has not signed, or a field is unreadable.
    """
    if case.sealed is not None:
        return case
    if case.agreement is None:
        raise InvalidValueError(say("还没有协议，不能签署完成"))
    if lacking := signatures_lacking(case):
        who = "、".join(_called(case, kind, signer) for kind, signer in lacking)
        raise InvalidValueError(say("还缺{who}的签名或盖章，不能签署完成", who=who))
    if _unreadable(case):
        raise InvalidValueError(say("协议中还有没填完整的内容，请先改正再签署完成"))
    return replace(case, sealed=Sealed(sealed_at, agreement_digest(case.agreement)))


def refuse_edit_of_sealed(stored: Case, shown: Case, wanted: Case) -> None:
    """Refuse an edit of a closed agreement, and every edit of the closing itself.

    An author who could not know of the closing yet is not refused: what he typed is kept beside
    the agreement as a conflict, and the agreement stays as it was signed.

    Args:
        stored: The case as it is now.
        shown: What the author saw, which may be older.
        wanted: What he made of it.

    Raises:
        SealedAgreementError: The edit touches what is closed.
    """
    if wanted.sealed not in (shown.sealed, stored.sealed):
        raise SealedAgreementError
    if shown.sealed is not None and _closed(wanted) not in (_closed(shown), _closed(stored)):
        raise SealedAgreementError


def require_unchanged(stored: Case, result: Case) -> None:
    """Refuse what came out of an action if it changed a closed agreement.

    Raises:
        SealedAgreementError: It did.
    """
    if stored.sealed is None:
        return
    if (result.agreement, result.sealed) != (stored.agreement, stored.sealed):
        raise SealedAgreementError


def is_under_seal(case: Case, path: str) -> bool:
    """Return whether the fact at a path can no longer be edited."""
    return case.sealed is not None and path.split("/", maxsplit=1)[0] in _UNDER_SEAL


def _closed(case: Case) -> tuple[Any, ...]:
    return case.agreement, _unreadable(case)


def _unreadable(case: Case) -> tuple[Any, ...]:
    return tuple(
        each for each in case.unfinished if each.id.split("/", maxsplit=1)[0] in _UNDER_SEAL
    )


def _called(case: Case, kind: SignatureKind, signer: str) -> str:
    if kind is SignatureKind.SEAL:
        return SignatureKind.SEAL.value
    names = {party.id: party.name or party.role.value for party in case.parties}
    return names.get(signer, signer)


def _said(value: Any) -> Any:
    """Return dataclasses as what their fields say beyond the default."""
    if isinstance(value, tuple):
        return [_said(each) for each in value]
    if not is_dataclass(value):
        return value
    told = ((each.name, getattr(value, each.name), each.default) for each in fields(value))
    return {name: _said(fact) for name, fact, default in told if fact != default}
