"""The fields of parties, agents and guardians, by what kind of person they are."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from mediation_app.domain.parties import AuthorityKind, PartyKind, PartyRole
from ui.case.binding import Binding
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.code_tables import choices_of
from ui.fields.field import Field
from ui.fields.identity_field import IdentityField
from ui.fields.line_field import LineField
from ui.fields.option_field import OptionField
from ui.fields.readers import CreditCodeReader, DateReader, PhoneReader
from ui.fields.text_field import LongTextField
from ui.sentences import term

POWERS = "代为承认、放弃、变更请求，进行和解、调解，签署调解协议，申请司法确认，代领文书"
"""The itemised powers that a power of attorney usually lists."""
Pair = tuple[Field, Field]


def tr(text: str) -> str:
    """Return a label in the language of the window."""
    return QCoreApplication.translate("PersonFields", text)


class PersonFields:
    """Makes bound fields below one place, such as ``parties/<id>``."""

    def __init__(self, binding: Binding, place: str, today: Callable[[], date]) -> None:
        self._binding = binding
        self._place = place
        self._today = today

    def natural(self) -> tuple[Field | Pair, ...]:
        """Return the fields of a natural person."""
        return (
            (self.line("name", tr("姓名"), is_required=True), self.phone(tr("联系电话"))),
            self.identity(tr("证件号码")),
            (self.sex(tr("性别")), self.date("born_on", tr("出生日期"))),
            (
                self.choice("ethnicity", tr("民族"), choices_of("ethnicities")),
                self.line("nationality", tr("国籍")),
            ),
            (self.line("occupation", tr("职业或职务")), self.line("translated_name", tr("译名"))),
            self.line("address", tr("住址")),
        )

    def entity(self, head: str) -> tuple[Field | Pair, ...]:
        """Return the fields of a company, branch, trader or organisation."""
        return (
            self.line("name", tr("名称"), is_required=True),
            (self.credit_code(tr("信用代码")), self.phone(tr("联系电话"))),
            (self.line("representative", head), self.line("representative_post", tr("职务"))),
            self.line("address", tr("住所")),
        )

    def agent(self) -> tuple[Field | Pair, ...]:
        """Return the fields of an agent."""
        kinds = [Choice(None, "—"), *(Choice(k, term(k.value)) for k in AuthorityKind)]
        powers = LongTextField(tr("代理权限"), is_required=True, least_lines=2, hint=POWERS)
        return (
            (self.line("name", tr("姓名"), is_required=True), self.phone(tr("联系电话"))),
            self.identity(tr("证件号码")),
            (self.sex(tr("性别")), self.line("occupation", tr("职业或职务"))),
            (
                self.choice("capacity", tr("代理人身份"), choices_of("capacities")),
                self._bound("authority", OptionField(tr("权限类型"), kinds)),
            ),
            self._bound("powers", powers),
            (
                self.line("authority_reference", tr("委托书编号")),
                self.date("valid_until_on", tr("有效期至")),
            ),
            (self.line("law_firm", tr("律师事务所")), self.line("kinship_proof", tr("关系证明"))),
        )

    def guardian(self) -> tuple[Field | Pair, ...]:
        """Return the fields of a guardian."""
        return (
            (
                self.line("name", tr("姓名"), is_required=True),
                self.line("relationship", tr("与当事人关系")),
            ),
            self.identity(tr("证件号码")),
            (self.sex(tr("性别")), self.phone(tr("联系电话"))),
            (self.line("address", tr("住址")), self.line("proof", tr("监护证明"))),
        )

    def role(self, label: str) -> Field:
        """Return the side a party stands on."""
        choices = [Choice(each, term(each.value)) for each in PartyRole]
        return self._bound("role", OptionField(label, choices))

    def kind(self, label: str) -> Field:
        """Return what kind of person in law a party is."""
        choices = [Choice(each, term(each.value)) for each in PartyKind]
        return self._bound("kind", OptionField(label, choices))

    def line(self, name: str, label: str, *, is_required: bool = False) -> Field:
        """Return a plain line."""
        return self._bound(name, LineField(label, is_required=is_required))

    def phone(self, label: str) -> Field:
        """Return the phone."""
        return self._bound("phone", LineField(label, PhoneReader()))

    def credit_code(self, label: str) -> Field:
        """Return the unified social credit code."""
        return self._bound("credit_code", LineField(label, CreditCodeReader()))

    def identity(self, label: str) -> Field:
        """Return the identity document."""
        return self._bound("identity", IdentityField(label, self._today))

    def sex(self, label: str) -> Field:
        """Return the sex."""
        return self._bound("sex", ChoiceField(label, [Choice(s, s, (k,)) for s, k in _SEXES]))

    def date(self, name: str, label: str) -> Field:
        """Return a date."""
        return self._bound(
            name, LineField(label, DateReader(self._today, is_past=name == "born_on"))
        )

    def choice(self, name: str, label: str, choices: tuple[Choice, ...]) -> Field:
        """Return a choice that takes other text too."""
        return self._bound(name, ChoiceField(label, choices))

    def _bound(self, name: str, made: Field) -> Field:
        return self._binding.bind(f"{self._place}/{name}", made)


_SEXES = (("男", "nan"), ("女", "nv"))
