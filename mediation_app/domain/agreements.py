"""What was agreed, how it is to be paid, and who signed when."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from mediation_app.domain.instalments import Method
from mediation_app.domain.money import Money


class TermKind(Enum):
    """Kinds of terms; the value is the word in the list of terms."""

    FREE = "其他约定"
    ACKNOWLEDGEMENT = "确认欠款"
    ONE_OFF_PAYMENT = "一次性付款"
    INSTALMENTS = "分期还款"
    WAIVER = "减免"
    ACCELERATION = "提前到期"
    INTEREST = "还款期间利息"
    COMPENSATION = "补偿"
    PRODUCT_EXIT = "产品退出"
    LOSS_SHARING = "损失分担"
    ACCOUNT_CONTROL = "账户管控"
    FEE_REFUND = "退费"
    APOLOGY = "道歉"
    COLLECTION_CONDUCT = "催收规范"
    CREDIT_RECORD = "征信处理"
    HEIRS = "继承与代收"
    SECURITY = "担保"
    CONFIDENTIALITY = "保密"
    FINAL_SETTLEMENT = "一次性了结"
    CONFIRMATION = "共同申请司法确认"
    COSTS = "费用"


@dataclass(frozen=True, slots=True)
class Term:
    """One clause of an agreement."""

    id: str
    kind: TermKind = TermKind.FREE
    text: str = ""
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One instalment agreed upon by hand."""

    id: str
    due_on: date
    amount: Money


@dataclass(frozen=True, slots=True)
class InstalmentPlan:
    """How a sum is paid over time: by rule, or line by line where ``lines`` is not empty."""

    total: Money | None = None
    periods: int = 0
    first_due_on: date | None = None
    method: Method = Method.EVEN
    annual_rate: Decimal = Decimal(0)
    """A fraction: 0.0385 is 3.85 % a year."""
    lines: tuple[PlannedLine, ...] = ()


class SignatureKind(Enum):
    """In what quality somebody signs."""

    PARTY = "当事人"
    MEDIATOR = "人民调解员"
    RECORDER = "记录人"
    SEAL = "人民调解委员会印章"


@dataclass(frozen=True, slots=True)
class Signature:
    """One dated signature or seal; an agreement takes effect with the latest of them."""

    id: str
    kind: SignatureKind
    signer: str
    """The party's id, the mediator's or recorder's name; the committee's name for its seal."""
    signed_on: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement that ends a dispute (People's Mediation Law arts 28-31)."""

    number: str = ""
    """Its own number; empty where the committee uses the number of the case."""
    terms: tuple[Term, ...] = ()
    manner: str = ""
    period: str = ""
    amount: Money | None = None
    plan: InstalmentPlan | None = None
    copies: int | None = None
    """Number of copies where people agreed on another one than parties + 1."""
    copies_note: str = ""
    signing_note: str = ""
    register_note: str = ""
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """The closing of a signed agreement: from then on it is never changed.

    Attributes:
        sealed_at: When somebody closed it.
        digest: Of the agreement as it was then, 64 hex digits.
    """

    sealed_at: datetime
    digest: str
