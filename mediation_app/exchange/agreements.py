"""Agreements, their terms and signatures in the exchange format."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mediation_app.domain.agreements import SignatureKind, Term, TermKind
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts, Key, Many, Record, Shape, plain
from mediation_app.exchange.values import Amount, Day, Instant, Text, Whole, words_of
from mediation_app.sentences import say

MOST_COPIES = 999
_TEXT, _DAY, _AMOUNT = Text(), Day(), Amount()


class PlainTerm:
    """A term that is nothing but its words."""

    def read(self, json: Any, place: Place) -> Term | None:
        """Return the term."""
        text = _TEXT.read(json, place)
        return None if text is None else Term(place.notes.ids.new(), text=text)

    def write(self, value: Term) -> str:
        """Return the words."""
        return value.text

    def schema(self) -> dict[str, Any]:
        """Return the schema of a string."""
        return _TEXT.schema()


def _term(facts: Facts, place: Place) -> Term:
    return Term(place.notes.ids.new(), **facts)


def _term_facts(term: Term) -> Facts:
    return {"kind": term.kind, "text": term.text, "amount": term.amount}


TERM = Record(
    Shape(
        Key("类型", "kind", words_of(TermKind), "条款的类型", is_required=True),
        Key("内容", "text", _TEXT, "条款的文字"),
        Key("金额", "amount", _AMOUNT, "条款所涉金额，元"),
    ),
    _term,
    _term_facts,
)


@dataclass(frozen=True, slots=True)
class SignatureRecord:
    """A signature as the file tells it: the signer by name or place."""

    kind: SignatureKind
    signed_on: date
    signer: str = ""


def _signature(facts: Facts, place: Place) -> SignatureRecord | None:
    if place.notes.touches(place.path):
        return None
    if facts["kind"] is not SignatureKind.SEAL and not facts.get("signer", "").strip():
        place.key("签署人").refuse(say("缺少必填内容：{names}", names="签署人"))
        return None
    return SignatureRecord(**facts)


def _signature_facts(record: SignatureRecord) -> Facts:
    return {"kind": record.kind, "signer": record.signer, "signed_on": record.signed_on}


SIGNATURE = Record(
    Shape(
        Key("身份", "kind", words_of(SignatureKind), "以何身份签署", is_required=True),
        Key(
            "签署人",
            "signer",
            _TEXT,
            "当事人的姓名、名称，或者写“申请人第1人”；调解员、记录人的姓名；印章的全称",
        ),
        Key("日期", "signed_on", _DAY, "签名、盖章或者按指印的日期", is_required=True),
    ),
    _signature,
    _signature_facts,
)

AGREEMENT = Record(
    Shape(
        Key("协议编号", "number", _TEXT, "协议书自己的编号；缺省用案件编号"),
        Key("签署日期", "signed_on", _DAY, "当事人、调解员都在这一日签署；不是同一日的写签署记录"),
        Key("签署记录", "records", Many(SIGNATURE, "条"), "每个签名和印章各一条"),
        Key("协议内容", "words", Many(PlainTerm(), "条"), "协议条款，每条一段文字"),
        Key("条款", "terms", Many(TERM, "条"), "带类型、金额的协议条款，代替协议内容"),
        Key("履行方式", "manner", _TEXT, "履行的方式"),
        Key("履行期限", "period", _TEXT, "履行的期限"),
        Key("金额", "amount", _AMOUNT, "协议总金额，元；没有金钱给付的写 0.00"),
        Key("协议份数", "copies", Whole(0, MOST_COPIES), "缺省为当事人数加一"),
        Key("份数说明", "copies_note", _TEXT, "各份由谁持有"),
        Key("签署要求", "signing_note", _TEXT, "签署时要注意的事"),
        Key("登记表", "register_note", _TEXT, "口头协议登记表的说明"),
        Key("签署完成时间", "sealed_at", Instant(), "协议锁定的时刻，此后协议不能再改"),
    ),
    plain,
    dict,
)


def written_terms(terms: Iterable[Term]) -> Facts:
    """Return the terms as plain words where they are nothing else, or else in full."""
    terms = tuple(terms)
    if all(term.kind is TermKind.FREE and term.amount is None for term in terms):
        return {"words": terms}
    return {"terms": terms}
