"""事实: what happened, what is in dispute, what is asked for."""

from ui.case.sections.section import Section
from ui.fields.line_field import LineField
from ui.fields.readers import MoneyReader
from ui.fields.text_field import ListField, LongTextField


class Facts(Section):
    """The account of the dispute."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("纠纷事实与诉求"))
        facts = LongTextField(self.tr("纠纷简要情况"), is_required=True, least_lines=8)
        issues = LongTextField(self.tr("争议事项"), least_lines=4)
        requests = ListField(
            self.tr("申请事项"), least_lines=4, hint=self.tr("每行一项，打印时自动编号")
        )
        claim = LineField(self.tr("诉求金额"), MoneyReader())
        for place, each in (
            ("facts", facts), ("issues", issues), ("requests", requests), ("claim", claim)
        ):  # fmt: skip
            self.bind(place, each)
        self.rows(facts, issues, requests, claim)
