"""回访: what became of the agreement."""

from ui.case.sections.section import Section
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.fields.text_field import LongTextField

SATISFACTION = (("满意", "my"), ("基本满意", "jbmy"), ("一般", "yb"), ("不满意", "bmy"))


class VisitSection(Section):
    """The follow-up with the parties."""

    def build(self) -> None:
        """Make the fields."""
        self.heading(self.tr("回访"))
        visited = LineField(self.tr("回访日期"), DateReader(self.context.place.desk.clock.today))
        choices = [Choice(name, name, (key,)) for name, key in SATISFACTION]
        satisfaction = ChoiceField(self.tr("满意度"), choices)
        performance = LongTextField(self.tr("履行情况"), least_lines=3)
        for name, each in (
            ("visited_on", visited), ("satisfaction", satisfaction), ("performance", performance)
        ):  # fmt: skip
            self.bind(f"visit/{name}", each)
        self.rows((visited, satisfaction), performance)
