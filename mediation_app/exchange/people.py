"""Parties, agents and guardians in the exchange format."""

from dataclasses import dataclass
from typing import Any

from mediation_app.domain.identifiers.identity import Identity, IdentityKind
from mediation_app.domain.parties import (
    Agent,
    AuthorityKind,
    Guardian,
    Party,
    PartyKind,
    PartyRole,
)
from mediation_app.exchange.decoding import JsonObject
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts, Key, OneOrMany, Record, Shape
from mediation_app.exchange.values import Day, Flag, Text, Whole, words_of

MOST_AGENTS = 2
"""Civil Procedure Law art 61."""
OLDEST = 150

TEXT = Text()
_SEX = Key("性别", "sex", TEXT, "男或者女")
_PHONE = Key("联系方式", "phone", TEXT, "手机或者固定电话")
_OCCUPATION = Key("职业或职务", "occupation", TEXT, "职业、职务")
_IDENTITY = (
    Key("证件类型", "identity_kind", words_of(IdentityKind), "证件的种类，缺省为居民身份证"),
    Key("证件号码", "identity_number", TEXT, "证件号码，按证件类型核对"),
)


def _facts(record: Any) -> Facts:
    """Return the attributes of a record, its identity document taken apart."""
    facts = {name: getattr(record, name) for name in record.__slots__}
    identity = facts.get("identity")
    if identity is not None and identity != Identity():
        facts |= {"identity_kind": identity.kind, "identity_number": identity.number}
    return facts


def _with_identity(facts: Facts) -> Facts:
    """Return the facts with the identity document put together."""
    given = dict(facts)
    kind = given.pop("identity_kind", IdentityKind.RESIDENT_ID)
    return given | {"identity": Identity(kind, given.pop("identity_number", ""))}


def _agent(facts: Facts, place: Place) -> Agent:
    return Agent(id=place.notes.ids.new(), **_with_identity(facts))


def _guardian(facts: Facts, place: Place) -> Guardian:
    return Guardian(id=place.notes.ids.new(), **_with_identity(facts))


AGENT = Record(
    Shape(
        Key("姓名", "name", TEXT, "代理人姓名", is_required=True),
        _SEX,
        *_IDENTITY,
        _OCCUPATION,
        _PHONE,
        Key("代理人身份", "capacity", TEXT, "律师、工作人员、近亲属（女儿）等"),
        Key("代理权限类型", "authority", words_of(AuthorityKind), "一般授权或者特别授权"),
        Key("代理权限", "powers", TEXT, "逐项列明的代理权限"),
        Key("授权书编号", "authority_reference", TEXT, "授权委托书的编号"),
        Key("授权期限", "valid_until_on", Day(), "授权的最后一日"),
        Key("亲属关系证明", "kinship_proof", TEXT, "近亲属代理时的关系证明"),
        Key("执业机构", "law_firm", TEXT, "律师、基层法律服务工作者的执业机构"),
    ),
    _agent,
    _facts,
)

GUARDIAN = Record(
    Shape(
        Key("姓名", "name", TEXT, "法定代理人姓名", is_required=True),
        _SEX,
        Key("与申请人关系", "relationship", TEXT, "与被代理的当事人的关系"),
        *_IDENTITY,
        _PHONE,
        Key("单位或住址", "address", TEXT, "住址"),
        Key("监护关系证明", "proof", TEXT, "证明监护关系的材料"),
    ),
    _guardian,
    _facts,
)

