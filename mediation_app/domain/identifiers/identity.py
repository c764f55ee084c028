"""The identity document of a person: its kind and its number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mediation_app.domain.findings import Finding
from mediation_app.domain.identifiers.birth_numbers import birth_on, sex
from mediation_app.domain.identifiers.foreign_permanent_resident import (
    check_new_card,
    check_old_card,
)
from mediation_app.domain.identifiers.passport import (
    check_chinese_passport,
    check_foreign_passport,
)
from mediation_app.domain.identifiers.permits import (
    check_hk_macao_permit,
    check_hk_macao_residence_permit,
    check_taiwan_permit,
    check_taiwan_residence_permit,
)
from mediation_app.domain.identifiers.resident_id import check_resident_id


class IdentityKind(Enum):
    """Kinds of identity documents; the value is the name printed on paper and in files."""

    RESIDENT_ID = "居民身份证"
    HK_MACAO_RESIDENCE_PERMIT = "港澳居民居住证"
    TAIWAN_RESIDENCE_PERMIT = "台湾居民居住证"
    HK_MACAO_PERMIT = "港澳居民来往内地通行证"
    TAIWAN_PERMIT = "台湾居民来往大陆通行证"
    FOREIGN_PERMANENT_RESIDENT = "外国人永久居留身份证"
    FOREIGN_PERMANENT_RESIDENT_2023 = "外国人永久居留身份证（2023版）"
    PASSPORT = "护照"
    FOREIGN_PASSPORT = "外国护照"
    MILITARY = "军官证"
    POLICE = "警官证"
    HOUSEHOLD_REGISTER = "户口簿"
    EXIT_ENTRY_PERMIT = "出入境通行证"
    OTHER = "其他证件"


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity document; an empty number means that none was given yet."""

    kind: IdentityKind = IdentityKind.RESIDENT_ID
    number: str = ""


@dataclass(frozen=True, slots=True)
class IdentityFacts:
    """What a number itself tells about its holder; None and empty where it tells nothing."""

    born_on: date | None = None
    sex: str = ""


def check_identity(identity: Identity, today: date) -> tuple[Finding, ...]:
    """Return what is wrong with the number for its kind; nothing where none was given yet.

    Military and police papers, household registers, exit permits and other papers follow no
    rule that could be checked.
    """
    check = _CHECKS.get(identity.kind)
    if check is None or not identity.number.strip():
        return ()
    return check(identity.number, today)


def identity_facts(identity: Identity) -> IdentityFacts:
    """Return the birth date and the sex that the number tells, if it is right."""
    if identity.kind in _KINDS_WITH_SEX:
        return IdentityFacts(birth_on(identity.number), sex(identity.number))
    if identity.kind is IdentityKind.FOREIGN_PERMANENT_RESIDENT_2023:
        return IdentityFacts(birth_on(identity.number))
    return IdentityFacts()


_KINDS_WITH_SEX = frozenset(
    {
        IdentityKind.RESIDENT_ID,
        IdentityKind.HK_MACAO_RESIDENCE_PERMIT,
        IdentityKind.TAIWAN_RESIDENCE_PERMIT,
    }
)
_CHECKS: Mapping[IdentityKind, Callable[[str, date], tuple[Finding, ...]]] = {
    IdentityKind.RESIDENT_ID: check_resident_id,
    IdentityKind.HK_MACAO_RESIDENCE_PERMIT: check_hk_macao_residence_permit,
    IdentityKind.TAIWAN_RESIDENCE_PERMIT: check_taiwan_residence_permit,
    IdentityKind.HK_MACAO_PERMIT: lambda number, _: check_hk_macao_permit(number),
    IdentityKind.TAIWAN_PERMIT: lambda number, _: check_taiwan_permit(number),
    IdentityKind.FOREIGN_PERMANENT_RESIDENT: lambda number, _: check_old_card(number),
    IdentityKind.FOREIGN_PERMANENT_RESIDENT_2023: check_new_card,
    IdentityKind.PASSPORT: lambda number, _: check_chinese_passport(number),
    IdentityKind.FOREIGN_PASSPORT: lambda number, _: check_foreign_passport(number),
}
