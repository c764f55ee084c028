"""概况: what kind of dispute, from where, since when."""

from mediation_app.domain.cases import Case
from ui.case.sections.link_card import LinkCard
from ui.case.sections.section import Section
from ui.case.sections.todo_card import TodoCard
from ui.fields.choice_field import ChoiceField
from ui.fields.code_tables import ODD_CODE, choices_of
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader


class Overview(Section):
    """Kind, source and dates of the case."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("纠纷"))
        dispute = self._choice("dispute", self.tr("纠纷类型"), "disputes", is_required=True)
        source = self._choice("source", self.tr("案件来源"), "sources")
        category = self._choice("category", self.tr("业务类别"), "businesses")
        detail = self._choice("subcategory", self.tr("业务子类"), "subcategories", is_closed=False)
        cause = self._choice("cause", self.tr("投诉原因"), "causes")
        channel = self._choice("channel", self.tr("办理渠道"), "channels")
        self.rows((dispute, source), (category, detail), (cause, channel))
        self.heading(self.tr("日期"))
        self.rows(
            (
                self._date("filed_on", self.tr("申请日期")),
                self._date("accepted_on", self.tr("受理日期")),
            ),
            (
                self._date("complaint_received_on", self.tr("银行收诉日期")),
                self._date("court_material_signed_on", self.tr("签收委派材料")),
            ),
        )

        self.heading(self.tr("待办"))
        self.todos = TodoCard(self.context)
        self.body.addWidget(self.todos)
        self.links = LinkCard(self.context)
        self.body.addWidget(self.links)

    def refresh(self, case: Case) -> None:
        """Show what there is to do, and what belongs to the case."""
        self.todos.show_case(case)
        self.links.show_case(case)

    def _choice(
        self,
        place: str,
        label: str,
        table: str,
        *,
        is_required: bool = False,
        is_closed: bool = True,
    ) -> ChoiceField:
        odd = ODD_CODE if is_closed else None
        made = ChoiceField(label, choices_of(table), odd=odd, is_required=is_required)
        self.bind(place, made)
        return made

    def _date(self, place: str, label: str) -> LineField:
        made = LineField(label, DateReader(self.context.place.desk.clock.today))
        self.bind(place, made)
        return made
