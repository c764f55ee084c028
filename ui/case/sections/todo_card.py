"""待办: what was promised to whom until when, and for whom somebody waits since when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_app.domain.cases import Case
from mediation_app.domain.todos import Todo
from ui.case.places import without
from ui.case.sections.section import Cards, CaseContext
from ui.fields.choice_field import ChoiceField
from ui.fields.choices import Choice
from ui.fields.field import Field
from ui.fields.line_field import LineField
from ui.fields.readers import DateReader
from ui.measures import space
from ui.styling import button, column, icon_button, row

COURT = "人民法院"


class TodoCard(QWidget):
    """Two lists: what the desk has to do, and what it waits for."""

    def __init__(self, context: CaseContext) -> None:
        super().__init__()
        self._context = context
        self._waiting: set[str] = set()
        self.cards = Cards(10)
        adding = row(
            button(self.tr("＋ 答应了别人"), self.add_promise, kind="link"),
            button(self.tr("＋ 等别人"), self.add_wait, kind="link"),
            None,
        )
        self.setLayout(column(self.cards, adding, spacing=8))

    def show_case(self, case: Case) -> None:
        """Show what there is to do, the open things first."""
        ordered = sorted(case.todos, key=lambda each: each.done_on is not None)
        # What began as waiting stays so while somebody retypes for whom.
        self._waiting |= {each.id for each in case.todos if each.waits_for}
        self.cards.show_items(
            ((each.id, each.id in self._waiting) for each in ordered), self._card
        )

    def add_promise(self) -> None:
        """Begin something that the desk does."""
        self._add(Todo(self._context.new_id(), asked_on=self._today()), "text")

    def add_wait(self) -> None:
        """Begin something that somebody else does, asked for today."""
        made = Todo(self._context.new_id(), asked_on=self._today())
        self._waiting.add(made.id)
        self._add(made, "waits_for")

    def remove(self, todo_id: str) -> None:
        """Take a thing away that was never to be done."""
        self._put(without(self._context.case.todos, todo_id))

    def _add(self, made: Todo, first: str) -> None:
        self._put((*self._context.case.todos, made))
        self._context.go_to(f"todos/{made.id}/{first}")

    def _put(self, todos: tuple[Todo, ...]) -> None:
        self._context.editing.put(replace(self._context.case, todos=todos))

    def _today(self) -> date:
        return self._context.place.desk.clock.today()

    def _card(self, todo_id: str) -> QWidget:
        is_waiting = todo_id in self._waiting
        grid = QGridLayout()
        space(grid, 8, (0, 0, 0, 0))
        for number, (name, field) in enumerate(self._fields(is_waiting=is_waiting).items()):
            self._context.binding.bind(f"todos/{todo_id}/{name}", field)
            grid.addWidget(field, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        grid.addWidget(icon_button("trash", self.tr("删除待办"), self._remover(todo_id)), 0, 2)
        holder = QWidget()
        holder.setLayout(grid)
        return holder

    def _fields(self, *, is_waiting: bool) -> dict[str, Field]:
        whom = self.tr("等谁") if is_waiting else self.tr("答应谁")
        return {
            "waits_for" if is_waiting else "promised_to": self._person(whom, self._parties()),
            "text": LineField(self.tr("等什么") if is_waiting else self.tr("答应什么")),
            "asked_on": self._day(self.tr("从何时")),
            "due_on": self._day(self.tr("何时前")),
            "owner": self._person(self.tr("谁来办"), self._colleagues()),
            "done_on": self._day(self.tr("办好日期")),
        }

    def _parties(self) -> list[str]:
        return [each.name for each in self._context.case.parties if each.name] + [COURT]

    def _colleagues(self) -> list[str]:
        return [each.name for each in self._context.committee.mediators if each.name]

    def _person(self, label: str, names: list[str]) -> ChoiceField:
        return ChoiceField(label, [Choice(each, each) for each in dict.fromkeys(names)])

    def _day(self, label: str) -> LineField:
        return LineField(label, DateReader(self._context.place.desk.clock.today))

    def _remover(self, todo_id: str) -> Callable[[], None]:
        return lambda: self.remove(todo_id)
