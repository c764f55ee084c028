"""Who stands on either side of a dispute, and who may act for them."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mediation_app.domain.identifiers.identity import Identity


class PartyRole(Enum):
    """The side a party stands on; the value is the word used on paper."""

    APPLICANT = "申请人"
    RESPONDENT = "被申请人"
    THIRD = "第三人"
    GUARANTOR = "担保人"


class PartyKind(Enum):
    """What kind of person in law a party is."""

    NATURAL = "自然人"
    SOLE_TRADER = "个体工商户"
    COMPANY = "法人"
    BRANCH = "法人分支机构"
    ORGANISATION = "非法人组织"


class AuthorityKind(Enum):
    """How far an agent may go (Civil Procedure Law art 62, Interpretation art 89)."""

    GENERAL = "一般授权"
    SPECIAL = "特别授权"


@dataclass(frozen=True, slots=True)
class Agent:
    """A person authorised to act for a party (委托代理人); at most two to a party."""

    id: str
    name: str = ""
    sex: str = ""
    identity: Identity = field(default_factory=Identity)
    occupation: str = ""
    phone: str = ""
    capacity: str = ""
    """Why this person may be an agent: 律师, 工作人员, 近亲属（女儿） …"""
    authority: AuthorityKind | None = None
    powers: str = ""
    """The itemised powers, as the power of attorney lists them."""
    authority_reference: str = ""
    valid_until_on: date | None = None
    law_firm: str = ""
    kinship_proof: str = ""


@dataclass(frozen=True, slots=True)
class Guardian:
    """The statutory representative of a party without full capacity (法定代理人)."""

    id: str
    name: str = ""
    sex: str = ""
    relationship: str = ""
    identity: Identity = field(default_factory=Identity)
    phone: str = ""
    address: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One party; which facts apply depends on its kind, empty text means not known yet."""

    id: str
    role: PartyRole
    kind: PartyKind = PartyKind.NATURAL
    name: str = ""
    translated_name: str = ""
    phone: str = ""
    address: str = ""
    # Facts of a natural person.
    sex: str = ""
    ethnicity: str = ""
    nationality: str = ""
    born_on: date | None = None
    age: int | None = None
    """Age as stated at intake; what counts is ``born_on``."""
    identity: Identity = field(default_factory=Identity)
    identity_check: str = ""
    occupation: str = ""
    guardian_consents: bool | None = None
    """Consent of the guardian to the handling of a child's data (PIPL art 31)."""
    # Facts of a trader, company, branch or organisation.
    credit_code: str = ""
    representative: str = ""
    representative_post: str = ""
    agents: tuple[Agent, ...] = ()
    guardians: tuple[Guardian, ...] = ()

    @property
    def is_natural(self) -> bool:
        """True for a person of flesh and blood."""
        return self.kind is PartyKind.NATURAL
