"""The identity document of a person: its kind and its number."""

from dataclasses import dataclass
from enum import Enum


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
