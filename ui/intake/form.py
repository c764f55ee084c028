"""The form of intake: the customer on the left, the dispute in the middle, the account right."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from mediation_app.domain.ages import age_on
from mediation_app.domain.cases import Case, CaseId
from mediation_app.domain.intake import ELDER_AGE, LARGE_PRINT, NEEDS, dispute_of_business
from mediation_app.domain.missing import ADULT_AGE, Missing
from mediation_app.domain.parties import Guardian, Party, PartyRole
from ui.case.binding import Binding
from ui.case.editing import CaseEditing, Cause
from ui.case.sections.person_fields import PersonFields
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.code_tables import ODD_CODE, choices_of
from ui.fields.entries import Entry
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.readers import CreditCodeReader, MoneyReader
from ui.fields.text_field import ListField, LongTextField
from ui.fields.ticks_field import TicksField
from ui.intake.columns import Columns
from ui.intake.earlier_parties import (
    adopted,
    earlier_respondents,
    kind_by_name,
    particulars_of,
)
from ui.intake.similar_card import SimilarCard
from ui.measures import space
from ui.pages import Workplace
from ui.sentences import term
from ui.styling import button, column, frame, mark, row, words

ASK_AFTER_MS = 120


class IntakeForm(QWidget):
    """Bound to the draft; shows and tells, decides nothing."""

    register_wanted = Signal()

    def __init__(self, place: Workplace, editing: CaseEditing, binding: Binding) -> None:
        super().__init__()
        self._place = place
        self._editing = editing
        self._binding = binding
        self._today = place.desk.clock.today
        self.similar = SimilarCard()
        self.age_hint = words("")
        applicant = editing.case.parties_in(PartyRole.APPLICANT)[0]
        respondent = editing.case.parties_in(PartyRole.RESPONDENT)[0]
        self._applicant_id, self._respondent_id = applicant.id, respondent.id
        self._person = PersonFields(binding, f"parties/{applicant.id}", self._today)
        self.number_field = self._person.identity(self.tr("证件号码"))
        self._guardian = QVBoxLayout()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(ASK_AFTER_MS)
        self._asking.timeout.connect(self._ask_for_banks)
        self._lay_out()
        editing.changed.connect(self._on_changed)

    def show_lacks(self, missing: Iterable[Missing]) -> Field | None:
        """Say beside the fields what is missing; return the first of them."""
        return self._binding.show_lacks(missing)

    def field_at(self, place: str) -> Field | None:
        """Return the field of a place of the draft."""
        return self._binding.field_at(place)

    # --- the three columns ----------------------------------------------------

    def _customer(self) -> list[QWidget]:
        tr, person = self.tr, self._person
        head = QWidget()
        head.setLayout(row(words(tr("申请人"), role="heading"), self.age_hint, None, spacing=12))
        return [
            head,
            self.number_field,
            person.line("name", tr("姓名"), is_required=True),
            person.phone(tr("联系电话")),
            person.sex(tr("性别")),
            person.date("born_on", tr("出生日期")),
            person.choice("ethnicity", tr("民族"), choices_of("ethnicities")),
            person.line("occupation", tr("职业或职务")),
            person.line("address", tr("住址")),
        ]

    def _dispute(self) -> list[QWidget]:
        tr = self.tr
        self.business = ChoiceField(tr("业务"), _businesses(), odd=ODD_CODE)
        self._binding.bind("subcategory", self.business)
        self.business.edited.connect(self._on_business)
        return [
            words(tr("纠纷"), role="heading"),
            self._choice("channel", tr("渠道"), "channels"),
            self.business,
            self._choice("cause", tr("原因"), "causes"),
            self._choice("source", tr("案件来源"), "sources"),
            self._choice("dispute", tr("纠纷类型"), "disputes", is_required=True),
            words(tr("被申请人"), role="heading"),
            *self._bank_fields(),
        ]

    def _bank_fields(self) -> list[QWidget]:
        tr, place = self.tr, f"parties/{self._respondent_id}"
        self.bank = ChoiceField(tr("机构"), (), is_required=True)
        self.bank.line.textEdited.connect(lambda _: self._asking.start())
        self.bank.entered.connect(self._asking.start)
        self.bank.picked.connect(self._on_bank_picked)
        self.bank.left.connect(self._on_bank_left)
        self._binding.bind(f"{place}/name", self.bank)
        code = LineField(tr("信用代码"), CreditCodeReader())
        self._binding.bind(f"{place}/credit_code", code)
        head = LineField(tr("负责人"))
        self._binding.bind(f"{place}/representative", head)
        address = LineField(tr("住所"))
        self._binding.bind(f"{place}/address", address)
        return [self.bank, code, head, address]

    def _account(self) -> list[QWidget]:
        tr = self.tr
        self.claim = LineField(tr("金额"), MoneyReader())
        self._binding.bind("claim", self.claim)
        requests = ListField(tr("诉求"), least_lines=3, hint=tr("每行一项"))
        self.needs = TicksField(tr("沟通需求"), [Choice(each, term(each)) for each in NEEDS])
        self._binding.bind("needs", self.needs)
        hint = tr("留空时，按以上内容起草")
        facts = LongTextField(tr("事实"), is_required=True, least_lines=6, hint=hint)
        issues = LongTextField(tr("争议"), least_lines=2)
        for place, each in (("requests", requests), ("facts", facts), ("issues", issues)):
            each.text_edit.stay()
            each.fill_height()
            self._binding.bind(place, each)
        heading = words(tr("诉求与事实"), role="heading")
        return [heading, self.claim, requests, self.needs, facts, issues]

    def _choice(
        self, place: str, label: str, table: str, *, is_required: bool = False
    ) -> ChoiceField:
        made = ChoiceField(label, choices_of(table), odd=ODD_CODE, is_required=is_required)
        self._binding.bind(place, made)
        return made

    # --- what follows from what was typed -------------------------------------

    def _on_business(self, entry: Entry) -> None:
        groups = {each.label: each.label for each in choices_of("businesses")}
        groups |= {each.label: each.note for each in choices_of("subcategories")}
        business = entry.text.strip()
        group, case = groups.get(business), self._editing.case
        if group:
            disputes = tuple(each.label for each in choices_of("disputes"))
            dispute = case.dispute or dispute_of_business(business, disputes)
            wanted = replace(case, category=group, dispute=dispute)
            self._editing.put(wanted, "subcategory")

    def _ask_for_banks(self) -> None:
        desk, typed = self._place.desk, self.bank.line.text()
        self._place.tasks.run_latest(
            "banks", self, lambda: earlier_respondents(desk, typed), self.bank.set_choices
        )

    def _on_bank_picked(self, choice: Choice) -> None:
        desk, case_id, name = self._place.desk, CaseId(choice.origin), choice.label
        self._place.tasks.run(self, lambda: particulars_of(desk, case_id, name), self._adopt)

    def _on_bank_left(self) -> None:
        kind = kind_by_name(self.bank.line.text())
        self._change_respondent(lambda party: replace(party, kind=kind))

    def _change_respondent(self, change: Callable[[Party], Party]) -> None:
        case = self._editing.case
        parties = tuple(
            change(each) if each.id == self._respondent_id and each.name else each
            for each in case.parties
        )
        self._editing.put(replace(case, parties=parties))

    def _adopt(self, earlier: Party | None) -> None:
        new_id = self._place.desk.ids.new
        if earlier is not None:
            self._change_respondent(lambda party: adopted(party, earlier, new_id))

    def _on_changed(self, case: Case, cause: Cause) -> None:
        del cause
        party = next((each for each in case.parties if each.id == self._applicant_id), None)
        if party is None:
            return
        self._show_age(party, case)

    def _show_age(self, party: Party, case: Case) -> None:
        day = case.filed_on or self._today()
        if party.born_on is None or party.born_on > day:
            self.age_hint.setText("")
            return
        age = age_on(party.born_on, day)
        text, tone = self.tr("{age} 岁").format(age=age), "muted"
        if age >= ELDER_AGE:
            is_large = LARGE_PRINT in case.needs
            said = (
                self.tr("{age} 岁：用大字版文书") if is_large else self.tr("{age} 岁：不用大字版")
            )
            text, tone = said.format(age=age), "warning"
        if age < ADULT_AGE:
            text = self.tr("{age} 岁：未成年，请填写法定代理人").format(age=age)
            tone = "error" if not party.guardians else "warning"
            self._ask_for_guardian(party, case)
        self.age_hint.setText(text)
        mark(self.age_hint, tone=tone)

    def _ask_for_guardian(self, party: Party, case: Case) -> None:
        if self._guardian.count():
            return
        guardian = party.guardians[0] if party.guardians else Guardian(self._place.desk.ids.new())
        wanted = replace(party, guardians=party.guardians or (guardian,))
        parties = tuple(wanted if each.id == party.id else each for each in case.parties)
        place = f"parties/{party.id}/guardians/{guardian.id}"
        # Words first: putting the guardian into the case leads here again.
        self._guardian.addWidget(words(self.tr("法定代理人"), role="strong"))
        self._editing.put(replace(case, parties=parties))
        fields = PersonFields(self._binding, place, self._today)
        self._guardian.addWidget(fields.line("name", self.tr("姓名"), is_required=True))
        self._guardian.addWidget(fields.line("relationship", self.tr("关系")))
        self._guardian.addWidget(fields.identity(self.tr("证件号码")))

    # --- layout ---------------------------------------------------------------

    def _lay_out(self) -> None:
        space(self._guardian, 6, (0, 0, 0, 0))
        left = column(*self._customer(), self._guardian, None, self.similar, spacing=6)
        middle = column(*self._dispute(), None, spacing=6)
        right = column(*self._account(), spacing=6)
        right.setStretch(4, 3)
        right.setStretch(5, 2)
        self.columns = Columns(tuple(_holding(each) for each in (left, middle, right)))
        self.primary = button(
            self.tr("登记　Ctrl+S"), self.register_wanted.emit, kind="primary",
            hint=self.tr("登记并取得案件编号 Ctrl+S"),
        )  # fmt: skip
        told = words(self.tr("输入即保存为草稿；* 为登记必填"), tone="muted")
        head = frame("bar")
        title = words(self.tr("登记新的纠纷"), role="title")
        head.setLayout(row(title, told, None, self.primary, spacing=16, margins=(20, 8, 20, 8)))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.columns)
        self.setLayout(column(head, self.area, spacing=0))


def _holding(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _businesses() -> tuple[Choice, ...]:
    return (*choices_of("subcategories"), *choices_of("businesses"))