_KIND = Key("类型", "kind", words_of(PartyKind), "当事人的种类", is_required=True)
_AGENTS = Key("委托代理人", "agents", OneOrMany(AGENT, MOST_AGENTS), "委托代理人，两人时写成列表")
_GUARDIANS = Key(
    "法定代理人", "guardians", OneOrMany(GUARDIAN), "未成年人等的法定代理人，多人时写成列表"
)
_TRANSLATED = Key("中文译名", "translated_name", TEXT, "外文姓名、名称的中文译名")
_PERSON = (
    _SEX,
    Key("民族", "ethnicity", TEXT, "民族，外国人写“不适用”"),
    Key("国籍", "nationality", TEXT, "国籍"),
    Key("出生日期", "born_on", Day(), "出生日期，应与身份证件一致"),
    Key("年龄", "age", Whole(0, OLDEST), "申请时的周岁年龄，应与出生日期相差不超过1岁"),
    *_IDENTITY,
)
_OF_PERSON = (
    Key("证件核验", "identity_check", TEXT, "核对证件的方式"),
    _GUARDIANS,
    Key("监护人同意处理个人信息", "guardian_consents", Flag(), "不满十四周岁时监护人是否同意"),
    _TRANSLATED,
    _AGENTS,
)
_NAME_OF_BODY = Key("名称", "name", TEXT, "营业执照上的全称", is_required=True)
_CREDIT_CODE = Key("统一社会信用代码", "credit_code", TEXT, "18位统一社会信用代码")
_SEAT = Key("住所", "address", TEXT, "住所地")


def _body(head: str, post: str, about: str) -> Shape:
    """Return the table of a company, branch or organisation."""
    return Shape(
        _KIND,
        _NAME_OF_BODY,
        _CREDIT_CODE,
        _SEAT,
        Key(head, "representative", TEXT, about),
        Key(post, "representative_post", TEXT, "其职务"),
        _PHONE,
        _TRANSLATED,
        _AGENTS,
    )


SHAPES = {
    PartyKind.NATURAL: Shape(
        _KIND,
        Key("姓名", "name", TEXT, "姓名，与证件一致", is_required=True),
        *_PERSON,
        _OCCUPATION,
        _PHONE,
        Key("单位或住址", "address", TEXT, "单位或者住址"),
        *_OF_PERSON,
    ),
    PartyKind.SOLE_TRADER: Shape(
        _KIND,
        _NAME_OF_BODY,
        _CREDIT_CODE,
        _SEAT,
        Key("经营者", "representative", TEXT, "经营者姓名"),
        Key("经营者职务", "representative_post", TEXT, "其职务"),
        *_PERSON,
        _OCCUPATION,
        _PHONE,
        *_OF_PERSON,
    ),
    PartyKind.COMPANY: _body("法定代表人", "法定代表人职务", "法定代表人姓名"),
    PartyKind.BRANCH: _body("负责人", "负责人职务", "负责人姓名"),
    PartyKind.ORGANISATION: _body("负责人", "负责人职务", "负责人姓名"),
}


@dataclass(frozen=True, slots=True)
class PartyValue:
    """A party on one side; its kind says which keys it has."""

    role: PartyRole

    def read(self, json: Any, place: Place) -> Party:
        """Return the party as far as it can be read, so that those after it keep their places."""
        facts = SHAPES[_kind_of(json)].read(json, place) or {}
        return Party(id=place.notes.ids.new(), role=self.role, **_with_identity(facts))

    def write(self, value: Party) -> Facts:
        """Return the object."""
        return SHAPES[value.kind].write(_facts(value))

    def schema(self) -> dict[str, Any]:
        """Refer to the one schema of a party."""
        return {"$ref": "#/$defs/当事人"}


def party_schema() -> dict[str, Any]:
    """Return the schema of a party of any kind."""
    return {"oneOf": [_schema_of_kind(kind) for kind in PartyKind]}


def _schema_of_kind(kind: PartyKind) -> dict[str, Any]:
    schema = SHAPES[kind].schema()
    schema["properties"]["类型"] = {"description": _KIND.about, "const": kind.value}
    return schema


def _kind_of(json: Any) -> PartyKind:
    """Return the kind that is given, or else the likely one, by which the rest is read."""
    if not isinstance(json, JsonObject):
        return PartyKind.NATURAL
    for kind in PartyKind:
        if json.get("类型") == kind.value:
            return kind
    return max(PartyKind, key=lambda kind: len(set(json) & set(SHAPES[kind].names)))
